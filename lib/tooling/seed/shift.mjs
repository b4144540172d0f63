const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const ZONE = 'Europe/Berlin';

/**
 * The demo's dates moved by whole weeks, so that weekdays stay right.
 * @typedef {ReturnType<typeof createShift>} Shift
 * @param {string} anchor date the demo was written for, `YYYY-MM-DD`
 * @param {Date} now
 */
export function createShift(anchor, now) {
  const today = Date.parse(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
  const weeks = Math.floor((today - Date.parse(`${anchor}T00:00:00Z`)) / WEEK_MS);
  /** @param {string} date `YYYY-MM-DD` */
  const day = (date) =>
    new Date(Date.parse(`${date}T00:00:00Z`) + weeks * WEEK_MS).toISOString().slice(0, 10);
  /** @param {string} local `YYYY-MM-DDTHH:MM` */
  const local = (local) => `${day(local.slice(0, 10))}${local.slice(10)}`;
  return {
    day,
    local,
    /** Instant of a shifted date at a local time. @param {string} date @param {string} [time] `HH:MM` */
    at: (date, time = '10:00') => instantOf(`${day(date)}T${time}`),
    /** Instant of an already shifted local time. */
    instantOf,
    /** Some days after a date, not shifted. @param {string} date @param {number} days */
    plusDays: (date, days) =>
      new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10),
  };
}

/** @param {string} local `YYYY-MM-DDTHH:MM` in Berlin; never within a switch of clocks */
function instantOf(local) {
  const utc = Date.parse(`${local}:00Z`);
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
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
