import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { saveDistrict } from '@/lib/settings/commands';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeCategory,
  makeDistrict,
  makeGuest,
  makeOffice,
} from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { recordContacts } from '../contacts/commands';
import { getContact } from '../contacts/queries';
import { getCoverage } from '../coverage/queries';
import { listComing, listPublicDates } from '../dates/queries';
import { outreach } from '../domain';
import { forgetOldOutreach } from '../privacy';
import { roundRow } from '../rows.mjs';
import { contactInput, makeRound, roundInput } from '../samples';
import { cancelRound, changeRound, closeRound, planOutreach, reopenRound } from './commands';
import { getRound, listColleagues, listLearntThere, listRounds } from './queries';
import { planRoundsSchema } from './schema';

testDatabase();

const NOW = new Date('2026-11-30T12:00:00+01:00');
let office: Actor;
let districtId = '';

beforeAll(async () => {
  setClock(NOW);
  await makeOffice();
  districtId = (await makeDistrict()).id;
  office = await makeActor({ roles: ['COORDINATOR'] });
});

beforeEach(async () => {
  setClock(NOW);
  await ownerDb.outreachContact.deleteMany();
  await ownerDb.outreachRound.deleteMany();
});

const plan = (changes: Partial<Parameters<typeof roundInput>[2]> = {}) =>
  planOutreach(office, roundInput(districtId, [office.id], changes));

const seen = async (id: string) => ({ id, version: (await getRound(office, id)).version });

it('what was learnt at a place is there for the next round, however its name was written', async () => {
  const close = async (date: string, place: string, learnt: string) => {
    await plan({ date, place });
    const { open } = await listRounds(office);
    const id = open[0]?.id ?? '';
    await closeRound(office, { ...(await seen(id)), learnt, minutes: null });
  };
  await close('2026-11-09', 'Bäckerwagen', 'Vor acht kommen');
  await close('2026-11-16', ' bäckerwagen', 'Flyer auf Arabisch');
  await close('2026-11-17', 'Bäckerwagen', '');
  await close('2026-11-18', 'Bolzplatz', 'Ball mitnehmen');
  const there = { districtId, place: 'BÄCKERWAGEN' };
  const learnt = async (...before: Date[]) =>
    (await listLearntThere(office, there, ...before)).map((one) => [one.date, one.learnt]);
  const first = ['2026-11-09', 'Vor acht kommen'];
  expect(await learnt()).toEqual([['2026-11-16', 'Flyer auf Arabisch'], first]);
  expect(await learnt(new Date('2026-11-16T00:00:00Z'))).toEqual([first]);
  expect(await listLearntThere(office, { ...there, districtId: randomUUID() })).toEqual([]);
  await expect(listLearntThere(await makeGuest(), there)).rejects.toThrow();
});

it('rounds are listed page by page, of each kind the ones nearest to today first', async () => {
  const dates = ['2026-12-02', '2026-12-09', '2026-12-16'];
  for (const date of dates) await plan({ date });
  await plan({ date: '2026-11-20' });
  const page = async (wanted: number) => {
    const { coming, open, page: shown, pages } = await listRounds(office, wanted, 2);
    return [coming.map(({ date }) => date), open.map(({ date }) => date), shown, pages];
  };
  expect(await page(1)).toEqual([dates.slice(0, 2), ['2026-11-20'], 1, 2]);
  expect(await page(2)).toEqual([dates.slice(2), [], 2, 2]);
  expect(await page(3)).toEqual(await page(2));
  expect(await page(Number.NaN)).toEqual(await page(1));
});

it('the page of rounds is offered by an office that ever announced one', async () => {
  const [{ offered } = {}] = outreach.navigation.footer;
  expect(await offered?.()).toBe(false);
  await plan({ announced: false });
  expect(await offered?.()).toBe(false);
  const { id } = await makeRound(office, districtId);
  expect(await offered?.()).toBe(true);
  await cancelRound(office, { ...(await seen(id)), reason: 'Sturm' });
  setClock(new Date('2027-01-10T12:00:00+01:00'));
  expect(await listComing()).toEqual([]);
  expect(await offered?.()).toBe(true);
});

