import 'server-only';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';

const KEPT_DAYS = 365;

/** How long an entry is kept, the database says: nobody else takes one away. */
export const forgetEntries = (): Promise<number> => db.$executeRaw`SELECT forget_audit()`;

/** What stood somewhere before it was corrected is gone after a year: it may have been a name. @returns how many */
export async function forgetEarlierWords(): Promise<number> {
  const at = { lt: new Date(now().getTime() - KEPT_DAYS * DAY_MS) };
  const emptied = await db.correction.updateMany({
    where: { at, earlier: { not: {} } },
    data: { earlier: {} },
  });
  return emptied.count;
}
