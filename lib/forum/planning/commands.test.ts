import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { makeSession, signUpFor } from '@/lib/forum/samples';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeDistrict,
  makeGuest,
  makeOffice,
  whyNotAllowed,
} from '@/lib/testing/factories';
import { seenNow } from '@/lib/testing/seen';
import { tellEverybody } from '@/lib/testing/tellings';
import { callOff } from '../progress/commands';
import { createSession, updateSession } from './commands';
import { getSessionForm } from './queries';
import { type SessionFormInput, sessionFormSchema } from './schema';

testDatabase();

let staff: Awaited<ReturnType<typeof makeActor>>;
let slug = '';
beforeAll(async () => {
  // Some months before the sessions of this file.
  setClock(new Date('2026-11-22T10:00:00+01:00'));
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
  slug = (await makeDistrict()).slug;
});

afterAll(() => setClock(null));

/** What the form sends for a session in spring 2027. */
function form(changes: Partial<Record<keyof SessionFormInput, unknown>> = {}): SessionFormInput {
  return sessionFormSchema.parse({
    session: '0',
    title: 'Frühlingsforum',
    date: '2027-04-14',
    start: '17:30',
    end: '19:00',
    place: 'Siedlerheim',
    fallbackPlace: '',
    access: '',
    childCare: '',
    liftService: '',
    translation: '',
    moderator: '',
    minutesBy: '',
    capacity: '20',
    deadline: '',
    note: '',
    forget: '',
    districts: [slug],
    ...changes,
  });
}

const read = (number: number) => db.forumSession.findUniqueOrThrow({ where: { number } });

async function create(changes: Parameters<typeof form>[0] = {}): Promise<number> {
  const result = await createSession(staff, form(changes));
  if (!result.ok) throw new Error(result.code);
  return result.value.number;
}

describe('planning', () => {
  it('stores the local time and the instant it means', async () => {
    const session = await read(await create({ deadline: '12.04.2027', start: '17.30 Uhr' }));
    expect(session).toMatchObject({
      localStart: '17:30',
      state: 'PLANNED',
      startsAt: new Date('2027-04-14T17:30:00+02:00'),
      registrationDeadline: new Date('2027-04-12T23:59:00+02:00'),
    });
  });

  it('gives every session its own number, also at the same moment', async () => {
    const numbers = await Promise.all(Array.from({ length: 8 }, () => create()));
    expect(new Set(numbers).size).toBe(8);
  });

  it.each([
    ['an hour that is left out', { date: '2027-03-28', start: '02:30' }, 'hourSkipped', 'start'],
    [
      'an hour that exists twice',
      { date: '2027-10-31', start: '02:30', end: '04:00' },
      'hourTwice',
      'hour',
    ],
    ['an end before the start', { end: '17:00' }, 'endBeforeStart', 'end'],
    ['a deadline after it', { deadline: '2027-04-15' }, 'deadlineAfterStart', 'deadline'],
  ])('asks back for %s', async (_name, changes, code, field) => {
    const result = await createSession(staff, form(changes));
    expect(result).toMatchObject({ ok: false, code: `forum.refused.${code}`, field });
  });

  it.each([
    ['first', '2027-10-31T02:30:00+02:00'],
    ['second', '2027-10-31T02:30:00+01:00'],
  ])('takes the %s of two hours when told so', async (hour, instant) => {
    const number = await create({ date: '2027-10-31', start: '02:30', end: '04:00', hour });
    expect((await read(number)).startsAt).toEqual(new Date(instant));
  });

  it('shows in the form what was stored', async () => {
    const number = await create({ deadline: '2027-04-12', capacity: '' });
    expect(await getSessionForm(staff, number)).toMatchObject({
      date: '2027-04-14',
      start: '17:30',
      deadline: '2027-04-12',
      capacity: '',
      districts: [slug],
    });
  });

  it('is for the office only', async () => {
    for (const actor of [makeGuest(), await makeActor(), await makeActor({ roles: ['PARTNER'] })]) {
      await expect(createSession(actor, form())).rejects.toThrow(whyNotAllowed(actor));
      await expect(updateSession(actor, await seenNow(form()))).rejects.toThrow(
        whyNotAllowed(actor),
      );
      await expect(getSessionForm(actor, 1)).rejects.toThrow(whyNotAllowed(actor));
    }
  });
});

