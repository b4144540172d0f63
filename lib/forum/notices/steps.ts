import 'server-only';
import { OFFICE_LOCALE } from '@/lib/cases/rules';
import { tellAll, tellOwners } from '@/lib/cases/telling/steps';
import type { Round } from '@/lib/cases/telling/types';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import type { MailContent } from '@/lib/mail/content';
import { enqueueMail, putOnCallList } from '@/lib/mail/steps';
import { Prisma } from '@/prisma/generated/client';
import { tellAllAuthors } from '../authors/steps';
import type { SessionState } from '../sessions/types';
import { movedUpMail } from './emails/moved-up';
import { sessionChangedMail } from './emails/session-changed';
import { takenOffMail } from './emails/taken-off';
import { dateTold, isSeatOfUse, isStillSo, toldOf } from './rules';
import type { Appointment, Reachable, Seat, SessionChange } from './types';

/** Everybody with a seat or waiting for one, or with a proposal on its agenda, is told what became of the session. */
export async function tellAllRegistered(
  tx: Tx,
  session: { id: string },
  change: SessionChange,
): Promise<void> {
  await tellAll(tx, 'tell-registered', { subjectId: session.id, detail: change });
  await tellAllAuthors(tx, session, change);
}

/** Whoever got a seat at an instant is told. */
export const tellMovedUp = (tx: Tx, session: { id: string }, at: Date) =>
  tellAll(tx, 'tell-moved-up', { subjectId: session.id, detail: at.toISOString() });

/** Whom the office took off the list hears of it, whether they had asked for it or not. */
export async function tellTakenOff(
  tx: Tx,
  person: Reachable,
  session: Omit<Appointment, 'endsAt' | 'date'> & { state: SessionState },
): Promise<void> {
  await tellOwners(tx, [person], { before: dateTold(session) }, (locale) =>
    takenOffMail(locale, toldOf(session), person),
  );
}

const ABOUT = {
  id: true,
  ...{ number: true, title: true, startsAt: true, endsAt: true, place: true },
  ...{ state: true, callOffReason: true, registrationDeadline: true },
  moderatedBy: { select: { id: true, email: true, locale: true, displayName: true } },
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
    Prisma.sql`state IN ('CONFIRMED', 'WAITLISTED')
      AND NOT (${IS_MAILED} AND EXISTS (SELECT ${SAME_ADDRESS} AND same.id < r.id))`,
  );
  const reason = change === 'moved' ? '' : session.callOffReason;
  if (round.after === null) await tellModerator(tx, session, { change, reason });
  const told = { before: dateTold(session, change), wordsOf: session.id };
  return tell(tx, people, told, (locale, { seats }) =>
    sessionChangedMail(locale, session, { change, reason, seats }),
  );
}

type Session = NonNullable<Awaited<ReturnType<typeof findSession>>>;

/** Whoever moderates has to be there, and is not signed up for it. */
async function tellModerator(
  tx: Tx,
  session: Session,
  told: { change: SessionChange; reason: string },
): Promise<void> {
  const { moderatedBy } = session;
  if (moderatedBy === null) return;
  const { email, locale, displayName: person } = moderatedBy;
  if (email !== null) {
    const content = await sessionChangedMail(locale, session, { ...told, seats: [] });
    await enqueueMail(tx, email, content, '', { aboutId: session.id });
    return;
  }
  const content = await sessionChangedMail(OFFICE_LOCALE, session, { ...told, seats: [] });
  const endsAt = dateTold(session, told.change);
  await putOnCallList(tx, {
    ...{ kind: 'PHONE', person: person ?? '', contact: '', content, endsAt },
    // What is newer about it takes its place.
    ...{ caseId: session.id, accountId: moderatedBy.id },
  });
}

/** The next people of a round hear that they have a seat, if they still have it. */
export async function tellNewSeats(tx: Tx, round: Round, most: number): Promise<string | null> {
  const session = await findSession(tx, round);
  if (!session || !isSeatOfUse(session, now())) return null;
  const at = new Date(round.detail);
  const moved = Prisma.sql`state = 'CONFIRMED' AND moved_up_at = ${at}`;
  const people = await nextPeople(tx, round, most, moved);
  return tell(tx, people, { before: dateTold(session) }, (locale, person) =>
    movedUpMail(locale, session, person),
  );
}

async function findSession(tx: Tx, { subjectId }: Round) {
  const session = await tx.forumSession.findUnique({ where: { id: subjectId }, select: ABOUT });
  return session && toldOf(session);
}

const unproven = (one: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT FROM unproven_addresses WHERE case_id = ${one} AND proven_at IS NULL)`;

/** An address that nobody has proven stands on the call list, each for itself. */
const IS_MAILED = Prisma.sql`contact_kind = 'MAIL' AND NOT ${unproven(Prisma.sql`r.id`)}`;

/** All that were signed up with one address, their own or not: they are told in one mail, of each of them. */
const SAME_ADDRESS = Prisma.sql`FROM registrations same
  WHERE same.session_id = r.session_id AND same.state IN ('CONFIRMED', 'WAITLISTED')
    AND same.contact_kind = 'MAIL' AND same.contact_value = r.contact_value
    AND NOT ${unproven(Prisma.sql`same.id`)}`;

const SEATS = Prisma.sql`CASE WHEN ${IS_MAILED} AND state <> 'CANCELLED'
  THEN (SELECT json_agg(json_build_object('number', same.number, 'state', same.state) ORDER BY same.number) ${SAME_ADDRESS})
  ELSE json_build_array(json_build_object('number', number, 'state', state)) END AS seats`;

function nextPeople(tx: Tx, { subjectId, after }: Round, most: number, which: Prisma.Sql) {
  return tx.$queryRaw<(Reachable & { seats: Seat[] })[]>`
    SELECT id::text, number, name, contact_kind::text AS "contactKind",
      contact_value AS "contactValue", locale, state::text AS state, ${SEATS}
    FROM registrations r
    WHERE session_id = ${subjectId}::uuid AND (${after}::uuid IS NULL OR id > ${after}::uuid) AND ${which}
    ORDER BY id LIMIT ${most}`;
}

async function tell<Person extends Reachable>(
  tx: Tx,
  people: readonly Person[],
  about: { before: Date | null; wordsOf?: string },
  write: (locale: string, person: Person) => Promise<MailContent>,
): Promise<string | null> {
  await tellOwners(tx, people, about, write);
  return people.at(-1)?.id ?? null;
}
