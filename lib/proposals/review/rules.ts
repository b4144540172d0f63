import { MET } from '@/lib/cases/rules';
import type { Audience } from '@/lib/core/audience';
import { dayOrNone } from '@/lib/core/day.mjs';
import type { ProposalState } from '../types';
import {
  canTake,
  fieldsOf,
  type Need,
  type OfficeStep,
  ruleOf,
  STEP_NAMES,
  STEPS,
  type Step,
} from '../way/rules';
import type { WordingAgreed } from './types';

/** How many letters a text of a step needs; the field says so, too. */
export const LEAST = {
  ...{ question: 5, help: 10, statementText: 5, resultNote: 5, reasonText: 5, alternative: 5 },
} as const satisfies Partial<Record<Need, number>>;

export const leastOf = (name: Need): number | undefined =>
  (LEAST as Partial<Record<Need, number>>)[name];

/** Why a proposal is not published. Each comes with an offer of help, never as a bare refusal. */
export const MODERATION_REASONS = [
  'personal_matter',
  'personal_data',
  'insult',
  'advertising',
  'party_politics',
  'defect_report',
  'out_of_area',
  'no_answer',
] as const;

export const INFEASIBLE_REASONS = [
  'legal',
  'cost',
  'space',
  'ownership',
  'technical',
  'safety',
  'already_planned',
  'no_caretaker',
  'heritage',
] as const;

export const STATEMENT_RESULTS = [
  'feasible',
  'partly_feasible',
  'not_feasible',
  'needs_money',
  'needs_council',
  'not_responsible',
] as const;

/** Where a question to a body is: still here, mailed by the program now, or brought by the office. */
export const SENT_HOW = ['NOT_YET', 'PROGRAM', 'MAIL', 'LETTER', 'PHONE', 'TALK'] as const;

/** How another wording was agreed with whoever wrote it. */
export const WORDING_AGREED = [
  'IN_PERSON',
  'PHONE',
  'MAIL',
  'LETTER',
] as const satisfies readonly WordingAgreed[];

/** The office's lists, in the order of a proposal's way. */
export const INBOX_GROUPS = {
  waiting: ['SUBMITTED', 'UNDER_REVIEW'],
  asked: ['NEEDS_CLARIFICATION'],
  published: ['PUBLISHED'],
  forum: ['IN_FORUM', 'IN_VOTE', 'ADOPTED', 'ON_HOLD'],
  bodies: ['HANDED_OVER', 'STATEMENT_RECEIVED'],
  work: ['IN_PROGRESS'],
  closed: ['DONE', 'NOT_FEASIBLE', 'DECLINED', 'MERGED', 'WITHDRAWN', 'NOT_PUBLISHED'],
} as const satisfies Record<string, readonly ProposalState[]>;

/** Lines of one page of a list. */
export const INBOX_SHOWN = 100;

export type InboxGroup = keyof typeof INBOX_GROUPS;

export const GROUP_NAMES = Object.keys(INBOX_GROUPS) as InboxGroup[];

export function isInboxGroup(name: string | undefined): name is InboxGroup {
  return name !== undefined && Object.hasOwn(INBOX_GROUPS, name);
}

export function isOfficeStep(name: string | undefined): name is (typeof OFFICE_STEPS)[number] {
  return name !== undefined && (OFFICE_STEPS as readonly string[]).includes(name);
}

/** Coming sessions, and the one that is on, on whose agenda a proposal stands. @param id one of them, or all */
export const sessionsThatList = (proposalId: string, id?: string) => ({
  ...(id === undefined ? {} : { id }),
  state: { in: ['PLANNED', 'INVITED', 'RUNNING'] as ('PLANNED' | 'INVITED' | 'RUNNING')[] },
  agenda: { some: { proposals: { some: { proposalId } } } },
});

/** Sessions that took place and had it on their agenda. @param id one of them, or all */
export const sessionsThatHad = (proposalId: string, id?: string) => ({
  ...(id === undefined ? {} : { id }),
  state: { in: [...MET] },
  agenda: { some: { proposals: { some: { proposalId } } } },
});

/** A step that names a session of the Forum. */
export const namesSession = (step: Step) => fieldsOf(step).some(({ name }) => name === 'sessionId');

/** So many days an author has to answer a question, unless the office says another day. */
export const ANSWER_DAYS = 14;

