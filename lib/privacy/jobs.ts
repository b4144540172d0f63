import 'server-only';
import { now } from '@/lib/core/clock';
import { DAY_MS, dayColumn, dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { eachAlone } from '@/lib/core/each-alone';

type Sweep = () => PromiseLike<unknown>;

const ago = (days: number) => new Date(now().getTime() - days * DAY_MS);

/** What is kept for hours: asked every minute, so that no night in between makes more of them. Safe to repeat. */
export const sweepHourly = (): Promise<void> =>
  all([
    // A form counts for a day from when it was made, so this is as early as nobody sends one twice. What a device may send
    // for longer says the last day of that (`lib/outreach/proposing`).
    () => db.formSubmission.deleteMany({ where: { day: { lt: dayColumn(dayOf(ago(1))) } } }),
    () => db.rateBucket.deleteMany({ where: { windowEnd: { lt: ago(1) } } }),
  ]);

/** One that fails does not keep the others from being forgotten; that it failed is said after all of them. */
const all = (sweeps: readonly Sweep[]): Promise<void> =>
  eachAlone(sweeps, async (sweep) => {
    await sweep();
  });
