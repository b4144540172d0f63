import { type StepField, stepFields } from '@/lib/core/step-fields';
import type { ProposalState } from './types';

type Taker = 'office' | 'author' | 'forum';

/** What has to be given with a step; each is a field of the office's form. */
export type Need =
  | 'question'
  | 'categoryId'
  | 'place'
  | 'moderationReason'
  | 'help'
  | 'leadNumber'
  | 'note'
  | 'partnerId'
  | 'dueOn'
  | 'statementResult'
  | 'statementText'
  | 'plainText'
  | 'resultNote'
  | 'infeasibleReason'
  | 'reasonText'
  | 'alternative'
  | 'removeText';

/** What the key of an author's page in a mail is signed for. */
export const PROPOSAL_KEY = 'proposal-own';

/** Carried by every page that shows how many people a proposal matters to, and dropped with that number. */
export const supportersTag = (number: number) => `supporters:${number}`;

interface StepRule {
  readonly from: readonly ProposalState[];
  readonly to: ProposalState;
  readonly by: readonly Taker[];
  readonly needs: readonly Need[];
  /** May be given, too. */
  readonly may?: readonly Need[];
}

/** Still on its way: can be merged or withdrawn. */
const OPEN = [
  'SUBMITTED',
  'UNDER_REVIEW',
  'NEEDS_CLARIFICATION',
  'PUBLISHED',
  'IN_FORUM',
  'IN_VOTE',
  'ADOPTED',
  'ON_HOLD',
  'HANDED_OVER',
  'STATEMENT_RECEIVED',
  'IN_PROGRESS',
] as const satisfies readonly ProposalState[];

/** The Forum can still decide: a poll that opens takes it along. */
export const OPEN_FOR_VOTE = ['PUBLISHED', 'IN_FORUM'] as const satisfies readonly ProposalState[];

/** Not read by the office yet: nobody else sees these. */
const IN_REVIEW = ['SUBMITTED', 'UNDER_REVIEW', 'NEEDS_CLARIFICATION'] as const;

/**
 * The life of a proposal: which step leads from where to where, who may take it, what it needs.
 * Source: domain research, section 4. `separate` is the way back when an author objects to a merger,
 * `passOn` and `remind` keep the chain of bodies visible.
 */
export const STEPS = {
  startReview: { from: ['SUBMITTED'], to: 'UNDER_REVIEW', by: ['office'], needs: [] },
  askBack: {
    from: ['UNDER_REVIEW'],
    to: 'NEEDS_CLARIFICATION',
    by: ['office'],
    needs: ['question'],
  },
  answer: {
    from: ['NEEDS_CLARIFICATION'],
    to: 'UNDER_REVIEW',
    by: ['author', 'office'],
    needs: ['note'],
  },
  publish: {
    from: ['UNDER_REVIEW'],
    to: 'PUBLISHED',
    by: ['office'],
    needs: ['categoryId', 'place'],
    may: ['plainText'],
  },
  notPublish: {
    from: ['UNDER_REVIEW'],
    to: 'NOT_PUBLISHED',
    by: ['office'],
    needs: ['moderationReason', 'help'],
  },
  merge: { from: OPEN, to: 'MERGED', by: ['office'], needs: ['leadNumber', 'note'] },
  separate: { from: ['MERGED'], to: 'UNDER_REVIEW', by: ['office'], needs: ['note'] },
  discuss: { from: ['PUBLISHED'], to: 'IN_FORUM', by: ['office', 'forum'], needs: ['note'] },
  vote: { from: ['IN_FORUM'], to: 'IN_VOTE', by: ['office', 'forum'], needs: ['note'] },
  adopt: {
    from: ['IN_FORUM', 'IN_VOTE'],
    to: 'ADOPTED',
    by: ['office', 'forum'],
    needs: ['note'],
  },
  decline: {
    from: ['IN_FORUM', 'IN_VOTE'],
    to: 'DECLINED',
    by: ['office', 'forum'],
    needs: ['note'],
  },
  hold: { from: ['IN_FORUM', 'IN_VOTE'], to: 'ON_HOLD', by: ['office', 'forum'], needs: ['note'] },
  handOver: {
    from: ['ADOPTED'],
    to: 'HANDED_OVER',
    by: ['office'],
    needs: ['partnerId', 'question', 'dueOn'],
  },
  passOn: {
    from: ['HANDED_OVER'],
    to: 'HANDED_OVER',
    by: ['office'],
    needs: ['partnerId', 'question', 'dueOn'],
  },
  remind: { from: ['HANDED_OVER'], to: 'HANDED_OVER', by: ['office'], needs: ['note'] },
  recordStatement: {
    from: ['HANDED_OVER'],
    to: 'STATEMENT_RECEIVED',
    by: ['office'],
    needs: ['statementResult', 'statementText'],
    may: ['plainText'],
  },
  start: {
    from: ['ADOPTED', 'STATEMENT_RECEIVED'],
    to: 'IN_PROGRESS',
    by: ['office'],
    needs: ['note'],
  },
  finish: {
    from: ['IN_PROGRESS', 'STATEMENT_RECEIVED'],
    to: 'DONE',
    by: ['office'],
    needs: ['resultNote'],
  },
  giveUp: {
    from: ['STATEMENT_RECEIVED', 'IN_PROGRESS'],
    to: 'NOT_FEASIBLE',
    by: ['office'],
    needs: ['infeasibleReason', 'reasonText', 'alternative'],
  },
  reopen: {
    from: ['NOT_FEASIBLE', 'DECLINED', 'ON_HOLD'],
    to: 'PUBLISHED',
    by: ['office'],
    needs: ['note'],
  },
  withdraw: {
    from: OPEN,
    to: 'WITHDRAWN',
    by: ['author', 'office'],
    needs: [],
    may: ['removeText'],
  },
} as const satisfies Record<string, StepRule>;

