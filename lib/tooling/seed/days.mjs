/**
 * Texts of the demo that name a day: `{day:2026-11-11}` is "11. November" and `{month:2026-11-11}` "November" of the
 * day it is moved to, so that a text says what the dates beside it say.
 */

const NAMED = /\{(day|month):(\d{4}-\d{2}-\d{2})\}/g;

/**
 * @param {string} text
 * @param {Pick<import('./shift.mjs').Shift, 'day'>} shift
 */
const spoken = (text, shift) =>
  text.replace(NAMED, (_all, what, date) =>
    new Intl.DateTimeFormat('de-DE', {
      ...(what === 'day' ? { day: 'numeric' } : {}),
      ...{ month: 'long', timeZone: 'UTC' },
    }).format(new Date(shift.day(date))),
  );

/**
 * The content with the days its texts name.
 * @template T
 * @param {T} content
 * @param {Pick<import('./shift.mjs').Shift, 'day'>} shift
 * @returns {T}
 */
export function withDays(content, shift) {
  return JSON.parse(JSON.stringify(content), (_key, value) =>
    typeof value === 'string' ? spoken(value, shift) : value,
  );
}
