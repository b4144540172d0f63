import 'server-only';
import { personalKey } from '@/lib/cases/keys';
import { tellOwners } from '@/lib/cases/telling/steps';
import type { CasePerson } from '@/lib/cases/types';
import { dayColumn } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { localized } from '@/lib/core/paths';
import { longDateTime, longDay } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import { rewordCalls } from '@/lib/mail/steps';
import type { Office } from '@/lib/settings/types';
import { stepTakenMail } from '../../emails/step-taken';
import { proposalsPaths } from '../../paths';
import type { PollNews } from '../../polling/rules';
import { isPublic, PROPOSAL_KEYS } from '../../rules';
import { joinedTo } from '../../supporting/fragments';
import type { ProposalState } from '../../types';
import type { Step } from '../../way/rules';
import type { LockedProposal, Named } from '../effects/types';
import { audienceOf } from '../rules';

interface Told {
  step: Step;
  to: ProposalState;
  named: Named;
  quotes: readonly string[];
}

/** Whoever has a proposal that goes along. */
export interface Concerned extends CasePerson {
  readonly number: number;
}

/**
 * Everybody whose proposal it is: its author first, then whoever wrote one that is joined to it or to that in turn,
 * in the order in which they came; each address once.
 */
export async function peopleOf(tx: Tx, proposal: Concerned): Promise<Concerned[]> {
  return (await peopleOfEach(tx, [proposal])).map(({ person }) => person);
}

/** The same for several, each with the one it goes along with; nobody goes along with two. */
export async function peopleOfEach(
  tx: Tx,
  proposals: readonly Concerned[],
): Promise<{ person: Concerned; root: Concerned }[]> {
  const joined = await tx.$queryRaw<(Concerned & { root: string })[]>`
    ${joinedTo(proposals.map(({ id }) => id))}
    SELECT joined.root::text, p.id::text, p.number, p.name, p.contact_kind::text AS "contactKind",
      p.contact_value AS "contactValue", p.locale
    FROM joined JOIN proposals p ON p.id = joined.id
    WHERE joined.id <> joined.root ORDER BY p.number`;
  const along = new Map<string, Concerned[]>(proposals.map((root) => [root.id, [root]]));
  for (const { root, ...one } of joined) along.get(root)?.push(one);
  return proposals.flatMap((root) => {
    const people = new Map<string, Concerned>();
    for (const one of along.get(root.id) ?? []) {
      const way = `${one.contactKind} ${one.contactValue.toLowerCase()}`;
      if (!people.has(way)) people.set(way, one);
    }
    return [...people.values()].map((person) => ({ person, root }));
  });
}

/** Tells everybody whose proposal it is, the way they chose, what happened to it. */
export async function tellAuthor(
  tx: Tx,
  { office, at }: { office: Office; at: Date },
  proposal: LockedProposal,
  told: Told,
): Promise<void> {
  const { number, title } = proposal;
  const isReadByAll = isPublic(
    told.to,
    proposal.publishedAt ?? (told.step === 'publish' ? at : null),
  );
  const isTitleRead = await mayReadTitle(tx, proposal);
  // What is between the office and its author goes to nobody else.
  const isForAll =
    audienceOf(told.step, isPublic(proposal.state, proposal.publishedAt)) === 'PUBLIC';
  const people = await peopleOf(tx, proposal);
  await tellOwners(tx, people, {}, async (locale, person) => {
    const isAuthor = person.id === proposal.id;
    const own = proposalsPaths.proposalReceipt(personalKey(PROPOSAL_KEYS, person));
    return stepTakenMail(locale, {
      step: told.step,
      number: person.number,
      joinedTo: isAuthor ? null : number,
      title: isTitleRead ? title : null,
      params: await paramsOf(told.named, locale),
      quotes: isAuthor || isForAll ? told.quotes.filter((text) => text !== '') : [],
      own: localized(locale, own),
      shared: isReadByAll ? localized(locale, proposalsPaths.proposal(number)) : null,
      desk: proposalsPaths.teamProposal(number),
      phone: office.phone,
      forum: office.forumName,
    });
  });
}

interface Corrected {
  statementId: string;
  /** What people were told, and what they are told now. */
  before: string;
  now: string;
  /** There were no plain words, so that none were wrong. */
  isFirst: boolean;
}

