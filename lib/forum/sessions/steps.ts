import 'server-only';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import type { LockedSession } from './types';

/** Reads a session and holds it until the transaction ends: whoever changes its sign-ups comes one after the other. */
export async function lockSession(tx: Tx, number: number): Promise<LockedSession> {
  const rows = await tx.$queryRaw<LockedSession[]>`
    SELECT id, number, title, place, capacity, sequence, state::text AS state,
      time_zone AS "timeZone", starts_at AS "startsAt", ends_at AS "endsAt",
      registration_deadline AS "registrationDeadline",
      step_from::text AS "stepFrom", step_at AS "stepAt",
      minutes_state::text AS "minutesState"
    FROM forum_sessions WHERE number = ${number} FOR UPDATE`;
  const session = rows[0];
  if (!session) throw new AppError('NOT_FOUND');
  return session;
}
