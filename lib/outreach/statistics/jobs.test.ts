import fs from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeCategory,
  makeDistrict,
  makeOffice,
  whyNotAllowed,
} from '@/lib/testing/factories';
import { databaseNamed } from '../../tooling/test-server.mjs';
import { forgetOldOutreach } from '../privacy';
import { closeRound, reopenRound } from '../rounds/commands';
import { getRound } from '../rounds/queries';
import { contactRow } from '../rows.mjs';
import { makeRound } from '../samples';
import { putTogether } from './few/rules';
import { closeQuarters } from './jobs';
import { getGiven, getStatistic } from './queries';
import { readAsked } from './rules';
import type { AskedPeriod, Sum, SumKind } from './types';

testDatabase();

let office: Actor;
let districtId = '';
let topic = '';

beforeAll(async () => {
  setClock(new Date('2026-11-30T12:00:00+01:00'));
  await makeOffice();
  districtId = (await makeDistrict()).id;
  topic = (await makeCategory()).id;
  office = await makeActor({ roles: ['COORDINATOR'] });
});
afterAll(() => setClock(null));

const contact = (day: string, changes = {}) =>
  db.outreachContact.create({
    data: contactRow({
      ...{ districtId, day: dayColumn(day), contacts: 12, firstContacts: 6, ageTo17: 12 },
      ...{ topicIds: [topic], mood: 'OPEN' as const, ...changes },
    }),
    select: { id: true },
  });

const of = async (text: string, district: string | null = null) =>
  getStatistic(office, readAsked(text, '2027-11-30') as AskedPeriod, district);

it('time outdoors is said when a round is closed, counts no more when it is opened again, and is not lost by that', async () => {
  const { id } = await makeRound(office, districtId, {
    ...{ date: '2026-11-30', from: '08:00', until: '09:00' },
  });
  const version = async () =>
    (await db.outreachRound.findUniqueOrThrow({ where: { id }, select: { version: true } }))
      .version;
  await closeRound(office, { id, version: await version(), learnt: '', minutes: 75 });
  expect((await of('2026-Q4')).statistic).toMatchObject({ rounds: 1, minutes: 75 });
  await reopenRound(office, { id, version: await version() });
  expect((await of('2026-Q4')).statistic).toMatchObject({ rounds: 0, minutes: 0 });
  const kept = await getRound(office, id);
  expect(kept).toMatchObject({ state: 'PLANNED', minutes: 75 });
  await closeRound(office, { id, version: kept.version, learnt: '', minutes: kept.minutes });
  expect((await of('2026-Q4')).statistic).toMatchObject({ rounds: 1, minutes: 75 });
  const data = { minutes: 0 };
  await expect(db.outreachRound.update({ where: { id }, data })).rejects.toThrow(
    'outreach_rounds_minutes',
  );
});

it('a closed quarter stays as it was counted, whatever is entered or emptied later', async () => {
  await contact('2026-08-20');
  await contact('2026-11-20', { contacts: 1, firstContacts: 0, ageTo17: 1 });
  expect(await of('2026-Q3')).toMatchObject({ standing: 'open', statistic: { contacts: 12 } });
  expect(await getGiven(office, '2026-07-01')).toBeNull();
  // Before the first entry there is nothing to count, and nothing to give away.
  expect(await of('2026-Q2')).toMatchObject({ standing: 'closed' });
  expect(await of('2025')).toMatchObject({ standing: 'closed' });

  await closeQuarters();
  const closed = await of('2026-Q3');
  expect(closed).toMatchObject({ standing: 'differs', statistic: { contacts: 12, talks: 1 } });
  expect(closed.statistic.topics).toEqual([{ key: topic, count: 1 }]);
  // The running one is counted anew each time.
  expect(await of('2026-Q4')).toMatchObject({ standing: 'open', statistic: { contacts: 1 } });
  expect((await of('2026')).statistic.contacts).toBe(13);
  expect((await of('2026', (await makeDistrict({ name: 'Leer' })).id)).statistic.contacts).toBe(0);

  await contact('2026-09-01', { contacts: 3, firstContacts: 3, ageTo17: 3 });
  await closeQuarters();
  expect(await of('2026-Q3')).toEqual(closed);

  // The report is not closed yet, then it says something else, then the same.
  const report = (contacts: number) => {
    const closedAt = new Date();
    return db.periodFigure.createMany({
      data: [contacts, 6].map((value, position) => ({
        ...{
          period: contacts === 12 ? '2026-Q3' : '2026-Q2',
          position,
          value,
          closedAt,
        },
        ...{ part: 'outreach', title: 't', label: 'l', unit: 'count' },
        figure: position === 0 ? 'outreachContacts' : 'outreachFirstContacts',
      })),
    });
  };
  expect(await getGiven(office, '2026-07-01')).toBeNull();
  await report(12);
  expect(await of('2026-Q3')).toEqual({ ...closed, standing: 'given' });
  // Those are met who were entered after the report was closed: so many fewer stand there.
  await contact('2026-05-05', { contacts: 14 });
  await report(13);
  await closeQuarters();
  expect(await of('2026-Q2')).toMatchObject({ standing: 'differs', statistic: { contacts: 14 } });
  expect(await getGiven(office, '2026-04-01')).toBeNull();

  setClock(new Date('2027-11-30T12:00:00+01:00'));
  await forgetOldOutreach();
  expect(await db.outreachContact.count({ where: { topicIds: { isEmpty: false } } })).toBe(0);
  expect((await of('2026-Q3')).statistic).toEqual(closed.statistic);
  // Nobody counted it before it was emptied.
  expect(await of('2026-Q4')).toMatchObject({ standing: 'emptied', statistic: { topics: [] } });
  expect(await getGiven(office, '2026-07-01')).toMatchObject({ contacts: 12, talks: null });
  setClock(new Date('2026-11-30T12:00:00+01:00'));
});

