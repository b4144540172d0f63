import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeGuest, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { bookAppointment, giveBack } from '../booking/commands';
import { getOwnBooking, listFreeSlots } from '../booking/queries';
import { tallyTalks } from '../counts/commands';
import { forgetOldAppointments } from '../privacy';
import { readKey } from '../rules';
import { asSeen, bookForm, bookInput, daysOff, makeCounsellor, makeHours } from '../samples';
import { dayOnAgain, openDesk, openHours, settleBooking, takeOff } from './commands';
import { getOwnSlot, getOwnTimes, listOwnSlots } from './queries';

testDatabase();

const NOW = new Date('2026-11-30T12:00:00+01:00');
const PHONE = '030 23125-177';
let anna: Awaited<ReturnType<typeof makeCounsellor>>;

beforeAll(async () => {
  await moveClock(NOW);
  await makeOffice();
});

beforeEach(async () => {
  await moveClock(NOW);
  await ownerDb.$executeRaw`TRUNCATE counselling.bookings, counselling.slots, counselling.hours, counselling.days_off, counselling.tallies`;
  anna = await makeCounsellor();
});

const free = async () => (await listFreeSlots()) ?? [];

async function booked(changes: Parameters<typeof bookInput>[1] = {}): Promise<string> {
  const form = bookForm();
  const [slot] = await free();
  const input = bookInput(slot?.id ?? '', changes);
  expect(await bookAppointment(makeGuest(), input, form)).toMatchObject({ ok: true });
  return form.key;
}

const at = async (local: string) => {
  await moveClock(new Date(local));
  await openDesk(anna.actor, anna.key);
};
const own = async () => (await listOwnSlots(anna.actor, anna.key)) ?? [];
const toCall = async () =>
  (await own()).flatMap(({ booking }) => (booking?.toCall ? [booking.phone] : []));

describe('a day called off while it is running', () => {
  it('calls off what has begun and what is over where nobody was there, and rings who left a number', async () => {
    await makeHours(anna, { untilDay: '2026-12-01' });
    const keys = [
      await booked({ phone: PHONE }),
      await booked({ phone: '030 23125-178' }),
      await booked(),
    ];
    const states = async () => {
      const found = await Promise.all(keys.map((key) => getOwnBooking(key)));
      return found.map((each) => (typeof each === 'object' ? each.state : each));
    };
    // The first is over, the second is running, the third is still to come.
    await at('2026-12-01T09:45:00+01:00');
    expect(await takeOff(anna.actor, anna.key, daysOff('2026-12-01'))).toMatchObject({
      value: { count: 1 },
    });
    expect(await states()).toEqual(['BOOKED', 'BOOKED', 'CANCELLED_BY_OFFICE']);
    const whole = { ...daysOff('2026-12-01'), whole: true };
    for (let pressed = 0; pressed < 2; pressed += 1)
      expect(await takeOff(anna.actor, anna.key, whole)).toMatchObject({ value: { count: 3 } });
    expect(await states()).toEqual(Array.from({ length: 3 }, () => 'CANCELLED_BY_OFFICE'));
    expect(await toCall()).toEqual([PHONE, '030 23125-178']);
    // Ticked off, also when it is pressed again; nothing is left of who it was.
    const [first] = await own();
    const told = { id: first?.booking?.id ?? '', slot: first?.id ?? '', to: 'TOLD' as const };
    for (let pressed = 0; pressed < 2; pressed += 1)
      expect(await settleBooking(anna.actor, anna.key, told)).toMatchObject({ ok: true });
    expect(await toCall()).toEqual(['030 23125-178']);
    // And the list is gone a day after, whether or not somebody has rung.
    await at('2026-12-02T10:00:00+01:00');
    await forgetOldAppointments();
    expect(await toCall()).toEqual([]);
    expect(
      await ownerDb.$queryRaw`
      SELECT DISTINCT name, phone FROM counselling.bookings WHERE number = ${readKey(keys[1] ?? '')?.number}`,
    ).toEqual([{ name: null, phone: null }]);
  });
});

describe('days off', () => {
  it('that are more than a year with what they meet stand once each, and all of them can be taken back', async () => {
    const off = (from: string, until: string) =>
      takeOff(anna.actor, anna.key, daysOff(from, until));
    await off('2026-12-01', '2027-11-30');
    await off('2027-11-01', '2028-06-30');
    const days = async () => (await getOwnTimes(anna.actor, anna.key))?.daysOff ?? [];
    expect((await days()).map(({ fromDay, untilDay }) => [fromDay, untilDay])).toEqual([
      ['2026-12-01', '2027-12-02'],
      ['2027-12-03', '2028-06-30'],
    ]);
    for (const { id } of await days()) await dayOnAgain(anna.actor, anna.key, { id });
    expect(await days()).toEqual([]);
  });

  it('that are none after all say how many appointments are free on them, made now or given back before', async () => {
    await makeHours(anna, { untilDay: '2026-12-01' });
    const key = readKey(await booked()) ?? { number: 0, code: '' };
    await booked();
    await giveBack(makeGuest(), await asSeen(key));
    await takeOff(anna.actor, anna.key, daysOff('2026-12-01'));
    const [day] = (await getOwnTimes(anna.actor, anna.key))?.daysOff ?? [];
    // Of four one was called off.
    const rest = { value: { count: (await ownFreeAfter(day?.id ?? '')).length } };
    expect(rest).toEqual({ value: { count: 3 } });
  });
});

