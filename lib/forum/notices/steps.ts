import 'server-only';
import { tellAll, tellOwners } from '@/lib/cases/telling/steps';
import type { Round } from '@/lib/cases/telling/types';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import type { MailContent } from '@/lib/mail/content';
import { getOffice } from '@/lib/settings/queries';
import { Prisma } from '@/prisma/generated/client';
import { movedUpMail } from './emails/moved-up';
import { sessionChangedMail } from './emails/session-changed';
import { isSeatOfUse, isStillSo } from './rules';
import type { Reachable, SessionChange } from './types';

/** Everybody with a seat or waiting for one is told what became of the session. */
export const tellAllRegistered = (tx: Tx, session: { id: string }, change: SessionChange) =>
  tellAll(tx, 'tell-registered', { subjectId: session.id, detail: change });

/** Whoever got a seat at an instant is told. */
export const tellMovedUp = (tx: Tx, session: { id: string }, at: Date) =>
  tellAll(tx, 'tell-moved-up', { subjectId: session.id, detail: at.toISOString() });

const ABOUT = {
  ...{ number: true, title: true, startsAt: true, endsAt: true, place: true },
  ...{ state: true, note: true, registrationDeadline: true },
} as const;

/** The next people of a round hear what became of their session, if that is still so. */
export async function tellChange(tx: Tx, round: Round, most: number): Promise<string | null> {
  const session = await findSession(tx, round);
  const change = round.detail as SessionChange;
  if (!session || !isStillSo(change, session, now())) return null;
  const people = await nextPeople(
    tx,
    round,
    most,
    Prisma.sql`state IN ('CONFIRMED', 'WAITLISTED') AND NOT (contact_kind = 'MAIL' AND EXISTS (
      SELECT FROM registrations before
      WHERE before.session_id = r.session_id AND before.state IN ('CONFIRMED', 'WAITLISTED')
        AND before.contact_kind = 'MAIL' AND before.contact_value = r.contact_value AND before.id < r.id))`,
  );
  const reason = change === 'moved' ? '' : session.note;
  return tell(tx, people, session, (locale, { state }) =>
    sessionChangedMail(locale, session, { change, reason, state }),
  );
}

/** The next people of a round hear that they have a seat, if they still have it. */
export async function tellNewSeats(tx: Tx, round: Round, most: number): Promise<string | null> {
  const session = await findSession(tx, round);
  if (!session || !isSeatOfUse(session, now())) return null;
  const at = new Date(round.detail);
  const moved = Prisma.sql`state = 'CONFIRMED' AND moved_up_at = ${at}`;
  const people = await nextPeople(tx, round, most, moved);
  return tell(tx, people, session, (locale, person) => movedUpMail(locale, session, person));
}

const findSession = (tx: Tx, { subjectId }: Round) =>
  tx.forumSession.findUnique({ where: { id: subjectId }, select: ABOUT });

/** Whoever signed several up with one address, their own or not, gets one mail. */
function nextPeople(tx: Tx, { subjectId, after }: Round, most: number, which: Prisma.Sql) {
  return tx.$queryRaw<Reachable[]>`
    SELECT id::text, number, name, contact_kind::text AS "contactKind",
      contact_value AS "contactValue", locale, state::text AS state
    FROM registrations r
    WHERE session_id = ${subjectId}::uuid AND (${after}::uuid IS NULL OR id > ${after}::uuid) AND ${which}
    ORDER BY id LIMIT ${most}`;
}

async function tell(
  tx: Tx,
  people: readonly Reachable[],
  session: { startsAt: Date },
  write: (locale: string, person: Reachable) => Promise<MailContent>,
): Promise<string | null> {
  const { holidayRegion: region } = await getOffice({ locale: 'de' });
  await tellOwners(tx, people, { at: now(), region, before: session.startsAt }, write);
  return people.at(-1)?.id ?? null;
}
