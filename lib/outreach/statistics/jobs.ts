import 'server-only';
import { dayColumn, dayOf } from '@/lib/core/day.mjs';
import { inTransaction, type Tx } from '@/lib/core/db';
import { officeToday } from '@/lib/core/office-time';
import { ok } from '@/lib/core/result';
import { keptWholeFrom, liveSums } from './figures';
import { toClose } from './rules';

/**
 * Counts every quarter that is over and takes no late entries any more, once: what is entered or emptied later changes
 * no sum. Looked for every minute, so that a night that was missed is made up for.
 */
export async function closeQuarters(): Promise<void> {
  await inTransaction<null>(async (tx) => {
    await countClosedQuarters(tx);
    return ok(null);
  });
}

/** Part of each step that empties contacts. Another process may count the same: what came first stays. */
export async function countClosedQuarters(tx: Tx): Promise<void> {
  const counted = await tx.outreachQuarterSum.findMany({
    distinct: ['quarter'],
    select: { quarter: true },
  });
  const contacts = await tx.outreachContact.aggregate({ _min: { day: true } });
  const rounds = await tx.outreachRound.aggregate({ _min: { localDate: true } });
  const [first = null] = [contacts._min.day, rounds._min.localDate]
    .flatMap((day) => (day ? [dayOf(day)] : []))
    .sort();
  const known = new Set(counted.map(({ quarter }) => dayOf(quarter)));
  for (const quarter of toClose(first, known, officeToday(), keptWholeFrom())) {
    const sums = await liveSums(tx, quarter);
    await tx.outreachQuarterSum.createMany({
      data: sums.map((one) => ({ ...one, quarter: dayColumn(quarter) })),
      skipDuplicates: true,
    });
  }
}