/** Whoever was told what a body answered in words that were corrected is told the right ones, once. */
export async function tellCorrected(
  tx: Tx,
  office: Office,
  proposal: LockedProposal,
  { statementId, before, now: right, isFirst }: Corrected,
): Promise<void> {
  const people = await peopleOf(tx, proposal);
  const ids = people.map(({ id }) => id);
  const reworded = await rewordCalls(tx, ids, { before, now: right });
  const isTitleRead = await mayReadTitle(tx, proposal);
  const { number, title } = proposal;
  await tellOwners(
    tx,
    people.filter(({ id }) => !reworded.includes(id)),
    { aboutId: statementId },
    (locale, person) =>
      stepTakenMail(locale, {
        step: isFirst ? 'plainStatement' : 'correctStatement',
        ...{ number: person.number, params: {}, quotes: [right] },
        joinedTo: person.id === proposal.id ? null : number,
        title: isTitleRead ? title : null,
        own: localized(locale, proposalsPaths.proposalReceipt(personalKey(PROPOSAL_KEYS, person))),
        shared: isPublic(proposal.state, proposal.publishedAt)
          ? localized(locale, proposalsPaths.proposal(number))
          : null,
        desk: proposalsPaths.teamProposal(number),
        ...{ phone: office.phone, forum: office.forumName },
      }),
  );
}

interface OfPoll {
  step: PollNews;
  pollId: string;
  /** Where it stands then. */
  to: ProposalState;
  /** The poll's question, or why it was called off, as everybody reads it. */
  note: string;
  /** What it decided, in a sentence; nothing where it decided nothing, or nothing yet. */
  outcome?: (locale: string) => Promise<string>;
  /** From when on nobody can vote; null where nobody votes at all. */
  closesAt: Date | null;
}

/** Tells everybody whose proposal it is that there is a poll about it, or is none any more. */
export async function tellOfPoll(
  tx: Tx,
  office: Office,
  proposal: LockedProposal,
  { step, pollId, to, note, outcome, closesAt }: OfPoll,
): Promise<void> {
  const { number, title } = proposal;
  const people = await peopleOf(tx, proposal);
  const isTitleRead = await mayReadTitle(tx, proposal);
  // A call that comes after the end would send somebody to a box that is shut.
  const before = step === 'putToVote' ? closesAt : null;
  // What is owed about the case itself stays owed beside it.
  await tellOwners(tx, people, { before, aboutId: pollId }, async (locale, person) =>
    stepTakenMail(locale, {
      ...{ step, number: person.number, title: isTitleRead ? title : null },
      joinedTo: person.id === proposal.id ? null : number,
      params: closesAt === null ? {} : { date: longDateTime(closesAt, locale) },
      quotes: [note, (await outcome?.(locale)) ?? ''].filter((text) => text !== ''),
      own: localized(locale, proposalsPaths.proposalReceipt(personalKey(PROPOSAL_KEYS, person))),
      shared: isPublic(to, proposal.publishedAt)
        ? localized(locale, proposalsPaths.proposal(number))
        : null,
      desk: proposalsPaths.teamProposal(number),
      ...{ phone: office.phone, forum: office.forumName },
    }),
  );
}

/**
 * The office reads what it calls about. An address gets the words only when its owner has shown that it is
 * theirs: also what everybody may read was typed by whoever handed it in, perhaps for a stranger.
 */
async function mayReadTitle(tx: Tx, proposal: LockedProposal): Promise<boolean> {
  if (proposal.contactKind !== 'MAIL') return true;
  if (proposal.authorId === null) return false;
  const author = await tx.user.findUnique({
    where: { id: proposal.authorId },
    select: { email: true },
  });
  return author?.email === proposal.contactValue;
}

async function paramsOf(named: Named, locale: string): Promise<Record<string, string | number>> {
  const { body, day, reasonKey, leadNumber } = named;
  return {
    ...(body === undefined ? {} : { body }),
    ...(day === undefined ? {} : { date: longDay(dayColumn(day), locale) }),
    ...(reasonKey === undefined ? {} : { reason: await sentence(locale, reasonKey) }),
    ...(leadNumber === undefined ? {} : { leadNumber }),
  };
}
