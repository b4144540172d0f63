import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { newPageNotes, processState } from '@/lib/core/process-state.mjs';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeGuest, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { databaseNamed } from '../../tooling/test-server.mjs';
import { readKey } from '../rules';
import { asSeen, bookForm, bookInput, daysOff, makeCounsellor, makeHours } from '../samples';
import { closeHours, dayOnAgain, settleBooking, takeOff, withdrawSlot } from '../times/commands';
import { getOwnTimes, listOwnSlots } from '../times/queries';
import { bookAppointment, bookFor, giveBack, moveAppointment } from './commands';
import { getNextFree, getOwnBooking, listFreeSlots, listOpenHours } from './queries';

testDatabase();

const NOW = new Date('2026-11-30T12:00:00+01:00');
const FIRST_DAY = daysOff('2026-12-01');
let anna: Awaited<ReturnType<typeof makeCounsellor>>;
let bert: Awaited<ReturnType<typeof makeCounsellor>>;

beforeAll(async () => {
  await moveClock(NOW);
  await makeOffice();
});

beforeEach(async () => {
  await moveClock(NOW);
  await ownerDb.$executeRaw`TRUNCATE counselling.bookings, counselling.slots, counselling.hours, counselling.days_off`;
  anna = await makeCounsellor();
  bert = await makeCounsellor();
});

const free = async () => (await listFreeSlots()) ?? [];
const keyOf = (key: string) => readKey(key) ?? { number: 0, code: '' };
const book = (slot: string, changes: Parameters<typeof bookInput>[1] = {}) =>
  bookAppointment(makeGuest(), bookInput(slot, changes), bookForm());

async function booked(slot: string, changes: Parameters<typeof bookInput>[1] = {}) {
  const form = bookForm();
  const done = await bookAppointment(makeGuest(), bookInput(slot, changes), form);
  expect(done).toEqual({ ok: true, value: null });
  return keyOf(form.key);
}

async function closeAll(who: typeof anna): Promise<void> {
  const { hours } = (await getOwnTimes(who.actor, who.key)) ?? { hours: [] };
  for (const { id } of hours) await closeHours(who.actor, who.key, { id });
}

describe('what nobody will keep', () => {
  it('is not offered on a day off, also when somebody had it and gave it back, until there is counselling after all', async () => {
    await makeHours(anna, { untilDay: '2026-12-01' });
    const [slot] = await free();
    const id = slot?.id ?? '';
    await giveBack(makeGuest(), await asSeen(await booked(id)));
    await takeOff(anna.actor, anna.key, FIRST_DAY);
    expect(await free()).toEqual([]);
    expect(await book(id)).toMatchObject({ code: 'appointments.refused.gone' });
    expect(await listOwnSlots(anna.actor, anna.key)).toEqual([]);
    const { daysOff } = (await getOwnTimes(anna.actor, anna.key)) ?? { daysOff: [] };
    await dayOnAgain(anna.actor, anna.key, { id: daysOff[0]?.id ?? '' });
    expect(await free()).toHaveLength(4);
    expect(await book(id)).toMatchObject({ ok: true });
  });

  it('is not offered of hours that ended, given back before or after, and is in no new hour’s way', async () => {
    await makeHours(anna, { untilDay: '2026-12-01' });
    const [before, after, other] = await free();
    await giveBack(makeGuest(), await asSeen(await booked(before?.id ?? '')));
    const kept = await booked(after?.id ?? '');
    await closeAll(anna);
    expect(await getOwnBooking(`${kept.number}-${kept.code}`)).toMatchObject({ isOpen: true });
    await giveBack(makeGuest(), await asSeen(kept));
    expect(await free()).toEqual([]);
    for (const slot of [before, after, other])
      expect(await book(slot?.id ?? '')).toMatchObject({ code: 'appointments.refused.gone' });
    expect(await makeHours(anna, { untilDay: '2026-12-01', minutes: 60 })).toBe(2);
    expect((await free()).map(({ endsAt }) => endsAt.toISOString().slice(11, 16))).toEqual([
      ...['09:00', '10:00'],
    ]);
  });

  it('is off for who has it when whoever counsels there left', async () => {
    await makeHours(anna);
    const { number, code } = await booked((await free())[0]?.id ?? '');
    await ownerDb.roleGrant.deleteMany({ where: { userId: anna.actor.id } });
    expect(await getOwnBooking(`${number}-${code}`)).toMatchObject({
      ...{ state: 'CANCELLED_BY_OFFICE', isOpen: false },
    });
  });

  it('cannot be taken so late that nobody sees it, but by whoever counsels', async () => {
    await makeHours(anna, { kind: 'HOME_VISIT' });
    const [late] = (await listOwnSlots(anna.actor, anna.key)) ?? [];
    const phone = '030 23125-177';
    // The next morning is less than a day away.
    expect(await book(late?.id ?? '', { phone })).toMatchObject({
      code: 'appointments.refused.gone',
    });
    expect((await free())[0]?.startsAt.toISOString()).toBe('2026-12-08T08:00:00.000Z');
    const input = { ...bookInput(late?.id ?? '', { phone }), via: 'PHONE' as const };
    expect(await bookFor(anna.actor, anna.key, input, bookForm())).toMatchObject({ ok: true });
  });
});

