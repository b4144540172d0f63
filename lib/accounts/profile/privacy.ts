import 'server-only';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db, inTransaction, type Tx } from '@/lib/core/db';
import { officeMonthsAgo } from '@/lib/core/office-time';
import { ok, type Result } from '@/lib/core/result';
import type { Prisma } from '@/prisma/generated/client';
import { lockAdmins, mayLeaveCounselling } from '../steps';
import { dropPagesOf } from './steps';

const MONTHS_UNUSED = 24;
const INVITATION_KEPT_DAYS = 30;

/**
 * Deletes what was kept long enough: accounts nobody used for 24 months, old invitations. Whoever counsels goes last and
 * each in a transaction of their own: as long as one takes nobody can book.
 */
export async function deleteUnused(): Promise<Result<{ accounts: number }>> {
  const at = now();
  const unused = unusedSince(officeMonthsAgo(MONTHS_UNUSED));
  const counselled = { role: 'COUNSELLOR' as const };
  const others = await inTransaction(async (tx) => {
    const invitedBefore = new Date(at.getTime() - INVITATION_KEPT_DAYS * DAY_MS);
    await tx.invitation.deleteMany({ where: { createdAt: { lt: invitedBefore } } });
    await lockAdmins(tx);
    return ok(await deleteThose(tx, { ...unused, AND: { roles: { none: counselled } } }));
  });
  let accounts = others.ok ? others.value : 0;
  const leaving = await db.user.findMany({
    where: { ...unused, AND: { roles: { some: counselled } } },
    select: { id: true },
  });
  for (const { id } of leaving) {
    const left = await inTransaction(async (tx) => {
      await lockAdmins(tx);
      // The last one stays while somebody waits whom nobody else could ring.
      return ok((await mayLeaveCounselling(tx, id)) ? await deleteThose(tx, { ...unused, id }) : 0);
    });
    accounts += left.ok ? left.value : 0;
  }
  return ok({ accounts });
}

const unusedSince = (since: Date) =>
  ({
    lastSeenAt: { lt: since },
    roles: { none: { role: 'ADMIN' } },
    // Who voted at the desk was not seen here, and a new account could vote again.
    rollEntries: { none: { poll: { state: 'SCHEDULED' } } },
  }) satisfies Prisma.UserWhereInput;

async function deleteThose(tx: Tx, users: Prisma.UserWhereInput): Promise<number> {
  await dropPagesOf(tx, users);
  return (await tx.user.deleteMany({ where: users })).count;
}
