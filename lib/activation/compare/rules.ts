import { tookPlace } from '../rules';
import type { ActivationState, TrialNumbers } from '../types';
import type { Compared, Comparison, NotCompared } from './types';

interface Format {
  id: string;
  name: string;
  edition: number;
  state: ActivationState;
  trials: readonly TrialNumbers[];
}

const FEW_PEOPLE = 10;
const FEW_TRIALS = 2;

/**
 * Formats by how many people came for the first time for each hour of the office's work. What was never tried, or was
 * not counted, has no place in the order: no number is not nought.
 */
export function compare(formats: readonly Format[]): Comparison {
  const ranked: Compared[] = [];
  const unranked: NotCompared[] = [];
  for (const { trials, ...format } of formats) {
    const told = trials.flatMap(comparable);
    const staffMinutes = told.reduce((all, one) => all + one.staffMinutes, 0);
    if (staffMinutes > 0) ranked.push({ ...format, ...rated(told, staffMinutes) });
    else unranked.push({ ...format, why: trials.some(tookPlace) ? 'uncounted' : 'untried' });
  }
  ranked.sort((a, b) => b.rate - a.rate || a.name.localeCompare(b.name, 'de'));
  return { ranked, unranked };
}

interface Comparable {
  reached: number;
  firstTimers: number;
  staffMinutes: number;
}

function comparable({ reached, firstTimers, staffMinutes }: TrialNumbers): Comparable[] {
  if (reached === null || firstTimers === null || staffMinutes === null) return [];
  return staffMinutes > 0 ? [{ reached, firstTimers, staffMinutes }] : [];
}

function rated(told: readonly Comparable[], staffMinutes: number) {
  const sum = (key: keyof Comparable) => told.reduce((all, one) => all + one[key], 0);
  const firstTimers = sum('firstTimers');
  const reached = sum('reached');
  const perHour = (count: number) => (count * 60) / staffMinutes;
  const { low, high } = likely(firstTimers);
  return {
    ...{ trials: told.length, reached, firstTimers, staffMinutes, rate: perHour(firstTimers) },
    ...{ low: perHour(low), high: perHour(high) },
    few: told.length < FEW_TRIALS || firstTimers < FEW_PEOPLE,
  };
}

/**
 * How many might as well have come, if people come by chance: square roots of counts scatter alike, whatever the count
 * (Anscombe 1948), by one half; so 0.98 to each side holds about 19 of 20.
 */
export function likely(count: number): { low: number; high: number } {
  const root = Math.sqrt(count + 3 / 8);
  return {
    low: count === 0 ? 0 : Math.max(0, (root - 0.98) ** 2 - 3 / 8),
    high: (root + 0.98) ** 2 - 3 / 8,
  };
}

/** Every two of them touch, so nobody can say which does better. */
export const areAlike = (all: readonly Pick<Compared, 'low' | 'high'>[]): boolean =>
  Math.max(...all.map(({ low }) => low)) <= Math.min(...all.map(({ high }) => high));
