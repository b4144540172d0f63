import 'server-only';
import type { System, Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { movedUpMail } from '@/lib/forum/notices/emails/moved-up';
import { tellRegistered } from '@/lib/forum/notices/steps';
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
 * @param region whose holidays count for when to call
 * @returns how many groups got their seats
 */
export async function moveUpWaiting(
  who: Visitor | System,
  tx: Tx,
  session: LockedSession,
  region: string,
): Promise<number> {
  const at = now();
  if (!canCancelRegistration(session, at)) return 0;
  const seats = await readSeats(tx, session);
  if (seats.waitingGroups === 0) return 0;
  const waiting = await tx.registration.findMany({
    where: { sessionId: session.id, state: 'WAITLISTED' },
    orderBy: { queueNumber: 'asc' },
    select: {
      id: true,
      persons: true,
      queueNumber: true,
      number: true,
      name: true,
      contactKind: true,
      contactValue: true,
      locale: true,
    },
  });
  const ids = whoMovesUp(seats, waiting);
  if (ids.length === 0) return 0;
  await tx.registration.updateMany({
    where: { id: { in: ids } },
    data: { state: 'CONFIRMED', movedUpAt: at },
  });
  const moved = waiting.filter(({ id }) => ids.includes(id));
  for (const { id } of moved) await recordAudit(who, tx, 'registration.movedUp', id);
  await tellRegistered(tx, moved, session, region, (locale, person) =>
    movedUpMail(locale, session, person.number),
  );
  return moved.length;
}
