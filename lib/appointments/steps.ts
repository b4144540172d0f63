import 'server-only';
import type { Ask } from '@/lib/core/walled';
import { untilWithout } from './holidays';
import { DAYS_AHEAD } from './rules';

/** Makes what can be booked in the coming weeks, but not on holidays of the region. Answers how many are new. */
export async function fillSlots(ask: Ask, at: Date, region: string): Promise<number> {
  const [row] = await ask<{ made: number }>(
    'SELECT counselling.fill_slots($1, $2::date[]) AS made',
    untilWithout(at, region, DAYS_AHEAD),
  );
  return row?.made ?? 0;
}
