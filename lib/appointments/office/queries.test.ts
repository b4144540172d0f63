import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { setRoles } from '@/lib/accounts/people/commands';
import { rightsSeen } from '@/lib/accounts/people/rules';
import { deleteAccount } from '@/lib/accounts/profile/commands';
import { deleteUnused } from '@/lib/accounts/profile/privacy';
import type { Actor } from '@/lib/accounts/types';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { databaseNamed } from '../../tooling/test-server.mjs';
import { bookAppointment } from '../booking/commands';
import { getOwnBooking, listFreeSlots } from '../booking/queries';
import { forgetOldAppointments } from '../privacy';
import { bookForm, bookInput, daysOff, makeCounsellor, makeHours } from '../samples';
import { openDesk, settleBooking, takeOff } from '../times/commands';
import { listLeftToRing, listOwnSlots } from '../times/queries';
import { findLeftBehind } from './queries';

testDatabase();

const NOW = new Date('2026-11-30T12:00:00+01:00');
const PHONE = '030 23125-177';
type Counsellor = Awaited<ReturnType<typeof makeCounsellor>>;
let anna: Counsellor;
let admin: Actor;

beforeAll(async () => {
  await moveClock(NOW);
  await makeOffice();
});

beforeEach(async () => {
  await moveClock(NOW);
  await ownerDb.$executeRaw`TRUNCATE counselling.bookings, counselling.slots, counselling.hours, counselling.days_off, users CASCADE`;
  anna = await makeCounsellor();
  admin = await makeActor({ roles: ['ADMIN'], secondFactor: true });
});

async function booked(changes: Parameters<typeof bookInput>[1] = {}): Promise<string> {
  const form = bookForm();
  const slot = (await listFreeSlots())?.[0]?.id ?? '';
  expect(await bookAppointment(makeGuest(), bookInput(slot, changes), form)).toMatchObject({
    ok: true,
  });
  return form.key;
}

const withoutRights = ({ id: person }: Actor) =>
  setRoles(admin, { person, seen: rightsSeen(['COUNSELLOR'], null), roles: [], partner: '' });

/** Each of them as the program does it; they answer how it was refused, or nothing. */
const WAYS: Readonly<Record<string, (who: Counsellor) => Promise<string | undefined>>> = {
  'deletes the account': async ({ actor }) => codeOf(await deleteAccount(actor, 'de')),
  'loses the right': async ({ actor }) => codeOf(await withoutRights(actor)),
  'is not seen for two years': async ({ actor }) => {
    const lastSeenAt = new Date(NOW.getTime() - 800 * DAY_MS);
    await ownerDb.user.update({ where: { id: actor.id }, data: { lastSeenAt } });
    await deleteUnused();
    return (await db.user.count({ where: { id: actor.id } })) === 0 ? undefined : 'kept';
  },
  'is deleted by whoever has the rights of the program': async ({ actor }) =>
    db.user.delete({ where: { id: actor.id } }).then(
      () => undefined,
      (error: Error) => /somebody has to ring/.exec(error.message)?.[0],
    ),
  'loses the right by whoever has the rights of the program': async ({ actor }) =>
    db.roleGrant.deleteMany({ where: { userId: actor.id } }).then(
      () => undefined,
      (error: Error) => /somebody has to ring/.exec(error.message)?.[0],
    ),
};

const codeOf = (result: { ok: boolean; code?: string }) => (result.ok ? undefined : result.code);

const REFUSED: Readonly<Record<string, string>> = {
  'deletes the account': 'accounts.refused.lastCounsellor',
  'loses the right': 'accounts.refused.lastCounsellorGoes',
  'is not seen for two years': 'kept',
};

const ring = async (who: Counsellor) => (await listLeftToRing(who.actor, who.key)) ?? [];

