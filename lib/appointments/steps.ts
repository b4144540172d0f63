import 'server-only';
import { plusDays } from '@/lib/core/day.mjs';
import { officeDate } from '@/lib/core/office-time';
import type { Ask } from '@/lib/core/walled';
import { holidaysAround } from '@/lib/settings/holidays.mjs';
import { DAYS_AHEAD } from './rules';

/** Makes what can be booked in the coming weeks, but not on holidays of the region. Answers how many are new. */
export async function fillSlots(ask: Ask, at: Date, region: string): Promise<number> {
  const today = officeDate(at);
  const until = plusDays(today, DAYS_AHEAD);
  const [row] = await ask<{ made: number }>(
    'SELECT counselling.fill_slots($1, $2::date[]) AS made',
    [until, holidaysAround(today, until, region)],
  );
  return row?.made ?? 0;
}