it('what few talks in a district were about is counted for all districts together alone', async () => {
  const small = (await makeDistrict({ name: 'Wenig los' })).id;
  for (let talk = 0; talk < 6; talk++) await contact('2026-02-10');
  const outcomes = ['CARD_LEFT' as const];
  await contact('2026-02-10', { districtId: small, mood: 'SCEPTICAL', outcomes });
  await contact('2026-02-10', { districtId: small, mood: null, topicIds: [] });
  const before = await of('2026-Q1', small);
  expect(before).toMatchObject({ isPartly: false, statistic: { talks: 2 } });
  expect(before.statistic.topics).toEqual([{ key: topic, count: 1 }]);
  const all = (await of('2026-Q1')).statistic;
  await Promise.all([closeQuarters(), closeQuarters()]);
  expect(await of('2026-Q1')).toMatchObject({ isPartly: false, statistic: all });
  const { isPartly, statistic } = await of('2026-Q1', small);
  expect(isPartly).toBe(true);
  expect(statistic).toMatchObject({ talks: 2, contacts: 24, topics: [] });
  const told = [...statistic.moods, ...statistic.outcomes].filter(({ count }) => count > 0);
  expect(told).toEqual([]);
  // The other one less would be the small one.
  expect((await of('2026-Q1', districtId)).statistic.topics).toEqual([]);
  const quarter = dayColumn('2026-01-01');
  const kinds = await db.outreachQuarterSum.findMany({ where: { quarter }, distinct: ['kind'] });
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(['age', 'met', 'setting']);
});

it('quarters counted before that are put together once, as they would be now', async () => {
  const name = '20261130222500_old_quarters_together';
  const sql = fs.readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8');
  const districts: string[] = [];
  for (const of of ['A', 'B', 'C', 'D']) districts.push((await makeDistrict({ name: of })).id);
  const sumsOf = (talks: readonly number[]): Sum[] =>
    districts.flatMap((district, index) => {
      const count = talks[index] ?? 0;
      const one = (kind: SumKind, key: string) => ({ districtId: district, kind, key, count });
      return [one('met', 'talks'), one('mood', 'OPEN'), one('topic', topic), one('age', 'to5')];
    });
  const asked: readonly (readonly number[])[] = [
    ...[
      [9, 2, 7, 30],
      [1, 1, 4, 5],
      [5, 5, 5, 5],
      [0, 3, 0, 2],
    ],
    ...[
      [6, 0, 1, 4],
      [8, 12, 5, 1],
    ],
  ];
  const quarters = asked.map((talks, at) => ({
    quarter: dayColumn(`20${10 + at}-04-01`),
    sums: sumsOf(talks),
  }));
  for (const { quarter, sums } of quarters)
    await db.outreachQuarterSum.createMany({
      data: sums.map(({ districtId: of, ...one }) => ({ ...one, districtId: of ?? '', quarter })),
    });
  const read = async (quarter: Date) => [
    ...(await db.outreachQuarterSum.findMany({ where: { quarter } })),
    ...(await db.outreachQuarterRest.findMany({ where: { quarter } })),
  ];
  const line = ({ districtId: of, kind, key, count }: Omit<Sum, 'kind'> & { kind: string }) =>
    `${of} ${kind} ${key} ${count}`;
  const { pathname } = new URL(process.env.DATABASE_URL ?? '');
  const owner = new pg.Client(databaseNamed(inject('postgresUrl'), pathname.slice(1)));
  await owner.connect();
  for (let twice = 0; twice < 2; twice += 1) {
    await owner.query(sql);
    for (const { quarter, sums } of quarters) {
      const kept = (await read(quarter)).map((row) => line({ districtId: null, ...row }));
      const wanted = putTogether(sums).filter((one) => one.districtId !== null || one.count > 0);
      expect(kept.sort()).toEqual(wanted.map(line).sort());
    }
  }
  await owner.end();
});

it('is for the office only', async () => {
  for (const actor of [await makeActor(), await makeActor({ roles: ['COUNSELLOR'] })]) {
    const why = whyNotAllowed(actor);
    const period = readAsked('2026-Q3', '2026-11-30') as AskedPeriod;
    await expect(getStatistic(actor, period, null)).rejects.toThrow(why);
    await expect(getGiven(actor, '2026-07-01')).rejects.toThrow(why);
  }
});
