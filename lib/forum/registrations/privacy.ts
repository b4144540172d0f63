import 'server-only';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { EMPTIED, NOBODY } from '@/lib/forum/person/rules';
import type { Prisma } from '@/prisma/generated/client';

const KEPT_DAYS = 30;
/** A session put off may still get its new date; after a year nobody counts on it. */
const KEPT_DAYS_WITHOUT_DATE = 365;

/**
 * Thirty days after a session nothing is left of a sign-up but its number, how many came, on which way it was made and
 * whether they had a seat. Name, way to reach them, needs, the tie to an account, the code that opened its page and
 * the hours at which something was done go, and so do the steps it took. Sign-ups of a session that was put off
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
  // Also what was written once more into one that was emptied.
  const isLeft: Prisma.RegistrationWhereInput = {
    session,
    OR: [
      { codeHash: { not: { startsWith: EMPTIED } } },
      { name: { not: '' } },
      { contactValue: { not: '' } },
    ],
  };
  const data = { ...NOBODY, version: { increment: 1 } };
  await db.registration.updateMany({ where: isLeft, data });
  const old = await db.registration.findMany({
    where: { session, codeHash: { not: { startsWith: EMPTIED } } },
    select: { id: true },
  });
  // No code has such a hash. The hour, which must not be missing, is the session's.
  return await db.$executeRaw`
    UPDATE registrations r
    SET code_hash = ${EMPTIED} || r.id, created_at = s.starts_at, moved_up_at = NULL,
      cancelled_at = CASE WHEN r.cancelled_at IS NOT NULL THEN s.starts_at END
    FROM forum_sessions s
    WHERE s.id = r.session_id AND r.id = ANY(${old.map(({ id }) => id)}::uuid[])`;
}
