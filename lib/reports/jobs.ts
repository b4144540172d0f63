import 'server-only';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { eachAlone } from '@/lib/core/each-alone';
import { officeZone } from '@/lib/core/office-time';
import { closedAtOf, houseBegan } from './closed/figures';
import { keptOf } from './closed/rules';
import { countFigures, countOrigins } from './counting/figures';
import { hasOrigins } from './origin/rules';
import { periodsToClose } from './rules';
import type { Period } from './types';

/**
 * Keeps the figures of every quarter and year that is over and takes no late entries any more: from then on the report
 * says these, whatever is deleted, renamed or corrected later. Looked for every minute, so that a night that was
 * missed is made up for; what is closed stays.
 */
export async function closePeriods(): Promise<void> {
  const began = await houseBegan();
  if (began === null) return;
  const due = periodsToClose(began, now(), officeZone());
  if (due.length === 0) return;
  const isClosed = await closedAtOf(due.map(({ id }) => id));
  await eachAlone(
    due.filter(({ id }) => !isClosed.has(id)),
    closePeriod,
  );
}

async function closePeriod(period: Period): Promise<void> {
  const groups = await countFigures(period);
  const lines = keptOf(groups, hasOrigins(period) ? await countOrigins(period) : null);
  const closedAt = now();
  await db.periodFigure.createMany({
    data: lines.map((line) => ({ ...line, period: period.id, closedAt })),
    // Another process may close it in the same minute: what came first stays.
    skipDuplicates: true,
  });
}
