import 'server-only';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { inTransaction, type Tx } from '@/lib/core/db';
import { officeMonthsAgo } from '@/lib/core/office-time';
import { ok, type Result } from '@/lib/core/result';
import type { Prisma } from '@/prisma/generated/client';
import { lockAdmins, mayLeaveCounselling } from '../steps';
import { dropPagesOf } from './steps';

const MONTHS_UNUSED = 24;
const INVITATION_KEPT_DAYS = 30;

/** Deletes what was kept long enough: accounts nobody used for 24 months, old invitations. */
export async function deleteUnused(): Promise<Result<{ accounts: number }>> {
  return inTransaction(async (tx) => {
    const at = now();
    const unusedSince = officeMonthsAgo(MONTHS_UNUSED);
    const invitedBefore = new Date(at.getTime() - INVITATION_KEPT_DAYS * DAY_MS);
    await tx.invitation.deleteMany({ where: { createdAt: { lt: invitedBefore } } });
    await lockAdmins(tx);
    const unused = {
      lastSeenAt: { lt: unusedSince },
      roles: { none: { role: 'ADMIN' } },
      // Who voted at the desk was not seen here, and a new account could vote again.
      rollEntries: { none: { poll: { state: 'SCHEDULED' } } },
    } satisfies Prisma.UserWhereInput;
    // Each for itself: the last one stays while somebody waits whom nobody else could ring.
    const counselled = await tx.user.findMany({
      where: { ...unused, AND: { roles: { some: { role: 'COUNSELLOR' } } } },
      select: { id: true },
    });
    let accounts = 0;
    for (const { id } of counselled)
      if (await mayLeaveCounselling(tx, id)) accounts += await deleteThose(tx, { id });
    const others = { ...unused, AND: { roles: { none: { role: 'COUNSELLOR' as const } } } };
    return ok({ accounts: accounts + (await deleteThose(tx, others)) });
  });
}

async function deleteThose(tx: Tx, users: Prisma.UserWhereInput): Promise<number> {
  await dropPagesOf(tx, users);
  return (await tx.user.deleteMany({ where: users })).count;
}
