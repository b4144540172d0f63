import { Temporal } from 'temporal-polyfill';

/** Easter Sunday of a year in the Gregorian calendar (Meeus/Jones/Butcher). */
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return new Temporal.PlainDate(year, month, day);
}

const EVERYWHERE = ['01-01', '05-01', '10-03', '12-25', '12-26'];

// Public holidays that only some Länder have, by ISO 3166-2 code without "DE-".
const REGIONAL: Record<string, readonly string[]> = {
  '01-06': ['BW', 'BY', 'ST'],
  '03-08': ['BE', 'MV'],
  '08-15': ['SL'],
  '09-20': ['TH'],
  '10-31': ['BB', 'HB', 'HH', 'MV', 'NI', 'SN', 'ST', 'SH', 'TH'],
  '11-01': ['BW', 'BY', 'NW', 'RP', 'SL'],
};

const CORPUS_CHRISTI = ['BW', 'BY', 'HE', 'NW', 'RP', 'SL'];
const MOVABLE_DAYS = [-2, 1, 39, 50];

/** Repentance day: the Wednesday before 23 November; a public holiday in Saxony only. */
function repentanceDay(year: number): Temporal.PlainDate {
  const limit = new Temporal.PlainDate(year, 11, 22);
  return limit.subtract({ days: (limit.dayOfWeek - 3 + 7) % 7 });
}

/** Public holidays of a year in a Land, as `YYYY-MM-DD`. @param region e.g. `SN` for Saxony */
export function publicHolidays(year: number, region: string): Set<string> {
  const easter = easterSunday(year);
  const days = new Set(EVERYWHERE.map((day) => `${year}-${day}`));
  for (const [day, regions] of Object.entries(REGIONAL))
    if (regions.includes(region)) days.add(`${year}-${day}`);
  for (const offset of MOVABLE_DAYS) days.add(easter.add({ days: offset }).toString());
  if (CORPUS_CHRISTI.includes(region)) days.add(easter.add({ days: 60 }).toString());
  if (region === 'SN') days.add(repentanceDay(year).toString());
  return days;
}

/**
 * The date some working days later: Saturdays, Sundays and the region's public holidays do not count.
 * @param from local date `YYYY-MM-DD`; the day itself does not count
 */
export function addWorkdays(from: string, workdays: number, region: string): string {
  let date = Temporal.PlainDate.from(from);
  for (let left = workdays; left > 0; ) {
    date = date.add({ days: 1 });
    const free = date.dayOfWeek > 5 || publicHolidays(date.year, region).has(date.toString());
    if (!free) left -= 1;
  }
  return date.toString();
}

/**
 * When the office is open on a day; never on public holidays.
 * @param date local date `YYYY-MM-DD`
 */
export function openingHoursOn<Hours extends { weekday: number }>(
  date: string,
  hours: readonly Hours[],
  region: string,
): Hours[] {
  const day = Temporal.PlainDate.from(date);
  if (publicHolidays(day.year, region).has(date)) return [];
  return hours.filter(({ weekday }) => weekday === day.dayOfWeek);
}

/** Holidays of a region in the years of two days. @param from `YYYY-MM-DD` @param until `YYYY-MM-DD` */
export function holidaysAround(from: string, until: string, region: string): string[] {
  const years = new Set([from, until].map((day) => Number(day.slice(0, 4))));
  return [...years].flatMap((year) => [...publicHolidays(year, region)]);
}
