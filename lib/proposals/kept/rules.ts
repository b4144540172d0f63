import { Temporal } from 'temporal-polyfill';
import type { AnswerRow } from './types';

/** Middle of the values; of an even number of them the mean of the middle two. Null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length / 2)];
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  return high === undefined || low === undefined ? null : (high + low) / 2;
}

/** Whole percent; null of nothing. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 100);
}

/**
 * How the office kept its word: an answer is the first thing the office told the author (published, asked
 * back, not published, merged). Whoever waits within the promised time counts for neither.
 * @param today local date `YYYY-MM-DD`
 */
export function answersKept(rows: readonly AnswerRow[], today: string) {
  const days = rows.flatMap(({ submittedOn, answeredOn }) =>
    answeredOn === null
      ? []
      : [Temporal.PlainDate.from(submittedOn).until(Temporal.PlainDate.from(answeredOn)).days],
  );
  const due = rows.filter(({ answeredOn, promisedFor }) => answeredOn || promisedFor < today);
  const kept = due.filter(({ answeredOn, promisedFor }) => answeredOn && answeredOn <= promisedFor);
  return {
    inTime: percent(kept.length, due.length),
    medianDays: median(days),
  };
}
