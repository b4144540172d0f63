import { readFileSync } from 'node:fs';
import type { StepKey } from '@/lib/elections/explained/types';
import { fraction } from '@/lib/elections/methods/fraction.mjs';
import type { BallotPaper, RuleOption } from '@/lib/elections/results/types';
import { byPairs } from './pairs';
import type { Counted, Found, Procedure } from './procedure';
import { byRunoff } from './runoff';
import { byScores } from './scores';
import { byMoney } from './shares';
import { byTransfers } from './transfers';

/** What each sentence makes somebody do, and nothing more. Numbers are read from the sentence itself. */
const ACTS: Record<StepKey, (procedure: Procedure, sentence: string) => void> = {
  money: (procedure, sentence) => Object.assign(procedure, { cents: centsIn(sentence) }),
  votes: (procedure) => Object.assign(procedure, { adds: 'ticks' }),
  points: (procedure) => Object.assign(procedure, { adds: 'points' }),
  most: (procedure) => Object.assign(procedure, { places: 1 }),
  mostSeats: (procedure, sentence) => Object.assign(procedure, { places: numberIn(sentence) }),
  mostPoints: (procedure) => Object.assign(procedure, { places: 1 }),
  mostPointsSeats: (procedure, sentence) =>
    Object.assign(procedure, { places: numberIn(sentence) }),
  level: (procedure) => Object.assign(procedure, { equals: 'all' }),
  lot: (procedure) => Object.assign(procedure, { equals: 'lot' }),
  rounds: (procedure) => Object.assign(procedure, { rounds: true }),
  majority: (procedure) => Object.assign(procedure, { majority: true }),
  weakest: (procedure) => Object.assign(procedure, { weakest: true }),
  earlier: (procedure) => Object.assign(procedure, { earlier: true }),
  lotStays: (procedure) => Object.assign(procedure, { lotInRounds: true }),
  pairs: (procedure) => Object.assign(procedure, { pairs: true }),
  strengthMargins: (procedure) =>
    Object.assign(procedure, { strength: (won: number, lost: number) => won - lost }),
  strengthVotes: (procedure) => Object.assign(procedure, { strength: (won: number) => won }),
  chains: (procedure) => Object.assign(procedure, { chains: true }),
  beats: (procedure) => Object.assign(procedure, { beats: true }),
  unbeaten: (procedure) => Object.assign(procedure, { unbeaten: true }),
  seats: (procedure, sentence) => Object.assign(procedure, { places: numberIn(sentence) }),
  first: (procedure) => Object.assign(procedure, { first: true }),
  quota: (procedure, sentence) => Object.assign(procedure, { parts: numberIn(sentence) }),
  reached: (procedure) => Object.assign(procedure, { reached: true }),
  surplus: (procedure) => Object.assign(procedure, { surplus: true }),
  weakestOut: (procedure) => Object.assign(procedure, { weakest: true }),
  rest: (procedure) => Object.assign(procedure, { rest: true }),
  lotRounds: (procedure) => Object.assign(procedure, { lotInRounds: true }),
  mostFirst: (procedure) => Object.assign(procedure, { worth: (votes: number) => fraction(votes) }),
  perEuroFirst: (procedure) =>
    Object.assign(procedure, {
      worth: (votes: number, cost: number) => (cost === 0 ? null : fraction(votes, cost)),
    }),
  freeFirst: (procedure) => Object.assign(procedure, { freeFirst: true }),
  fits: (procedure) => Object.assign(procedure, { fits: true }),
  share: (procedure) => Object.assign(procedure, { share: true }),
  free: (procedure) => Object.assign(procedure, { free: true }),
  pays: (procedure) => Object.assign(procedure, { pays: true }),
  cheapest: (procedure) => Object.assign(procedure, { cheapest: true }),
  raise: (procedure, sentence) =>
    Object.assign(procedure, { raise: 100 * numberIn(/\d+ €/.exec(sentence)?.[0] ?? '') }),
  tooMuch: (procedure) => Object.assign(procedure, { tooMuch: true }),
  restByVotes: (procedure) => Object.assign(procedure, { restByVotes: true }),
  unmarked: (procedure) => Object.assign(procedure, { onlyMarked: true }),
  withdrawn: (procedure) => Object.assign(procedure, { withoutWithdrawn: true }),
  quorum: (procedure, sentence) => Object.assign(procedure, { quorum: numberIn(sentence) }),
};

