import 'server-only';
import { tellAll, tellOwners } from '@/lib/cases/telling/steps';
import type { Round } from '@/lib/cases/telling/types';
import type { CasePerson } from '@/lib/cases/types';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { LISTED_STATES } from '@/lib/proposals/rules';
import { onceEach } from '@/lib/proposals/supporting/fragments';
import { dateTold, isStillSo, toldOf } from '../notices/rules';
import type { Appointment, SessionChange } from '../notices/types';
import { signUpStatus } from '../sessions/rules';
import type { SignUpStatus, SignUpTimes } from '../sessions/types';
import { agendaChangedMail } from './emails/agenda-changed';
import { tellAgendaAt } from './rules';
import type { AgendaChange, AgendaProposalOf } from './types';

interface AgendaAuthor extends CasePerson {
  proposals: AgendaProposalOf[];
}

type Session = Omit<Appointment, 'date'> & SignUpTimes & { id: string };

/** Whoever wrote these proposals is told once it is settled whether they stand on the agenda. */
export async function tellAuthorsOf(
  tx: Tx,
  session: SignUpTimes & { id: string },
  proposals: readonly string[],
  at: Date,
): Promise<void> {
  // Whoever had something on one that was called off heard that with everybody.
  if (session.state === 'CANCELLED') return;
  const runAt = tellAgendaAt(session, at);
  for (const detail of proposals) {
    await tellAll(tx, 'tell-agenda', { subjectId: session.id, detail, runAt });
  }
}

/** Everybody with a proposal on its agenda is told what became of a session. */
export const tellAllAuthors = (tx: Tx, session: { id: string }, change: SessionChange) =>
  tellAll(tx, 'tell-agenda-change', { subjectId: session.id, detail: change });

/** The next of them hear it, if that is still so, of all of theirs in one go. */
export async function tellAuthorsOfChange(
  tx: Tx,
  round: Round,
  most: number,
): Promise<string | null> {
  const { subjectId: sessionId, detail } = round;
  const change = detail as SessionChange;
  const session = await tx.forumSession.findUnique({ where: { id: sessionId }, select: ABOUT });
  if (!session || !isStillSo(change, session, now())) return null;
  const onAgenda = await tx.proposal.findMany({
    where: { ...READ_BY_ALL, agenda: { some: { agendaItem: { sessionId } } } },
    select: { id: true },
  });
  const ids = onAgenda.map(({ id }) => id);
  const reason = change === 'moved' ? '' : session.callOffReason;
  return tell(tx, session, { change, reason, authors: await nextAuthors(tx, ids, round, most) });
}

/** What nobody reads any more, and what its author took back, is nothing to hear of. */
const READ_BY_ALL = {
  publishedAt: { not: null },
  state: { in: [...LISTED_STATES, 'MERGED' as const] },
};

/**
 * The next of those who wrote one of these, or one that is joined to it, each address once with all of theirs: of those
 * that are joined to the same one the first.
 */
async function nextAuthors(
  tx: Tx,
  ids: readonly string[],
  { after }: Round,
  most: number,
): Promise<AgendaAuthor[]> {
  if (ids.length === 0) return [];
  return await tx.$queryRaw<AgendaAuthor[]>`
    ${onceEach(ids)}, people AS (
      SELECT (array_agg(each.id ORDER BY root.number))[1] AS id,
        json_agg(json_build_object('number', each.number,
          'joinedTo', CASE WHEN each.id <> root.id THEN root.number END) ORDER BY root.number) AS proposals
      FROM each JOIN proposals root ON root.id = each.root
      GROUP BY each.contact_kind, lower(each.contact_value))
    SELECT p.id::text, p.name, p.contact_kind::text AS "contactKind", p.contact_value AS "contactValue",
      p.locale, people.proposals
    FROM people JOIN proposals p ON p.id = people.id
    WHERE ${after}::uuid IS NULL OR p.id > ${after}::uuid
    ORDER BY p.id LIMIT ${most}`;
}

interface Told {
  change: AgendaChange;
  reason: string;
  authors: readonly AgendaAuthor[];
}

/** @returns the last of them; null where there was nobody */
async function tell(
  tx: Tx,
  session: Session,
  { change, reason, authors }: Told,
): Promise<string | null> {
  const before = dateTold(session, isOfSession(change) ? change : undefined);
  await tellOwners(
    tx,
    authors,
    // Beside what they are still to hear of the proposal itself.
    { before, aboutId: session.id, wordsOf: session.id },
    (locale, { proposals }) =>
      agendaChangedMail(locale, toldOf(session), { change, reason, proposals }),
  );
  return authors.at(-1)?.id ?? null;
}

const isOfSession = (change: AgendaChange): change is SessionChange =>
  change !== 'on' && change !== 'off';

const ABOUT = {
  ...{ id: true, number: true, title: true, startsAt: true, endsAt: true, place: true },
  ...{ state: true, callOffReason: true, registrationDeadline: true },
} as const;

/**
 * Whoever wrote a proposal hears that it is off an agenda, or on it again after they had heard that: what is so when
 * their turn comes, and what they know already they are not told. What they hear is settled with the first of them.
 * Of a session that was called off before their turn came they hear that, as whoever still stood on it does.
 */
export async function tellAgenda(tx: Tx, round: Round, most: number): Promise<string | null> {
  const { subjectId, detail, after } = round;
  const session = await tx.forumSession.findUnique({ where: { id: subjectId }, select: ABOUT });
  const status = session && signUpStatus(session, now());
  if (!session || !status || !TOLD_WHILE.includes(status)) return null;
  const isOn = await isOnAgenda(tx, round);
  if ((await isWhatTheyKnow(tx, round, isOn)) === (after === null)) return null;
  const change = changeOf(isOn, status === 'cancelled');
  if (change === null) return null;
  const readable = await tx.proposal.count({ where: { id: detail, ...READ_BY_ALL } });
  const authors = await nextAuthors(tx, readable > 0 ? [detail] : [], round, most);
  if (authors.length === 0) return null;
  if (after === null) await noteTold(tx, round, isOn);
  const reason = change === 'cancelled' ? session.callOffReason : '';
  return tell(tx, session, { change, reason, authors });
}

/** Whoever still stands on one that was called off hears that with everybody on it. */
function changeOf(isOn: boolean, isCalledOff: boolean): AgendaChange | null {
  if (isCalledOff) return isOn ? null : 'cancelled';
  return isOn ? 'on' : 'off';
}

/** As long as what stands on an agenda is of use to somebody, or it is that it does not come to it. */
const TOLD_WHILE: readonly SignUpStatus[] = ['open', 'deadlinePassed', 'postponed', 'cancelled'];

async function isOnAgenda(tx: Tx, { subjectId, detail }: Round): Promise<boolean> {
  const where = { proposalId: detail, agendaItem: { sessionId: subjectId } };
  return (await tx.agendaProposal.count({ where })) > 0;
}

const departureOf = ({ subjectId, detail }: Round) => ({
  sessionId: subjectId,
  proposalId: detail,
});

/** Who has heard that it is off knows it as long as it is; all others know that it is on. */
async function isWhatTheyKnow(tx: Tx, round: Round, isOn: boolean): Promise<boolean> {
  const isOff = (await tx.agendaDeparture.count({ where: departureOf(round) })) > 0;
  return isOn !== isOff;
}

async function noteTold(tx: Tx, round: Round, isOn: boolean): Promise<void> {
  const key = departureOf(round);
  if (isOn) await tx.agendaDeparture.deleteMany({ where: key });
  else await tx.agendaDeparture.create({ data: { ...key, toldAt: now() } });
}
