import type { CountRule, ElectionRule } from '../results/types';
import type { Step, StepKey } from './types';

type Counted = Pick<ElectionRule, 'countRule' | 'seats' | 'budgetCents' | 'quorum' | 'options'>;

/**
 * How ballots become a result, in the order in which it is done: one sentence for each step, and no
 * step without a sentence. What is published before a poll, on its ballot and in its record is this list.
 */
function stepsOf(rule: Counted): Step[] {
  const { seats, budgetCents, quorum } = rule;
  return [
    ...(budgetCents === null ? [] : [step('money', { cents: budgetCents })]),
    ...stepsOfRule(rule).map((key) => step(key, paramsOf(key, seats))),
    step('unmarked'),
    step('withdrawn'),
    ...(quorum > 0 ? [step('quorum', { quorum })] : []),
  ];
}

/** Whether equals go by the lot, as the steps say; those for the only seat are level instead. */
export const usesLot = (rule: Counted): boolean =>
  stepsOf(rule).some(({ key }) => key.startsWith('lot'));

const step = (key: StepKey, params: Step['params'] = {}): Step => ({ key, params });

function paramsOf(key: StepKey, seats: number): Step['params'] {
  // One more than there are places: nobody but as many as there are places can reach that share.
  if (key === 'quota') return { parts: seats + 1 };
  return /[sS]eats$/.test(key) ? { seats } : {};
}

const SCHULZE_END = ['chains', 'beats', 'unbeaten', 'level'] as const;

function stepsOfRule({ countRule, seats, options }: Counted): StepKey[] {
  const single = seats === 1;
  const free = options.some(({ costCents }) => costCents === 0);
  const steps: Record<CountRule, StepKey[]> = {
    plurality: ['votes', ...(single ? MOST : MOST_SEATS)],
    approval: ['votes', ...(single ? MOST : MOST_SEATS)],
    points: ['points', ...(single ? MOST_POINTS : MOST_POINTS_SEATS)],
    irv: ['rounds', 'majority', 'weakest', 'earlier', 'lotStays'],
    schulze_margins: ['pairs', 'strengthMargins', ...SCHULZE_END],
    schulze_winning_votes: ['pairs', 'strengthVotes', ...SCHULZE_END],
    stv_scottish: [
      ...(['seats', 'first', 'quota', 'reached', 'surplus', 'weakestOut', 'rest'] as const),
      ...(['earlier', 'lotRounds'] as const),
    ],
    greedy_votes: ['votes', 'mostFirst', 'fits', 'lot'],
    greedy_votes_per_cost: [
      ...(['votes', 'perEuroFirst'] as const),
      ...(free ? (['freeFirst'] as const) : []),
      ...(['fits', 'lot'] as const),
    ],
    mes_cost_add1u: [
      ...(['votes', 'share'] as const),
      ...(free ? (['free'] as const) : []),
      ...(['pays', 'cheapest', 'raise', 'tooMuch', 'restByVotes', 'lot'] as const),
    ],
  };
  return steps[countRule];
}

const MOST = ['most', 'level'] as const;
const MOST_SEATS = ['mostSeats', 'lot'] as const;
const MOST_POINTS = ['mostPoints', 'level'] as const;
const MOST_POINTS_SEATS = ['mostPointsSeats', 'lot'] as const;

interface Language {
  /** A sentence by its key with namespace. */
  sayAny: (key: string, params?: Record<string, string | number>) => string;
  /** An amount of cents as people write it. */
  euros: (cents: number) => string;
}

/** How ballots are counted, in the words of a language, a sentence or two for each step. */
export function countingWords(rule: Counted, { sayAny, euros }: Language): string[] {
  // messages: voting-methods.step.*
  return stepsOf(rule).map(({ key, params: { cents, ...numbers } }) =>
    sayAny(`voting-methods.step.${key}`, {
      ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])),
      ...(cents === undefined ? {} : { amount: euros(cents) }),
    }),
  );
}
