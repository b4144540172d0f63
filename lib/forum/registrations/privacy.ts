import 'server-only';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { NOBODY } from '@/lib/forum/person/rules';
import type { Prisma } from '@/prisma/generated/client';

const KEPT_DAYS = 30;
/** A session put off may still get its new date; after a year nobody counts on it. */
const KEPT_DAYS_WITHOUT_DATE = 365;

/**
 * Thirty days after a session nothing is left of those who signed up but how many came how: name,
 * way to reach them, needs and the tie to an account are emptied, and the steps their sign-up took are gone. Sign-ups of a session that was put off
 * wait for its new date, but not for ever: a year after the old one. Running it again changes nothing.
 * @returns how many sign-ups were emptied
 */
export async function forgetOldRegistrations(): Promise<number> {
  const ago = (days: number) => new Date(now().getTime() - days * DAY_MS);
  const session: Prisma.ForumSessionWhereInput = {
    OR: [
      { endsAt: { lt: ago(KEPT_DAYS) }, state: { not: 'POSTPONED' } },
      { endsAt: { lt: ago(KEPT_DAYS_WITHOUT_DATE) } },
    ],
  };
  await db.registrationStep.deleteMany({ where: { registration: { session } } });
  const emptied = await db.registration.updateMany({
    where: {
      session,
      OR: [
        { name: { not: '' } },
        { contactValue: { not: '' } },
        { needsNote: { not: '' } },
        { needs: { isEmpty: false } },
        { userId: { not: null } },
      ],
    },
    data: NOBODY,
  });
  return emptied.count;
}