describe.each(Object.entries(WAYS))('whoever counsels and %s', (way, leave) => {
  it('leaves whom others find on their list to ring, until they are told', async () => {
    await makeHours(anna);
    const bert = await makeCounsellor();
    const called = await booked({ phone: PHONE, language: 'en' });
    const unreachable = await booked({ name: 'Zaunkönig' });
    expect(await ring(bert)).toEqual([]);
    expect(await leave(anna)).toBeUndefined();
    for (const key of [called, unreachable])
      expect(await getOwnBooking(key)).toMatchObject({ state: 'CANCELLED_BY_OFFICE' });
    const [first, second, ...more] = await ring(bert);
    expect(first).toMatchObject({ name: 'Kranich', phone: PHONE, language: 'en', place: 'Büro' });
    expect(second).toMatchObject({ name: 'Zaunkönig', phone: '' });
    expect(more).toEqual([]);
    // Of whom they do not counsel they see nothing else.
    expect(await listOwnSlots(bert.actor, bert.key)).toEqual([]);
    const told = { id: first?.booking ?? '', slot: first?.slot ?? '', to: 'TOLD' as const };
    expect(await settleBooking(admin, bert.key, told).catch(({ code }) => code)).toBe('NOT_FOUND');
    for (const to of ['TOLD', 'TOLD', 'HELD'] as const)
      expect(await settleBooking(bert.actor, bert.key, { ...told, to })).toMatchObject({
        ok: to === 'TOLD',
      });
    expect(await ring(bert)).toMatchObject([{ name: 'Zaunkönig' }]);
    expect(
      await ownerDb.$queryRaw`SELECT name, phone FROM counselling.bookings WHERE id = ${told.id}::uuid`,
    ).toEqual([{ name: null, phone: null }]);
    await moveClock(new Date('2026-12-01T12:00:00+01:00'));
    await openDesk(bert.actor, bert.key);
    expect(await ring(bert)).toEqual([]);
  });

  it('does not while somebody waits whom nobody else could ring', async () => {
    await makeHours(anna);
    const key = await booked({ phone: PHONE });
    expect(await leave(anna)).toBe(REFUSED[way] ?? 'somebody has to ring');
    expect(await getOwnBooking(key)).toMatchObject({ state: 'BOOKED' });
    // Called off they have still to be rung, and then there is nobody any more.
    expect(await takeOff(anna.actor, anna.key, daysOff('2026-12-01'))).toMatchObject({ ok: true });
    expect(await leave(anna)).toBe(REFUSED[way] ?? 'somebody has to ring');
    const [slot] = (await listOwnSlots(anna.actor, anna.key)) ?? [];
    const told = { id: slot?.booking?.id ?? '', slot: slot?.id ?? '', to: 'TOLD' as const };
    expect(await settleBooking(anna.actor, anna.key, told)).toMatchObject({ ok: true });
    expect(await leave(anna)).toBeUndefined();
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

/** How many wait for somebody else who books or leaves. */
async function waiting(): Promise<number> {
  const rows = await ownerDb.$queryRaw<unknown[]>`
    SELECT 1 AS one FROM pg_locks
    WHERE NOT granted AND (locktype = 'advisory' OR relation = 'counselling.bookings'::regclass)
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  return rows.length;
}

describe('the last ones', () => {
  it('cannot both go with what the first of them left, in whatever order', async () => {
    const bert = await makeCounsellor();
    await makeHours(anna);
    await booked({ phone: PHONE });
    expect(await withoutRights(anna.actor)).toMatchObject({ ok: true });
    expect(await findLeftBehind(bert.actor)).toEqual({ waiting: 1, others: false });
    expect(await withoutRights(bert.actor)).toMatchObject({
      code: 'accounts.refused.lastCounsellorGoes',
    });
    const [first] = await ring(bert);
    const told = { id: first?.booking ?? '', slot: first?.slot ?? '', to: 'TOLD' as const };
    await settleBooking(bert.actor, bert.key, told);
    expect(await withoutRights(bert.actor)).toMatchObject({ ok: true });
  });

  it('do not both go at once, whoever takes them', async () => {
    const bert = await makeCounsellor();
    await makeHours(anna);
    await booked({ phone: PHONE });
    const commit = await meanwhile('DELETE FROM role_grants WHERE user_id = $1', [anna.actor.id]);
    const gone = db.roleGrant.deleteMany({ where: { userId: bert.actor.id } }).then(
      () => 'gone',
      () => 'refused',
    );
    await expect.poll(waiting).toBe(1);
    await commit();
    expect(await gone).toBe('refused');
  });

  it('are not both taken by the sweep, which goes on with the others', async () => {
    const bert = await makeCounsellor();
    const resident = await makeActor();
    await makeHours(anna);
    await booked({ phone: PHONE });
    const lastSeenAt = new Date(NOW.getTime() - 800 * DAY_MS);
    const all = [anna.actor.id, bert.actor.id, resident.id];
    await ownerDb.user.updateMany({ where: { id: { in: all } }, data: { lastSeenAt } });
    expect(await deleteUnused()).toMatchObject({ value: { accounts: 2 } });
    expect(await db.roleGrant.count({ where: { role: 'COUNSELLOR' } })).toBe(1);
  });

  it('do not go past whoever is just taking something with them', async () => {
    await makeHours(anna);
    const [slot] = (await listFreeSlots()) ?? [];
    const commit = await meanwhile(
      `INSERT INTO counselling.bookings (slot_id, counsellor_id, name, phone, via, number, code_hash)
       VALUES ($1, $2, 'Kranich', '030 23125', 'WEB', 123456, 'x')`,
      [slot?.id, anna.actor.id],
    );
    const gone = withoutRights(anna.actor);
    await expect.poll(waiting).toBe(1);
    await commit();
    expect(await gone).toMatchObject({ code: 'accounts.refused.lastCounsellorGoes' });
  });
});

describe('whoever wants to go', () => {
  it('is told how many they leave behind: a count, and of nobody else', async () => {
    await makeHours(anna);
    await booked({ phone: PHONE });
    expect(await findLeftBehind(anna.actor)).toEqual({ waiting: 1, others: false });
    const bert = await makeCounsellor();
    expect(await findLeftBehind(anna.actor)).toEqual({ waiting: 1, others: true });
    expect(await findLeftBehind(bert.actor)).toEqual({ waiting: 0, others: true });
    const halfway = await makeActor({ roles: ['COUNSELLOR'], secondFactor: false });
    for (const who of [admin, halfway, await makeActor()])
      expect(await findLeftBehind(who)).toBeNull();
    await expect(findLeftBehind(makeGuest())).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    // Taken back after the first of them went, the list is theirs again.
    expect(await withoutRights(anna.actor)).toMatchObject({ ok: true });
    await forgetOldAppointments();
    expect(await ring(bert)).toHaveLength(1);
    await ownerDb.roleGrant.create({
      data: { userId: anna.actor.id, role: 'COUNSELLOR', grantedAt: NOW },
    });
    expect(await ring(bert)).toEqual([]);
  });
});
