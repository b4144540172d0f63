import 'server-only';
import { now } from '@/lib/core/clock';
import { inTransaction, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result } from '@/lib/core/result';
import { isStaffRole } from '../sessions/rules';
import { startSession } from '../sessions/steps';
import type { NewSession, SignedIn } from '../sessions/types';
import type { Visitor } from '../types';
import { DEMO_PERSONS, type DemoRole } from './rules';

/**
 * Signs in as one of the demo's persons without any proof. The row that says "filled as demo" is read
 * and locked here, in the transaction itself: no memory and no page decides about this door.
 */
export async function signInForDemo(
  visitor: Visitor,
  as: DemoRole,
  session: NewSession,
): Promise<Result<SignedIn>> {
  return inTransaction(async (tx) => {
    await requireDemo(tx);
    const userId = await demoPerson(tx, as);
    const start = { ...session, userId, next: '', secondFactor: true };
    const { staff: _asked, ...signedIn } = await startSession(visitor, tx, start);
    return ok({ ...signedIn, staff: false });
  });
}

async function requireDemo(tx: Tx): Promise<void> {
  const rows = await tx.$queryRaw<{ demo: boolean }[]>`
    SELECT filled_as_demo AS demo FROM office_settings WHERE id = 1 FOR SHARE`;
  if (rows[0]?.demo !== true) throw new AppError('NOT_FOUND');
}

async function demoPerson(tx: Tx, as: DemoRole): Promise<string> {
  const { email, displayName, roles } = DEMO_PERSONS[as];
  const at = now();
  const { id, partnerId, totpConfirmedAt } = await tx.user.upsert({
    where: { email },
    create: { email, displayName, createdAt: at, lastSeenAt: at },
    update: { lastSeenAt: at },
    select: { id: true, partnerId: true, totpConfirmedAt: true },
  });
  await tx.roleGrant.createMany({
    data: roles.map((role) => ({ userId: id, role, grantedAt: at })),
    skipDuplicates: true,
  });
  if (as === 'partner' && partnerId === null) await tieToPartner(tx, id);
  const needsSecondFactor = roles.some(isStaffRole);
  if (needsSecondFactor && totpConfirmedAt === null) {
    await tx.user.update({
      where: { id },
      data: { totpConfirmedAt: at },
      select: { id: true },
    });
  }
  return id;
}

async function tieToPartner(tx: Tx, userId: string): Promise<void> {
  const partner = await tx.partner.findFirst({
    where: { state: { not: 'ENDED' } },
    orderBy: [{ kind: 'desc' }, { name: 'asc' }],
    select: { id: true },
  });
  if (!partner) return;
  await tx.user.update({
    where: { id: userId },
    data: { partnerId: partner.id },
    select: { id: true },
  });
}
