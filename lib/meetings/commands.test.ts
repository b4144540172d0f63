import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { getToday } from '@/lib/office/queries';
import { listTasksOf } from '@/lib/tasks/queries';
import { makeTask } from '@/lib/tasks/samples';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { addMeeting, changeMeeting, evaluateMeeting, moveMeeting } from './commands';
import { figuresOf } from './figures';
import { addPeers } from './peers/commands';
import { forgetOldMeetings } from './privacy';
import { findBroughtBack, listMaybeNamed } from './published/queries';
import { getMeeting, getOwnYear, getTrainingYear, listMeetings, listStaff } from './queries';
import { meetingRow } from './rows.mjs';
import { makeMeeting, meetingInput } from './samples';
import type { MeetingStep } from './types';

testDatabase();

const NOW = new Date('2026-11-30T12:00:00+01:00');
let office: Actor;
let counsellor: Actor;

beforeAll(async () => {
  setClock(NOW);
  await makeOffice();
  office = await makeActor({ roles: ['COORDINATOR'] });
  counsellor = await makeActor({ roles: ['COUNSELLOR'] });
});

beforeEach(async () => {
  setClock(NOW);
  await ownerDb.staffMeeting.deleteMany();
});

const seen = async (id: string) => ({ id, version: (await getMeeting(office, id)).version });
const move = async (id: string, step: MeetingStep) =>
  moveMeeting(office, { ...(await seen(id)), step });
const PEERS = {
  kind: 'PEER_CONSULTATION' as const,
  ...{ title: '', organizer: '', cost: null, certificate: false, people: [] },
};

