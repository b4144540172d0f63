import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newPageNotes, processState } from '@/lib/core/process-state.mjs';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeGuest, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { forgetOldAppointments } from '../privacy';
import { readKey } from '../rules';
import { asSeen, bookForm, bookInput, makeCounsellor, makeHours } from '../samples';
import { bookAppointment, bookFor, giveBack, lookUpAppointment, moveAppointment } from './commands';
import { findOpenBooking, getOwnBooking, getSlot, listFreeSlots, listOpenHours } from './queries';

testDatabase();

// A Monday, so the first appointment is the next morning.
const NOW = new Date('2026-11-30T12:00:00+01:00');
const PHONE = '030 23125-177';
let anna: Awaited<ReturnType<typeof makeCounsellor>>;
let bert: Awaited<ReturnType<typeof makeCounsellor>>;

beforeAll(async () => {
  await moveClock(NOW);
  await makeOffice();
});

beforeEach(async () => {
  await moveClock(NOW);
  await ownerDb.$executeRaw`TRUNCATE counselling.bookings, counselling.slots, counselling.hours, counselling.days_off, counselling.tries, rate_buckets`;
  anna = await makeCounsellor();
  bert = await makeCounsellor();
});

const free = async () => (await listFreeSlots()) ?? [];
const firstFree = async () => (await free())[0]?.id ?? '';
const slotOf = (slot: { id: string } | undefined) => slot?.id ?? '';
const keyOf = (key: string) => readKey(key) ?? { number: 0, code: '' };

async function booked(changes: Parameters<typeof bookInput>[1] = {}, slot?: string) {
  const form = bookForm();
  const result = await bookAppointment(
    makeGuest(),
    bookInput(slot ?? (await firstFree()), changes),
    form,
  );
  expect(result).toEqual({ ok: true, value: null });
  return form.key;
}

