import { plusDays } from '@/lib/core/day.mjs';
import { type Page, pageOf } from '@/lib/core/pages';
import type {
  ActivationGoal,
  ActivationParty,
  ActivationState,
  ActivationWeather,
  TrialNumbers,
} from './types';

/** In the order a format goes through them. */
export const STATES: readonly ActivationState[] = [
  'IDEA',
  'CONCEPT',
  'IN_TRIAL',
  'EVALUATED',
  'ESTABLISHED',
  'ADJUSTED',
  'DISCARDED',
];

export const PARTIES: readonly ActivationParty[] = [
  'OFFICE',
  'PARTNER',
  'INITIATIVE',
  'RESIDENTS',
  'TOGETHER',
];

export const WEATHERS: readonly ActivationWeather[] = ['INDOORS', 'FINE', 'CLOUDY', 'RAIN', 'COLD'];

export const GOALS: readonly ActivationGoal[] = ['YES', 'PARTLY', 'NO'];

/** What may be decided of a format that was evaluated. */
export const DECISIONS = ['ESTABLISHED', 'ADJUSTED', 'DISCARDED'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What follows which; the database holds it, too. */
const NEXT: Record<ActivationState, readonly ActivationState[]> = {
  IDEA: ['CONCEPT', 'DISCARDED'],
  CONCEPT: ['IN_TRIAL', 'DISCARDED'],
  IN_TRIAL: ['CONCEPT', 'EVALUATED', 'DISCARDED'],
  EVALUATED: ['IN_TRIAL', ...DECISIONS],
  ESTABLISHED: [],
  ADJUSTED: [],
  DISCARDED: [],
};

export const canBecome = (from: ActivationState, to: ActivationState): boolean =>
  NEXT[from].includes(to);

/** Nothing follows: whoever tries it again makes the next edition. */
export const isDecided = (state: ActivationState): boolean => NEXT[state].length === 0;

/** A concept says what for and how; only then it is tried. */
export const isDescribed = ({ goal, procedure }: { goal: string; procedure: string }): boolean =>
  goal !== '' && procedure !== '';

/** What nobody has tried is nothing to tell anybody about. */
export const canPublish = (state: ActivationState): boolean =>
  state !== 'IDEA' && state !== 'CONCEPT';

/** Somebody said how many were reached, so it took place. */
export const tookPlace = ({ reached }: Pick<TrialNumbers, 'reached'>): boolean => reached !== null;

/** Days after which a trial that nobody evaluated waits on the office's first page. */
export const DAYS_TO_EVALUATE = 14;

/** Tried, and since then nobody said what came of it. @param tried local dates of its trials @param today local date */
export function waitsForEvaluation(
  state: ActivationState,
  tried: readonly string[],
  today: string,
): boolean {
  const past = tried.filter((day) => day <= today).toSorted();
  const last = past.at(-1);
  return state === 'IN_TRIAL' && last !== undefined && last <= plusDays(today, -DAYS_TO_EVALUATE);
}

/** Lines of a text, for what stands one a line. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');

export interface Totals {
  /** That took place. */
  trials: number;
  reached: number;
  /** Of trials where somebody counted them. */
  firstTimers: number | null;
  costCents: number | null;
  proposals: number | null;
  /** Whole cents for each who came for the first time, of trials that say both; null without anybody. */
  centsPerFirstTimer: number | null;
}

/** What the trials of an edition came to together. What nobody counted is not nought. */
export function totalsOf(trials: readonly TrialNumbers[]): Totals {
  const held = trials.filter(tookPlace);
  const both = held.filter(
    ({ firstTimers, costCents }) => firstTimers !== null && costCents !== null,
  );
  const first = sumOf(both, 'firstTimers') ?? 0;
  return {
    trials: held.length,
    reached: sumOf(held, 'reached') ?? 0,
    firstTimers: sumOf(held, 'firstTimers'),
    costCents: sumOf(held, 'costCents'),
    proposals: sumOf(held, 'proposals'),
    centsPerFirstTimer: first === 0 ? null : Math.round((sumOf(both, 'costCents') ?? 0) / first),
  };
}

/** Of what somebody counted; null where nobody did. */
export function sumOf<Key extends keyof TrialNumbers>(
  trials: readonly Pick<TrialNumbers, Key>[],
  key: Key,
): number | null {
  const told = trials.flatMap((trial) => trial[key] ?? []);
  return told.length === 0 ? null : told.reduce((all, one) => all + one, 0);
}

/** Rows of a long list on one page. */
const ON_A_PAGE = 50;

export interface Paged<Row> extends Page {
  /** Of each list what stands on this page. */
  lists: Row[][];
}

/** One page of lists that are turned together. @param asked as it stands in an address */
export function turned<Row>(lists: readonly (readonly Row[])[], asked: unknown): Paged<Row> {
  const lengths = lists.map(({ length }) => length);
  const { rows, ...place } = pageOf(lengths, Number(asked), ON_A_PAGE);
  const { skip: from, take } = rows;
  return { lists: lists.map((list) => list.slice(from, from + take)), ...place };
}