async function ownFreeAfter(id: string) {
  const done = await dayOnAgain(anna.actor, anna.key, { id });
  const now = await free();
  expect(done).toMatchObject({ value: { count: now.length } });
  return now;
}

describe('a page of before', () => {
  it('finds an appointment that nobody has any more, and nobody can', async () => {
    await makeHours(anna, { untilDay: '2026-12-01' });
    const key = readKey(await booked()) ?? { number: 0, code: '' };
    const [slot] = await own();
    await giveBack(makeGuest(), await asSeen(key));
    const id = slot?.id ?? '';
    const found = () => getOwnSlot(anna.actor, anna.key, id);
    expect(await found()).toMatchObject({ slot: { id, booking: null, isOffered: true } });
    await takeOff(anna.actor, anna.key, daysOff('2026-12-01'));
    expect(await found()).toMatchObject({ slot: { id, booking: null, isOffered: false } });
    expect(await own()).toEqual([]);
  });
});

const role = () => ({ userId: anna.actor.id, role: 'COUNSELLOR' as const, grantedAt: NOW });

describe('whoever leaves', () => {
  it('keeps no appointment, also when they come back, and then knows whom to ring', async () => {
    await makeHours(anna, { untilDay: '2026-12-01' });
    const key = await booked({ phone: PHONE });
    await ownerDb.roleGrant.deleteMany({ where: { userId: anna.actor.id } });
    await forgetOldAppointments();
    await ownerDb.roleGrant.create({ data: role() });
    expect(await getOwnBooking(key)).toMatchObject({ state: 'CANCELLED_BY_OFFICE' });
    expect(await toCall()).toEqual([PHONE]);
  });

  it('leaves nothing with their name when the account goes, but the sums of what they counted', async () => {
    const bert = await makeCounsellor();
    const line = { month: '2026-10-01', topic: 'MONEY', band: 'TO30', firstContact: true } as const;
    for (const [who, talks] of [
      [anna, 300],
      [bert, 400],
    ] as const) {
      await makeHours(who, { weekday: talks === 300 ? 2 : 3 });
      await takeOff(who.actor, who.key, daysOff('2027-06-01'));
      await tallyTalks(who.actor, who.key, { ...line, talks });
    }
    const whose = async () => {
      const rows = await ownerDb.$queryRaw<{ whose: string; talks: number }[]>`
        SELECT counsellor_id::text AS whose, talks::integer FROM counselling.tallies
        UNION ALL SELECT counsellor_id::text, 0 FROM counselling.hours
        UNION ALL SELECT counsellor_id::text, 0 FROM counselling.days_off ORDER BY 2, 1`;
      return rows.map(({ whose: id, talks }) => [id, talks]);
    };
    for (const { actor } of [anna, bert]) {
      await ownerDb.user.delete({ where: { id: actor.id } });
      await forgetOldAppointments();
    }
    expect(await whose()).toEqual([['00000000-0000-0000-0000-000000000000', 700]]);
  });
});

describe('hours', () => {
  it('pressed twice at once are one', async () => {
    const input = {
      ...{ weekday: 2, from: '09:00', until: '11:00', minutes: 30, kind: 'PERSONAL' as const },
      ...{ place: 'Büro', stepFree: true, languages: ['de' as const] },
      ...{ fromDay: '2026-11-01', untilDay: null },
    };
    await Promise.all(Array.from({ length: 6 }, () => openHours(anna.actor, anna.key, input)));
    expect((await getOwnTimes(anna.actor, anna.key))?.hours).toHaveLength(1);
  });

  it('of another zone give an appointment that was there before their own day and clock', async () => {
    await makeHours(anna, { untilDay: '2026-12-01' });
    await giveBack(makeGuest(), await asSeen(readKey(await booked()) ?? { number: 0, code: '' }));
    await ownerDb.$executeRaw`UPDATE counselling.slots SET time_zone = 'Asia/Tokyo', local_date = '2026-11-30', hours_id = NULL`;
    await ownerDb.$executeRaw`SELECT counselling.fill_slots('2026-12-02', '{}')`;
    const rows = await ownerDb.$queryRaw`
      SELECT DISTINCT time_zone, local_date::text FROM counselling.slots`;
    expect(rows).toEqual([{ time_zone: 'Europe/Berlin', local_date: '2026-12-01' }]);
  });
});

describe('a month that is still to come', () => {
  it('has no talks', async () => {
    const line = { topic: 'MONEY', band: 'TO30', firstContact: true } as const;
    const say = (month: string) => tallyTalks(anna.actor, anna.key, { ...line, month, talks: 2 });
    expect(await say('2026-12-01')).toMatchObject({ field: 'month' });
    expect(await say('2026-11-01')).toMatchObject({ ok: true });
  });
});
