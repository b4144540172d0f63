import 'server-only';
import { now } from '@/lib/core/clock';
import { ok, type Result } from '@/lib/core/result';
import { behindTheWall } from '@/lib/core/walled';
import { getOffice } from '@/lib/settings/queries';
import { fillSlots } from './steps';

/**
 * Names and phone numbers go a day after the appointment, the appointment a week after: the database does
 * what is due by its own clock. Then the coming weeks are filled. Part of the daily sweep, safe to repeat.
 */
export async function forgetOldAppointments(): Promise<Result<{ contacts: number; slots: number }>> {
  const { holidayRegion } = await getOffice({ locale: 'de' });
  const gone = await behindTheWall('', async (ask) => {
    const [row] = await ask<{ contacts: number; slots: number }>('SELECT * FROM counselling.purge()');
    await fillSlots(ask, now(), holidayRegion);
    return row ?? null;
  });
  return ok(gone ?? { contacts: 0, slots: 0 });
}