function numberIn(sentence: string): number {
  const found = /\d+/.exec(sentence)?.[0];
  if (found === undefined) throw new Error(`this sentence names no number: ${sentence}`);
  return Number(found);
}

/** `4.000 €`, `4.000,50 €`, `€4,000.50` */
function centsIn(sentence: string): number {
  const amount = /\d[\d.,]*/.exec(sentence)?.[0].replace(/[.,]$/, '') ?? '';
  const cents = /[.,](\d\d)$/.exec(amount)?.[1];
  const whole = (cents ? amount.slice(0, -3) : amount).replace(/\D/g, '');
  return Number(whole) * 100 + Number(cents ?? 0);
}

type Sentences = Record<string, string>;

/** Every sentence a rule can be told by, as a pattern with gaps for what is filled in. */
export function sentencesOfSteps(locale: string): Map<StepKey, RegExp> {
  const file = `lib/voting/words/${locale}/voting-methods.json`;
  const { step } = JSON.parse(readFileSync(file, 'utf8')) as { step: Sentences };
  const pattern = (text: string) =>
    new RegExp(`^${text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+?')}$`);
  return new Map(Object.entries(step).map(([key, text]) => [key as StepKey, pattern(text)]));
}

/** Which step each published sentence stands for; every sentence has to be exactly one. */
export function readSteps(published: readonly string[], locale: string): StepKey[] {
  const known = [...sentencesOfSteps(locale)];
  return published.map((sentence) => {
    const [found, ...more] = known.filter(([, pattern]) => pattern.test(sentence));
    if (!found || more.length > 0) throw new Error(`what does this sentence say? ${sentence}`);
    return found[0];
  });
}

interface Cast {
  options: readonly RuleOption[];
  papers: readonly BallotPaper[];
  withdrawn: readonly string[];
}

/** Does what the published sentences say, and only that: what is recommended. */
export function countByWords(published: readonly string[], locale: string, cast: Cast): Found {
  const procedure: Procedure = {};
  readSteps(published, locale).forEach((key, index) => {
    ACTS[key](procedure, published[index] ?? '');
  });
  const gone = procedure.withoutWithdrawn ? cast.withdrawn : [];
  const counted: Counted = {
    options: cast.options.filter(({ id }) => !gone.includes(id)),
    papers: cast.papers.map((paper) => without(paper, gone)),
  };
  const { winners, ...rest } = counting(procedure)(procedure, counted);
  const isMarked = (id: string) => cast.papers.some(({ choices }) => choices.includes(id));
  const enough = cast.papers.length >= (procedure.quorum ?? 0);
  return {
    winners: enough ? winners.filter((id) => !procedure.onlyMarked || isMarked(id)) : [],
    ...rest,
  };
}

function without({ choices, points }: BallotPaper, gone: readonly string[]): BallotPaper {
  const isLeft = (_: unknown, index: number) => !gone.includes(choices[index] ?? '');
  return { choices: choices.filter(isLeft), points: points.filter(isLeft) };
}

function counting(procedure: Procedure): (procedure: Procedure, counted: Counted) => Found {
  if (procedure.share || procedure.worth || procedure.cents !== undefined) return byMoney;
  if (procedure.pairs || procedure.chains) return byPairs;
  if (procedure.first || procedure.surplus) return byTransfers;
  return procedure.rounds || procedure.majority ? byRunoff : byScores;
}
