import 'server-only';
import { inTransaction } from '@/lib/core/db';
import { ok, type Result } from '@/lib/core/result';
import { personOfAddress } from '../invitations/commands';
import { startSession } from '../sessions/commands';
import type { NewSession, SignedIn } from '../sessions/types';
import type { Visitor } from '../types';

/** The account of an address the sign-in server has verified, made when there is none. */
export async function personOfVerifiedMail(
  visitor: Visitor,
  email: string,
): Promise<Result<{ id: string }>> {
  return inTransaction(async (tx) =>
    ok({ id: await personOfAddress(visitor, tx, email.toLowerCase()) }),
  );
}

/** Ties an identity at the sign-in server to an account. */
export async function linkIdentity(
  _visitor: Visitor,
  identity: { userId: string; provider: string; providerAccountId: string },
): Promise<Result<null>> {
  const { userId, provider, providerAccountId } = identity;
  return inTransaction(async (tx) => {
    await tx.linkedIdentity.create({
      data: { userId, provider, providerAccountId },
      select: { id: true },
    });
    return ok(null);
  });
}

/** Signs in whom the sign-in server has recognised; the office still goes through the second step. */
export async function signInByIdentity(
  visitor: Visitor,
  userId: string,
  session: NewSession,
): Promise<Result<SignedIn>> {
  return inTransaction(async (tx) =>
    ok(await startSession(visitor, tx, { ...session, userId, next: '' })),
  );
}
