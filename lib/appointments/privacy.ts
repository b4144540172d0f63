import 'server-only';
import { now } from '@/lib/core/clock';
import { inTransaction } from '@/lib/core/db';
import { ok, type Result } from '@/lib/core/result';
import { behindTheWall } from '@/lib/core/walled';
import { getOffice } from '@/lib/settings/queries';
import { fillSlots } from './steps';

/**
 * Names and phone numbers go a day after the appointment, the appointment a week after: the database does
 * what is due by its own clock, whether or not the wall stands. Asked every minute, so that a day is a day; safe to repeat.
 */
export async function forgetOldAppointments(): Promise<
  Result<{ contacts: number; slots: number }>
> {
  return inTransaction(async (tx) => {
    const [gone] = await tx.$queryRaw<{ contacts: number; slots: number }[]>`
      SELECT * FROM forget_counselling()`;
    return ok(gone ?? { contacts: 0, slots: 0 });
  });
}

/** Part of the daily sweep: forgets, whatever else stood still, and fills the weeks that have come nearer. */
export async function keepAppointments(): Promise<Result<{ contacts: number; slots: number }>> {
  const gone = await forgetOldAppointments();
  const { holidayRegion } = await getOffice({ locale: 'de' });
  await behindTheWall('', (ask) => fillSlots(ask, now(), holidayRegion));
  return gone;
}
