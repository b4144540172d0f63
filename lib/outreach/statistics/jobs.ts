import 'server-only';
import { dayColumn, dayOf } from '@/lib/core/day.mjs';
import { inTransaction, type Tx } from '@/lib/core/db';
import { officeToday } from '@/lib/core/office-time';
import { ok } from '@/lib/core/result';
import { putTogether } from './few/rules';
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

/** Part of each step that empties contacts. */
export async function countClosedQuarters(tx: Tx): Promise<void> {
  if ((await quartersToClose(tx)).length === 0) return;
  // Of two processes one counts: sums of both would be mixed where a contact was changed in between.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('outreach quarters', 0))`;
  for (const quarter of await quartersToClose(tx)) await keepSums(tx, quarter);
}

async function quartersToClose(tx: Tx): Promise<string[]> {
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
  return toClose(first, known, officeToday(), keptWholeFrom());
}

async function keepSums(tx: Tx, first: string): Promise<void> {
  const quarter = dayColumn(first);
  const sums = putTogether(await liveSums(tx, first));
  await tx.outreachQuarterSum.createMany({
    data: sums.flatMap(({ districtId, ...one }) =>
      districtId === null ? [] : [{ ...one, districtId, quarter }],
    ),
  });
  await tx.outreachQuarterRest.createMany({
    data: sums.flatMap(({ districtId, ...one }) =>
      districtId === null ? [{ ...one, quarter }] : [],
    ),
  });
}
