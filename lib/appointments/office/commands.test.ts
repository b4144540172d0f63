import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { behindTheWall } from '@/lib/core/walled';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { bookAppointment, enterAppointment, giveBack } from '../booking/commands';
import { findOpenBooking, getOwnBooking, listFreeSlots } from '../booking/queries';
import { callAgain, callNext, drawNumber } from '../counts/commands';
import { listNumbers } from '../counts/queries';
import { numbersNow } from '../counts/rules';
import { readKey } from '../rules';
import {
  asSeen,
  bookForm,
  bookInput,
  daysOff,
  hoursInput,
  makeCounsellor,
  makeHours,
} from '../samples';
import { dayOnAgain, openDesk, openHours, takeOff } from '../times/commands';
import { getOwnTimes, listOwnSlots } from '../times/queries';
import { callOffDays, drawAtCounter } from './commands';
import { listCounsellors } from './queries';
import { callOffSchema } from './schema';

testDatabase();

const NOW = new Date('2026-11-30T12:00:00+01:00');
const PHONE = '030 23125-177';
let anna: Awaited<ReturnType<typeof makeCounsellor>>;
let bert: Awaited<ReturnType<typeof makeCounsellor>>;
let office: Actor;

beforeAll(async () => {
  await moveClock(NOW);
  await makeOffice();
});

beforeEach(async () => {
  await moveClock(NOW);
  await ownerDb.$executeRaw`TRUNCATE counselling.bookings, counselling.slots, counselling.hours, counselling.days_off, audit_entries`;
  anna = await makeCounsellor();
  bert = await makeCounsellor();
  office = await makeActor({ roles: ['COORDINATOR'], secondFactor: true });
});

const free = async () => (await listFreeSlots()) ?? [];
const firstFree = async () => (await free())[0]?.id ?? '';

async function keyOf(form: ReturnType<typeof bookForm>) {
  await bookAppointment(makeGuest(), bookInput(await firstFree()), form);
  return readKey(form.key) ?? { number: 0, code: '' };
}

async function booked(changes: Parameters<typeof bookInput>[1] = {}): Promise<string> {
  const form = bookForm();
  const input = bookInput(await firstFree(), changes);
  expect(await bookAppointment(makeGuest(), input, form)).toMatchObject({ ok: true });
  return form.key;
}

describe('the office', () => {
  it('takes an appointment for somebody of what everybody may have, and reads nothing but what it wrote', async () => {
    await makeHours(anna);
    const slot = await firstFree();
    const form = bookForm();
    const enter = () => enterAppointment(office, bookInput(slot, { phone: PHONE }), form);
    expect([await enter(), await enter()]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await findOpenBooking(form.key)).toMatchObject({ name: 'Kranich', slotId: slot });
    const [mine] = (await listOwnSlots(anna.actor, anna.key)) ?? [];
    expect(mine?.booking).toMatchObject({ via: 'OFFICE', name: 'Kranich', phone: PHONE });
    expect(await enterAppointment(office, bookInput(slot), bookForm())).toMatchObject({
      code: 'appointments-office.refused.taken',
    });
    // Nobody is sent a message, so there is as much notice as for everybody.
    await makeHours(bert, { kind: 'HOME_VISIT', untilDay: '2026-12-01' });
    const [late] = (await listOwnSlots(bert.actor, bert.key)) ?? [];
    const soon = bookInput(late?.id ?? '', { phone: PHONE });
    expect(await enterAppointment(office, soon, bookForm())).toMatchObject({
      code: 'appointments.refused.gone',
    });
    expect(await ownerDb.auditEntry.count()).toBe(0);
    for (const who of [anna.actor, await makeActor()])
      await expect(enterAppointment(who, bookInput(slot), bookForm())).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
  });
});

const TODAY = { fromDay: '2026-12-01', untilDay: '2026-12-01', whole: true, certain: true };

