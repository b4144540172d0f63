import { lifeOf, type StepRule } from '@/lib/cases/rules';
import { OPEN, OPEN_FOR_VOTE } from '../rules';
import type { ProposalState } from '../types';

type Taker = 'office' | 'author' | 'forum';

/** What has to be given with a step; each is a field of the office's form. */
export type Need =
  | ('question' | 'categoryId' | 'place' | 'moderationReason' | 'help' | 'leadNumber' | 'note')
  | ('partnerId' | 'dueOn' | 'statementResult' | 'statementText' | 'plainText' | 'resultNote')
  | ('publicTitle' | 'publicBody' | 'wordingAgreed')
  | (
      | 'sessionId'
      | 'sentHow'
      | 'sentOn'
      | 'infeasibleReason'
      | 'reasonText'
      | 'alternative'
      | 'removeText'
    );

const BY_OFFICE = { by: ['office'], named: 'office' } as const;
/** The office takes it for them when they call or come by. */
const BY_AUTHOR = { by: ['author', 'office'], named: 'office' } as const;
/** What the Forum said in a session that took place; the office writes it down. */
const BY_FORUM = { by: ['office'], named: 'forum' } as const;

/**
 * Who reads what is typed with a step, and whether the author is told: the quiet ones change nothing for them
 * or are told by others. The review is between author and office, how a body was reminded is the office's
 * alone, everything else is told to all.
 */
const TOLD_ALOUD = { told: true, audience: 'PUBLIC' } as const;
const TOLD_BETWEEN_US = { told: true, audience: 'PERSON' } as const;
const QUIET = { told: false, audience: 'PUBLIC' } as const;
const QUIET_BETWEEN_US = { told: false, audience: 'PERSON' } as const;

/** What the Forum can have spoken of: what was put before it, and what somebody brought up there. */
const SPOKEN_OF = [...OPEN_FOR_VOTE, 'IN_VOTE'] as const;

/**
 * The life of a proposal: which step leads from where to where, who may take it, what it needs.
 * Source: domain research, section 4. `separate` is the way back when an author objects to a merger.
 */
