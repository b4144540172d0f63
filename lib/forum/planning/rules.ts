import { DAY_MS, dayColumn, plusDays } from '@/lib/core/day.mjs';
import type { DatedPlan, LeftOver } from './types';

const MONTHS = [
  ...[
    'Jan(?:uary?)?',
    'Feb(?:ruary?)?',
    'März',
    'Mär',
    'March',
    'Apr(?:il)?',
    'Ma[iy]',
    'June?',
    'Juni',
  ],
  ...[
    'July?',
    'Juli',
    'Aug(?:ust)?',
    'Sept?(?:ember)?',
    'O[kc]t(?:ober)?',
    'Nov(?:ember)?',
    'De[zc](?:ember)?',
  ],
].join('|');

/** „15. Januar“, „15.1.“, „15.01.2027“, „15 January“; an hour written with a stop („17.30.“) is none. */
const DAY = new RegExp(
  `(?<![\\d.])(?:0?[1-9]|[12]\\d|3[01])(?:\\.\\s?(?:0?[1-9]|1[0-2])\\.(?:\\s?(?:20)?\\d\\d\\b)?|\\.?\\s?(?:${MONTHS})(?![\\p{L}]))`,
  'giu',
);

/** The days a text names, as they stand there. */
export const daysNamed = (text: string): string[] =>
  [...text.matchAll(DAY)].map(([words]) => words.replace(/\s/g, ' '));

/**
 * What still speaks of the day before when a session gets another one: the last day to sign up, and texts that name a
 * day, both unchanged. Null where nothing does.
 */
export function leftFromOldDay(before: DatedPlan, after: DatedPlan): LeftOver | null {
  if (before.date === after.date) return null;
  const deadline = before.deadline !== '' && before.deadline === after.deadline;
  const named = before.texts
    .filter((text, index) => text === after.texts[index])
    .flatMap(daysNamed);
  const days = [...new Set(named)];
  if (deadline) return { kind: days.length > 0 ? 'both' : 'deadline', days };
  return days.length > 0 ? { kind: 'texts', days } : null;
}

/**
 * The last day to sign up as long before the new day as it was before the old one; null where there was none, or
 * where that day is not to come.
 * @param today local date
 */
export function deadlineAsBefore(
  before: Pick<DatedPlan, 'date' | 'deadline'>,
  date: string,
  today: string,
): string | null {
  if (before.deadline === '') return null;
  const day = plusDays(date, -daysFrom(before.deadline, before.date));
  return day < today ? null : day;
}

const daysFrom = (day: string, to: string) =>
  (dayColumn(to).getTime() - dayColumn(day).getTime()) / DAY_MS;
