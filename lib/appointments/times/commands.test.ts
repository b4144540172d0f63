import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publicHolidays } from '@/lib/settings/holidays.mjs';
import { HOLIDAY_REGIONS } from '@/lib/settings/rules';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { bookAppointment } from '../booking/commands';
import { getOwnBooking, listFreeSlots } from '../booking/queries';
import { callNext, drawNumber, tallyTalks } from '../counts/commands';
import { listNumbers, listOwnTally, listTalksByMonth } from '../counts/queries';
import { bookForm, bookInput, daysOff, makeCounsellor, makeHours } from '../samples';
import { closeHours, dayOnAgain, openDesk, openHours, settleBooking, takeOff } from './commands';
import { getOwnSlot, getOwnTimes, listOwnSlots } from './queries';
import { openHoursSchema } from './schema';

testDatabase();

const NOW = new Date('2026-11-30T12:00:00+01:00');
let anna: Awaited<ReturnType<typeof makeCounsellor>>;
let bert: Awaited<ReturnType<typeof makeCounsellor>>;

beforeAll(async () => {
  await moveClock(NOW);
  await makeOffice();
});

beforeEach(async () => {
  await moveClock(NOW);
  await ownerDb.$executeRaw`TRUNCATE counselling.bookings, counselling.slots, counselling.hours, counselling.days_off, counselling.tallies, counselling.walk_ins`;
  anna = await makeCounsellor();
  bert = await makeCounsellor();
});

const free = async () => (await listFreeSlots()) ?? [];
const starts = async () =>
  (await free()).map(({ startsAt }) => startsAt.toISOString().slice(0, 16));

async function booked(changes: Parameters<typeof bookInput>[1] = {}): Promise<string> {
  const form = bookForm();
  const [slot] = await free();
  await bookAppointment(makeGuest(), bookInput(slot?.id ?? '', changes), form);
  return form.key;
}

async function bookingOf(who: typeof anna) {
  const slots = (await listOwnSlots(who.actor, who.key)) ?? [];
  const found = slots.find(({ booking }) => booking !== null);
  if (!found?.booking) throw new Error('nobody has booked');
  return { ...found.booking, slot: found.id };
}

describe('hours', () => {
  it('know the holidays the pages know, of each Land', async () => {
    for (const region of HOLIDAY_REGIONS) {
      const rows = await ownerDb.$queryRaw<{ day: string }[]>`
        SELECT to_char(day, 'YYYY-MM-DD') AS day FROM generate_series('2024-01-01'::timestamp, '2045-12-31', interval '1 day') AS day
        WHERE counselling.is_holiday(day::date, ${region})`;
      const years = Array.from({ length: 22 }, (_, index) => 2024 + index);
      const known = years.flatMap((year) => [...publicHolidays(year, region)].sort());
      expect(rows.map(({ day }) => day)).toEqual(known);
    }
  });

  it('make appointments by the clock of the place, in summer as in winter, and none on holidays', async () => {
    await moveClock(new Date('2027-03-15T12:00:00+01:00'));
    await makeHours(await makeCounsellor(), {
      weekday: 1,
      from: '09:00',
      until: '10:00',
      minutes: 60,
      untilDay: '2027-04-05',
    });
    // Easter Monday, the 29th, is none; the clock changes the day before.
    expect(await starts()).toEqual(['2027-03-22T08:00', '2027-04-05T07:00']);
  });

  it('have no appointment in an hour that a clock leaves out, and one in an hour that comes twice', async () => {
    await moveClock(new Date('2027-03-26T12:00:00+01:00'));
    const night = { weekday: 7, from: '01:30', until: '04:00', minutes: 30 };
    await makeHours(await makeCounsellor(), { ...night, untilDay: '2027-03-28' });
    // Easter Sunday is no holiday of Saxony.
    expect(await starts()).toEqual(['2027-03-28T00:30', '2027-03-28T01:00', '2027-03-28T01:30']);
    await moveClock(new Date('2028-10-28T12:00:00+02:00'));
    await makeHours(await makeCounsellor(), {
      ...night,
      fromDay: '2028-10-29',
      untilDay: '2028-10-29',
    });
    expect(await starts()).toHaveLength(5);
  });

  it('do not overlap with what somebody has already, and close without taking anybody’s appointment', async () => {
    await makeHours(anna, { untilDay: '2026-12-01' });
    // The same form again.
    expect(await makeHours(anna, { untilDay: '2026-12-01' })).toBe(0);
    const key = await booked();
    expect(
      await makeHours(anna, { from: '09:15', until: '10:00', minutes: 45, untilDay: '2026-12-01' }),
    ).toBe(0);
    const { hours } = (await getOwnTimes(anna.actor, anna.key)) ?? { hours: [] };
    expect(await closeHours(bert.actor, bert.key, { id: hours[0]?.id ?? '' })).toMatchObject({
      code: 'appointments-desk.refused.hoursGone',
    });
    expect(await free()).toHaveLength(3);
    const counts: unknown[] = [];
    for (const { id } of hours) counts.push(await closeHours(anna.actor, anna.key, { id }));
    // Twice would be three.
    expect(counts).toMatchObject([{ value: { count: 1 } }, { value: { count: 0 } }]);
    // Once more says that they are no more, and not that nobody has an appointment.
    expect(await closeHours(anna.actor, anna.key, { id: hours[0]?.id ?? '' })).toMatchObject({
      code: 'appointments-desk.refused.hoursGone',
    });
    expect(await free()).toEqual([]);
    expect(await getOwnBooking(key)).toMatchObject({ state: 'BOOKED' });
  });
});

