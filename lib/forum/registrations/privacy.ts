import 'server-only';
import type { System } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';

const KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Thirty days after a session nothing is left of those who signed up but how many came how: name,
 * way to reach them, needs and the tie to an account are emptied. Running it again changes nothing.
 * @returns how many sign-ups were emptied
 */
export async function forgetOldRegistrations(_who: System): Promise<number> {
  const before = new Date(now().getTime() - KEPT_DAYS * DAY_MS);
  const emptied = await db.registration.updateMany({
    where: {
      session: { endsAt: { lt: before }, state: { not: 'POSTPONED' } },
      OR: [
        { name: { not: '' } },
        { contactValue: { not: '' } },
        { needsNote: { not: '' } },
        { needs: { isEmpty: false } },
        { userId: { not: null } },
      ],
    },
    data: {
      name: '',
      contactKind: 'NUMBER',
      contactValue: '',
      needs: [],
      needsNote: '',
      userId: null,
      locale: 'de',
    },
  });
  return emptied.count;
}