describe('a meeting', () => {
  it('is planned, registered, attended and told of, and only released words are public', async () => {
    const { id } = await makeMeeting(office, { people: [office.id, counsellor.id] });
    const told = {
      ...{ topics: 'Geheim', publicSummary: 'Kurze Sätze helfen.', released: false },
    };
    expect(await evaluateMeeting(office, { ...(await seen(id)), ...told })).toMatchObject({
      code: 'meetings.refused.notNow',
    });
    for (const step of ['register', 'attend'] as const)
      expect((await move(id, step)).ok).toBe(true);
    expect((await evaluateMeeting(office, { ...(await seen(id)), ...told })).ok).toBe(true);
    expect(await findBroughtBack(1)).toBeNull();
    await evaluateMeeting(office, { ...(await seen(id)), ...told, released: true });
    const everybody = (await findBroughtBack(1))?.brought;
    expect(everybody).toMatchObject([{ title: 'Leichte Sprache', summary: 'Kurze Sätze helfen.' }]);
    expect(JSON.stringify(everybody)).not.toMatch(/Geheim|Servicestelle|person/);
    await evaluateMeeting(office, { ...(await seen(id)), ...told });
    expect(await findBroughtBack(1)).toBeNull();
    const events = await db.auditEntry.findMany({
      where: { subjectId: id },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ action }) => action.split('.')[1]).slice(0, 4)).toEqual([
      ...['added', 'registered', 'attended', 'evaluated'],
    ]);
  });

  it('is moved by one of two who saw the same', async () => {
    const { id, version } = await makeMeeting(office);
    const both = await Promise.all(
      (['attend', 'cancel'] as const).map((step) => moveMeeting(office, { id, version, step })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const same = await seen(id);
    await ownerDb.staffMeeting.update({ where: { id }, data: { state: 'ATTENDED' } });
    const change = (title: string) =>
      changeMeeting(office, { ...meetingInput({ title }), ...same });
    const changes = await Promise.all([change('Eins'), change('Zwei')]);
    expect(changes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(changes.find(({ ok }) => !ok)).toMatchObject({ code: CHANGED_MEANWHILE });
    const tell = (topics: string) =>
      evaluateMeeting(office, {
        ...{ id, version: same.version + 1, topics, publicSummary: '', released: false },
      });
    expect((await Promise.all([tell('a'), tell('b')])).filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('that was evaluated by mistake counts no more and is told to nobody', async () => {
    const { id } = await makeMeeting(office, { people: [office.id] });
    await move(id, 'attend');
    const told = { topics: 'Geheim', publicSummary: 'Gut', released: true };
    await evaluateMeeting(office, { ...(await seen(id)), ...told });
    expect((await move(id, 'reopen')).ok).toBe(true);
    expect(await findBroughtBack(1)).toBeNull();
    expect(await getTrainingYear(office, 2026)).toMatchObject({ trainingMinutes: 0, meetings: [] });
  });

  it('has no more people than it may, those without an account among them', async () => {
    const { id } = await makeMeeting(office, { people: [office.id] });
    await ownerDb.staffMeeting.update({ where: { id }, data: { people: 20 } });
    const two = meetingInput({ people: [office.id, counsellor.id] });
    expect(await changeMeeting(office, { ...two, ...(await seen(id)) })).toMatchObject({
      code: 'meetings.refused.tooManyGo',
    });
  });

  it('waits for a word when it is over, and its follow-ups are tasks', async () => {
    const { id } = await makeMeeting(office);
    expect((await listMeetings(office)).open.map((one) => one.id)).toEqual([id]);
    const waiting = async () =>
      (await getToday(office)).groups
        .flatMap(({ tasks }) => tasks)
        .filter(({ kind }) => kind === 'staffMeeting')
        .map(({ total }) => total);
    expect(await waiting()).toEqual([1]);
    await move(id, 'attend');
    expect(await waiting()).toEqual([]);
    const other = await makeActor({ roles: ['COORDINATOR'] });
    const coming = { people: [office.id], day: '2026-12-07' };
    const soon = await makeMeeting(office, coming);
    await makeMeeting(office, { ...coming, day: '2026-12-08' });
    const seenBy = async (actor: Actor) =>
      (await getToday(actor)).groups
        .flatMap(({ tasks }) => tasks)
        .filter(({ kind }) => kind === 'staffMeetingSoon')
        .map(({ detail, dueOn }) => [detail, dueOn]);
    expect([await seenBy(office), await seenBy(other)]).toEqual([[[soon.id, '2026-12-07']], []]);
    await ownerDb.user.delete({ where: { id: other.id } });
    await makeTask(office, { text: 'Vorlage neu', thingKind: 'meeting', thingId: id });
    expect((await listTasksOf(office, [id])).map(({ thing }) => thing)).toMatchObject([
      { kind: 'meeting', title: 'Leichte Sprache', path: `/team/fortbildung/${id}` },
    ]);
  });

  it('is found page by page, however long ago it was', async () => {
    const at = async (day: string, state: 'PLANNED' | 'ATTENDED') => {
      const { id } = await makeMeeting(office, { day });
      if (state === 'ATTENDED') await move(id, 'attend');
      return id;
    };
    const past = [
      await at('2026-11-03', 'ATTENDED'),
      await at('2026-11-02', 'ATTENDED'),
      await at('2026-11-01', 'ATTENDED'),
    ];
    const coming = await at('2026-12-01', 'PLANNED');
    const open = await at('2026-11-29', 'PLANNED');
    const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);
    const first = await listMeetings(office, 1, 2);
    expect([ids(first.open), ids(first.coming), ids(first.past)]).toEqual([
      ...[[open], [coming], past.slice(0, 2)],
    ]);
    const second = await listMeetings(office, 2, 2);
    expect(second).toMatchObject({ open: [], coming: [], page: 2, pages: 2 });
    expect(ids(second.past)).toEqual(past.slice(2));
    expect(await listMeetings(office, 3, 2)).toEqual(second);
    expect(await listMeetings(office, Number.NaN, 2)).toEqual(first);
  });

  it('is for people who work here, and the office alone writes it down', async () => {
    const neighbour = await makeActor();
    expect(await addMeeting(office, meetingInput({ people: [neighbour.id] }))).toMatchObject({
      field: 'people',
    });
    expect((await listStaff(office)).map(({ id }) => id).sort()).toEqual(
      [office.id, counsellor.id].sort(),
    );
    const { id, version } = await makeMeeting(office);
    for (const who of [makeGuest(), neighbour, counsellor]) {
      await expect(getMeeting(who, id)).rejects.toThrow();
      await expect(getTrainingYear(who, null)).rejects.toThrow();
      await expect(moveMeeting(who, { id, version, step: 'attend' })).rejects.toThrow();
    }
    await expect(getMeeting(office, randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a peer consultation', () => {
  it('has a day and hours, is attended and cannot be told of', async () => {
    const { id } = await makeMeeting(office, PEERS);
    await move(id, 'attend');
    const told = { topics: 'Fall', publicSummary: '', released: false };
    expect(await evaluateMeeting(office, { ...(await seen(id)), ...told })).toMatchObject({
      code: 'meetings.refused.notNow',
    });
    expect(await getMeeting(office, id)).toMatchObject({
      ...{ title: '', people: [], count: 0, minutes: 90, state: 'ATTENDED' },
    });
    await expect(makeTask(office, { thingKind: 'meeting', thingId: id })).rejects.toThrow();
  });

  it('does not become of anything else, nor anything else of it', async () => {
    const { id } = await makeMeeting(office, { people: [office.id] });
    await makeTask(office, { text: 'Fall nachbereiten', thingKind: 'meeting', thingId: id });
    const stays = { code: 'meetings.refused.peersStay', field: 'kind' };
    expect(
      await changeMeeting(office, { ...meetingInput(PEERS), ...(await seen(id)) }),
    ).toMatchObject(stays);
    const peers = await makeMeeting(office, PEERS);
    expect(
      await changeMeeting(office, { ...meetingInput(), ...(await seen(peers.id)) }),
    ).toMatchObject(stays);
  });

  it.each([
    [{}, 'kept'],
    [{ title: 'Fall' }, 'staff_meetings_peers_say_nothing'],
    [{ organizer: 'Träger' }, 'staff_meetings_peers_say_nothing'],
    [{ topics: 'Fall' }, 'staff_meetings_peers_say_nothing'],
    [{ publicSummary: 'Fall' }, 'staff_meetings_peers_say_nothing'],
    [{ costCents: 0 }, 'staff_meetings_peers_say_nothing'],
    [{ certificate: true }, 'staff_meetings_peers_say_nothing'],
    [{ people: 1 }, 'staff_meetings_peers_say_nothing'],
  ] as [object, string][])('lies in the database with %j: %s', async (more, answer) => {
    expect(await tried({ kind: 'PEER_CONSULTATION', title: '', ...more })).toBe(answer);
  });

  it('names nobody in the database', async () => {
    const data = meetingRow({ kind: 'PEER_CONSULTATION' as const, title: '' });
    const { id } = await ownerDb.staffMeeting.create({ data, select: { id: true } });
    for (const kind of ['PEER_CONSULTATION', 'TRAINING'] as const)
      await expect(
        ownerDb.staffMeetingPerson.create({ data: { meetingId: id, kind, userId: office.id } }),
      ).rejects.toThrow(/not_of_peers|Foreign key/);
  });
});

const tried = (changes: object) =>
  ownerDb.staffMeeting
    .create({ data: meetingRow(changes), select: { id: true } })
    .then(() => 'kept')
    .catch(
      (error: unknown) =>
        /staff_meetings_[a-z_]+/.exec(String(error).split('constraint')[1] ?? '')?.[0] ?? error,
    );

it.each([
  [{}, 'kept'],
  [{ title: '' }, 'staff_meetings_have_a_title'],
  [{ title: 'x'.repeat(121) }, 'staff_meetings_lengths'],
  [{ minutes: 0 }, 'staff_meetings_numbers'],
  [{ minutes: 100 }, 'staff_meetings_numbers'],
  [{ people: 21 }, 'staff_meetings_numbers'],
  [{ costCents: -1 }, 'staff_meetings_numbers'],
  [{ released: true, publicSummary: 'Gut' }, 'staff_meetings_released_is_something'],
  [{ released: true, state: 'EVALUATED' }, 'staff_meetings_released_is_something'],
] as [object, string][])('the database takes %j: %s', async (changes, answer) => {
  expect(await tried(changes)).toBe(answer);
});

describe('hours of training', () => {
  const hours = async () => {
    const [group] = await figuresOf({
      ...{ from: new Date('2026-09-30T22:00:00Z'), to: new Date('2026-12-31T23:00:00Z') },
      ...{ at: NOW, end: '2026-11-30', counted: { staffTrainings: 7 } },
    });
    return group?.figures.map(({ key, value }) => [key, value]);
  };

  it('are those of everybody who was there, also when their account has ended', async () => {
    const gone = await makeActor({ roles: ['COORDINATOR'] });
    const { id } = await makeMeeting(office, { people: [office.id, gone.id], day: '2026-10-01' });
    await makeMeeting(office, { people: [office.id], day: '2026-11-02' });
    expect(await hours()).toEqual([
      ['staffTrainings', 7],
      ['trainingHoursStaff', 0],
    ]);
    await move(id, 'attend');
    const before = await makeMeeting(office, {
      people: [office.id],
      day: '2026-09-30',
      hours: 600,
    });
    await move(before.id, 'attend');
    expect((await hours())?.[1]).toEqual(['trainingHoursStaff', 3]);
    await ownerDb.user.delete({ where: { id: gone.id } });
    expect(await getMeeting(office, id)).toMatchObject({ count: 2, people: [{ id: office.id }] });
    const same = meetingInput({ people: [office.id], day: '2026-10-01' });
    await changeMeeting(office, { ...same, ...(await seen(id)) });
    expect((await hours())?.[1]).toEqual(['trainingHoursStaff', 3]);
    expect(await getTrainingYear(office, 2026)).toMatchObject({
      ...{ trainingMinutes: 780, costCents: 18_000, each: [{ minutes: 690 }] },
    });
  });
});

it('what everybody reads leads to nobody: not the summary, nor what it was called', async () => {
  const { id } = await makeMeeting(office);
  // As it could be called before anybody looked.
  await ownerDb.staffMeeting.update({
    where: { id },
    data: { title: 'Gespräch mit Frau Krause' },
  });
  await move(id, 'attend');
  const say = async (publicSummary: string, released: boolean) =>
    evaluateMeeting(office, {
      ...(await seen(id)),
      topics: 'Frau Krause',
      publicSummary,
      released,
    });
  expect(await say('Herr Weiß war dabei.', false)).toMatchObject({ field: 'publicSummary' });
  expect(await say('Ruf an: 03772 123456', true)).toMatchObject({ field: 'publicSummary' });
  expect(await say('Schilder werden größer.', true)).toMatchObject({ field: 'released' });
  expect(await say('Schilder werden größer.', false)).toMatchObject({ ok: true });
  const called = async (title: string) =>
    changeMeeting(office, { ...meetingInput({ title }), ...(await seen(id)) });
  expect(await called('Gespräch über Schilder')).toMatchObject({ ok: true });
  expect(await say('Schilder werden größer.', true)).toMatchObject({ ok: true });
  expect(await called('Gespräch mit Frau Krause')).toMatchObject({ field: 'title' });
  expect(await listMaybeNamed(office)).toEqual([]);
  const before = { title: 'Gespräch mit Renate Krause' };
  const { day } = await ownerDb.staffMeeting.update({ where: { id }, data: before });
  expect(await listMaybeNamed(office)).toEqual([{ id, day: dayOf(day) }]);
  await expect(listMaybeNamed(makeGuest() as never)).rejects.toThrow();
});

it('what a meeting was called stays for good and leads to nobody, released or not', async () => {
  const named = meetingInput({ title: 'Gespräch mit Frau Lindner wegen Räumung' });
  expect(await addMeeting(office, named)).toMatchObject({ ok: false, field: 'title' });
  const { id } = await makeMeeting(office, { organizer: 'Frau Dr. Krause' });
  const change = { ...named, ...(await seen(id)) };
  expect(await changeMeeting(office, change)).toMatchObject({ ok: false, field: 'title' });
});

it('after 24 months nobody knows who went and what was noted; numbers and public words stay', async () => {
  const { id } = await makeMeeting(office, { people: [office.id], day: '2026-11-30' });
  await move(id, 'attend');
  const told = { topics: 'Geheim', publicSummary: 'Gut', released: true };
  await evaluateMeeting(office, { ...(await seen(id)), ...told });
  const kept = await makeMeeting(office, { day: '2026-11-29' });
  await move(kept.id, 'attend');
  await evaluateMeeting(office, { ...(await seen(kept.id)), ...told, topics: '', released: false });
  setClock(new Date('2028-11-29T12:00:00+01:00'));
  expect(await forgetOldMeetings()).toMatchObject({ value: { meetings: 0, people: 0 } });
  setClock(new Date('2028-12-01T12:00:00+01:00'));
  expect(await forgetOldMeetings()).toMatchObject({ value: { meetings: 1, people: 1 } });
  const back = await makeActor({ roles: ['COORDINATOR'] });
  expect(await getMeeting(back, id)).toMatchObject({
    ...{ topics: '', people: [], count: 1, minutes: 90, publicSummary: 'Gut', organizer: '' },
  });
  expect(await getMeeting(back, kept.id)).toMatchObject({ publicSummary: '', organizer: '' });
});

describe('whoever counsels', () => {
  it('sees what they go to themselves and their hours, of the others nothing', async () => {
    const mine = await makeMeeting(office, { people: [office.id, counsellor.id] });
    await makeMeeting(office, { title: 'Haushalt', people: [office.id] });
    await makeMeeting(office, { title: 'Tagung', kind: 'CONFERENCE', people: [counsellor.id] });
    await makeMeeting(office, { title: 'Damals', day: '2025-11-20', people: [counsellor.id] });
    const titles = async (year: number | null) =>
      (await getOwnYear(counsellor, year)).meetings.map(({ title }) => title).sort();
    expect(await titles(null)).toEqual(['Leichte Sprache', 'Tagung']);
    expect(await titles(2025)).toEqual(['Damals']);
    expect((await getOwnYear(counsellor, null)).trainingMinutes).toBe(0);
    await move(mine.id, 'attend');
    const own = await getOwnYear(counsellor, null);
    expect([own.trainingMinutes, own.years]).toEqual([90, [2026, 2025]]);
    expect(JSON.stringify(own)).not.toContain(office.id);
    for (const who of [office, await makeActor()])
      await expect(getOwnYear(who, null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(getMeeting(counsellor, mine.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('enters a peer consultation, with day and hours and nothing else', async () => {
    expect((await addPeers(counsellor, { day: '2026-11-20', hours: 90 })).ok).toBe(true);
    const added = await addPeers(counsellor, { day: '2026-12-04', hours: 60 });
    expect(added.ok).toBe(true);
    const old = await addPeers(counsellor, { day: '2024-11-20', hours: 90 });
    expect(old).toMatchObject({ code: 'meetings.refused.longAgo' });
    const { peers, peerMinutes, meetings } = await getOwnYear(counsellor, null);
    expect(peers).toMatchObject([
      { kind: 'PEER_CONSULTATION', day: '2026-12-04', state: 'PLANNED', title: '', organizer: '' },
      { kind: 'PEER_CONSULTATION', day: '2026-11-20', state: 'ATTENDED', minutes: 90 },
    ]);
    expect([peerMinutes, meetings]).toEqual([90, []]);
    expect(await db.staffMeetingPerson.count()).toBe(0);
    expect((await listMeetings(office)).past).toMatchObject([{ minutes: 90, people: [] }]);
    const byOffice = addPeers(office, { day: '2026-11-20', hours: 90 });
    await expect(byOffice).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
