import 'server-only';
import { db } from '@/lib/core/db';
import type { Visitor } from '../types';
import type { IdentityUser } from './types';

const asUser = (row: { id: string; email: string | null } | null): IdentityUser | null =>
  row ? { id: row.id, email: row.email ?? '', emailVerified: null } : null;

/** The account tied to an identity at the organisation's sign-in server. */
export async function findUserByIdentity(
  _visitor: Visitor,
  identity: { provider: string; providerAccountId: string },
): Promise<IdentityUser | null> {
  const { provider, providerAccountId } = identity;
  const row = await db.linkedIdentity.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { user: { select: { id: true, email: true } } },
  });
  return asUser(row?.user ?? null);
}

/** The account of an address the sign-in server has verified. */
export async function findUserByMail(
  _visitor: Visitor,
  email: string,
): Promise<IdentityUser | null> {
  return asUser(
    await db.user.findUnique({
      where: { email: email.toLowerCase() },
      select: { id: true, email: true },
    }),
  );
}
