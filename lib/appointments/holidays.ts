import { plusDays } from '@/lib/core/day.mjs';
import { officeDate } from '@/lib/core/office-time';
import { publicHolidays } from '@/lib/settings/workdays';

/** Holidays of the region between today and a day so far ahead, as the database takes them. */
export function untilWithout(at: Date, region: string, daysAhead: number): [string, string[]] {
  const today = officeDate(at);
  const until = plusDays(today, daysAhead);
  const years = new Set([today, until].map((day) => Number(day.slice(0, 4))));
  return [until, [...years].flatMap((year) => [...publicHolidays(year, region)])];
}
