import 'server-only';
import { tellAll, tellOwners } from '@/lib/cases/telling/steps';
import type { Round } from '@/lib/cases/telling/types';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { type Concerned, peopleOfEach } from '@/lib/proposals/review/telling/steps';
import { LISTED_STATES } from '@/lib/proposals/rules';
import type { Appointment, SessionChange } from '../notices/types';
import { signUpStatus } from '../sessions/rules';
import type { SignUpTimes } from '../sessions/types';
import { agendaChangedMail } from './emails/agenda-changed';
import { tellAgendaAt } from './rules';
import type { AgendaChange, AgendaProposalOf } from './types';

interface AgendaAuthor {
  person: Concerned;
  proposals: AgendaProposalOf[];
}

type Session = Appointment & SignUpTimes & { id: string };

/** Whoever wrote these proposals is told once it is settled whether they stand on the agenda. */
export async function tellAuthorsOf(
  tx: Tx,
  session: { id: string; startsAt: Date },
  proposals: readonly string[],
  at: Date,
): Promise<void> {
  const runAt = tellAgendaAt(session, at);
  for (const detail of proposals) {
    await tellAll(tx, 'tell-agenda', { subjectId: session.id, detail, runAt });
  }
}

/** Everybody with a proposal on its agenda hears what became of a session, of all of theirs in one go. */
export async function tellAuthorsOfChange(
  tx: Tx,
  session: Session,
  { change, reason }: { change: SessionChange; reason: string },
): Promise<void> {
  const onAgenda = await tx.proposal.findMany({
    where: { ...READ_BY_ALL, agenda: { some: { agendaItem: { sessionId: session.id } } } },
    select: { id: true },
    orderBy: { number: 'asc' },
  });
  const ids = onAgenda.map(({ id }) => id);
  await tell(tx, session, { change, reason, authors: await authorsOf(tx, ids) });
}

/** What nobody reads any more, and what its author took back, is nothing to hear of. */
const READ_BY_ALL = {
  publishedAt: { not: null },
  state: { in: [...LISTED_STATES, 'MERGED' as const] },
};

const AUTHOR = {
  ...{ id: true, number: true, name: true, contactKind: true, contactValue: true },
  locale: true,
} as const;

async function authorsOf(tx: Tx, ids: readonly string[]): Promise<AgendaAuthor[]> {
  const rows = await tx.proposal.findMany({
    where: { id: { in: [...ids] }, ...READ_BY_ALL },
    select: AUTHOR,
    orderBy: { number: 'asc' },
  });
  const authors = new Map<string, AgendaAuthor>();
  for (const { person, root } of await peopleOfEach(tx, rows)) {
    const way = `${person.contactKind} ${person.contactValue.toLowerCase()}`;
    const author = authors.get(way) ?? { person, proposals: [] };
    const joinedTo = person.id === root.id ? null : root.number;
    author.proposals.push({ number: person.number, joinedTo });
    authors.set(way, author);
  }
  return [...authors.values()];
}

interface Told {
  change: AgendaChange;
  reason: string;
  authors: readonly AgendaAuthor[];
}

async function tell(tx: Tx, session: Session, { change, reason, authors }: Told): Promise<void> {
  const hasDate = session.state !== 'POSTPONED';
  const proposalsOf = new Map(authors.map(({ person, proposals }) => [person.id, proposals]));
  await tellOwners(
    tx,
    authors.map(({ person }) => person),
    // Beside what they are still to hear of the proposal itself.
    { before: hasDate ? session.startsAt : null, aboutId: session.id },
    (locale, { id }) => {
      const proposals = proposalsOf.get(id) ?? [];
      return agendaChangedMail(locale, session, { change, reason, hasDate, proposals });
    },
  );
}

const ABOUT = {
  ...{ id: true, number: true, title: true, startsAt: true, endsAt: true, place: true },
  ...{ state: true, registrationDeadline: true },
} as const;

/**
 * Whoever wrote a proposal hears that it is off an agenda, or on it again after they had heard that: what is so when
 * their turn comes, and what they know already they are not told.
 */
export async function tellAgenda(tx: Tx, { subjectId, detail }: Round): Promise<null> {
  const session = await tx.forumSession.findUnique({ where: { id: subjectId }, select: ABOUT });
  if (!session || !['open', 'deadlinePassed', 'postponed'].includes(signUpStatus(session, now()))) {
    return null;
  }
  const key = { sessionId: subjectId, proposalId: detail };
  const isOn =
    (await tx.agendaProposal.count({
      where: { proposalId: detail, agendaItem: { sessionId: subjectId } },
    })) > 0;
  const isTold = (await tx.agendaDeparture.count({ where: key })) > 0;
  if (isOn !== isTold) return null;
  const authors = await authorsOf(tx, [detail]);
  if (authors.length === 0) return null;
  await tell(tx, session, { change: isOn ? 'on' : 'off', reason: '', authors });
  if (isOn) await tx.agendaDeparture.deleteMany({ where: key });
  else await tx.agendaDeparture.create({ data: { ...key, toldAt: now() } });
  return null;
}
