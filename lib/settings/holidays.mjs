// Without a package, for what fills the demo, too.
import { dayColumn, dayOf, plusDays } from '../core/day.mjs';

/** Easter Sunday of a year in the Gregorian calendar (Meeus/Jones/Butcher). @param {number} year @returns {string} */
function easterSunday(year) {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return dayOf(new Date(Date.UTC(year, month - 1, day)));
}

const EVERYWHERE = ['01-01', '05-01', '10-03', '12-25', '12-26'];

/**
 * Public holidays that only some Länder have, by ISO 3166-2 code without "DE-".
 * @type {Record<string, readonly string[]>}
 */
const REGIONAL = {
  '01-06': ['BW', 'BY', 'ST'],
  '03-08': ['BE', 'MV'],
  '08-15': ['SL'],
  '09-20': ['TH'],
  '10-31': ['BB', 'HB', 'HH', 'MV', 'NI', 'SN', 'ST', 'SH', 'TH'],
  '11-01': ['BW', 'BY', 'NW', 'RP', 'SL'],
};

const CORPUS_CHRISTI = ['BW', 'BY', 'HE', 'NW', 'RP', 'SL'];
const MOVABLE_DAYS = [-2, 1, 39, 50];

/** From 1, Monday, to 7. @param {string} day `YYYY-MM-DD` */
export const weekdayOf = (day) => dayColumn(day).getUTCDay() || 7;

/** Repentance day: the Wednesday before 23 November; a public holiday in Saxony only. @param {number} year */
function repentanceDay(year) {
  const limit = `${year}-11-22`;
  return plusDays(limit, -((weekdayOf(limit) - 3 + 7) % 7));
}

/**
 * Public holidays of a year in a Land, as `YYYY-MM-DD`.
 * @param {number} year
 * @param {string} region e.g. `SN` for Saxony
 * @returns {Set<string>}
 */
export function publicHolidays(year, region) {
  const easter = easterSunday(year);
  const days = new Set(EVERYWHERE.map((day) => `${year}-${day}`));
  for (const [day, regions] of Object.entries(REGIONAL))
    if (regions.includes(region)) days.add(`${year}-${day}`);
  for (const offset of MOVABLE_DAYS) days.add(plusDays(easter, offset));
  if (CORPUS_CHRISTI.includes(region)) days.add(plusDays(easter, 60));
  if (region === 'SN') days.add(repentanceDay(year));
  return days;
}

/**
 * Holidays of a region in the years of two days.
 * @param {string} from `YYYY-MM-DD`
 * @param {string} until `YYYY-MM-DD`
 * @param {string} region
 * @returns {string[]}
 */
export function holidaysAround(from, until, region) {
  const years = new Set([from, until].map((day) => Number(day.slice(0, 4))));
  return [...years].flatMap((year) => [...publicHolidays(year, region)]);
}
