import { DAY_MS, dayColumn, plusDays } from '../../core/day.mjs';

const WEEK_MS = 7 * DAY_MS;

/**
 * The demo's dates moved by whole weeks, so that weekdays stay right.
 * @typedef {ReturnType<typeof createShift>} Shift
 * @param {string} anchor date the demo was written for, `YYYY-MM-DD`
 * @param {Date} now
 * @param {string} zone of the office
 */
export function createShift(anchor, now, zone) {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(now);
  const passed = dayColumn(today).getTime() - dayColumn(anchor).getTime();
  const weeks = Math.floor(passed / WEEK_MS);
  /** @param {string} date `YYYY-MM-DD` */
  const day = (date) => plusDays(date, 7 * weeks);
  /** @param {string} local `YYYY-MM-DDTHH:MM` */
  const instant = (local) => instantOf(local, zone);
  /** @param {string} local `YYYY-MM-DDTHH:MM` */
  const local = (local) => `${day(local.slice(0, 10))}${local.slice(10)}`;
  return {
    zone,
    day,
    local,
    /** Instant of a shifted date at a local time. @param {string} date @param {string} [time] `HH:MM` */
    at: (date, time = '10:00') => instant(`${day(date)}T${time}`),
    /** Instant of an already shifted local time. */
    instantOf: instant,
    /** Some days after a date, not shifted. @param {string} date @param {number} days */
    plusDays,
  };
}

/** @param {string} local `YYYY-MM-DDTHH:MM`, never within a switch of clocks @param {string} zone */
function instantOf(local, zone) {
  const utc = Date.parse(`${local}:00Z`);
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    hourCycle: 'h23',
    day: '2-digit',
  });
  const named = Object.fromEntries(
    parts.formatToParts(new Date(utc)).map(({ type, value }) => [type, Number(value)]),
  );
  const days = named.day === Number(local.slice(8, 10)) ? 0 : 24;
  const hours = (named.hour ?? 0) + days - Number(local.slice(11, 13));
  return new Date(utc - hours * 60 * 60 * 1000);
}
