import type { PollResult, PollRule, RuleOption } from '../../../types';
import type { Reason } from '../types';

/** Projects by votes (or votes for each euro), as long as the money lasts. */
export function reasonsOfBudget(rule: PollRule, result: PollResult): Reason[] {
  const votesOf = new Map(result.counts.map(({ optionId, votes }) => [optionId, votes]));
  const projects = rule.options
    .filter(({ id }) => !result.withdrawn?.includes(id))
    .map((option) => ({ option, cost: option.costCents ?? 0, votes: votesOf.get(option.id) ?? 0 }));
  const perCost = rule.countRule === 'greedy_votes_per_cost';
  const budget = rule.budgetCents ?? 0;
  const turns = spend(projects, budget, perCost);
  return turns
    .filter(({ project }) => project.votes > 0)
    .map(({ project, before, bought }) => {
      const { option, cost, votes } = project;
      const money = bought
        ? { cost, left: before - cost }
        : { cost, left: before, missing: cost - before };
      const more = bought ? 0 : votesMissing(projects, project, budget, perCost, result.ballots);
      return {
        ...{ optionId: option.id, won: bought, money, options: [] },
        key: bought ? 'fits' : keyOf(cost > budget, more),
        numbers: { votes, more },
        gap: bought ? 0 : cost - before,
      };
    });
}

const keyOf = (isTooDear: boolean, more: number) => {
  if (isTooDear) return 'tooDear';
  return more > 0 ? 'noRoomVotes' : 'noRoom';
};

interface Project {
  option: RuleOption;
  cost: number;
  votes: number;
}

/** Each project at its turn: what was left before it, and whether that was enough. */
function spend(projects: readonly Project[], budget: number, perCost: boolean) {
  let left = budget;
  return [...projects].sort(comparing(perCost)).map((project) => {
    const before = left;
    const bought = project.cost <= left && project.votes > 0;
    if (bought) left -= project.cost;
    return { project, before, bought };
  });
}

/** What nobody wants is worth nothing, also when it costs nothing. */
const weightOf = ({ votes, cost }: Project) => (votes === 0 ? 1n : BigInt(cost));

const comparing = (perCost: boolean) => (a: Project, b: Project) => {
  const [left, right] = perCost
    ? [BigInt(a.votes) * weightOf(b), BigInt(b.votes) * weightOf(a)]
    : [BigInt(a.votes), BigInt(b.votes)];
  if (left === right) return a.option.lot - b.option.lot;
  return left > right ? -1 : 1;
};

/** The fewest further votes that would have bought it; 0 when not even everybody's would have. */
function votesMissing(
  projects: readonly Project[],
  project: Project,
  budget: number,
  perCost: boolean,
  ballots: number,
): number {
  const buysWith = (votes: number) => {
    const changed = projects.map((other) => (other === project ? { ...project, votes } : other));
    return spend(changed, budget, perCost).some(
      (turn) => turn.project.option === project.option && turn.bought,
    );
  };
  if (!buysWith(ballots)) return 0;
  // More votes never hurt, so the border can be found by halving.
  let [low, high] = [project.votes, ballots];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (buysWith(middle)) high = middle;
    else low = middle;
  }
  return high - project.votes;
}

/** Equal Shares: who pays how much, or what its supporters were short of. */
export function reasonsOfShares(rule: PollRule, result: PollResult): Reason[] {
  return result.counts
    .filter(({ votes }) => votes > 0)
    .map(({ optionId, votes }) => {
      const cost = rule.options.find(({ id }) => id === optionId)?.costCents ?? 0;
      const won = result.winners.includes(optionId);
      if (won) return { ...paid(result, optionId, votes, cost), optionId, won, gap: 0 };
      const short = shortOf(result, optionId, cost);
      return {
        ...{ optionId, won, key: 'short', options: [], gap: short.money.missing },
        ...{ numbers: { votes, people: short.people }, money: { cost, ...short.money } },
      };
    });
}

type Sentence = Pick<Reason, 'key' | 'numbers' | 'money' | 'options'>;

function paid({ purchases = [] }: PollResult, id: string, votes: number, cost: number): Sentence {
  const purchase = purchases.find(({ optionId }) => optionId === id);
  if (!purchase) return { key: 'filled', numbers: { votes }, money: { cost }, options: [] };
  const { payers, supporters, share } = purchase;
  const others = supporters - payers;
  return {
    key: others > 0 ? 'paidRest' : 'paid',
    numbers: { payers, others },
    money: { share: rounded(share) },
    options: [],
  };
}

function shortOf({ shares }: PollResult, id: string, cost: number) {
  const [num, den] = amountOf(shares?.left.find(({ optionId }) => optionId === id)?.amount);
  const [eachNum, eachDen] = amountOf(shares?.each);
  const missing: [bigint, bigint] = [BigInt(cost) * den - num, den];
  const people = eachNum > 0n ? upwards(missing[0] * eachDen, missing[1] * eachNum) : 0n;
  return {
    money: {
      left: Number(num / den),
      missing: Number(upwards(...missing)),
      each: Number(eachNum / eachDen),
    },
    people: Number(people),
  };
}

const amountOf = (text: readonly [string, string] | undefined): [bigint, bigint] =>
  text ? [BigInt(text[0]), BigInt(text[1])] : [0n, 1n];

const upwards = (num: bigint, den: bigint) => (num + den - 1n) / den;

/** An exact amount, to the nearest cent. */
function rounded(amount: readonly [string, string]): number {
  const [num, den] = amountOf(amount);
  return Number((2n * num + den) / (2n * den));
}