describe('days of somebody who is ill', () => {
  it('are called off by the office, which hears the same whether or not somebody had an appointment', async () => {
    await makeHours(anna);
    await makeHours(bert, { from: '13:00', until: '14:00' });
    const running = await booked({ phone: PHONE });
    const later = await booked();
    const of = { counsellor: anna.actor.id };
    const next = { ...of, ...TODAY, fromDay: '2026-12-08', untilDay: '2026-12-09' };
    // At a quarter past nine the first of them stands before the door.
    await moveClock(new Date('2026-12-01T09:15:00+01:00'));
    for (const { actor, key } of [anna, bert]) await openDesk(actor, key);
    office = await makeActor({ roles: ['COORDINATOR'], secondFactor: true });
    const done = { ok: true, value: null };
    expect(await callOffDays(office, next)).toEqual(done);
    expect(await callOffDays(office, { ...of, ...TODAY, whole: false })).toEqual(done);
    expect(await getOwnBooking(running)).toMatchObject({ state: 'BOOKED', isRunning: true });
    expect(await getOwnBooking(later)).toMatchObject({ state: 'CANCELLED_BY_OFFICE' });
    expect(await callOffDays(office, { ...of, ...TODAY })).toEqual(done);
    expect(await getOwnBooking(running)).toMatchObject({ state: 'CANCELLED_BY_OFFICE' });
    // Of nobody else.
    expect((await free())[0]?.startsAt.toISOString()).toBe('2026-12-01T12:00:00.000Z');
    const called = ((await listOwnSlots(anna.actor, anna.key)) ?? []).filter(
      ({ booking }) => booking?.toCall,
    );
    expect(called).toMatchObject([{ booking: { phone: PHONE } }]);
    const days = await getOwnTimes(anna.actor, anna.key);
    expect(days?.daysOff.map(({ byOffice }) => byOffice)).toEqual([true, true]);
    // Who did it: of whom stands nowhere on this side, and no session, which would prove something.
    const noted = await ownerDb.auditEntry.findMany({
      select: { action: true, actorId: true, subjectId: true },
    });
    const { id: actorId } = office;
    expect(noted).toEqual(
      Array.from({ length: 3 }, () => ({
        ...{ action: 'counsellingDays.calledOff', actorId, subjectId: actorId },
      })),
    );
  });

  it('leave one’s own days off as they are, whichever came first, and go without them', async () => {
    await makeHours(anna);
    const gaveBack = await keyOf(bookForm());
    expect(await giveBack(makeGuest(), await asSeen(gaveBack))).toMatchObject({ ok: true });
    const own = async () => (await getOwnTimes(anna.actor, anna.key))?.daysOff ?? [];
    const offices = async () => (await own()).find(({ byOffice }) => byOffice)?.id ?? '';
    const callOff = (fromDay: string, untilDay = fromDay) =>
      callOffDays(office, {
        ...{ counsellor: anna.actor.id, fromDay, untilDay, whole: false, certain: true },
      });
    const leave = { fromDay: '2026-12-01', untilDay: '2026-12-10', byOffice: false };
    await takeOff(anna.actor, anna.key, daysOff('2026-12-01', '2026-12-10'));
    await callOff('2026-12-08', '2026-12-15');
    const sick = { fromDay: '2026-12-08', untilDay: '2026-12-15', byOffice: true };
    expect(await own()).toMatchObject([leave, sick]);
    // Of those that come back the 15th alone counts again.
    expect(await dayOnAgain(anna.actor, anna.key, { id: await offices() })).toMatchObject({
      value: { count: 4, isOffStill: true },
    });
    expect(await own()).toMatchObject([leave]);
    expect((await free())[0]?.startsAt.toISOString()).toBe('2026-12-15T08:00:00.000Z');
    await callOff('2026-12-01');
    await callOff('2026-12-01');
    await takeOff(anna.actor, anna.key, daysOff('2026-12-01', '2026-12-02'));
    expect((await own()).map(({ byOffice }) => byOffice).sort()).toEqual([false, true]);
    // What was given back there is still nobody's to have.
    expect(await dayOnAgain(anna.actor, anna.key, { id: await offices() })).toMatchObject({
      value: { count: 0, isOffStill: true },
    });
    const [mine] = await own();
    expect(mine).toMatchObject(leave);
    expect(await dayOnAgain(anna.actor, anna.key, { id: mine?.id ?? '' })).toMatchObject({
      value: { isOffStill: false },
    });
  });

  it('begin today at the earliest, last a month, are of who counsels, and nobody else calls them off', async () => {
    const of = { counsellor: anna.actor.id, ...TODAY };
    expect(await callOffDays(office, { ...of, fromDay: '2026-11-29' })).toMatchObject({
      field: 'fromDay',
    });
    expect(await callOffDays(office, { ...of, untilDay: '2027-01-02' })).toMatchObject({
      field: 'counsellor',
    });
    expect(await callOffDays(office, { ...of, counsellor: office.id })).toMatchObject({
      code: 'appointments-office.refused.nobody',
    });
    for (const who of [anna.actor, bert.actor, await makeActor()])
      await expect(callOffDays(who, of)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await listCounsellors(office)).map(({ id }) => id)).toContain(anna.actor.id);
    expect((await listCounsellors(office)).map(({ id }) => id)).not.toContain(office.id);
  });

  it('are called off by nobody who did not say that they mean it', () => {
    const said = { counsellor: anna.actor.id, fromDay: '2026-12-01', untilDay: '' };
    const asked = (more: object) => callOffSchema.safeParse({ ...said, ...more });
    expect(asked({ certain: 'yes' }).data).toMatchObject({
      ...{ untilDay: '2026-12-01', whole: false },
    });
    expect(asked({}).error?.issues.map(({ path }) => path[0])).toEqual(['certain']);
    expect(
      asked({ certain: 'yes', untilDay: '2027-01-02' }).error?.issues.map(({ path }) => path[0]),
    ).toEqual(['untilDay']);
  });
});