export const STEPS = {
  startReview: {
    ...BY_OFFICE,
    ...QUIET,
    audit: 'proposal.reviewStarted',
    ...{ from: ['SUBMITTED'], to: 'UNDER_REVIEW', needs: [] },
  },
  askBack: {
    ...BY_OFFICE,
    ...TOLD_BETWEEN_US,
    audit: 'proposal.questionAsked',
    // Once more, with another day, where no answer came.
    from: ['UNDER_REVIEW', 'NEEDS_CLARIFICATION'],
    to: 'NEEDS_CLARIFICATION',
    needs: ['question', 'dueOn'],
  },
  answer: {
    ...BY_AUTHOR,
    ...QUIET_BETWEEN_US,
    audit: 'proposal.questionAnswered',
    from: ['NEEDS_CLARIFICATION'],
    to: 'UNDER_REVIEW',
    needs: ['note'],
  },
  publish: {
    ...BY_OFFICE,
    ...TOLD_ALOUD,
    audit: 'proposal.published',
    from: ['UNDER_REVIEW', 'NEEDS_CLARIFICATION'],
    to: 'PUBLISHED',
    needs: ['categoryId', 'place'],
    may: ['publicTitle', 'publicBody', 'wordingAgreed', 'plainText'],
  },
  notPublish: {
    ...BY_OFFICE,
    ...TOLD_BETWEEN_US,
    audit: 'proposal.notPublished',
    from: ['UNDER_REVIEW', 'NEEDS_CLARIFICATION'],
    to: 'NOT_PUBLISHED',
    needs: ['moderationReason', 'help'],
  },
  // Published by mistake: for a day it can be taken back.
  unpublish: {
    ...BY_OFFICE,
    ...TOLD_BETWEEN_US,
    audit: 'proposal.unpublished',
    ...{ from: ['PUBLISHED'], to: 'UNDER_REVIEW', needs: ['note'] },
  },
  reconsider: {
    ...BY_OFFICE,
    ...TOLD_BETWEEN_US,
    audit: 'proposal.reconsidered',
    ...{ from: ['NOT_PUBLISHED'], to: 'UNDER_REVIEW', needs: ['note'] },
  },
  merge: {
    ...BY_OFFICE,
    ...TOLD_ALOUD,
    audit: 'proposal.merged',
    from: OPEN,
    to: 'MERGED',
    needs: ['leadNumber', 'note'],
  },
  separate: {
    ...BY_OFFICE,
    ...TOLD_BETWEEN_US,
    audit: 'proposal.separated',
    ...{ from: ['MERGED'], to: 'UNDER_REVIEW', needs: ['note'] },
  },
  discuss: {
    ...BY_OFFICE,
    ...TOLD_ALOUD,
    audit: 'proposal.putToForum',
    from: ['PUBLISHED'],
    to: 'IN_FORUM',
    needs: ['sessionId'],
    may: ['note'],
  },
  adopt: {
    ...BY_FORUM,
    ...TOLD_ALOUD,
    audit: 'proposal.adopted',
    from: SPOKEN_OF,
    to: 'ADOPTED',
    needs: ['sessionId', 'note'],
  },
  decline: {
    ...BY_FORUM,
    ...TOLD_ALOUD,
    audit: 'proposal.declined',
    from: SPOKEN_OF,
    to: 'DECLINED',
    needs: ['sessionId', 'note'],
  },
  hold: {
    ...BY_FORUM,
    ...TOLD_ALOUD,
    audit: 'proposal.putOnHold',
    from: SPOKEN_OF,
    to: 'ON_HOLD',
    needs: ['sessionId', 'note'],
  },
  handOver: {
    ...BY_OFFICE,
    ...TOLD_ALOUD,
    audit: 'proposal.handedOver',
    from: ['ADOPTED'],
    to: 'HANDED_OVER',
    needs: ['partnerId', 'question', 'dueOn'],
    may: ['sentHow', 'sentOn'],
  },
  send: {
    ...BY_OFFICE,
    ...QUIET,
    audit: 'proposal.questionSent',
    from: ['HANDED_OVER'],
    to: 'HANDED_OVER',
    needs: ['sentHow'],
    may: ['sentOn'],
  },
  passOn: {
    ...BY_OFFICE,
    ...TOLD_ALOUD,
    audit: 'proposal.passedOn',
    from: ['HANDED_OVER'],
    to: 'HANDED_OVER',
    needs: ['partnerId', 'question', 'dueOn'],
    may: ['sentHow', 'sentOn'],
  },
  remind: {
    ...BY_OFFICE,
    told: false,
    audience: 'INTERNAL',
    audit: 'proposal.bodyReminded',
    ...{ from: ['HANDED_OVER'], to: 'HANDED_OVER', needs: ['note'] },
  },
  recordStatement: {
    ...BY_OFFICE,
    ...TOLD_ALOUD,
    audit: 'proposal.statementRecorded',
    from: ['HANDED_OVER'],
    to: 'STATEMENT_RECEIVED',
    needs: ['statementResult', 'statementText'],
    may: ['plainText'],
  },
  start: {
    ...BY_OFFICE,
    ...TOLD_ALOUD,
    audit: 'proposal.workStarted',
    ...{ from: ['ADOPTED', 'STATEMENT_RECEIVED'], to: 'IN_PROGRESS', needs: ['note'] },
  },
  finish: {
    ...BY_OFFICE,
    ...TOLD_ALOUD,
    audit: 'proposal.finished',
    from: ['IN_PROGRESS', 'STATEMENT_RECEIVED'],
    to: 'DONE',
    needs: ['resultNote'],
  },
  giveUp: {
    ...BY_OFFICE,
    ...TOLD_ALOUD,
    audit: 'proposal.givenUp',
    from: ['STATEMENT_RECEIVED', 'IN_PROGRESS'],
    to: 'NOT_FEASIBLE',
    needs: ['infeasibleReason', 'reasonText', 'alternative'],
  },
  reopen: {
    ...BY_OFFICE,
    ...TOLD_ALOUD,
    audit: 'proposal.reopened',
    from: ['NOT_FEASIBLE', 'DECLINED', 'ON_HOLD'],
    to: 'PUBLISHED',
    needs: ['note'],
  },
  // Entered by mistake: for a day it goes back to where it stood.
  takeBack: {
    ...BY_OFFICE,
    ...TOLD_ALOUD,
    audit: 'proposal.stepTakenBack',
    ...{ from: ['DONE', 'ADOPTED'], to: 'IN_PROGRESS', needs: ['note'] },
  },
  withdraw: {
    ...BY_AUTHOR,
    ...TOLD_ALOUD,
    audit: 'proposal.withdrawn',
    from: OPEN,
    to: 'WITHDRAWN',
    needs: [],
    may: ['removeText'],
  },
} as const satisfies Record<string, StepRule<ProposalState, Taker, Need>>;

export type Step = keyof typeof STEPS;
export type OfficeStep = Step;
const LIFE = lifeOf<typeof STEPS, ProposalState, Taker, Need>(STEPS);
export const { canTake, fieldsOf, names: STEP_NAMES } = LIFE;

export const ruleOf = (step: Step): StepRule<ProposalState, Taker, Need> => STEPS[step];

/** What may be written down when one of them is taken. */
export const STEP_EVENTS = LIFE.names.map((step) => STEPS[step].audit);