/** The author was asked, and the day until which they were has passed. @param today local date `YYYY-MM-DD` */
export function isAnswerMissing(
  { state, answerBy }: { readonly state: ProposalState; readonly answerBy: Date | null },
  today: string,
): boolean {
  const day = dayOrNone(answerBy);
  return state === 'NEEDS_CLARIFICATION' && day !== null && day < today;
}

const DECISIONS: readonly Step[] = ['adopt', 'decline', 'hold'];

/** What the forum decides once it has talked or let people vote. */
export function isForumDecision(step: Step): boolean {
  return DECISIONS.includes(step);
}

const ENDS_REVIEW: readonly Step[] = ['publish', 'notPublish', 'merge', 'askBack', 'withdraw'];

/** After these the office goes on to the next one that waits. */
export function endsReview(step: Step): boolean {
  return ENDS_REVIEW.includes(step);
}

const TOLD = ['MAIL', 'PHONE', 'LETTER', 'NUMBER', 'NOBODY'];

/** What the address says was just done; anything else in it is ignored. */
export function readSaved(
  query: Readonly<Record<string, string | string[] | undefined>>,
): { step: string; number: number; told: string } | null {
  const { saved: step, number, told } = query;
  if (typeof step !== 'string' || typeof number !== 'string' || typeof told !== 'string')
    return null;
  const isKnown = isOfficeStep(step) && /^[1-9]\d{0,8}$/.test(number) && TOLD.includes(told);
  return isKnown ? { step, number: Number(number), told } : null;
}

export const OFFICE_STEPS = STEP_NAMES.filter((step) => ruleOf(step).by.includes('office'));

/**
 * The states a proposal passes when the office takes a step: deciding about something that was just
 * received takes it into review on the way, so that nobody has to press twice. Empty: not possible.
 */
export function pathOf(step: OfficeStep, from: ProposalState): ProposalState[] {
  const { to } = ruleOf(step);
  if (canTake(step, from, 'office')) return [to];
  const viaReview = from === 'SUBMITTED' && canTake(step, 'UNDER_REVIEW', 'office');
  return viaReview ? ['UNDER_REVIEW', to] : [];
}

/** So long the database lets go of what was published. */
export const UNPUBLISH_HOURS = 24;

/** Whether what was published then can still be taken back. */
export const canUnpublish = (publishedAt: Date | null, at: Date) =>
  publishedAt !== null && at.getTime() - publishedAt.getTime() < UNPUBLISH_HOURS * 3_600_000;

const FIRST: Partial<Record<ProposalState, readonly Step[]>> = {
  SUBMITTED: ['publish', 'askBack', 'notPublish'],
  NEEDS_CLARIFICATION: ['answer', 'askBack', 'publish', 'notPublish'],
};

/** What decides besides the state what the office can do with a proposal. */
interface Standing {
  /** Published not long ago. */
  readonly isUnpublishable: boolean;
  /** Its last step was entered not long ago and can have been a mistake. */
  readonly isTakeBackable: boolean;
  /** A session that met had it on its agenda: what the Forum said there can be written down. */
  readonly wasBeforeForum: boolean;
}

/** What the office can do now, the most likely step first. */
export function stepsFrom(
  from: ProposalState,
  { isUnpublishable, isTakeBackable, wasBeforeForum }: Standing,
): OfficeStep[] {
  const isOffered = (step: OfficeStep) => {
    if (step === 'unpublish') return isUnpublishable;
    if (step === 'takeBack') return isTakeBackable;
    // What was put before the Forum leads there anyhow, and says what is missing.
    return from !== 'PUBLISHED' || !isForumDecision(step) || wasBeforeForum;
  };
  const likely = OFFICE_STEPS.filter((step) => pathOf(step, from).length > 0 && isOffered(step));
  const first: readonly Step[] = FIRST[from] ?? ['publish'];
  const rank = (step: Step) => (first.includes(step) ? first.indexOf(step) : first.length);
  return likely.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * Who reads what is typed with a step on this proposal: what was never published is between its author and the
 * office, also why it goes along with another.
 * @param isRead everybody can read it
 */
export function audienceOf(step: Step, isRead: boolean): Audience {
  const { audience } = STEPS[step];
  return step === 'merge' && !isRead ? 'PERSON' : audience;
}
