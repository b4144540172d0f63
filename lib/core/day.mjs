/**
 * Days without a place: their usual length, and dates as `@db.Date` keeps them, at midnight UTC. Where a day
 * begins and ends for the office is said in `office-time.ts`: twice a year one has 23 or 25 hours there, so
 * nobody adds `DAY_MS` to find a local date. Without a package, for the start and for browsers.
 */

/** For periods, not for dates. */
export const DAY_MS = 24 * 60 * 60 * 1000;
export const DAY_SECONDS = DAY_MS / 1000;

/** So long after its end a quarter or a year takes late entries: an attendance list, a letter that came meanwhile. */
export const GRACE_DAYS = 14;

/** A local date for a column without time. @param {string} localDate `YYYY-MM-DD` @returns {Date} */
export const dayColumn = (localDate) => new Date(`${localDate}T00:00:00Z`);

/** The local date in a column without time, `YYYY-MM-DD`. @param {Date} column @returns {string} */
export const dayOf = (column) => column.toISOString().slice(0, 10);

/** @param {Date | null | undefined} column @returns {string | null} */
export const dayOrNone = (column) => (column ? dayOf(column) : null);

/** A date some days later, whatever its clocks do. @param {string} localDate @param {number} days */
export const plusDays = (localDate, days) =>
  dayOf(new Date(dayColumn(localDate).getTime() + days * DAY_MS));

/** `YYYY-MM-DD` that is a day of the calendar, in this century as all we plan. @param {string} text */
export function isLocalDate(text) {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const day = dayColumn(text);
  // A day that does not exist (31 November) is none, or comes back as another one.
  return !Number.isNaN(day.getTime()) && dayOf(day) === text;
}

/** `HH:MM` that is a time of the day. @param {string} text */
export const isLocalTime = (text) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