/** Of nobody who is in the office just now. */
async function sessionsOfOthers(): Promise<string[]> {
  const both = await makeActor({ roles: ['COUNSELLOR', 'ADMIN'], secondFactor: true });
  await ownerDb.$executeRaw`UPDATE user_sessions SET area = 'COUNSELLING' WHERE id = ${both.sessionId}::uuid`;
  const halfway = await makeActor({ roles: ['COORDINATOR'], secondFactor: false });
  const out = await makeActor({ roles: ['ADMIN'], secondFactor: true });
  await ownerDb.$executeRaw`DELETE FROM user_sessions WHERE id = ${out.sessionId}::uuid`;
  const late = await makeActor({ roles: ['ADMIN'], secondFactor: true });
  await ownerDb.$executeRaw`UPDATE user_sessions SET expires_at = ${NOW} WHERE id = ${late.sessionId}::uuid`;
  return [both, halfway, out, late, await makeActor()].map(({ sessionId }) => sessionId);
}

describe('the database', () => {
  const off = async (session: string, whose: string, until = '2026-12-01') => {
    const [row] = await db.$queryRaw<{ done: boolean }[]>`
      SELECT call_off_counselling(${session}::uuid, ${whose}::uuid, '2026-12-01', ${until}::date, true) AS done`;
    return row?.done;
  };

  it('takes what the office enters only with a session of the office, whoever asks it', async () => {
    await makeHours(anna);
    const book = async (slot: string, session: string | null) => {
      const values = [slot, 'Kranich', null, 'de', false, 'OFFICE', 123456, randomUUID(), session];
      const rows = await behindTheWall(anna.key, (ask) =>
        ask<{ answer: string }>(
          'SELECT counselling.book($1, $2, $3, $4, $5, $6, $7, $8, $9) AS answer',
          values,
        ),
      );
      return rows?.[0]?.answer;
    };
    const sessions = await sessionsOfOthers();
    for (const session of [null, randomUUID(), anna.actor.sessionId, ...sessions])
      expect(await book(await firstFree(), session)).toBe('GONE');
    expect(await listOwnSlots(anna.actor, anna.key)).not.toContainEqual(
      expect.objectContaining({ booking: expect.anything() }),
    );
    expect(await book(await firstFree(), office.sessionId)).toBe('BOOKED');
  });

  it('asks the session itself whether it is one of the office, and tells neither side more', async () => {
    for (const session of [bert.actor.sessionId, ...(await sessionsOfOthers())])
      expect(await off(session, anna.actor.id)).toBe(false);
    expect(await off(office.sessionId, office.id)).toBe(false);
    expect(await off(office.sessionId, anna.actor.id, '2027-01-02')).toBe(false);
    expect(await off(office.sessionId, anna.actor.id)).toBe(true);
    // Nobody has the way without a session, nor the counselling the one with it.
    await expect(
      db.$queryRaw`SELECT counselling.call_off(${anna.actor.id}::uuid, '2026-12-01', '2026-12-01', true, true)`,
    ).rejects.toThrow(/permission denied/);
    for (const sql of [
      `SELECT counselling.call_off(NULL, NULL, NULL, true, true)`,
      'SELECT call_off_counselling(NULL, NULL, NULL, NULL, NULL)',
    ])
      await expect(behindTheWall(anna.key, (ask) => ask(sql))).rejects.toThrow(/permission denied/);
  });
});

