import 'server-only';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db, inTransaction, type Tx } from '@/lib/core/db';
import { officeMonthsAgo } from '@/lib/core/office-time';
import { ok, type Result } from '@/lib/core/result';
import type { Prisma } from '@/prisma/generated/client';
import { lockAdmins, mayLeaveCounselling } from '../steps';
import { deleteAccounts, withoutKept } from './steps';

const MONTHS_UNUSED = 24;
const INVITATION_KEPT_DAYS = 30;

/** Accounts that are asked about and go at once. */
const AT_ONCE = 500;

/**
 * Deletes what was kept long enough: accounts nobody used for 24 months, old invitations. Whoever counsels goes last and
 * each in a transaction of their own: as long as one takes nobody can book.
 */
export async function deleteUnused(): Promise<Result<{ accounts: number }>> {
  const invitedBefore = new Date(now().getTime() - INVITATION_KEPT_DAYS * DAY_MS);
  await db.invitation.deleteMany({ where: { createdAt: { lt: invitedBefore } } });
  const unused = unusedSince(officeMonthsAgo(MONTHS_UNUSED));
  const counselled = { role: 'COUNSELLOR' as const };
  const others = { AND: [unused, { roles: { none: counselled } }] };
  let accounts = 0;
  for (let last: string | undefined; ; ) {
    const ids = await idsOf(others, last);
    accounts += await deleteThose(ids, others);
    last = ids.at(-1);
    if (ids.length < AT_ONCE) break;
  }
  for (const id of await idsOf({ AND: [unused, { roles: { some: counselled } }] })) {
    // The last one stays while somebody waits whom nobody else could ring.
    accounts += await deleteThose([id], unused, (tx) => mayLeaveCounselling(tx, id));
  }
  return ok({ accounts });
}

const unusedSince = (since: Date) =>
  ({
    lastSeenAt: { lt: since },
    roles: { none: { role: 'ADMIN' } },
  }) satisfies Prisma.UserWhereInput;

async function idsOf(where: Prisma.UserWhereInput, after?: string): Promise<string[]> {
  const rows = await db.user.findMany({
    where: { AND: [where, after === undefined ? {} : { id: { gt: after } }] },
    orderBy: { id: 'asc' },
    take: AT_ONCE,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** @param may asked where they may go at all */
async function deleteThose(
  ids: readonly string[],
  still: Prisma.UserWhereInput,
  may: (tx: Tx) => Promise<boolean> = async () => true,
): Promise<number> {
  if (ids.length === 0) return 0;
  const gone = await inTransaction(async (tx) => {
    await lockAdmins(tx);
    return ok((await may(tx)) ? await deleteAccounts(tx, await withoutKept(tx, ids), still) : 0);
  });
  return gone.ok ? gone.value : 0;
}
