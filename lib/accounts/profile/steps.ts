import 'server-only';
import type { Tx } from '@/lib/core/db';
import type { Refused } from '@/lib/core/result';
import { DOMAINS } from '@/lib/domains';
import type { Prisma } from '@/prisma/generated/client';
import type { Leaving } from '../steps';

/** What each domain says and does about it, read when it is needed. */
const LEAVING: readonly (() => Promise<Leaving>)[] = DOMAINS.map(({ leaving }) => leaving);

/** Why somebody's own account stays for now: the first reason any domain has; null where none has one. */
export async function whyItStays(tx: Tx, account: string, locale: string): Promise<Refused | null> {
  for (const leaving of LEAVING) {
    const why = await (await leaving()).stays?.(tx, account, locale);
    if (why) return why;
  }
  return null;
}

/** Of accounts nobody used those that no domain keeps. */
export async function withoutKept(tx: Tx, accounts: readonly string[]): Promise<string[]> {
  const kept = new Set<string>();
  for (const leaving of LEAVING)
    for (const id of (await (await leaving()).kept?.(tx, accounts)) ?? []) kept.add(id);
  return accounts.filter((id) => !kept.has(id));
}

/**
 * Deletes accounts once each domain has done what follows from it; what belongs to one alone goes with its row.
 * @param still what must be so of them when they go: somebody may have come back meanwhile
 * @returns how many went
 */
export async function deleteAccounts(
  tx: Tx,
  accounts: readonly string[],
  still: Prisma.UserWhereInput = {},
): Promise<number> {
  if (accounts.length === 0) return 0;
  for (const leaving of LEAVING) await (await leaving()).before?.(tx, accounts);
  const where = { AND: [still, { id: { in: [...accounts] } }] };
  return (await tx.user.deleteMany({ where })).count;
}
