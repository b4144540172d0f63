import 'server-only';
import type { System, Visitor } from '@/lib/accounts/types';
import { recordAudits } from '@/lib/audit/commands';
import { moveCases } from '@/lib/cases/steps';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { tellMovedUp } from '@/lib/forum/notices/steps';
import { REGISTRATIONS } from '@/lib/forum/registrations/steps';
import { canCancelRegistration } from '@/lib/forum/sessions/rules';
import type { LockedSession } from '@/lib/forum/sessions/types';
import { whoMovesUp } from './rules';
import type { Seats } from './types';

/** How full a session is that the transaction holds, with what signing up must know. */
export async function readSeats(
  tx: Tx,
  session: { id: string; capacity: number | null },
): Promise<Seats> {
  const rows = await tx.$queryRaw<Omit<Seats, 'capacity'>[]>`
    SELECT coalesce(sum(persons) FILTER (WHERE state = 'CONFIRMED'), 0)::int AS confirmed,
      (count(*) FILTER (WHERE state = 'WAITLISTED'))::int AS "waitingGroups",
      min(persons) FILTER (WHERE state = 'WAITLISTED') AS "smallestWaiting",
      coalesce(max(queue_number), 0)::int AS "lastQueueNumber"
    FROM registrations WHERE session_id = ${session.id}::uuid`;
  const counted = rows[0] ?? {
    confirmed: 0,
    waitingGroups: 0,
    smallestWaiting: null,
    lastQueueNumber: 0,
  };
  return { ...counted, capacity: session.capacity };
}

/**
 * Gives free seats to those who wait, in queue order, and tells them. To be called inside a
 * transaction that holds the session, after anything that may have freed seats.
 * @returns how many groups got their seats
 */
export async function moveUpWaiting(
  who: Visitor | System,
  tx: Tx,
  session: LockedSession,
): Promise<number> {
  const at = now();
  if (!canCancelRegistration(session, at)) return 0;
  const seats = await readSeats(tx, session);
  if (seats.waitingGroups === 0) return 0;
  const waiting = await tx.registration.findMany({
    where: { sessionId: session.id, state: 'WAITLISTED' },
    orderBy: { queueNumber: 'asc' },
    select: { id: true, persons: true, queueNumber: true },
  });
  const ids = whoMovesUp(seats, waiting);
  if (ids.length === 0) return 0;
  await moveCases(
    { tx, at },
    REGISTRATIONS,
    { ids, state: 'WAITLISTED' },
    {
      ...{ office: null, path: ['CONFIRMED'], by: 'queue', byOwner: false, told: true },
      ...{ note: '', audience: 'PERSON', more: { movedUpAt: at } },
    },
  );
  await recordAudits(who, tx, 'registration.movedUp', ids);
  await tellMovedUp(tx, session, at);
  return ids.length;
}