describe('an appointment', () => {
  it('is taken without an account, found by number and code, moved and given back', async () => {
    expect(await makeHours(anna)).toBe(32);
    const key = await booked({ phone: PHONE });
    const [second] = await free();
    expect(await free()).toHaveLength(31);
    const own = await getOwnBooking(key);
    expect(own).toMatchObject({
      ...{ state: 'BOOKED', name: 'Kranich', place: 'Büro', isOpen: true },
      startsAt: new Date('2026-12-01T08:00:00.000Z'),
    });
    expect(
      await moveAppointment(makeGuest(), { ...(await asSeen(keyOf(key))), slot: second?.id ?? '' }),
    ).toMatchObject({ ok: true });
    expect(await getOwnBooking(key)).toMatchObject({ slotId: second?.id });
    expect(await giveBack(makeGuest(), await asSeen(keyOf(key)))).toMatchObject({ ok: true });
    expect(await getOwnBooking(key)).toMatchObject({
      state: 'CANCELLED_BY_VISITOR',
      name: '',
      isOpen: false,
    });
    // The same again is done already.
    expect(await giveBack(makeGuest(), await asSeen(keyOf(key)))).toMatchObject({ ok: true });
    expect(
      await moveAppointment(makeGuest(), { ...(await asSeen(keyOf(key))), slot: slotOf(second) }),
    ).toMatchObject({ code: 'appointments.refused.past' });
    expect(await free()).toHaveLength(32);
    const rows = await ownerDb.$queryRaw`SELECT name, phone, language FROM counselling.bookings`;
    expect(rows).toEqual([{ name: null, phone: null, language: null }]);
  });

  it('is moved and given back only from the time whoever does it reads', async () => {
    await makeHours(anna);
    const key = await booked();
    const stale = await asSeen(keyOf(key));
    const [second, third] = (await free()).map(({ id }) => id);
    const move = (from: typeof stale, slot = '') => moveAppointment(makeGuest(), { ...from, slot });
    const changed = { ok: false, code: 'appointments.refused.changed', pageAnew: true };
    // Two windows of one page, at once and one after the other.
    const both = await Promise.all([move(stale, second), move(stale, third)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject(changed);
    const now = await asSeen(keyOf(key));
    expect(await move(stale, now.seen === second ? third : second)).toMatchObject(changed);
    expect(await giveBack(makeGuest(), stale)).toMatchObject(changed);
    expect(await asSeen(keyOf(key))).toEqual(now);
    // The same form again is the same.
    expect(await move(stale, now.seen)).toMatchObject({ ok: true });
    expect(await giveBack(makeGuest(), now)).toMatchObject({ ok: true });
    expect(await move(now, stale.seen)).toMatchObject({ code: 'appointments.refused.past' });
  });

  it('is one for a form however often it is sent, and another form is told that it is gone', async () => {
    await makeHours(anna);
    const [slot, other] = await free();
    const form = bookForm();
    const once = () => bookAppointment(makeGuest(), bookInput(slot?.id ?? ''), form);
    expect([await once(), await once()].map(({ ok }) => ok)).toEqual([true, true]);
    expect(await bookAppointment(makeGuest(), bookInput(slot?.id ?? ''), bookForm())).toMatchObject(
      {
        code: 'appointments.refused.taken',
      },
    );
    const key = await booked({}, other?.id);
    expect(
      await moveAppointment(makeGuest(), { ...(await asSeen(keyOf(key))), slot: slot?.id ?? '' }),
    ).toMatchObject({
      code: 'appointments.refused.takenMeanwhile',
    });
    expect(await getOwnBooking(key)).toMatchObject({ slotId: other?.id });
  });

  it('is had by one of twenty who want it at once, and by several without its index', async () => {
    await makeHours(anna);
    const rush = async (slot: string) =>
      (
        await Promise.all(
          Array.from({ length: 20 }, () =>
            bookAppointment(makeGuest(), bookInput(slot), bookForm()),
          ),
        )
      ).filter(({ ok }) => ok).length;
    const [one, two] = await free();
    expect(await rush(one?.id ?? '')).toBe(1);
    await ownerDb.$executeRaw`DROP INDEX counselling.one_booking_for_a_slot`;
    expect(await rush(two?.id ?? '')).toBe(20);
    await ownerDb.$executeRaw`DELETE FROM counselling.bookings`;
    await ownerDb.$executeRaw`CREATE UNIQUE INDEX one_booking_for_a_slot ON counselling.bookings (slot_id) WHERE state <> 'CANCELLED_BY_VISITOR'`;
  });

  it('at home or by phone needs a number, and is none in the past or of somebody who counsels no more', async () => {
    await makeHours(anna, { kind: 'HOME_VISIT' });
    const slot = await firstFree();
    const book = (phone: string | null) =>
      bookAppointment(makeGuest(), bookInput(slot, { phone }), bookForm());
    expect(await book(null)).toMatchObject({ code: 'appointments.refused.phone', field: 'phone' });
    await ownerDb.roleGrant.deleteMany({ where: { userId: anna.actor.id } });
    expect(await free()).toEqual([]);
    expect(await book(PHONE)).toMatchObject({ code: 'appointments.refused.gone' });
    await makeHours(bert);
    await moveClock(new Date('2026-12-02T12:00:00+01:00'));
    expect((await free())[0]?.startsAt.toISOString()).toBe('2026-12-08T08:00:00.000Z');
  });

  it('opens to nobody who guesses: after a thousand wrong codes not even to the right one, for an hour, and after ten it does', async () => {
    await makeHours(anna);
    const key = await booked();
    const wrong = { ...keyOf(key), code: 'AAAAAAAA' };
    for (let tries = 0; tries < 10; tries += 1)
      expect(await lookUpAppointment(makeGuest(), wrong)).toMatchObject({
        code: 'appointments.refused.wrong',
      });
    expect(await lookUpAppointment(makeGuest(), keyOf(key))).toMatchObject({ ok: true });
    await ownerDb.$executeRaw`UPDATE counselling.tries SET wrong = 999`;
    await lookUpAppointment(makeGuest(), wrong);
    const closed = { code: 'appointments.refused.closed' };
    expect(await lookUpAppointment(makeGuest(), keyOf(key))).toMatchObject(closed);
    expect(await giveBack(makeGuest(), await asSeen(keyOf(key)))).toMatchObject(closed);
    const slot = await firstFree();
    expect(
      await moveAppointment(makeGuest(), { ...(await asSeen(keyOf(key))), slot }),
    ).toMatchObject(closed);
    // Its own page says so, and no look at it is a wrong code of this network.
    const from = { address: '203.0.113.0', id: '', pageNotes: newPageNotes() };
    await processState().requests.run(from, async () => {
      expect(await getOwnBooking(key)).toBe('CLOSED');
      expect(await findOpenBooking(key)).toBeNull();
    });
    expect(await ownerDb.rateBucket.count()).toBe(0);
    await moveClock(new Date(NOW.getTime() + 61 * 60_000));
    expect(await lookUpAppointment(makeGuest(), keyOf(key))).toMatchObject({ ok: true });
  });

  it('is counted as wrong for numbers nobody has, too, so that one that closes says nothing', async () => {
    const nobodys = { number: 123456, code: 'AAAAAAAA' };
    expect(await lookUpAppointment(makeGuest(), nobodys)).toMatchObject({
      code: 'appointments.refused.wrong',
    });
    await ownerDb.$executeRaw`UPDATE counselling.tries SET wrong = 1000`;
    expect(await lookUpAppointment(makeGuest(), nobodys)).toMatchObject({
      code: 'appointments.refused.closed',
    });
    // What nobody can have, leaves nothing.
    expect(await lookUpAppointment(makeGuest(), { ...nobodys, number: 99_999 })).toMatchObject({
      code: 'appointments.refused.wrong',
    });
    expect(await ownerDb.$queryRaw`SELECT number FROM counselling.tries`).toEqual([
      { number: 123456 },
    ]);
  });

  it('is found by its own form once more, where the answer to it was lost', async () => {
    await makeHours(anna);
    const slot = await firstFree();
    const form = bookForm();
    expect(await getSlot(slot)).toMatchObject({ id: slot });
    const press = () => bookAppointment(makeGuest(), bookInput(slot), form);
    expect(await press()).toMatchObject({ ok: true });
    // The page has it to show the form again, though it is free to nobody.
    expect((await free()).map(({ id }) => id)).not.toContain(slot);
    expect(await getSlot(slot)).toMatchObject({ id: slot, place: 'Büro' });
    expect(await press()).toMatchObject({ ok: true });
    expect(await getSlot('no id')).toBeNull();
  });

  it('is not needed in open hours, which everybody sees and nobody can take', async () => {
    await makeHours(anna, { kind: 'WALK_IN', place: 'Foyer' });
    await makeHours(bert, { kind: 'WALK_IN', place: 'Foyer', untilDay: '2026-11-29' });
    expect(await free()).toEqual([]);
    const line = { starts: '09:00', ends: '11:00', place: 'Foyer', stepFree: true };
    expect(await listOpenHours()).toEqual(
      ['2026-12-01', '2026-12-08'].map((day) => ({ day, ...line, languages: ['de', 'en'] })),
    );
  });

  const from = (address: string) => ({ address, id: '', pageNotes: newPageNotes() });
  const takeFrom = async (address: string, slot: string) =>
    processState().requests.run(from(address), () =>
      bookAppointment(makeGuest(), bookInput(slot), bookForm()),
    );

  it('is taken twenty times a day from one network, also when all come at once and some are had already', async () => {
    await makeHours(anna);
    const slots = await free();
    const [had = ''] = slots.map(({ id }) => id);
    await booked({}, had);
    const wanted = [...Array.from({ length: 8 }, () => had), ...slots.slice(1, 25).map(slotOf)];
    const all = await Promise.all(wanted.map((slot) => takeFrom('203.0.113.7', slot)));
    const taken = all.filter(({ ok }) => ok).length;
    // One that was had already may have stood in the way of one that was not; whoever tries again gets it.
    expect(taken).toBeLessThanOrEqual(20);
    const left = await free();
    for (const slot of left.slice(0, 20 - taken))
      expect(await takeFrom('203.0.113.7', slot.id)).toMatchObject({ ok: true });
    expect(await takeFrom('203.0.113.7', slotOf(left.at(-1)))).toMatchObject({
      code: 'appointments.refused.manyToday',
    });
  });

  it('is taken twenty times a day from one network, and there that is said', async () => {
    await makeHours(anna);
    const take = (slot: string) => takeFrom('203.0.113.0', slot);
    const slots = await free();
    for (const slot of slots.slice(0, 20)) expect(await take(slot.id)).toMatchObject({ ok: true });
    const last = slotOf(slots[20]);
    expect(await take(last)).toMatchObject({ code: 'appointments.refused.manyToday' });
    expect((await free()).map(({ id }) => id)).toContain(last);
    await booked({}, last);
  });

  it('is taken at the counter for somebody only by whose it is', async () => {
    await makeHours(anna);
    const slot = await firstFree();
    const input = { ...bookInput(slot), via: 'COUNTER' as const };
    expect(await bookFor(bert.actor, bert.key, input, bookForm())).toMatchObject({
      code: 'appointments.refused.gone',
    });
    expect(await bookFor(bert.actor, anna.key, input, bookForm())).toMatchObject({
      code: 'appointments-desk.refused.shut',
    });
    expect(await bookFor(anna.actor, anna.key, input, bookForm())).toMatchObject({ ok: true });
    expect(await bookFor(anna.actor, anna.key, input, bookForm())).toMatchObject({
      code: 'appointments-desk.refused.taken',
    });
  });
});

describe('what is kept', () => {
  it('is forgotten in time, from one day to four hundred', async () => {
    await makeHours(anna, { untilDay: '2026-12-01' });
    const key = await booked({ phone: PHONE, stepFree: true });
    const end = new Date('2026-12-01T09:30:00+01:00').getTime();
    const HOUR = 3_600_000;
    const later = async (hours: number) => {
      await moveClock(new Date(end + hours * HOUR));
      await forgetOldAppointments();
      const rows = await ownerDb.$queryRaw<
        { name: string | null; phone: string | null; step_free: boolean }[]
      >`
        SELECT name, phone, step_free FROM counselling.bookings`;
      return rows.map(({ name, phone, step_free }) => [name, phone, step_free].join());
    };
    expect(await later(23.9)).toEqual([`Kranich,${PHONE},true`]);
    expect(await later(24)).toEqual([',,false']);
    expect(await later(7 * 24 - 0.1)).toEqual([',,false']);
    expect(await later(7 * 24)).toEqual([]);
    for (const days of [8, 30, 100, 400]) expect(await later(days * 24), `${days}`).toEqual([]);
    const [left] = await ownerDb.$queryRaw<
      { slots: bigint }[]
    >`SELECT count(*) AS slots FROM counselling.slots`;
    expect(left?.slots).toBe(0n);
    await expect(getOwnBooking(key)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is forgotten in time where the wall does not stand, too', async () => {
    await makeHours(anna, { untilDay: '2026-12-01' });
    await booked({ phone: PHONE });
    const wall = await ownerDb.$queryRaw<{ app_role: string; own_role: string }[]>`
      DELETE FROM counselling.wall RETURNING app_role, own_role`;
    try {
      expect(await listFreeSlots()).toBeNull();
      await moveClock(new Date('2026-12-02T09:30:00+01:00'));
      expect(await forgetOldAppointments()).toMatchObject({ value: { contacts: 1, slots: 0 } });
      const rows = await ownerDb.$queryRaw`SELECT name, phone FROM counselling.bookings`;
      expect(rows).toEqual([{ name: null, phone: null }]);
      await moveClock(new Date('2026-12-09T09:30:00+01:00'));
      expect(await forgetOldAppointments()).toMatchObject({ value: { contacts: 0, slots: 4 } });
    } finally {
      for (const { app_role, own_role } of wall)
        await ownerDb.$executeRaw`INSERT INTO counselling.wall (app_role, own_role) VALUES (${app_role}, ${own_role})`;
    }
  });
});
