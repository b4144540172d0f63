import 'server-only';
import { plusDays } from '@/lib/core/day.mjs';
import { officeDate } from '@/lib/core/office-time';
import type { Ask } from '@/lib/core/walled';
import { publicHolidays } from '@/lib/settings/workdays';
import { DAYS_AHEAD } from './rules';

/** Holidays of the region between today and a day so far ahead, as the database takes them. */
export function untilWithout(at: Date, region: string, daysAhead: number): [string, string[]] {
  const today = officeDate(at);
  const until = plusDays(today, daysAhead);
  const years = new Set([today, until].map((day) => Number(day.slice(0, 4))));
  return [until, [...years].flatMap((year) => [...publicHolidays(year, region)])];
}

/** Makes what can be booked in the coming weeks, but not on holidays of the region. Answers how many are new. */
export async function fillSlots(ask: Ask, at: Date, region: string): Promise<number> {
  const [row] = await ask<{ made: number }>(
    'SELECT counselling.fill_slots($1, $2::date[]) AS made',
    untilWithout(at, region, DAYS_AHEAD),
  );
  return row?.made ?? 0;
}
