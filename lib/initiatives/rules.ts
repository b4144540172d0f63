import { lifeOf, type StepRule } from '@/lib/cases/rules';
import type { CaseKeys } from '@/lib/cases/types';
import type { RequestStep, StepTaker, SupportKind, SupportState } from './types';

export const SUPPORT_KINDS = [
  'ROOM',
  'MATERIAL',
  'MONEY',
  'ADVICE',
  'PUBLICITY',
  'CONTACTS',
] as const satisfies readonly SupportKind[];

/** The asker's code, on the receipt, and what the key of their page in a mail is signed for. */
export const REQUEST_KEYS = {
  code: { purpose: 'support', characters: 8 },
  signedFor: 'support-own',
} as const satisfies CaseKeys;

/** What has to be given with a step; each is a field of the form. */
export type Need = 'note' | 'reason' | 'alternative' | 'agendaItemId';

type Taker = StepTaker;

type Rule = StepRule<SupportState, Taker, Need>;

/**
 * Who reads what is typed with a step: the asker sees every step of a request, and nobody else outside the
 * office does. The form says so beside each field, the history keeps it with each note.
 */
const BETWEEN_US = { audience: 'PERSON' } as const;
const BY_OFFICE = { ...BETWEEN_US, by: ['office'], named: 'office', told: true } as const;
/** The office takes it for them when they call; they are not told of what they did themselves. */
const BY_ASKER = { ...BETWEEN_US, by: ['asker', 'office'], named: 'asker', told: false } as const;

/**
 * The life of a support request: which step leads from where to where, who may take it, what it
 * needs. Source: domain research, section 3.3. Nothing is refused without a reason and another way.
 */
export const STEPS = {
  offer: {
    ...BY_OFFICE,
    audit: 'supportRequest.offerMade',
    from: ['RECEIVED', 'CLARIFYING', 'OFFERED'],
    to: 'OFFERED',
    needs: ['note'],
  },
  clarify: {
    ...BY_OFFICE,
    audit: 'supportRequest.clarified',
    from: ['RECEIVED', 'CLARIFYING', 'OFFERED', 'NEEDS_DECISION'],
    to: 'CLARIFYING',
    needs: ['note'],
  },
  answer: {
    ...BY_ASKER,
    audit: 'supportRequest.answered',
    from: ['CLARIFYING'],
    to: 'CLARIFYING',
    needs: ['note'],
  },
  accept: {
    ...BY_ASKER,
    audit: 'supportRequest.offerAccepted',
    from: ['OFFERED'],
    to: 'CONFIRMED',
    needs: [],
    may: ['note'],
  },
  refuse: {
    ...BY_ASKER,
    audit: 'supportRequest.offerRefused',
    from: ['OFFERED'],
    to: 'CLARIFYING',
    needs: [],
    may: ['note'],
  },
  putToDecision: {
    ...BY_OFFICE,
    audit: 'supportRequest.putToDecision',
    from: [],
    to: 'NEEDS_DECISION',
    needs: ['note'],
  },
  confirm: {
    ...BY_OFFICE,
    audit: 'supportRequest.confirmed',
    from: ['RECEIVED', 'CLARIFYING'],
    to: 'CONFIRMED',
    needs: ['note'],
  },
  start: {
    ...BY_OFFICE,
    audit: 'supportRequest.started',
    from: ['RECEIVED', 'CLARIFYING', 'CONFIRMED'],
    to: 'IN_PROGRESS',
    needs: ['note'],
  },
  settle: {
    ...BY_OFFICE,
    audit: 'supportRequest.settlementAsked',
    from: [],
    to: 'SETTLEMENT_DUE',
    needs: ['note'],
  },
  complete: {
    ...BY_OFFICE,
    audit: 'supportRequest.completed',
    from: ['CONFIRMED', 'IN_PROGRESS'],
    to: 'COMPLETED',
    needs: ['note'],
  },
  decline: {
    ...BY_OFFICE,
    audit: 'supportRequest.declined',
    from: ['RECEIVED', 'CLARIFYING', 'OFFERED', 'NEEDS_DECISION'],
    to: 'DECLINED',
    needs: ['reason', 'alternative'],
  },
  withdraw: {
    ...BY_ASKER,
    audit: 'supportRequest.withdrawn',
    from: ['RECEIVED', 'CLARIFYING', 'OFFERED', 'NEEDS_DECISION', 'CONFIRMED', 'IN_PROGRESS'],
    to: 'WITHDRAWN',
    needs: [],
    may: ['note'],
  },
  // Decided by mistake: for a day it goes back to where it stood; see `undoing/rules`.
  takeBack: {
    ...BY_OFFICE,
    audit: 'supportRequest.stepTakenBack',
    from: ['CONFIRMED', 'IN_PROGRESS', 'SETTLEMENT_DUE', 'COMPLETED', 'DECLINED'],
    to: 'CLARIFYING',
    needs: ['note'],
  },
} as const satisfies Record<string, Rule>;

