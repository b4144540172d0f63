import type { CountedResult, ElectionRule, RuleOption } from '../results/types';
import type { Reason } from './types';

/** Projects that were not chosen come after all others that needed fewer ballots more. */
const NO_NUMBER = 1e9;

/** Projects by votes (or votes for each euro), as long as the money lasts. */
export function reasonsOfBudget(rule: ElectionRule, result: CountedResult): Reason[] {
  const budget = rule.budgetCents ?? 0;
  const byCost = rule.countRule === 'greedy_votes_per_cost';
  return spend(projectsOf(rule, result), budget, byCost)
    .filter(({ project }) => project.votes > 0)
    .map(({ project, before, bought }) => {
      const { id, cost, votes } = project;
      const base = { optionId: id, won: bought, numbers: { votes }, options: [] };
      if (bought) {
        return { ...base, key: 'fits', money: { cost, left: before - cost }, gap: 0 };
      }
      const money = { cost, left: before, missing: cost - before };
      const key = cost > budget ? 'tooDear' : 'noRoom';
      return { ...base, key, money, ...furtherOf(result, id, money.missing) };
    });
}

/** Equal Shares: who gives how much, or what the ballots for a project had left. */
export function reasonsOfShares(rule: ElectionRule, result: CountedResult): Reason[] {
  const rest = restOf(rule, result);
  return projectsOf(rule, result)
    .filter(({ votes }) => votes > 0)
    .map(({ id, votes, cost }) => {
      const won = result.winners.includes(id);
      const base = { optionId: id, won, options: [] };
      if (won) return { ...base, ...boughtOf(result, id, votes, cost), gap: 0 };
      const money = { cost, left: leftOf(result, id), rest: rest.get(id) ?? 0 };
      return {
        ...{ ...base, money, numbers: { votes } },
        key: result.shares?.more === undefined ? 'shortBefore' : 'short',
        ...furtherOf(result, id, cost - money.left),
      };
    });
}

interface Project {
  id: string;
  lot: RuleOption['lot'];
  cost: number;
  votes: number;
}

function projectsOf({ options }: ElectionRule, { counts, withdrawn }: CountedResult): Project[] {
  const votesOf = new Map(counts.map(({ optionId, votes }) => [optionId, votes]));
  return options
    .filter(({ id }) => !withdrawn?.includes(id))
    .map(({ id, lot, costCents }) => ({
      ...{ id, lot, cost: costCents ?? 0, votes: votesOf.get(id) ?? 0 },
    }));
}

/** Each project at its turn: what was left before it, and whether that was enough. */
function spend(projects: readonly Project[], budget: number, byCost: boolean) {
  let left = budget;
  return [...projects].sort(comparing(byCost)).map((project) => {
    const before = left;
    const bought = project.cost <= left && project.votes > 0;
    if (bought) left -= project.cost;
    return { project, before, bought };
  });
}

/** What nobody wants is worth nothing, also when it costs nothing. */
const weightOf = ({ votes, cost }: Project) => (votes === 0 ? 1n : BigInt(cost));

const comparing = (byCost: boolean) => (a: Project, b: Project) => {
  const [left, right] = byCost
    ? [BigInt(a.votes) * weightOf(b), BigInt(b.votes) * weightOf(a)]
    : [BigInt(a.votes), BigInt(b.votes)];
  if (left === right) return a.lot - b.lot;
  return left > right ? -1 : 1;
};

function furtherOf(
  { further }: CountedResult,
  id: string,
  missing: number,
): Pick<Reason, 'gap' | 'further'> {
  const ballots = further?.find(({ optionId }) => optionId === id)?.ballots;
  if (ballots === undefined) return { gap: NO_NUMBER + missing };
  return { gap: ballots ?? NO_NUMBER + missing, further: ballots };
}

/** What was there for each project when the rest was given out by votes. */
function restOf(rule: ElectionRule, result: CountedResult): ReadonlyMap<string, number> {
  const bought = new Set((result.purchases ?? []).map(({ optionId }) => optionId));
  const projects = projectsOf(rule, result);
  const spent = projects
    .filter(({ id }) => bought.has(id))
    .reduce((sum, { cost }) => sum + cost, 0);
  const turns = spend(
    projects.filter(({ id }) => !bought.has(id)),
    (rule.budgetCents ?? 0) - spent,
    false,
  );
  return new Map(turns.map(({ project, before }) => [project.id, before]));
}

type Sentence = Pick<Reason, 'key' | 'numbers' | 'money'>;

function boughtOf(
  { purchases = [] }: CountedResult,
  id: string,
  votes: number,
  cost: number,
): Sentence {
  const purchase = purchases.find(({ optionId }) => optionId === id);
  if (!purchase) return { key: 'filled', numbers: { votes }, money: { cost } };
  const { payers, partial = 0, share } = purchase;
  const [num, den] = amountOf(share);
  return {
    key: 'paid',
    numbers: { payers, partial, exact: Number(num % den === 0n) },
    money: { share: Number((2n * num + den) / (2n * den)) },
  };
}

/** Whole cents the ballots for a project had left together. */
function leftOf({ shares }: CountedResult, id: string): number {
  const [num, den] = amountOf(shares?.left.find(({ optionId }) => optionId === id)?.amount);
  return Number(num / den);
}

const amountOf = (text: readonly [string, string] | undefined): [bigint, bigint] =>
  text ? [BigInt(text[0]), BigInt(text[1])] : [0n, 1n];
