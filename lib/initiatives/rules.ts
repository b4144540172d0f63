import type { Audience } from '@/lib/core/audience';
import { type StepField, stepFields } from '@/lib/core/step-fields';
import type { RequestStep, StepTaker, SupportKind, SupportState } from './types';

export const SUPPORT_KINDS = [
  'ROOM',
  'MATERIAL',
  'MONEY',
  'ADVICE',
  'PUBLICITY',
  'CONTACTS',
] as const satisfies readonly SupportKind[];

/** What has to be given with a step; each is a field of the form. */
export type Need = 'note' | 'reason' | 'alternative';

type Taker = 'office' | 'asker';

interface StepRule {
  readonly from: readonly SupportState[];
  readonly to: SupportState;
  readonly by: readonly Taker[];
  readonly needs: readonly Need[];
  /** May be given, too. */
  readonly may?: readonly Need[];
  /** What is different when money was asked for: the forum decides first, and it is settled at the end. */
  readonly money?: { readonly from?: readonly SupportState[]; readonly to?: SupportState };
}

/**
 * The life of a support request: which step leads from where to where, who may take it, what it
 * needs. Source: domain research, section 3.3. Nothing is refused without a reason and another way.
 */
export const STEPS = {
  offer: {
    from: ['RECEIVED', 'CLARIFYING', 'OFFERED'],
    to: 'OFFERED',
    by: ['office'],
    needs: ['note'],
  },
  clarify: {
    from: ['RECEIVED', 'CLARIFYING', 'OFFERED', 'NEEDS_DECISION'],
    to: 'CLARIFYING',
    by: ['office'],
    needs: ['note'],
  },
  answer: { from: ['CLARIFYING'], to: 'CLARIFYING', by: ['asker', 'office'], needs: ['note'] },
  accept: {
    from: ['OFFERED'],
    to: 'CONFIRMED',
    by: ['asker', 'office'],
    needs: [],
    may: ['note'],
    money: { to: 'NEEDS_DECISION' },
  },
  refuse: {
    from: ['OFFERED'],
    to: 'CLARIFYING',
    by: ['asker', 'office'],
    needs: [],
    may: ['note'],
  },
  putToDecision: {
    from: [],
    to: 'NEEDS_DECISION',
    by: ['office'],
    needs: ['note'],
    money: { from: ['RECEIVED', 'CLARIFYING', 'OFFERED'] },
  },
  confirm: {
    from: ['RECEIVED', 'CLARIFYING'],
    to: 'CONFIRMED',
    by: ['office'],
    needs: ['note'],
    money: { from: ['NEEDS_DECISION'] },
  },
  start: {
    from: ['RECEIVED', 'CLARIFYING', 'CONFIRMED'],
    to: 'IN_PROGRESS',
    by: ['office'],
    needs: ['note'],
    money: { from: ['CONFIRMED'] },
  },
  settle: {
    from: [],
    to: 'SETTLEMENT_DUE',
    by: ['office'],
    needs: ['note'],
    money: { from: ['CONFIRMED', 'IN_PROGRESS'] },
  },
  complete: {
    from: ['CONFIRMED', 'IN_PROGRESS'],
    to: 'COMPLETED',
    by: ['office'],
    needs: ['note'],
    money: { from: ['CONFIRMED', 'IN_PROGRESS', 'SETTLEMENT_DUE'] },
  },
  decline: {
    from: ['RECEIVED', 'CLARIFYING', 'OFFERED', 'NEEDS_DECISION'],
    to: 'DECLINED',
    by: ['office'],
    needs: ['reason', 'alternative'],
  },
  withdraw: {
    from: ['RECEIVED', 'CLARIFYING', 'OFFERED', 'NEEDS_DECISION', 'CONFIRMED', 'IN_PROGRESS'],
    to: 'WITHDRAWN',
    by: ['asker', 'office'],
    needs: [],
    may: ['note'],
  },
} as const satisfies Record<string, StepRule>;

export type Step = keyof typeof STEPS;

export const STEP_NAMES = Object.keys(STEPS) as Step[];

const ruleOf = (step: Step): StepRule => STEPS[step];

const asksForMoney = (kinds: readonly SupportKind[]) => kinds.includes('MONEY');

