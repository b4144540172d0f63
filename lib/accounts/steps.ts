import 'server-only';
import type { Tx } from '@/lib/core/db';
import { officeInstant, officeToday } from '@/lib/core/office-time';
import type { Refused } from '@/lib/core/result';
import type { ThingThatGoes, ThingThatStays } from './profile/rules';
import { isStaffRole } from './sessions/rules';
import type { Role } from './types';

/**
 * What a domain says and does when accounts are deleted, by whoever has one or because nobody used it. What is asked is
 * asked inside of the transaction in which they go, before their rows do.
 */
export interface Leaving {
  /** Tables of which the database takes rows along, by the sentence that says so to whoever deletes an account. */
  readonly goes?: Partial<Readonly<Record<ThingThatGoes, readonly string[]>>>;
  /** Tables in which something of somebody stays for a time, by the sentence that says so. */
  readonly remains?: Partial<Readonly<Record<ThingThatStays, readonly string[]>>>;
  /** Why somebody's own account stays for now, in a sentence for them; null where nothing stands against it. */
  stays?(tx: Tx, account: string, locale: string): Promise<Refused | null>;
  /** Which of accounts that nobody used stay all the same. */
  kept?(tx: Tx, accounts: readonly string[]): Promise<readonly string[]>;
  /** What has to be done here because they go: pages that say otherwise then. */
  before?(tx: Tx, accounts: readonly string[]): Promise<void>;
}

/** Everything that decides whether an admin is left comes one after the other. */
export async function lockAdmins(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('accounts admins', 0))`;
}

/**
 * Who signs in first with an address, who adds it to an account and who invites it at the same moment come
 * one after the other: the second one finds what the first one did.
 */
export async function lockAddress(tx: Tx, email: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`address ${email}`}, 0))`;
}

/**
 * Who comes in to an account, ties something to it or shuts others out of it comes one after the other; what
 * is asked after this is true until the end. Before the rows that hang on the account, or two wait for each
 * other.
 */
export async function lockAccount(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM users WHERE id = ${id}::uuid FOR UPDATE`;
}

/**
 * Before rights are given that make somebody staff: they come in anew, so that the shorter session and the
 * second step hold, and not by an identity that was tied to the account while it had no such rights.
 */
export async function beginAsStaff(tx: Tx, userId: string, given: readonly Role[]): Promise<void> {
  if (!given.some(isStaffRole)) return;
  await lockAccount(tx, userId);
  const held = await tx.roleGrant.findMany({ where: { userId }, select: { role: true } });
  if (!held.some(({ role }) => isStaffRole(role)))
    await tx.linkedIdentity.deleteMany({ where: { userId } });
  await tx.userSession.deleteMany({ where: { userId } });
}

/**
 * Takes the second factor off an account, recovery codes and all, and every identity tied to it, whoever tied
 * it; whoever uses it sets up a new one.
 */
export async function removeSecondFactor(tx: Tx, person: string): Promise<void> {
  await lockAccount(tx, person);
  await tx.linkedIdentity.deleteMany({ where: { userId: person } });
  await tx.user.update({
    where: { id: person },
    data: { totpSecret: null, totpConfirmedAt: null, totpLastStep: null },
    select: { id: true },
  });
  await tx.recoveryCode.deleteMany({ where: { userId: person } });
}

/** The day and no hour: what is written down with a vote must not tell when it was cast. */
export const dayOfUse = (): Date => officeInstant(`${officeToday()}T00:00`);

/** Whether somebody wants to be reminded of polls, and by which number where there is no address; of an account that is gone nothing is kept. */
export async function keepReminderWish(
  tx: Tx,
  userId: string,
  { wanted, phone }: { wanted: boolean; phone: string },
): Promise<void> {
  await tx.user.updateMany({
    where: { id: userId },
    data: { pollReminders: wanted, reminderPhone: phone },
  });
}

/** Somebody used their account without signing in, at a desk, by phone or for a paper: it is not given up. */
export async function noteUse(tx: Tx, userId: string): Promise<void> {
  const day = dayOfUse();
  await tx.user.updateMany({
    where: { id: userId, lastSeenAt: { lt: day } },
    data: { lastSeenAt: day },
  });
}

/**
 * Whether somebody may stop to counsel, by losing the right or the account: not while people have appointments to come and
 * nobody else counsels who could ring them. True for whoever does not counsel. What the database says stays so until the
 * transaction ends; it refuses besides, whoever forgets to ask.
 */
export async function mayLeaveCounselling(tx: Tx, userId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ may: boolean }[]>`
    SELECT counselling_may_be_left(user_id) AS may FROM role_grants
    WHERE user_id = ${userId}::uuid AND role = 'COUNSELLOR'`;
  return row?.may ?? true;
}
