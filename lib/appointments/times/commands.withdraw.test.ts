import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeGuest, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { bookAppointment, giveBack, moveAppointment } from '../booking/commands';
import { getOwnBooking, listFreeSlots } from '../booking/queries';
import { canMove, readKey } from '../rules';
import { asSeen, bookForm, bookInput, daysOff, makeCounsellor, makeHours } from '../samples';
import { dayOnAgain, settleBooking, takeOff, withdrawSlot } from './commands';
import { getOwnTimes, listOwnSlots } from './queries';

testDatabase();

let anna: Awaited<ReturnType<typeof makeCounsellor>>;
let bert: Awaited<ReturnType<typeof makeCounsellor>>;

beforeAll(async () => {
  await moveClock(new Date('2026-11-30T12:00:00+01:00'));
  await makeOffice();
});

beforeEach(async () => {
  await ownerDb.$executeRaw`TRUNCATE counselling.bookings, counselling.slots, counselling.hours, counselling.days_off`;
  anna = await makeCounsellor();
  bert = await makeCounsellor();
});

const free = async () => ((await listFreeSlots()) ?? []).map(({ id }) => id);
const keyOf = (key: string) => readKey(key) ?? { number: 0, code: '' };
const withdraw = (slot: string, to: 'WITHDRAWN' | 'FREE' = 'WITHDRAWN', who = anna) =>
  withdrawSlot(who.actor, who.key, { slot, to });
const move = async (key: string, slot: string) =>
  moveAppointment(makeGuest(), { ...(await asSeen(keyOf(key))), slot });
const NOT_FREE = { code: 'appointments-desk.refused.notFree' };
const DONE = { ok: true, value: null };

async function booked(slot: string, changes: Parameters<typeof bookInput>[1] = {}) {
  const form = bookForm();
  expect(await bookAppointment(makeGuest(), bookInput(slot, changes), form)).toEqual(DONE);
  return form.key;
}

/** One’s own slot, as its counsellor sees it. */
const seen = async (slot: string) =>
  ((await listOwnSlots(anna.actor, anna.key)) ?? []).find(({ id }) => id === slot);

async function callOff(slot: string) {
  const id = (await seen(slot))?.booking?.id ?? '';
  const done = { id, slot, to: 'CANCELLED_BY_OFFICE' } as const;
  expect(await settleBooking(anna.actor, anna.key, done)).toMatchObject({ ok: true });
}

describe('a single time', () => {
  it('is taken back by its counsellor alone, for nobody else to have, and given again', async () => {
    await makeHours(anna, { untilDay: '2026-12-01' });
    const [first = '', second = '', ...rest] = await free();
    expect(await withdraw(first, 'WITHDRAWN', bert)).toMatchObject(NOT_FREE);
    expect([await withdraw(first), await withdraw(first)]).toEqual([DONE, DONE]);
    expect(await free()).toEqual([second, ...rest]);
    expect(await bookAppointment(makeGuest(), bookInput(first), bookForm())).toMatchObject({
      code: 'appointments.refused.gone',
    });
    const key = await booked(second);
    expect(await move(key, first)).toMatchObject({ code: 'appointments.refused.gone' });
    expect(await seen(first)).toMatchObject({ isWithdrawn: true, isOffered: false, booking: null });
    // Somebody has the other one, as long as they do.
    expect(await withdraw(second)).toMatchObject(NOT_FREE);
    await giveBack(makeGuest(), await asSeen(keyOf(key)));
    expect(await withdraw(second)).toEqual(DONE);
    expect(await withdraw(first, 'FREE')).toEqual(DONE);
    expect(await free()).toEqual([first, ...rest]);
  });

  it('stays taken back when new weeks are made and when days off are none after all', async () => {
    await makeHours(anna, { untilDay: '2026-12-01' });
    const [first = '', ...rest] = await free();
    await withdraw(first);
    await makeHours(bert, { weekday: 3, untilDay: '2026-12-02' });
    expect(await free()).not.toContain(first);
    await takeOff(anna.actor, anna.key, daysOff('2026-12-01'));
    expect(await seen(first)).toBeUndefined();
    const [off] = (await getOwnTimes(anna.actor, anna.key))?.daysOff ?? [];
    expect(await dayOnAgain(anna.actor, anna.key, { id: off?.id ?? '' })).toMatchObject({
      value: { count: rest.length },
    });
    expect(await seen(first)).toMatchObject({ isWithdrawn: true });
  });
});

describe('one that was called off', () => {
  it('is another one with the same number and code, while what was said is kept', async () => {
    await makeHours(anna, { untilDay: '2026-12-01' });
    const [first = '', second = '', third = ''] = await free();
    const key = await booked(first, { phone: '030 23125-177' });
    await callOff(first);
    expect(await seen(first)).toMatchObject({ booking: { toCall: true } });
    const off = await getOwnBooking(key);
    expect(typeof off === 'object' && canMove(off)).toBe(true);
    expect(await move(key, first)).toMatchObject({ code: 'appointments.refused.gone' });
    expect([await move(key, second), await move(key, second)]).toEqual([DONE, DONE]);
    expect(await getOwnBooking(key)).toMatchObject({
      ...{ state: 'BOOKED', slotId: second, name: 'Kranich', isOpen: true },
    });
    expect((await seen(second))?.booking).toMatchObject({ phone: '030 23125-177', toCall: false });
    // What was called off is not given away again by it.
    expect(await seen(first)).toMatchObject({ isWithdrawn: true, booking: null });
    expect(await free()).not.toContain(first);

    // Called off and told: nothing is kept that could go with it.
    await callOff(second);
    const id = (await seen(second))?.booking?.id ?? '';
    await settleBooking(anna.actor, anna.key, { id, slot: second, to: 'TOLD' });
    expect(await move(key, third)).toMatchObject({ code: 'appointments.refused.past' });
    expect(await free()).toContain(third);
  });
});

describe('a language nobody speaks', () => {
  it('is a need that is said and seen, and goes with the appointment', async () => {
    await makeHours(anna, { untilDay: '2026-12-01', languages: ['de', 'fa'] });
    await makeHours(bert, { weekday: 3, untilDay: '2026-12-02', languages: ['de'] });
    const slots = (await listFreeSlots()) ?? [];
    const [first = '', second = ''] = slots.map(({ id }) => id);
    const german = slots.find(({ languages }) => !languages.includes('fa'))?.id ?? '';
    const needs = await booked(first, { language: 'ar' });
    expect(await seen(first)).toMatchObject({
      ...{ languages: ['de', 'fa'], booking: { language: 'ar' } },
    });
    expect(await getOwnBooking(needs)).toMatchObject({ language: 'ar', isSpoken: false });
    const speaks = await booked(second, { language: 'fa' });
    expect(await getOwnBooking(speaks)).toMatchObject({ isSpoken: true });
    expect(await move(speaks, german)).toMatchObject({ code: 'appointments.refused.language' });
    expect(await move(needs, german)).toEqual(DONE);
  });
});