/** In a transaction of its own with the owner's rights, which has not ended yet. */
async function meanwhile(sql: string, values: unknown[]): Promise<() => Promise<void>> {
  const database = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
  const client = new pg.Client({
    connectionString: databaseNamed(inject('postgresUrl'), database),
  });
  await client.connect();
  await client.query('BEGIN');
  await client.query(sql, values);
  return async () => {
    await client.query('COMMIT');
    await client.end();
  };
}

const waitsForLock = async () => {
  const rows = await ownerDb.$queryRaw<unknown[]>`
    SELECT 1 AS one FROM pg_locks WHERE NOT granted AND relation = 'counselling.bookings'::regclass`;
  return rows.length > 0;
};

describe('days off', () => {
  it('wait for who is just taking something, and call that off too', async () => {
    await makeHours(anna);
    const [slot] = await free();
    const commit = await meanwhile(
      `INSERT INTO counselling.bookings (slot_id, counsellor_id, name, via, number, code_hash)
       VALUES ($1, $2, 'Kranich', 'WEB', 123456, 'x')`,
      [slot?.id, anna.actor.id],
    );
    const off = takeOff(anna.actor, anna.key, FIRST_DAY);
    await expect.poll(waitsForLock).toBe(true);
    await commit();
    expect(await off).toMatchObject({ value: { count: 1 } });
  });

  it('of a single time wait, too, and leave it to who is just taking it', async () => {
    await makeHours(anna);
    const [slot] = await free();
    const id = slot?.id ?? '';
    const commit = await meanwhile(
      `INSERT INTO counselling.bookings (slot_id, counsellor_id, name, via, number, code_hash)
       VALUES ($1, $2, 'Kranich', 'WEB', 123456, 'x')`,
      [id, anna.actor.id],
    );
    const back = withdrawSlot(anna.actor, anna.key, { slot: id, to: 'WITHDRAWN' });
    await expect.poll(waitsForLock).toBe(true);
    await commit();
    expect(await back).toMatchObject({ code: 'appointments-desk.refused.notFree' });
  });

  it('are seen by who waited for them, and it is no fault', async () => {
    await makeHours(anna);
    const [slot, other] = await free();
    await giveBack(makeGuest(), await asSeen(await booked(other?.id ?? '')));
    const commit = await meanwhile(
      'LOCK TABLE counselling.bookings IN SHARE ROW EXCLUSIVE MODE',
      [],
    );
    const both = Promise.all([book(slot?.id ?? ''), book(other?.id ?? '')]);
    await expect.poll(waitsForLock).toBe(true);
    await ownerDb.$executeRaw`
      INSERT INTO counselling.days_off (counsellor_id, from_day, until_day)
      VALUES (${anna.actor.id}::uuid, '2026-12-01', '2026-12-01')`;
    await ownerDb.$executeRaw`DELETE FROM counselling.slots WHERE id = ${slot?.id}::uuid`;
    await commit();
    for (const answer of await both)
      expect(answer).toMatchObject({ code: 'appointments.refused.gone' });
  });
});