describe('days off', () => {
  it('call off who had an appointment, who is told where there is a number, and come back without them', async () => {
    await makeHours(anna);
    await makeHours(bert, { from: '13:00', until: '14:00' });
    const key = await booked({ phone: '030 23125-177' });
    const off = daysOff('2026-12-01', '2026-12-08');
    expect(await takeOff(anna.actor, anna.key, off)).toMatchObject({ value: { count: 1 } });
    // Sent twice, or with days among them, they are the same days, and as many appointments are off.
    expect(await takeOff(anna.actor, anna.key, off)).toMatchObject({ value: { count: 1 } });
    const first = daysOff('2026-12-01');
    expect(await takeOff(anna.actor, anna.key, first)).toMatchObject({ value: { count: 1 } });
    expect(await getOwnBooking(key)).toMatchObject({ state: 'CANCELLED_BY_OFFICE' });
    expect((await starts())[0]).toBe('2026-12-01T12:00');
    const { id, slot, toCall, phone } = await bookingOf(anna);
    expect([toCall, phone]).toEqual([true, '030 23125-177']);
    expect(await settleBooking(anna.actor, anna.key, { id, slot, to: 'TOLD' })).toMatchObject({
      ok: true,
    });
    expect(await bookingOf(anna)).toMatchObject({ toCall: false, phone: '', name: '' });
    const { daysOff: those } = (await getOwnTimes(anna.actor, anna.key)) ?? { daysOff: [] };
    expect(those).toMatchObject([
      { fromDay: off.fromDay, untilDay: off.untilDay, byOffice: false },
    ]);
    await dayOnAgain(anna.actor, anna.key, { id: those[0]?.id ?? '' });
    expect(await dayOnAgain(anna.actor, anna.key, { id: those[0]?.id ?? '' })).toMatchObject({
      code: 'appointments-desk.refused.daysGone',
    });
    // All but the one that was called off.
    expect((await starts()).slice(0, 3)).toEqual([
      '2026-12-01T08:30',
      '2026-12-01T09:00',
      '2026-12-01T09:30',
    ]);
  });
});

