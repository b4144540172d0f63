import 'server-only';
import { now } from '@/lib/core/clock';
import { inTransaction } from '@/lib/core/db';
import { officeMonthsAgo } from '@/lib/core/office-time';
import { ok, type Result } from '@/lib/core/result';
import { PRINT_HOURS } from './rules';

/** Forgets the print keys nobody needs any more; part of the daily sweep. */
export async function forgetPrintKeys(): Promise<Result<number>> {
  return inTransaction(async (tx) => {
    const until = new Date(now().getTime() - PRINT_HOURS * 3_600_000);
    const forgotten = await tx.accessCardBatch.updateMany({
      where: { printKey: { not: '' }, createdAt: { lte: until } },
      data: { printKey: '' },
    });
    return ok(forgotten.count);
  });
}

const MONTHS_KEPT = 24;

/**
 * Deletes cards nobody used for 24 months and batches of which none is left; part of the daily sweep,
 * before unused accounts go: a card must not open a new account in the place of a deleted one.
 */
export async function forgetOldCards(): Promise<Result<{ cards: number }>> {
  return inTransaction(async (tx) => {
    const before = officeMonthsAgo(MONTHS_KEPT);
    const old = await tx.accessCard.deleteMany({
      where: {
        batch: { createdAt: { lt: before } },
        OR: [{ userId: null }, { user: { lastSeenAt: { lt: before } } }],
      },
    });
    await tx.accessCardBatch.deleteMany({
      where: { createdAt: { lt: before }, cards: { none: {} } },
    });
    return ok({ cards: old.count });
  });
}
