import 'server-only';
import { plusDays } from '@/lib/core/day.mjs';
import { officeDate } from '@/lib/core/office-time';
import type { Ask } from '@/lib/core/walled';
import { publicHolidays } from '@/lib/settings/workdays';
import { DAYS_AHEAD } from './rules';

/** Makes what can be booked in the coming weeks, but not on holidays of the region. Answers how many are new. */
export async function fillSlots(ask: Ask, at: Date, region: string): Promise<number> {
  const until = plusDays(officeDate(at), DAYS_AHEAD);
  const years = new Set([officeDate(at), until].map((day) => Number(day.slice(0, 4))));
  const holidays = [...years].flatMap((year) => [...publicHolidays(year, region)]);
  const [row] = await ask<{ made: number }>(
    'SELECT counselling.fill_slots($1, $2::date[]) AS made',
    [until, holidays],
  );
  return row?.made ?? 0;
}