describe('a counsellor', () => {
  it('says what became of their own appointment, and nobody else can', async () => {
    await makeHours(anna);
    await booked();
    const { id, slot } = await bookingOf(anna);
    const settle = (who: typeof anna, to: 'HELD' | 'NO_SHOW') =>
      settleBooking(who.actor, who.key, { id, slot, to });
    expect(await settle(anna, 'HELD')).toMatchObject({ code: 'appointments-desk.refused.state' });
    await moveClock(new Date('2026-12-01T10:00:00+01:00'));
    // A key opens for twelve hours.
    expect(await settle(anna, 'HELD')).toMatchObject({ code: 'appointments-desk.refused.shut' });
    for (const { actor, key } of [anna, bert]) await openDesk(actor, key);
    expect(await settle(bert, 'HELD')).toMatchObject({ code: 'appointments-desk.refused.state' });
    expect(await settle({ actor: bert.actor, key: anna.key }, 'HELD')).toMatchObject({
      code: 'appointments-desk.refused.shut',
    });
    expect(await getOwnSlot(bert.actor, bert.key, slot)).toEqual({ slot: null });
    // A desk that is shut says so, and not that there is no such appointment.
    expect(await getOwnSlot(bert.actor, '', slot)).toBeNull();
    expect(await settle(anna, 'HELD')).toMatchObject({ ok: true });
    expect(await settle(anna, 'NO_SHOW')).toMatchObject({ ok: true });
  });

  it('is at no desk without opening it, and neither the office nor a resident can', async () => {
    expect(await listOwnSlots(anna.actor, '')).toBeNull();
    const both = await makeActor({ roles: ['COUNSELLOR', 'COORDINATOR'], secondFactor: true });
    for (const actor of [both, await makeActor({ roles: ['ADMIN'] }), await makeActor()])
      await expect(openDesk(actor, 'k'.repeat(48))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('hours without appointments', () => {
  const parse = (changes: object) =>
    openHoursSchema.safeParse({
      ...{ weekday: '2', from: '09:00', until: '09:20', minutes: '30', kind: 'WALK_IN' },
      ...{ place: 'Zimmer 2', languages: ['de'], fromDay: '2026-11-01', ...changes },
    });
  const said = (changes: object) => parse(changes).error?.issues.map(({ message }) => message);

  it('are not measured by what an appointment takes', async () => {
    const short = parse({});
    expect(await openHours(anna.actor, anna.key, short.data as never)).toMatchObject({ ok: true });
    expect(said({ until: '09:09' })).toEqual(['appointments-desk.error.untilOpen']);
    expect(said({ until: '08:00' })).toEqual(['appointments-desk.error.untilOpen']);
    expect(said({ kind: 'PERSONAL' })).toEqual(['appointments-desk.error.until']);
  });
});

describe('counts', () => {
  it('are told to the office for whole months, from five on, all together', async () => {
    const office = await makeActor({ roles: ['COORDINATOR'] });
    const line = { topic: 'MONEY', band: 'TO30', firstContact: true } as const;
    const say = (who: typeof anna, month: string, talks: number) =>
      tallyTalks(who.actor, who.key, { ...line, month, talks });
    await say(anna, '2026-09-01', 4);
    await say(anna, '2026-10-01', 3);
    await say(bert, '2026-10-01', 2);
    await say(anna, '2026-11-01', 40);
    expect(await listOwnTally(bert.actor, bert.key, '2026')).toEqual([
      { ...line, month: '2026-10-01', talks: 2 },
    ]);
    expect(await listTalksByMonth(office)).toEqual([
      { month: '2026-10-01', talks: 5 },
      { month: '2026-09-01', talks: null },
    ]);
    await say(anna, '2026-10-01', 0);
    expect(await listTalksByMonth(office)).toMatchObject([{ talks: null }, { talks: null }]);
    await expect(listTalksByMonth(anna.actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of the waiting room are gone the day after', async () => {
    await makeHours(anna, { kind: 'WALK_IN', weekday: 1, from: '11:00', until: '13:00' });
    for (const number of [1, 2])
      expect(await drawNumber(anna.actor, anna.key, { number })).toMatchObject({ ok: true });
    await callNext(bert.actor, bert.key, { number: 1, place: 'Zimmer 2' });
    expect((await listNumbers()).map(({ called }) => called)).toEqual([true, false]);
    await moveClock(new Date('2026-12-01T08:00:00+01:00'));
    expect(await listNumbers()).toEqual([]);
  });
});
