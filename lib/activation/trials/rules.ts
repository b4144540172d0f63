import { dayColumn } from '@/lib/core/day.mjs';
import { withPlainSigns } from '@/lib/core/typed';

/** The database holds these, too. */
export const QUOTES_MAX = 1000;
export const REACHED_MAX = 9999;
export const PROPOSALS_MAX = 999;
export const NUMBERS_MAX = 30;
const MINUTES_MAX = 60_000;

/** `YYYY-MM-DD` that is a day of the calendar. */
export function isTrialDay(text: string): boolean {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const day = dayColumn(text);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** A million euros; the database holds this, too. */
export const COST_MAX_CENTS = 99_999_999;

/** So long ago or ahead a trial may lie. */
export const DAYS_BACK = 1100;
export const DAYS_AHEAD = 366;

/**
 * Hours as people write them: `5`, `4,5`, `4.25`.
 * @returns whole minutes, or null when it is none
 */
export function minutesOf(typed: string): number | null {
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*(?:h|std\.?|stunden?|hours?)?$/i.exec(
    withPlainSigns(typed),
  );
  if (!found) return null;
  const minutes = Math.round(Number(`${found[1]}.${found[2] ?? '0'}`) * 60);
  return minutes <= MINUTES_MAX ? minutes : null;
}

/** The same as it stands in a field again. */
export const typedHours = (minutes: number): string =>
  String(Math.round((minutes / 60) * 100) / 100).replace('.', ',');

/**
 * Numbers of proposals as people write them: `104, 107 und 110`, one a line, with or without `Nr.`
 * @returns each once, or null when something else stands there
 */
export function numbersOf(typed: string): number[] | null {
  const parts = withPlainSigns(typed)
    .replace(/\b(?:nr|no)\.?|#|\bund\b|\band\b/gi, ' ')
    .split(/[\s,;]+/)
    .filter((part) => part !== '');
  if (!parts.every((part) => /^[1-9]\d{0,8}$/.test(part))) return null;
  return [...new Set(parts.map(Number))];
}