export type Step = keyof typeof STEPS;
export type OfficeStep = Step;

const STEP_NAMES = Object.keys(STEPS) as Step[];
const ruleOf = (step: Step): StepRule => STEPS[step];

export const OFFICE_STEPS = STEP_NAMES.filter((step) =>
  ruleOf(step).by.includes('office'),
) as OfficeStep[];

/** The fields of a step: those it needs first, then those it may have. */
export function fieldsOf(step: Step): StepField<Need>[] {
  return stepFields(ruleOf(step));
}

/** Whether somebody may take a step from a state. */
export function canTake(step: Step, from: ProposalState, taker: Taker): boolean {
  const rule = ruleOf(step);
  return rule.by.includes(taker) && rule.from.includes(from);
}

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

/** What the office can do now, the most likely step first. */
export function stepsFrom(from: ProposalState): OfficeStep[] {
  const likely = OFFICE_STEPS.filter((step) => pathOf(step, from).length > 0);
  const first: readonly Step[] =
    from === 'SUBMITTED' ? ['publish', 'askBack', 'notPublish'] : ['publish'];
  const rank = (step: Step) => (first.includes(step) ? first.indexOf(step) : first.length);
  return likely.toSorted((a, b) => rank(a) - rank(b));
}

function isOpen(state: ProposalState): boolean {
  return (OPEN as readonly ProposalState[]).includes(state);
}

/** An answer of the office was promised and is still owed. */
export function isAwaitingAnswer(state: ProposalState): boolean {
  return state === 'SUBMITTED' || state === 'UNDER_REVIEW';
}

/** Everybody may read it. What was taken back or merged is readable only if it was public before. */
export const PUBLIC_STATES = [
  'PUBLISHED',
  'MERGED',
  'IN_FORUM',
  'IN_VOTE',
  'ADOPTED',
  'DECLINED',
  'ON_HOLD',
  'HANDED_OVER',
  'STATEMENT_RECEIVED',
  'IN_PROGRESS',
  'DONE',
  'NOT_FEASIBLE',
  'WITHDRAWN',
] as const satisfies readonly ProposalState[];

/** Stand in lists; merged and withdrawn ones are only found through links. */
export const LISTED_STATES = PUBLIC_STATES.filter(
  (state) => state !== 'MERGED' && state !== 'WITHDRAWN',
);

export function isPublic(state: ProposalState, publishedAt: Date | null): boolean {
  return publishedAt !== null && (PUBLIC_STATES as readonly ProposalState[]).includes(state);
}

/** The office may ask the neighbours about it: while the Forum decides, and how, once it said yes. */
export function canBePolled(state: ProposalState): boolean {
  return ([...OPEN_FOR_VOTE, 'ADOPTED'] as readonly ProposalState[]).includes(state);
}

/** People may say "this matters to me too". */
export function isSupportable(state: ProposalState): boolean {
  return isOpen(state) && !(IN_REVIEW as readonly ProposalState[]).includes(state);
}
