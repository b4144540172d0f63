import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { catalogue } from '@/lib/i18n/catalogue';
import { forgetOldProposals } from '@/lib/proposals/privacy';
import { decideProposal } from '@/lib/proposals/review/commands';
import { testDatabase } from '@/lib/testing/database';
import { figureSamples, makeEveryRecord, makeHandedIn } from '@/lib/testing/every-record';
import {
  makeActor,
  makeDistrict,
  makeGuest,
  makeOffice,
  makePartner,
} from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { proposalSeenNow } from '@/lib/testing/seen';
import { countOrigins } from './counting/figures';
import { getFigures, getRecords } from './queries';
import { readPeriod } from './rules';
import type { Period } from './types';

testDatabase();

const Q3 = readPeriod('2026-Q3', '2026-09-30', 'Europe/Berlin') as Period;
const SUMMER = new Date('2026-08-03T12:00:00+02:00');
const BEFORE = new Date('2026-06-30T23:59:59+02:00');
const AFTER = new Date('2026-10-01T00:00:00+02:00');
let office: Actor;
let districtId = '';

beforeAll(async () => {
  setClock(new Date('2026-09-30T12:00:00+02:00'));
  await makeOffice();
  districtId = (await makeDistrict()).id;
  office = await makeActor({ roles: ['COORDINATOR'] });
  for (const at of [BEFORE, SUMMER, SUMMER, AFTER]) await makeEveryRecord(districtId, at);
});

const listed = async () => {
  const { groups } = await getFigures(office, Q3);
  return groups.flatMap(({ figures }) => figures).filter(({ pathOf }) => pathOf !== undefined);
};

/** These add up people, papers: each record more than one. */
const SUMS = ['attendance', 'signUps', 'ballots'];

describe('behind a figure with a list', () => {
  it('are as many records as it says, for every one there is', async () => {
    const found: Record<string, unknown> = {};
    const told: Record<string, { total: number | null; [more: string]: unknown }> = {};
    for (const { key, value } of await listed()) {
      const { records, total, count } = await getRecords(office, Q3, key);
      const sum = records.reduce((all, record) => all + record.value, 0);
      found[key] = { total, sum, count, length: SUMS.includes(key) ? value : records.length };
      told[key] = { total: value, sum: value, count: records.length, length: value };
    }
    expect(found).toEqual(told);
    expect(Object.keys(found).length).toBeGreaterThanOrEqual(17);
    const empty = Object.entries(told).filter(([, { total }]) => (total ?? 0) < 2);
    expect(empty).toEqual([]);
  });

  it('stands each once, and leads to where it is looked at unless nothing is left', async () => {
    for (const { key } of await listed()) {
      const { records } = await getRecords(office, Q3, key);
      expect(new Set(records.map(({ id }) => id)).size, key).toBe(records.length);
      const left = records.filter(({ title, number }) => title !== '' || number !== null);
      const paths = left.map(({ path }) => path ?? '');
      expect(
        paths.filter((path) => !/^\/team\/[a-z]+\/[\w-]+$/.test(path)),
        key,
      ).toEqual([]);
      expect(records.filter(({ path }) => path !== null).length, key).toBe(left.length);
    }
    const { records } = await getRecords(office, Q3, 'submitted');
    expect(records.filter(({ path }) => path === null)).toHaveLength(2);
  });
});

async function figures() {
  const { groups } = await getFigures(office, Q3);
  const all = groups.flatMap(({ figures: of }) => of);
  return Object.fromEntries(all.map(({ key, value }) => [key, value]));
}

