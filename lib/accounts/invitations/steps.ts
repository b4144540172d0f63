import 'server-only';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { beginAsStaff, lockAddress } from '../steps';
import type { Role, Visitor } from '../types';

/**
 * The account of an address somebody else vouches for, made when there is none. Rights that wait for the
 * address go on waiting, for whoever can read its mail.
 */
export async function accountOfAddress(tx: Tx, email: string): Promise<string> {
  const at = now();
  await lockAddress(tx, email);
  const { id } = await tx.user.upsert({
    where: { email },
    create: { email, createdAt: at, lastSeenAt: at },
    update: { lastSeenAt: at },
    select: { id: true },
  });
  return id;
}

/**
 * The account of a proved address, made when there is none, with the rights that wait for it. An
 * invitation opens nothing by itself: it counts only for whoever can read the address's mail, in time.
 */
export async function personOfAddress(visitor: Visitor, tx: Tx, email: string): Promise<string> {
  const id = await accountOfAddress(tx, email);
  const at = now();
  const waiting = await tx.invitation.findMany({
    where: { email, tokenHash: null, usedAt: null, expiresAt: { gt: at } },
    select: { id: true, roles: true, partnerId: true },
  });
  for (const invitation of waiting) await accept(visitor, tx, id, invitation);
  return id;
}

interface Waiting {
  id: string;
  roles: Role[];
  partnerId: string | null;
}

/** Uses an invitation up: its rights are the account’s from now on. */
export async function accept(
  visitor: Visitor,
  tx: Tx,
  userId: string,
  waiting: Waiting,
): Promise<void> {
  const at = now();
  await tx.invitation.update({
    where: { id: waiting.id },
    data: { usedAt: at },
    select: { id: true },
  });
  await beginAsStaff(tx, userId, waiting.roles);
  await tx.roleGrant.createMany({
    data: waiting.roles.map((role) => ({ userId, role, grantedAt: at })),
    skipDuplicates: true,
  });
  if (waiting.partnerId) {
    const { partnerId } = waiting;
    await tx.user.update({ where: { id: userId }, data: { partnerId }, select: { id: true } });
  }
  await recordAudit(visitor, tx, 'invitation.accepted', waiting.id);
}