export type Step = keyof typeof STEPS;

/**
 * What is different when money was asked for: the office promises only after a session of the Forum that
 * recommended it, and it is settled at the end.
 */
const MONEY_STEPS = {
  ...STEPS,
  accept: { ...STEPS.accept, to: 'NEEDS_DECISION' },
  putToDecision: { ...STEPS.putToDecision, from: ['RECEIVED', 'CLARIFYING', 'OFFERED'] },
  confirm: { ...STEPS.confirm, from: ['NEEDS_DECISION'], needs: ['agendaItemId', 'note'] },
  start: { ...STEPS.start, from: ['CONFIRMED'] },
  settle: { ...STEPS.settle, from: ['CONFIRMED', 'IN_PROGRESS'] },
  complete: { ...STEPS.complete, from: ['CONFIRMED', 'IN_PROGRESS', 'SETTLEMENT_DUE'] },
} as const satisfies Record<Step, Rule>;

const LIFE = lifeOf<typeof STEPS, SupportState, Taker, Need>(STEPS);
const MONEY_LIFE = lifeOf<typeof MONEY_STEPS, SupportState, Taker, Need>(MONEY_STEPS);

export const STEP_NAMES = LIFE.names;
export const { isStep } = LIFE;

/** What may be written down when one of them is taken. */
export const STEP_EVENTS = STEP_NAMES.map((step) => STEPS[step].audit);

export const asksForMoney = (kinds: readonly SupportKind[]) => kinds.includes('MONEY');
const lifeFor = (kinds: readonly SupportKind[]) => (asksForMoney(kinds) ? MONEY_LIFE : LIFE);

/** The fields of a step of a request for these kinds of help. */
export const fieldsOf = (step: Step, kinds: readonly SupportKind[]) =>
  lifeFor(kinds).fieldsOf(step);

/** The fields of a step whatever it is about: what only some requests need may be missing. */
export const anyFieldsOf = (step: Step) =>
  MONEY_LIFE.fieldsOf(step).map(({ name, required }) => ({
    name,
    required: required && LIFE.fieldsOf(step).some((field) => field.name === name),
  }));

/** What the table says of a step of a request for these kinds of help. */
export function ruleOf(step: Step, kinds: readonly SupportKind[]): Rule & { audit: Event } {
  return (asksForMoney(kinds) ? MONEY_STEPS : STEPS)[step];
}

type Event = (typeof STEPS)[Step]['audit'];

/** Whether somebody may take a step from a state. */
export function canTake(
  step: Step,
  state: SupportState,
  kinds: readonly SupportKind[],
  taker: Taker,
): boolean {
  return lifeFor(kinds).canTake(step, state, taker);
}

/** What somebody can do now, in the order of the table: the most likely step first. */
export function stepsFrom(
  state: SupportState,
  kinds: readonly SupportKind[],
  taker: Taker,
  isTakeBackable = false,
): Step[] {
  const steps = lifeFor(kinds).stepsFrom(state, taker);
  return steps.filter((step) => step !== 'takeBack' || isTakeBackable);
}

/** States in which the office owes the asker an answer, so the promised date stands. */
export const AWAITING_OFFICE = [
  'RECEIVED',
  'CLARIFYING',
] as const satisfies readonly SupportState[];

export function isAwaitingOffice(state: SupportState): boolean {
  return (AWAITING_OFFICE as readonly SupportState[]).includes(state);
}

export const CLOSED_STATES = [
  'COMPLETED',
  'DECLINED',
  'WITHDRAWN',
] as const satisfies readonly SupportState[];

export function isClosed(state: SupportState): boolean {
  return (CLOSED_STATES as readonly SupportState[]).includes(state);
}

/** Whose turn it is while something is being found out: the asker's only until they said something. */
export function isAsked(state: SupportState, history: readonly Pick<RequestStep, 'by'>[]): boolean {
  const last = history.at(-1);
  return state === 'CLARIFYING' && last !== undefined && last.by !== 'asker';
}
