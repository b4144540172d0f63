import 'server-only';
import { personalKey } from '@/lib/cases/keys';
import { tellOwners } from '@/lib/cases/telling/steps';
import type { CasePerson } from '@/lib/cases/types';
import { now } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { LOCALES, localized } from '@/lib/core/paths';
import { longDateTime, longDay } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import { rewordCalls } from '@/lib/mail/steps';
import type { Office } from '@/lib/settings/types';
import { stepTakenMail } from '../../emails/step-taken';
import { proposalsPaths } from '../../paths';
import type { PollNews } from '../../polling/rules';
import { isPublic, PROPOSAL_KEYS } from '../../rules';
import type { ProposalState } from '../../types';
import type { Step } from '../../way/rules';
import { rewordWaiting, tellAlong, withThoseAlong } from '../along/steps';
import type { Reworded, Words } from '../along/types';
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

/** What happened to a proposal, for its author and for whoever goes along with it. */
interface News {
  step: string;
  at: Date;
  words: (locale: string) => Promise<Words>;
  /** What is between the office and its author goes to nobody else. */
  isForAll: boolean;
  isReadByAll: boolean;
  /** What it is about besides, see `tellOwners`. */
  aboutId?: string | null;
  /** Nothing can be told later than this. */
  before?: Date | null;
}

/** The author is told in this transaction, the way they chose; whoever goes along, however many, after it. */
async function tellEach(
  tx: Tx,
  office: Office,
  proposal: LockedProposal,
  news: News,
): Promise<void> {
  await tellItsAuthor(tx, office, proposal, news);
  await tellThoseAlong(tx, proposal, news);
}

async function tellItsAuthor(
  tx: Tx,
  office: Office,
  proposal: LockedProposal,
  { step, words, isReadByAll, aboutId = null, before = null }: News,
): Promise<void> {
  const { number, title } = proposal;
  const isTitleRead = await mayReadTitle(tx, proposal);
  await tellOwners(tx, [proposal], { before, aboutId }, async (locale, person) =>
    stepTakenMail(locale, {
      ...{ step, number, title: isTitleRead ? title : null, ...(await words(locale)) },
      own: localized(locale, proposalsPaths.proposalReceipt(personalKey(PROPOSAL_KEYS, person))),
      shared: isReadByAll ? localized(locale, proposalsPaths.proposal(number)) : null,
      desk: proposalsPaths.teamProposal(number),
      ...{ phone: office.phone, forum: office.forumName },
    }),
  );
}

async function tellThoseAlong(
  tx: Tx,
  proposal: LockedProposal,
  { step, at, words, isForAll, isReadByAll, aboutId = null, before = null }: News,
  reworded: Reworded | null = null,
): Promise<void> {
  const said = LOCALES.map(async (locale) => {
    const { params, quotes } = await words(locale);
    return [locale, { params, quotes: isForAll ? quotes : [] }] as const;
  });
  await tellAlong(tx, proposal, {
    ...{ step, at: at.toISOString(), words: Object.fromEntries(await Promise.all(said)) },
    ...{ isReadByAll, aboutId, before: before?.toISOString() ?? null, reworded },
  });
}

/** Tells everybody whose proposal it is, the way they chose, what happened to it. */
export async function tellAuthor(
  tx: Tx,
  { office, at }: { office: Office; at: Date },
  proposal: LockedProposal,
  { step, to, named, quotes }: Told,
): Promise<void> {
  const isRead = isPublic(proposal.state, proposal.publishedAt);
  await tellEach(tx, office, proposal, {
    ...{ step, at, isForAll: audienceOf(step, isRead) === 'PUBLIC' },
    isReadByAll: isPublic(to, proposal.publishedAt ?? (step === 'publish' ? at : null)),
    words: async (locale) => ({
      params: await paramsOf(named, locale),
      quotes: quotes.filter((text) => text !== ''),
    }),
  });
}

interface Corrected {
  step: 'plainStatement' | 'correctStatement' | 'correctNote';
  /** The answer of a body, or the step whose words were put right. */
  aboutId: string;
  /** What people were told, and what they are told now. */
  before: string;
  now: string;
  /** What it comes to, where that was entered wrongly; null where it stays. */
  result: string | null;
  /** What people were told must not be kept. */
  forget: boolean;
}

/** @returns the sentence everybody reads over an answer, or nothing */
async function resultIn(locale: string, result: string | null): Promise<string[]> {
  // messages: proposals.statement.result.*
  return result === null ? [] : [await sentence(locale, `proposals.statement.result.${result}`)];
}

/** Whoever was told something in words that were corrected is told the right ones, once. */
export async function tellCorrected(
  tx: Tx,
  { office, at }: { office: Office; at: Date },
  proposal: LockedProposal,
  { step, aboutId, before, now: right, result, forget }: Corrected,
): Promise<void> {
  const news = {
    ...{ step, at, aboutId },
    ...{ isForAll: true, isReadByAll: isPublic(proposal.state, proposal.publishedAt) },
    words: async (locale: string) => ({
      params: {},
      quotes: [...(await resultIn(locale, result)), right],
    }),
  };
  // A call whose words were put right does not say what the answer comes to.
  const words = { before, now: right, saysAll: result === null };
  // Words that must go are put right with everybody at once, so that they are not kept until all are told.
  if (forget) await rewordWaiting(tx, proposal, words);
  const along = forget ? await withThoseAlong(tx, proposal.id) : [proposal.id];
  const hear = (await rewordCalls(tx, along, words)).includes(proposal.id);
  if (!hear || !words.saysAll) await tellItsAuthor(tx, office, proposal, news);
  await tellThoseAlong(tx, proposal, news, forget ? { ...words, before: right } : words);
}

/** What was put right beside that, of which nobody is told: whatever is still to be told says it in the right words. */
export async function rewordBeside(
  tx: Tx,
  proposal: LockedProposal,
  words: { before: string | null; now: string | null },
): Promise<void> {
  const { before, now: right } = words;
  if (!before || right === null || before === right) return;
  await rewordWaiting(tx, proposal, { before, now: right });
  await rewordCalls(tx, await withThoseAlong(tx, proposal.id), { before, now: right });
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
  await tellEach(tx, office, proposal, {
    ...{ step, at: now(), isForAll: true, isReadByAll: isPublic(to, proposal.publishedAt) },
    // A call that comes after the end would send somebody to a box that is shut.
    before: step === 'putToVote' ? closesAt : null,
    // What is owed about the case itself stays owed beside it.
    aboutId: pollId,
    words: async (locale) => ({
      params: closesAt === null ? {} : { date: longDateTime(closesAt, locale) },
      quotes: [note, (await outcome?.(locale)) ?? ''].filter((text) => text !== ''),
    }),
  });
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