describe('a number of open hours', () => {
  beforeEach(async () => {
    await ownerDb.$executeRaw`TRUNCATE counselling.walk_ins`;
  });
  const next = async () => numbersNow(await listNumbers()).fresh;
  const said = (moved: Awaited<ReturnType<typeof drawAtCounter>>) => {
    if (!moved.ok) return moved.code;
    return moved.value.wasBefore ? `${moved.value.number} before` : moved.value.number;
  };
  const draw = async (number?: number) =>
    said(await drawAtCounter(office, { number: number ?? (await next()) }));
  const drawAtDesk = async (who: typeof anna, number?: number) =>
    said(await drawNumber(who.actor, who.key, { number: number ?? (await next()) }));
  const NOT_OPEN = 'appointments-office.refused.notOpen';
  const OTHER_DAY = 'appointments-desk.refused.otherDay';
  const at = async (time: string) => {
    await moveClock(new Date(`2026-12-01T${time}:00+01:00`));
    for (const { actor, key } of [anna, bert]) await openDesk(actor, key);
    office = await makeActor({ roles: ['COORDINATOR'], secondFactor: true });
  };

  it('is given out while they are, at the counter and at the desk, each once however often it is pressed', async () => {
    await makeHours(anna, { kind: 'WALK_IN', weekday: 2 });
    await makeHours(anna, { weekday: 1, from: '12:00', until: '13:00' });
    const closed = async () => [await draw(), await drawAtDesk(anna)];
    const NONE = [NOT_OPEN, 'appointments-desk.refused.notOpen'];
    expect(await closed()).toEqual(NONE);
    await at('08:29');
    expect(await closed()).toEqual(NONE);
    await at('08:31');
    expect(await draw()).toBe(1);
    expect(await drawAtDesk(anna)).toBe(2);
    // The same page in two windows, at the counter and at two desks.
    const pressed = await Promise.all([draw(3), draw(3), drawAtDesk(anna, 3), drawAtDesk(bert, 3)]);
    expect(pressed.map(String).sort()).toEqual(['3', '3 before', '3 before', '3 before']);
    expect([await draw(2), await drawAtDesk(anna, 1)]).toEqual(['2 before', '1 before']);
    // A page of another day.
    expect(await draw(9)).toBe(OTHER_DAY);
    expect(await listNumbers()).toHaveLength(3);
    const session = (id: string) =>
      db.$queryRaw`SELECT draw_counselling_number(${id}::uuid, 4) AS answer`;
    for (const id of [anna.actor.sessionId, randomUUID(), ...(await sessionsOfOthers())])
      expect(await session(id)).toEqual([{ answer: null }]);
    await at('11:01');
    expect(await closed()).toEqual(NONE);
    await expect(drawAtCounter(anna.actor, { number: 4 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      behindTheWall(anna.key, (ask) => ask('SELECT draw_counselling_number(NULL, 1)')),
    ).rejects.toThrow(/permission denied/);
  });

  it('is one of two hundred of a day, and none of a day off', async () => {
    await makeHours(anna, { kind: 'WALK_IN', weekday: 2 });
    await at('09:00');
    await ownerDb.$executeRaw`
      INSERT INTO counselling.walk_ins (day, number) VALUES ('2026-12-01', 199)`;
    expect(await draw()).toBe(200);
    expect(await draw()).toBe('appointments-office.refused.allDrawn');
    expect(await drawAtDesk(bert)).toBe('appointments-desk.refused.allDrawn');
    await takeOff(anna.actor, anna.key, daysOff('2026-12-01'));
    expect(await draw()).toBe(NOT_OPEN);
  });

  it('is none of a holiday with hours as a rule, at the counter nor at the desk', async () => {
    // On Fridays; one of them is Christmas Day.
    await makeHours(anna, { kind: 'WALK_IN', weekday: 5 });
    const onDay = async (day: string) => {
      await moveClock(new Date(`${day}T10:00:00+01:00`));
      office = await makeActor({ roles: ['COORDINATOR'], secondFactor: true });
      return [await draw(), await drawAtDesk(await makeCounsellor())];
    };
    expect(await onDay('2026-12-25')).toEqual([NOT_OPEN, 'appointments-desk.refused.notOpen']);
    expect(await onDay('2027-01-08')).toEqual([1, 2]);
  });

  it('is called once however often it is pressed, and once more of all that were called', async () => {
    await makeHours(anna, { kind: 'WALK_IN', weekday: 2 });
    await at('09:00');
    for (let drawn = 0; drawn < 4; drawn += 1) await drawAtDesk(anna);
    const call = async (number: number, place = 'Zimmer 1') =>
      said(await callNext(bert.actor, bert.key, { number, place }));
    const both = await Promise.all([call(1), call(1)]);
    expect(both.map(String).sort()).toEqual(['1', '1 before']);
    await at('09:01');
    expect(await call(2, 'Zimmer 2')).toBe(2);
    await at('09:02');
    expect(await call(3, 'Zimmer 2')).toBe(3);
    expect(await call(5)).toBe(OTHER_DAY);
    const again = (number: number, place: string, key = anna.key) =>
      callAgain(anna.actor, key, { number, place });
    await at('09:03');
    for (const [number, place, where] of [
      [1, 'Zimmer 3', 'Zimmer 3'],
      [2, '', 'Zimmer 2'],
      [3, '', 'Zimmer 2'],
    ] as const) {
      expect(await again(number, place)).toMatchObject({ ok: true, value: { number } });
      const called = (await listNumbers()).find((each) => each.number === number);
      expect(called).toEqual({ number, place: where, called: true });
    }
    for (const never of [4, 5, 0])
      expect(await again(never, '')).toMatchObject({
        code: 'appointments-desk.refused.notCalled',
      });
    expect(await again(1, '', '')).toMatchObject({ code: 'appointments-desk.refused.shut' });
    expect(numbersNow(await listNumbers()).waiting).toHaveLength(1);
  });

  it('is called to no person: everybody reads where to', async () => {
    await makeHours(anna, { kind: 'WALK_IN', weekday: 2 });
    await at('09:00');
    await drawAtDesk(anna);
    const place = 'Zimmer von Frau Müller';
    const named = { code: 'outreach-rounds.trace.name', field: 'place' };
    const input = { number: 1, place };
    expect(await callNext(anna.actor, anna.key, input)).toMatchObject(named);
    expect(await callAgain(anna.actor, anna.key, input)).toMatchObject(named);
    const hours = hoursInput({ kind: 'WALK_IN', place });
    expect(await openHours(anna.actor, anna.key, hours)).toMatchObject(named);
    for (const room of ['Zimmer 2', 'Tür 3', '2. Stock, Raum 12'])
      expect(await openHours(anna.actor, anna.key, { ...hours, place: room })).toMatchObject({
        ok: true,
      });
    expect((await listNumbers()).filter(({ called }) => called)).toEqual([]);
  });
});
