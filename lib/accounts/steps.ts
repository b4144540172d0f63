import 'server-only';
import type { Tx } from '@/lib/core/db';

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

/** Takes the second factor off an account, recovery codes and all; whoever uses it sets up a new one. */
export async function removeSecondFactor(tx: Tx, person: string): Promise<void> {
  await tx.user.update({
    where: { id: person },
    data: { totpSecret: null, totpConfirmedAt: null, totpLastStep: null },
    select: { id: true },
  });
  await tx.recoveryCode.deleteMany({ where: { userId: person } });
}
