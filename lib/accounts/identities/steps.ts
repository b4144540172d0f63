import 'server-only';
import { db, inTransaction } from '@/lib/core/db';
import { ok, type Result } from '@/lib/core/result';
import { personOfAddress } from '../invitations/steps';
import { startSession } from '../sessions/steps';
import type { NewSession, SignedIn } from '../sessions/types';
import type { Visitor } from '../types';
import type { IdentityUser } from './types';

const asUser = (row: { id: string; email: string | null } | null): IdentityUser | null =>
  row ? { id: row.id, email: row.email ?? '', emailVerified: null } : null;

/** The account tied to an identity at the organisation's sign-in server. */
export async function findUserByIdentity(identity: {
  provider: string;
  providerAccountId: string;
}): Promise<IdentityUser | null> {
  const { provider, providerAccountId } = identity;
  const row = await db.linkedIdentity.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { user: { select: { id: true, email: true } } },
  });
  return asUser(row?.user ?? null);
}

/** The account of an address the sign-in server has verified. */
export async function findUserByMail(email: string): Promise<IdentityUser | null> {
  return asUser(
    await db.user.findUnique({
      where: { email: email.toLowerCase() },
      select: { id: true, email: true },
    }),
  );
}

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
export async function linkIdentity(identity: {
  userId: string;
  provider: string;
  providerAccountId: string;
}): Promise<Result<null>> {
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