describe('a page of before', () => {
  it('does not call off the appointment somebody moved to', async () => {
    await makeHours(anna);
    const [slot, next] = await free();
    const key = await booked(slot?.id ?? '');
    const [seen] = (await listOwnSlots(anna.actor, anna.key)) ?? [];
    const id = seen?.booking?.id ?? '';
    expect(
      await moveAppointment(makeGuest(), { ...(await asSeen(key)), slot: next?.id ?? '' }),
    ).toMatchObject({
      ok: true,
    });
    for (const to of ['CANCELLED_BY_OFFICE', 'CANCELLED_BY_VISITOR'] as const)
      expect(
        await settleBooking(anna.actor, anna.key, { id, to, slot: slot?.id ?? '' }),
      ).toMatchObject({ code: 'appointments-desk.refused.state' });
    expect(await getOwnBooking(`${key.number}-${key.code}`)).toMatchObject({
      ...{ state: 'BOOKED', name: 'Kranich' },
    });
    const now = { id, to: 'CANCELLED_BY_OFFICE' as const, slot: next?.id ?? '' };
    expect(await settleBooking(anna.actor, anna.key, now)).toMatchObject({ ok: true });
  });
});

describe('what somebody needs', () => {
  it('is there where they take an appointment, and where they move to', async () => {
    await makeHours(anna, { languages: ['de', 'fa'], untilDay: '2026-12-01' });
    await makeHours(bert, { languages: ['de'], stepFree: false, weekday: 3 });
    await makeHours(bert, { languages: ['de', 'fa'], kind: 'PHONE', weekday: 4 });
    const [mine, second] = await free();
    const stairs = (await free()).find(({ stepFree }) => !stepFree)?.id ?? '';
    expect(await book(stairs, { stepFree: true })).toMatchObject({
      code: 'appointments.refused.steps',
    });
    const key = await booked(mine?.id ?? '', { language: 'fa' });
    const needs = await booked(second?.id ?? '', { stepFree: true });
    const move = async (who: typeof key, slot: string) =>
      moveAppointment(makeGuest(), { ...(await asSeen(who)), slot });
    expect(await move(key, stairs)).toMatchObject({
      ...{ code: 'appointments.refused.language', field: 'slot' },
    });
    expect(await move(needs, stairs)).toMatchObject({ code: 'appointments.refused.steps' });
    const call = (await free()).find(({ kind }) => kind === 'PHONE')?.id ?? '';
    expect(await move(key, call)).toMatchObject({
      ...{ code: 'appointments.refused.phone', field: 'slot' },
    });
    expect(await getOwnBooking(`${key.number}-${key.code}`)).toMatchObject({ slotId: mine?.id });
  });
});

describe('open hours', () => {
  it('are days on which somebody is there: none on holidays and on days off', async () => {
    await moveClock(new Date('2026-12-17T12:00:00+01:00'));
    anna = await makeCounsellor();
    await makeHours(anna, { kind: 'WALK_IN', weekday: 5 });
    await makeHours(anna, { kind: 'WALK_IN', weekday: 1 });
    const days = async () => (await listOpenHours()).map(({ day }) => day);
    // The 25th is Christmas.
    expect(await days()).toEqual(['2026-12-18', '2026-12-21', '2026-12-28']);
    await takeOff(anna.actor, anna.key, daysOff('2026-12-20', '2026-12-22'));
    expect(await days()).toEqual(['2026-12-18', '2026-12-28']);
    await moveClock(new Date('2026-12-18T11:01:00+01:00'));
    expect((await days())[0]).toBe('2026-12-28');
  });
});

describe('a page that names the next one', () => {
  const pageUntil = async () => {
    const pageNotes = { ...newPageNotes(), goodUntil: Number.POSITIVE_INFINITY };
    await processState().requests.run({ address: '', id: '', pageNotes }, () => getNextFree());
    return new Date(pageNotes.goodUntil).toISOString();
  };

  it('is good until nobody can take that one any more, and a quarter of an hour at most', async () => {
    await makeHours(anna, { kind: 'HOME_VISIT', untilDay: '2026-12-01' });
    await moveClock(new Date('2026-11-30T08:50:00+01:00'));
    expect(await pageUntil()).toBe('2026-11-30T08:00:00.000Z');
    await moveClock(new Date('2026-11-30T08:10:00+01:00'));
    expect(await pageUntil()).toBe('2026-11-30T07:25:00.000Z');
  });
});