describe('form fields', () => {
  it.each([
    [{ date: '2027-02-30' }, 'date'],
    [{ date: '31.11.2027' }, 'date'],
    [{ date: 'morgen' }, 'date'],
    [{ start: '25:00' }, 'start'],
    [{ end: '' }, 'end'],
    [{ capacity: '0' }, 'capacity'],
    [{ capacity: 'viele' }, 'capacity'],
    [{ districts: [] }, 'districts'],
    [{ title: 'ab' }, 'title'],
  ])('refuse %o', (changes, field) => {
    const values = { ...form(), capacity: '20', forget: undefined, ...changes };
    const problems = sessionFormSchema.safeParse(values).error?.issues.map(({ path }) => path[0]);
    expect(problems).toEqual([field]);
  });
});

describe('changing', () => {
  async function withPeople(capacity = '20') {
    const number = await create({ capacity });
    const told = [
      await signUpFor(number, { contact: { kind: 'MAIL', value: `a${number}@example.org` } }),
      await signUpFor(number, {
        name: `Ruth ${number}`,
        contact: { kind: 'PHONE', value: '030 23125-1' },
      }),
    ];
    return {
      number,
      told,
      change: async (more: object) =>
        updateSession(staff, await seenNow(form({ session: String(number), capacity, ...more }))),
    };
  }

  const mailsTo = async (number: number) => {
    await tellEverybody();
    return db.outgoingMail.findMany({
      where: { recipient: `a${number}@example.org`, subject: { startsWith: 'Geändert' } },
    });
  };

  it.each([
    ['the time', { start: '18:00' }],
    ['the day', { date: '2027-04-21' }],
    ['the place', { place: 'Turnhalle' }],
  ])('%s is told to everybody and counted for calendars', async (_name, more) => {
    const { number, change } = await withPeople();
    expect((await change(more)).ok).toBe(true);
    expect((await read(number)).sequence).toBe(1);
    expect(await mailsTo(number)).toHaveLength(1);
    expect(await db.callListItem.count({ where: { person: `Ruth ${number}` } })).toBe(1);
  });

  it('anything else is told to nobody', async () => {
    const { number, change } = await withPeople();
    expect((await change({ title: 'Frühjahrsforum', childCare: 'ja' })).ok).toBe(true);
    expect(await read(number)).toMatchObject({ sequence: 0, title: 'Frühjahrsforum' });
    expect(await mailsTo(number)).toHaveLength(0);
  });

  it('more seats let those who wait move up', async () => {
    const { number, change } = await withPeople('2');
    const waiting = await signUpFor(number, { persons: 2 });
    expect(waiting.state).toBe('WAITLISTED');
    expect((await change({ capacity: '4' })).ok).toBe(true);
    const row = await db.registration.findUniqueOrThrow({ where: { number: waiting.number } });
    expect(row).toMatchObject({ state: 'CONFIRMED' });
  });

  it('never takes a seat away from somebody', async () => {
    const { number, change } = await withPeople();
    const result = await change({ capacity: '1' });
    expect(result).toMatchObject({
      code: 'forum.refused.capacityBelowConfirmed',
      params: { confirmed: 2 },
    });
    expect((await read(number)).capacity).toBe(20);
  });

  it('a new date brings a postponed session back', async () => {
    const { number, change } = await withPeople();
    const note = 'Bitte am Hintereingang klingeln.';
    await change({ note });
    const reason = 'Der Saal ist gesperrt.';
    await callOff(staff, await seenNow({ session: number, step: 'postpone', reason }));
    expect(await read(number)).toMatchObject({ note, callOffReason: reason });
    const why = 'Der Grund war ein anderer.';
    await change({ note, callOffReason: 'Der Saal wird gestrichen.', reason: why });
    expect(await read(number)).toMatchObject({ callOffReason: 'Der Saal wird gestrichen.' });
    await change({ note, date: '2027-05-12' });
    expect(await read(number)).toMatchObject({ state: 'PLANNED', note, callOffReason: '' });
    expect(await mailsTo(number)).toHaveLength(1);
  });

  it('a new day asks for a last day to sign up that goes with it', async () => {
    const { number, change } = await withPeople();
    const old = { deadline: '2027-04-09', translation: 'Auf Wunsch, bitte bis 9. April.' };
    expect(await change(old)).toMatchObject({ ok: true });
    const off = { session: number, step: 'postpone' as const, reason: 'Der Saal ist gesperrt.' };
    expect((await callOff(staff, await seenNow(off))).ok).toBe(true);
    const left = { code: 'forum-seats.refused.oldDays', field: 'daysChecked' };
    const may = { ...old, date: '2027-05-12' };
    expect(await change(may)).toMatchObject({
      ...left,
      params: { kind: 'both', days: '„9. April“', as: 'Fr, 7.\u202fMai 2027' },
    });
    // Postponed until after that day: nobody could sign up.
    setClock(new Date('2027-04-20T10:00:00+02:00'));
    const closed = { code: 'forum-seats.refused.closed', field: 'deadline' };
    expect(await change({ ...may, daysChecked: 'yes' })).toMatchObject(closed);
    expect((await read(number)).state).toBe('POSTPONED');
    const own = { ...may, deadline: '2027-05-08' };
    expect(await change(own)).toMatchObject({ ...left, params: { kind: 'texts' } });
    expect((await change({ ...own, daysChecked: 'yes' })).ok).toBe(true);
    // It only moves after its sign-up was closed, and that stays so.
    setClock(new Date('2027-05-10T10:00:00+02:00'));
    const moved = { ...own, date: '2027-05-19' };
    expect(await change(moved)).toMatchObject(left);
    expect(await change({ ...moved, deadline: '2027-05-09' })).toMatchObject(closed);
    expect((await change({ ...moved, daysChecked: 'yes' })).ok).toBe(true);
    expect(await createSession(staff, form(own))).toMatchObject(closed);
    setClock(new Date('2026-11-22T10:00:00+01:00'));
  });

  it('what is called off gets no new day, and its words can still be put right', async () => {
    const { number, change } = await withPeople();
    const off = { session: number, step: 'cancel' as const, reason: 'Der Saal ist gesperrt.' };
    expect((await callOff(staff, await seenNow(off))).ok).toBe(true);
    const refused = { code: 'forum-seats.refused.calledOff', field: 'date' };
    expect(await change({ date: '2027-05-12' })).toMatchObject(refused);
    expect(await change({ start: '18:00' })).toMatchObject(refused);
    const right = { callOffReason: 'Der Saal wird gestrichen.', reason: 'Ein Irrtum.' };
    expect(await change(right)).toMatchObject({ ok: true });
    expect(await read(number)).toMatchObject({
      state: 'CANCELLED',
      startsAt: new Date('2027-04-14T17:30:00+02:00'),
      callOffReason: 'Der Saal wird gestrichen.',
    });
  });

  it('becomes over by no wrong year, and nobody is named as the reason', async () => {
    const { number, change } = await withPeople();
    const past = { code: 'forum-seats.refused.past', field: 'date' };
    expect(await change({ date: '2020-05-12' })).toMatchObject(past);
    const off = { session: number, step: 'postpone' as const };
    const named = { ...off, reason: 'Frau Meyer ist krank.' };
    expect(await callOff(staff, await seenNow(named))).toMatchObject({
      ok: false,
      field: 'reason',
    });
    await callOff(staff, await seenNow({ ...off, reason: 'Der Saal ist gesperrt.' }));
    expect(await change({ date: '2020-05-12' })).toMatchObject(past);
    expect(await change({ callOffReason: named.reason })).toMatchObject({ field: 'callOffReason' });
    expect((await read(number)).callOffReason).toBe('Der Saal ist gesperrt.');
  });

  it('corrections afterwards disturb nobody', async () => {
    const past = await makeSession({ inDays: -5 });
    const put = await updateSession(
      staff,
      await seenNow(form({ session: String(past.number), date: '2026-01-14' })),
    );
    expect(put).toMatchObject({ value: { isTold: false } });
    await tellEverybody();
    expect(await db.outgoingMail.count({ where: { subject: { contains: past.title } } })).toBe(0);
  });

  it('is done by one of two who saw the same, and what was called off stays so', async () => {
    const { number } = await withPeople();
    const seen = await seenNow(form({ session: String(number) }));
    const to = (place: string) => updateSession(staff, { ...seen, place });
    const both = await Promise.all([to('Turnhalle'), to('Kirche')]);
    expect(both.filter(({ ok }) => ok)).toMatchObject([{ value: { isTold: true } }]);
    expect((await read(number)).place).toBe(both[0]?.ok ? 'Turnhalle' : 'Kirche');
    const next = await seenNow(seen);
    const off = { session: number, step: 'cancel' as const, reason: 'Die Heizung ist kaputt.' };
    expect((await callOff(staff, await seenNow(off))).ok).toBe(true);
    expect(await updateSession(staff, next)).toMatchObject({ code: CHANGED_MEANWHILE });
    expect((await read(number)).callOffReason).toBe(off.reason);
  });
});