/** The fields of a step: those it needs first, then those it may have. */
export function fieldsOf(step: Step): StepField<Need>[] {
  return stepFields(ruleOf(step));
}

/** Where a step leads. */
export function targetOf(step: Step, kinds: readonly SupportKind[]): SupportState {
  const { to, money } = ruleOf(step);
  return (asksForMoney(kinds) ? money?.to : undefined) ?? to;
}

/** Whether somebody may take a step from a state. */
export function canTake(
  step: Step,
  state: SupportState,
  kinds: readonly SupportKind[],
  taker: Taker,
): boolean {
  const { from, by, money } = ruleOf(step);
  const allowed = (asksForMoney(kinds) ? money?.from : undefined) ?? from;
  return by.includes(taker) && allowed.includes(state);
}

/** What somebody can do now, in the order of the table: the most likely step first. */
export function stepsFrom(
  state: SupportState,
  kinds: readonly SupportKind[],
  taker: Taker,
): Step[] {
  return STEP_NAMES.filter((step) => canTake(step, state, kinds, taker));
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

/** Who is named in the history: the forum decides about money, whoever writes it down. */
export function takerOf(step: Step, kinds: readonly SupportKind[]): StepTaker {
  if (step === 'answer' || step === 'accept' || step === 'refuse' || step === 'withdraw') {
    return 'asker';
  }
  return step === 'confirm' && asksForMoney(kinds) ? 'forum' : 'office';
}

/**
 * Who reads what is typed with a step: the asker sees every step of a request, and nobody else outside the
 * office does. The form says so beside each field, the history keeps it with each note.
 */
export const STEP_AUDIENCE = 'PERSON' satisfies Audience;

/** The asker is told of what the office did, not of what they did themselves. */
export function isTold(step: Step): boolean {
  return takerOf(step, []) === 'office';
}

export function isStep(name: string | undefined): name is Step {
  return name !== undefined && Object.hasOwn(STEPS, name);
}

/** Past tense for the audit. */
export const AUDIT_NAMES = {
  offer: 'supportRequest.offerMade',
  clarify: 'supportRequest.clarified',
  answer: 'supportRequest.answered',
  accept: 'supportRequest.offerAccepted',
  refuse: 'supportRequest.offerRefused',
  putToDecision: 'supportRequest.putToDecision',
  confirm: 'supportRequest.confirmed',
  start: 'supportRequest.started',
  settle: 'supportRequest.settlementAsked',
  complete: 'supportRequest.completed',
  decline: 'supportRequest.declined',
  withdraw: 'supportRequest.withdrawn',
} as const satisfies Record<Step, string>;

export type ArcKey = 'received' | 'offered' | 'decision' | 'confirmed' | 'completed' | 'ended';

/** One light of the candle arc. */
export interface ArcLight {
  key: ArcKey;
  lit: boolean;
  current: boolean;
}

const LIGHT_OF: Partial<Record<SupportState, ArcKey>> = {
  RECEIVED: 'received',
  CLARIFYING: 'received',
  OFFERED: 'offered',
  NEEDS_DECISION: 'decision',
  CONFIRMED: 'confirmed',
  IN_PROGRESS: 'confirmed',
  SETTLEMENT_DUE: 'confirmed',
  COMPLETED: 'completed',
};

/** The lights of a request, left to right; one that went another way ends where it ended. */
export function progressLights(
  state: SupportState,
  kinds: readonly SupportKind[],
  history: readonly RequestStep[],
): ArcLight[] {
  const way: ArcKey[] = asksForMoney(kinds)
    ? ['received', 'offered', 'decision', 'confirmed', 'completed']
    : ['received', 'offered', 'confirmed', 'completed'];
  const current = LIGHT_OF[state];
  if (current) {
    const reached = way.indexOf(current);
    return way.map((key, index) => ({ key, lit: index <= reached, current: key === current }));
  }
  const farthest = Math.max(0, ...history.map(({ to }) => way.indexOf(LIGHT_OF[to] ?? 'received')));
  const passed = way.slice(0, farthest + 1).map((key) => ({ key, lit: true, current: false }));
  return [...passed, { key: 'ended', lit: false, current: true }];
}
