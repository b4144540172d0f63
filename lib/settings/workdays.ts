import { Temporal } from 'temporal-polyfill';
import { publicHolidays } from './holidays.mjs';

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

/** The same, and null where no hours were entered at all: such an office is neither open nor closed. */
export function hoursSaidOn<Hours extends { weekday: number }>(
  date: string,
  hours: readonly Hours[],
  region: string,
): Hours[] | null {
  return hours.length === 0 ? null : openingHoursOn(date, hours, region);
}