describe('a round', () => {
  it('is planned once a week, each for itself, and not on holidays of the region', async () => {
    const result = await plan({ date: '2026-12-11', weeklyUntil: '2027-01-08' });
    expect(result).toMatchObject({ ok: true, value: { left: ['2026-12-25', '2027-01-01'] } });
    const { coming } = await listRounds(office);
    expect(coming.map(({ date }) => date)).toEqual(['2026-12-11', '2026-12-18', '2027-01-08']);
    const [first, second] = coming;
    await cancelRound(office, { ...(await seen(first?.id ?? '')), reason: 'Sturm' });
    const moved = roundInput(districtId, [office.id], { date: '2026-12-19' });
    await changeRound(office, { ...moved, ...(await seen(second?.id ?? '')) });
    expect((await listRounds(office)).coming.map(({ date, state }) => [date, state])).toEqual([
      ['2026-12-11', 'CANCELLED'],
      ['2026-12-19', 'PLANNED'],
      ['2027-01-08', 'PLANNED'],
    ]);
  });

  it('needs one to four of the office', async () => {
    const five = await Promise.all(
      Array.from({ length: 5 }, () => makeActor({ roles: ['COORDINATOR'] })),
    );
    const neighbour = await makeActor();
    const with_ = (walkers: string[]) =>
      planRoundsSchema.safeParse({ ...roundInput(districtId, walkers), stops: '', announced: '' })
        .success;
    expect([[], ['a'], five.slice(0, 1).map(({ id }) => id)].map(with_)).toEqual([
      false,
      false,
      true,
    ]);
    expect(with_(five.map(({ id }) => id))).toBe(false);
    expect(await planOutreach(office, roundInput(districtId, [neighbour.id]))).toMatchObject({
      field: 'walkers',
    });
    expect((await listColleagues(office)).map(({ id }) => id)).not.toContain(neighbour.id);
    const { id } = await makeRound(office, districtId);
    const fifth = { roundId: id, userId: five[0]?.id ?? '', position: 5 };
    await expect(ownerDb.outreachWalker.create({ data: fifth })).rejects.toThrow(
      /walkers_are_four/,
    );
    const second = { ...fifth, position: 1 };
    await expect(ownerDb.outreachWalker.create({ data: second })).rejects.toThrow(/Unique/);
  });

  it('is changed by one of two who saw the same', async () => {
    const { id, version } = await makeRound(office, districtId);
    const change = (place: string) =>
      changeRound(office, { ...roundInput(districtId, [office.id], { place }), id, version });
    const both = await Promise.all([change('Kiosk'), change('Markt')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'form.refused.changedMeanwhile' });
  });

  it('is closed when it has begun, with what was learnt, and opened again', async () => {
    const { id } = await makeRound(office, districtId);
    const close = async () =>
      closeRound(office, { ...(await seen(id)), learnt: 'Später kommen', minutes: null });
    expect(await close()).toMatchObject({ code: 'outreach-rounds.refused.notBegun' });
    setClock(new Date('2026-12-09T18:00:00+01:00'));
    expect((await listRounds(office)).open.map((one) => one.id)).toEqual([id]);
    expect((await close()).ok).toBe(true);
    expect(await close()).toMatchObject({ code: 'outreach-rounds.refused.notPlanned' });
    expect((await reopenRound(office, await seen(id))).ok).toBe(true);
    expect(await getRound(office, id)).toMatchObject({ state: 'PLANNED', learnt: 'Später kommen' });
    await cancelRound(office, { ...(await seen(id)), reason: 'Doch nicht' });
    expect(await reopenRound(office, await seen(id))).toMatchObject({
      code: 'outreach-rounds.refused.notReopened',
    });
  });

  it('is for the office alone', async () => {
    const { id, version } = await makeRound(office, districtId);
    for (const who of [makeGuest(), await makeActor(), await makeActor({ roles: ['FUNDER'] })]) {
      await expect(getRound(who, id)).rejects.toThrow();
      await expect(cancelRound(who, { id, version, reason: 'Sturm' })).rejects.toThrow();
      await expect(planOutreach(who, roundInput(districtId, [office.id]))).rejects.toThrow();
    }
    await expect(getRound(office, randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('everybody', () => {
  const viewer = { locale: 'de' };
  const dates = () => listPublicDates(viewer, new Date('2026-11-01'), new Date('2027-02-01'));

  it('reads what is announced, called off with its reason, and nothing of the office', async () => {
    const told = await makeRound(office, districtId, { materials: 'Geheime Liste' });
    await makeRound(office, districtId, { announced: false, place: 'Verborgen' });
    await makeRound(office, districtId, { date: '2027-01-20' });
    await cancelRound(office, { ...(await seen(told.id)), reason: 'Sturmwarnung' });
    const coming = await listComing();
    expect(coming.map(({ id, cancelled, reason }) => [id, cancelled, reason])).toEqual([
      [told.id, true, 'Sturmwarnung'],
    ]);
    expect(await dates()).toMatchObject([
      { id: told.id, state: 'cancelled', note: 'Sturmwarnung', sequence: 1, place: 'Bolzplatz' },
      { state: 'planned', sequence: 0 },
    ]);
    expect(JSON.stringify([coming, await dates()])).not.toMatch(/Geheim|Verborgen|office|person/);
  });

  it('is told by a sequence that grows with what they read, and only then', async () => {
    const { id } = await makeRound(office, districtId);
    const sequence = async () => (await dates())[0]?.sequence;
    const change = async (changes: Parameters<typeof roundInput>[2]) =>
      changeRound(office, {
        ...roundInput(districtId, [office.id], changes),
        ...(await seen(id)),
      });
    await change({ materials: 'Mehr Karten' });
    expect(await sequence()).toBe(0);
    await change({ from: '14:30' });
    expect(await sequence()).toBe(1);
  });
});

describe('the database', () => {
  const OFF = { state: 'CANCELLED' as const, reason: 'Sturm' };
  const tried = (changes: Parameters<typeof roundRow>[0]) =>
    ownerDb.outreachRound
      .create({ data: roundRow({ districtId, ...changes }) as never })
      .then(() => 'kept')
      .catch((error: unknown) => /outreach_rounds_\w+/.exec(String(error))?.[0] ?? String(error));

  it.each([
    [{}, 'kept'],
    [{ place: '' }, 'outreach_rounds_lengths'],
    [{ place: 'x'.repeat(81) }, 'outreach_rounds_lengths'],
    [{ learnt: 'x'.repeat(1001) }, 'outreach_rounds_lengths'],
    [{ localEnd: '11:00' }, 'outreach_rounds_times'],
    [{ localStart: '8:00' }, 'outreach_rounds_times'],
    [{ state: 'CANCELLED' as const }, 'outreach_rounds_off_says_why'],
    [{ ...OFF, minutes: 90 }, 'outreach_rounds_minutes'],
  ])('takes %j: %s', async (changes, answer) => {
    expect(await tried(changes)).toBe(answer);
  });
});

it('after twelve months only numbers are left, and nobody who went', async () => {
  const { id } = await makeRound(office, districtId, {
    date: '2026-11-30',
    from: '08:00',
    until: '09:00',
  });
  await closeRound(office, { ...(await seen(id)), learnt: 'Viel', minutes: null });
  const contact = contactInput(districtId, {
    ...{ note: 'Bank fehlt', mood: 'OPEN', outcomes: ['REFERRAL'] },
    topicIds: [(await makeCategory()).id],
  });
  await recordContacts(office, { contacts: [contact] });
  setClock(new Date('2027-11-30T12:00:00+01:00'));
  expect(await forgetOldOutreach()).toMatchObject({ value: { contacts: 0, rounds: 0 } });
  setClock(new Date('2027-12-01T12:00:00+01:00'));
  expect(await forgetOldOutreach()).toMatchObject({ value: { contacts: 1, rounds: 1 } });
  const back = await makeActor({ roles: ['COORDINATOR'] });
  expect(await getContact(back, contact.id)).toMatchObject({
    ...{ contacts: 3, note: '', place: '', mood: null, topicIds: [], outcomes: [] },
  });
  expect(await getRound(back, id)).toMatchObject({
    ...{ learnt: '', materials: '', walkers: [], place: 'Bolzplatz' },
  });
  expect(await db.outreachWalker.count()).toBe(0);
});

it('after twelve months place and reason of what nobody announced are gone, too', async () => {
  const { id } = await makeRound(office, districtId, { announced: false });
  await cancelRound(office, { ...(await seen(id)), reason: 'Sturmwarnung' });
  setClock(new Date('2027-12-20T12:00:00+01:00'));
  await forgetOldOutreach();
  const back = await makeActor({ roles: ['COORDINATOR'] });
  expect(await getRound(back, id)).toMatchObject({ place: '–', reason: '–' });
});

it('after a night the storage tells neither the order of contacts nor what they were written with', async () => {
  const ids: string[] = [];
  for (let index = 0; index < 40; index += 1) {
    const contact = contactInput(districtId);
    await recordContacts(office, { contacts: [contact] });
    ids.push(contact.id);
  }
  const stored = async () =>
    ownerDb.$queryRaw<{ id: string; writer: string }[]>`
      SELECT id::text, xmin::text AS writer FROM outreach_contacts ORDER BY ctid`;
  const before = await stored();
  expect(before.map(({ id }) => id)).toEqual(ids);
  expect(new Set(before.map(({ writer }) => writer)).size).toBe(40);
  await forgetOldOutreach();
  const after = await stored();
  expect(new Set(after.map(({ writer }) => writer)).size).toBe(1);
  // Chance: one of forty stands where it came.
  expect(after.filter(({ id }, index) => id === ids[index]).length).toBeLessThan(10);
  expect(new Set(after.map(({ id }) => id))).toEqual(new Set(ids));
  const again = await stored();
  await forgetOldOutreach();
  expect(await stored()).toEqual(again);
});

it('where nobody was is found by rounds and by contacts', async () => {
  await ownerDb.place.create({ data: { districtId, name: 'Wäscheplatz' } });
  const { id } = await makeRound(office, districtId, {
    date: '2026-11-30',
    from: '08:00',
    until: '09:00',
  });
  await closeRound(office, { ...(await seen(id)), learnt: '', minutes: null });
  await recordContacts(office, { contacts: [contactInput(districtId, { place: 'Kiosk' })] });
  const { places } = await getCoverage(office);
  expect(places.map(({ place, quiet }) => [place, quiet])).toEqual(
    expect.arrayContaining([
      ['Bolzplatz', false],
      ['Kiosk', false],
    ]),
  );
});

it('no text of a round leads to a person', async () => {
  const refusedAt = async (changes: Parameters<typeof plan>[0]) => {
    const result = await plan(changes);
    return result.ok ? 'planned' : `${result.field} ${result.code.split('.').at(-1)}`;
  };
  const { id } = await makeRound(office, districtId, {
    ...{ date: '2026-11-30', from: '08:00', until: '09:00' },
  });
  const told = { ...(await seen(id)), reason: 'Frau Lindner ist krank' };
  expect([
    await refusedAt({ place: 'Keilbergring, 12' }),
    await refusedAt({ place: 'Vor Frau Lindner' }),
    await refusedAt({ place: 'Bei Kevin Meier' }),
    await refusedAt({ materials: 'Zettel für Herrn Groß' }),
    await refusedAt({ materials: 'Karten, Klappstuhl' }),
  ]).toEqual(['place house', 'place name', 'place name', 'materials name', 'planned']);
  expect(await cancelRound(office, told)).toMatchObject({ ok: false, field: 'reason' });
  expect(await cancelRound(office, { ...told, reason: 'Petra ist krank' })).toMatchObject({
    ...{ ok: false, field: 'reason' },
  });
  expect(
    await closeRound(office, {
      ...(await seen(id)),
      learnt: 'Petra kommt nächstes Mal mit',
      minutes: null,
    }),
  ).toMatchObject({ ok: false, field: 'learnt' });
  expect(
    await closeRound(office, {
      ...(await seen(id)),
      learnt: 'Klingelschild Lindner',
      minutes: null,
    }),
  ).toMatchObject({ ok: false, field: 'learnt' });
});

it('a reason is put right after the round, and only what is read otherwise counts up', async () => {
  const { id } = await makeRound(office, districtId, {
    ...{ date: '2026-11-30', from: '08:00', until: '09:00' },
  });
  const read = () => db.outreachRound.findUniqueOrThrow({ where: { id } });
  const sequence = async () => (await read()).sequence;
  const minutes = async () => (await read()).minutes;
  await closeRound(office, { ...(await seen(id)), learnt: '', minutes: 90 });
  await reopenRound(office, await seen(id));
  expect(await sequence()).toBe(0);
  expect(await minutes()).toBe(90);
  await cancelRound(office, { ...(await seen(id)), reason: 'Sturm' });
  await cancelRound(office, { ...(await seen(id)), reason: 'Eisglätte' });
  expect(await getRound(office, id)).toMatchObject({ state: 'CANCELLED', reason: 'Eisglätte' });
  expect(await sequence()).toBe(2);
  // What was called off took no time.
  expect(await minutes()).toBeNull();
});

it('is closed when it is over and not before', async () => {
  const { id } = await makeRound(office, districtId, {
    ...{ date: '2026-11-30', from: '11:00', until: '13:00' },
  });
  expect(
    await closeRound(office, { ...(await seen(id)), learnt: '', minutes: null }),
  ).toMatchObject({
    code: 'outreach-rounds.refused.notBegun',
  });
});

it('a district that was given up wants nobody to go there', async () => {
  const other = await makeDistrict();
  await makeRound(office, other.id, { place: 'Alter Markt' });
  const places = async () => (await getCoverage(office)).places.map(({ place }) => place);
  expect(await places()).toContain('Alter Markt');
  const { id, version, name, description, position } = await db.district.findUniqueOrThrow({
    where: { id: other.id },
  });
  const given = { id, version, name, description, position, places: [], active: false };
  const admin = await makeActor({ roles: ['ADMIN'] });
  expect((await saveDistrict(admin, given)).ok).toBe(true);
  expect(await places()).not.toContain('Alter Markt');
});
