import type { Audience } from '@/lib/core/audience';
import type { StepField } from './fields';
import type { CasePerson, OtherDoor } from './types';

/**
 * States of a session that took place: what the Forum is said to have done was done in one. Here and not with the
 * Forum, which reads proposals: what becomes of one asks it, too.
 */
export const MET = ['RUNNING', 'HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED'] as const;

/** The language of whoever calls and writes letters. */
export const OFFICE_LOCALE = 'de';

/** Whether whoever has a case gets messages of ours: nobody does who asks by number, or is forgotten. */
export const hearsOfUs = (person: Pick<CasePerson, 'contactKind' | 'contactValue'>): boolean =>
  person.contactKind !== 'NUMBER' && person.contactValue !== '';

/** The page that has to be asked instead, and the number it asks for; null where the shape is none of theirs. */
export function otherDoorOf<Door extends Pick<OtherDoor, 'numberOf'>>(
  doors: readonly Door[],
  typed: string,
): { door: Door; number: number } | null {
  for (const door of doors) {
    const number = door.numberOf(typed);
    if (number !== null) return { door, number };
  }
  return null;
}

/** How a case goes on by one step: from where to where, who may, what it needs, what is told of it. */
export interface StepRule<State extends string, Taker extends string, Need extends string> {
  readonly from: readonly State[];
  readonly to: State;
  /** Who may take it. */
  readonly by: readonly Taker[];
  readonly needs: readonly Need[];
  /** May be given, too. */
  readonly may?: readonly Need[];
  /** Past tense for the audit. */
  readonly audit: string;
  /** Who reads what is typed with it. The form says so beside each field, the history keeps it with each note. */
  readonly audience: Audience;
  /** Whom the history names, whoever writes it down. */
  readonly named: Taker;
  /** Whoever has the case is told, and has their answer: a promise that stood is kept by it. */
  readonly told: boolean;
}

type Table<State extends string, Taker extends string, Need extends string> = Readonly<
  Record<string, StepRule<State, Taker, Need>>
>;

/** What a table of steps says. */
export interface Life<Step extends string, State extends string, Taker, Need extends string> {
  /** In the order of the table: the most likely step first. */
  readonly names: readonly Step[];
  isStep(name: string | undefined): name is Step;
  canTake(step: Step, from: State, taker: Taker): boolean;
  stepsFrom(from: State, taker: Taker): Step[];
  /** The fields of a step: those it needs first, then those it may have. */
  fieldsOf(step: Step): StepField<Need>[];
}

/** The life of a case, read from its table of steps. */
export function lifeOf<
  Steps extends Table<State, Taker, Need>,
  State extends string = Steps[keyof Steps]['to'] | Steps[keyof Steps]['from'][number],
  Taker extends string = Steps[keyof Steps]['by'][number],
  Need extends string = Steps[keyof Steps]['needs'][number],
>(steps: Steps): Life<keyof Steps & string, State, Taker, Need> {
  type Step = keyof Steps & string;
  const names = Object.keys(steps) as Step[];
  const ruleOf = (step: Step) => steps[step] as StepRule<State, Taker, Need>;
  const canTake = (step: Step, from: State, taker: Taker) =>
    ruleOf(step).by.includes(taker) && ruleOf(step).from.includes(from);
  return {
    names,
    canTake,
    isStep: (name): name is Step => name !== undefined && Object.hasOwn(steps, name),
    stepsFrom: (from, taker) => names.filter((step) => canTake(step, from, taker)),
    fieldsOf: (step) => [
      ...ruleOf(step).needs.map((name) => ({ name, required: true })),
      ...(ruleOf(step).may ?? []).map((name) => ({ name, required: false })),
    ],
  };
}

/** Where a promise to answer stands after a step. */
export interface PromiseAfter {
  /** What becomes of the one that stood: it goes on, was kept, or nobody waits for it any more. */
  standing: 'goesOn' | 'kept' | 'void';
  /** Whether a new one is given. */
  anew: boolean;
}

/**
 * What a step does to the office's promise to answer. An answer keeps it; when whoever has the case goes on
 * themselves, the office owes that answer no more. It stands anew wherever it is the office's turn again.
 * @param owes whether the office owes an answer before and after
 */
export function promiseAfter(
  owes: { before: boolean; after: boolean },
  step: { told: boolean; byOwner: boolean },
): PromiseAfter {
  const isOver = step.told || step.byOwner || !owes.after;
  const standing = step.told && !step.byOwner ? 'kept' : 'void';
  return {
    standing: isOver ? standing : 'goesOn',
    anew: owes.after && (isOver || !owes.before),
  };
}