describe('what a proposal came to', () => {
  it('is counted on when nothing is left of it but that it was handed in', async () => {
    const wishes = { districtId, at: SUMMER };
    for (const state of ['NOT_PUBLISHED', 'WITHDRAWN', 'DRAFT'] as const)
      await makeHandedIn({
        ...{ ...wishes, answeredAt: state === 'NOT_PUBLISHED' ? SUMMER : AFTER },
        columns: { state, publishedAt: null, intakeChannel: 'PHONE' },
      });
    // A draft was not handed in, and was promised nothing.
    const { id } = await db.proposal.findFirstOrThrow({ where: { state: 'DRAFT' } });
    await ownerDb.answerPromise.deleteMany({ where: { caseId: id } });
    const before = await figures();
    const origin = await countOrigins(Q3);
    const rows = await db.proposal.count();
    setClock(new Date(SUMMER.getTime() + 91 * DAY_MS));
    await forgetOldProposals();
    setClock(new Date('2026-09-30T12:00:00+02:00'));
    expect(await db.proposal.count()).toBe(rows - 3);
    expect(await figures()).toEqual(before);
    expect(await countOrigins(Q3)).toEqual(origin);
  });

  it.each([
    ['withdraw', {}],
    ['merge', { note: 'Gleiches Anliegen.' }],
    ['recordStatement', { statementResult: 'feasible', statementText: 'Ja.' }],
  ] as const)(
    '%s: is handed in all the same, and no body owes an answer any more',
    async (step, given) => {
      const columns = { state: 'HANDED_OVER' as const, publishedAt: SUMMER };
      const wishes = {
        ...{ districtId, at: SUMMER, answeredAt: SUMMER },
        columns: { publishedAt: SUMMER },
      };
      const lead = await makeHandedIn(wishes);
      const { id, number } = await makeHandedIn({ ...wishes, columns });
      const { id: partnerId } = await makePartner();
      const asked = {
        proposalId: id,
        partnerId,
        question: 'Geht das?',
        sentHow: 'LETTER' as const,
      };
      await db.handover.create({
        data: { ...asked, sentAt: SUMMER, answerDueAt: new Date('2026-08-10') },
      });
      const before = await figures();
      const seen = await proposalSeenNow(number);
      const needs = { ...given, ...(step === 'merge' ? { leadNumber: String(lead.number) } : {}) };
      expect(await decideProposal(office, { number, step, seen, given: needs })).toMatchObject({
        ok: true,
      });
      const after = await figures();
      expect(after.overdue).toBe((before.overdue ?? 0) - 1);
      expect([after.submitted, after.answered, after.handovers]).toEqual([
        ...[before.submitted, before.answered, before.handovers],
      ]);
    },
  );
});

describe('whoever asks', () => {
  it('is the office: a funder reads numbers only', async () => {
    await expect(getRecords(makeGuest(), Q3, 'submitted')).rejects.toThrow('SIGN_IN_REQUIRED');
    const funder = await makeActor({ roles: ['FUNDER'] });
    await expect(getRecords(funder, Q3, 'submitted')).rejects.toThrow('NOT_FOUND');
  });

  it.each(['inTime', 'medianDays', 'constructor', ''])('"%s" has no list', async (key) => {
    await expect(getRecords(office, Q3, key)).rejects.toThrow('NOT_FOUND');
  });
});

/**
 * What a closed quarter is told by. These keys lie in databases: a figure may go or come, and its sentences stay in
 * the catalogues.
 */
const KEPT_WORDS = [
  ...['proposals.figures.group', 'proposals.figures.answers', 'proposals.figures.bodies'],
  ...['submitted', 'offlineShare', 'done', 'notFeasible', 'answered', 'inTime', 'reckoned'].map(
    (key) => `proposals.figures.${key}`,
  ),
  ...['medianDays', 'handovers', 'statements', 'bodyMedianDays', 'overdue'].map(
    (key) => `proposals.figures.${key}`,
  ),
  ...['voting.figures.group', 'voting.figures.pollsHeld', 'voting.figures.ballots'],
  ...['group', 'sessionsHeld', 'sessionsCancelled', 'attendance', 'signUps'].map(
    (key) => `forum-office.figures.${key}`,
  ),
  ...['group', 'requestsReceived', 'requestsCompleted'].map((key) => `initiatives.figures.${key}`),
  ...['group', 'partnerEntries', 'partnersWithEntries'].map((key) => `calendar.figures.${key}`),
  ...(await figureSamples()).flatMap(({ KEPT_WORDS: words }) => words),
];

it('a closed quarter can be told in every language, also when its figures are counted no more', async () => {
  const { groups } = await getFigures(office, Q3);
  const now = groups.flatMap(({ title, figures: of }) => [title, ...of.map(({ label }) => label)]);
  expect(now.filter((key) => !KEPT_WORDS.includes(key))).toEqual([]);
  for (const locale of ['de', 'de-LS', 'en'] as const) {
    const words: unknown = await catalogue(locale);
    const said = (key: string) =>
      key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], words);
    expect(KEPT_WORDS.filter((key) => typeof said(key) !== 'string')).toEqual([]);
  }
});
