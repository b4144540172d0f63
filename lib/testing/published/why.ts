import type { Reason, ReasonKey } from '@/lib/elections/explained/types';
import type { Facts } from './claims';

/** What has to be true where a sentence is told, by its key. */
export const WHY: Record<ReasonKey, (facts: Facts, told: Reason) => boolean> = {
  withdrawn: (facts, { optionId }) => facts.withdrawn.includes(optionId),
  nobody: (facts, { optionId }) => !facts.isMarked(optionId),
  most: (facts, told) =>
    isOf(facts, told) &&
    facts.rule.options.every(
      ({ id }) => id === told.optionId || facts.votes(id) < facts.votes(told.optionId),
    ),
  mostLeft: (facts, told) =>
    isOf(facts, told) &&
    rivals(facts, told).every((id) => facts.votes(id) < facts.votes(told.optionId)) &&
    facts.withdrawn.some((id) => facts.votes(id) >= facts.votes(told.optionId)),
  shared: (facts, told) =>
    isOf(facts, told) &&
    told.options.length > 0 &&
    told.options.every((id) => facts.votes(id) === facts.votes(told.optionId)) &&
    rivals(facts, told).every(
      (id) => told.options.includes(id) || facts.votes(id) < facts.votes(told.optionId),
    ),
  seat: (facts, told) =>
    isOf(facts, told) &&
    told.numbers.seats === facts.rule.seats &&
    1 + rivals(facts, told).filter((id) => facts.votes(id) >= facts.votes(told.optionId)).length <=
      facts.rule.seats,
  lotWon: (facts, told) => isEqual(facts, told) && placeByLot(facts, told) <= facts.rule.seats,
  lotLost: (facts, told) => isEqual(facts, told) && placeByLot(facts, told) > facts.rule.seats,
  behind: (facts, told) =>
    isOf(facts, told) &&
    told.options.length > 0 &&
    told.options.every(
      (id) => facts.votes(id) - facts.votes(told.optionId) === told.numbers.gap && told.gap > 0,
    ),
  behindSeat: (facts, told) =>
    isOf(facts, told) &&
    told.gap > 0 &&
    Math.min(...facts.winners.map((id) => facts.votes(id))) ===
      facts.votes(told.optionId) + told.gap,
  fits: (facts, told) =>
    turnOf(facts, told) - cost(facts, told) === told.money.left && isPaid(told),
  tooDear: (facts, told) => cost(facts, told) > facts.budget,
  noRoom: (facts, told) =>
    turnOf(facts, told) === told.money.left &&
    cost(facts, told) - (told.money.left ?? 0) === told.money.missing &&
    (told.money.missing ?? 0) > 0,
  paid: (facts, told) => {
    const found = facts.purses.bought.find(({ optionId }) => optionId === told.optionId);
    const { payers = 0, partial = 0, exact = 0 } = told.numbers;
    const { share = 0 } = told.money;
    const isWhole = found?.sum.den === 1n && Number(found.sum.num) === facts.cost(told.optionId);
    const rounding = exact === 1 ? 0 : payers;
    const isFull = partial > 0 || Math.abs(payers * share - facts.cost(told.optionId)) <= rounding;
    return isWhole && isFull && found.full === payers && found.partial === partial;
  },
  filled: (facts, told) =>
    isOf(facts, told) &&
    !isBought(facts, told.optionId) &&
    restOf(facts, told) >= cost(facts, told),
  short: (facts, told) => {
    const { num, den } = facts.purses.forProject(told.optionId);
    const { left = 0, rest = 0 } = told.money;
    const isLeft = Number(num / den) === left && left < cost(facts, told);
    return isOf(facts, told) && isLeft && restOf(facts, told) === rest && rest < cost(facts, told);
  },
  // Only of results counted before it was kept what a sentence needs.
  shortBefore: () => false,
  majority: (facts, told) => {
    const { round = 0, votes = 0, of = 0 } = told.numbers;
    return (
      facts.inRound(round, told.optionId) === votes && sumOf(facts, round) === of && 2 * votes > of
    );
  },
  lastLeft: (facts, told) => {
    const { round = 0, votes = 0, of = 0 } = told.numbers;
    const others = told.options.map((id) => facts.inRound(round, id));
    return 2 * votes === of && sumOf(facts, round) === of && others.join() === String(votes);
  },
  out: (facts, told) => {
    const { round = 0, votes } = told.numbers;
    const named = facts.rule.countRule === 'irv' ? round : round + 1;
    const isNamed = facts.rounds[named - 1]?.excluded.includes(told.optionId) === true;
    return isNamed && facts.inRound(round, told.optionId) === votes;
  },
  second: (facts, told) => {
    const { round = 0, votes = 0, gap = 0 } = told.numbers;
    const [ahead = ''] = told.options;
    const isStill = !facts.rounds.some(({ excluded }) => excluded.includes(told.optionId));
    return isStill && gap > 0 && facts.inRound(round, ahead) - votes === gap;
  },
  stvSeat: (facts, told) => {
    const { round = 0, votes = 0, needed = 0 } = told.numbers;
    const isNamed = facts.rounds[round - 1]?.elected.includes(told.optionId) === true;
    return isNamed && facts.inRound(round, told.optionId) === votes && votes >= needed;
  },
  stvRest: (facts, told) => {
    const { votes = 0, needed = 0 } = told.numbers;
    return facts.inRound(facts.rounds.length, told.optionId) === votes && votes < needed;
  },
  stvLeft: (facts, told) => {
    const { votes = 0, needed = 0, gap = 0 } = told.numbers;
    return Math.abs(needed - votes - gap) < 1e-9 && gap > 0 && facts.winners.length > 0;
  },
  duelsAll: (facts, told) => {
    const { own = 0, others = 0, duels = 0 } = told.numbers;
    const leads = rivals(facts, told).map((id) => leadOver(facts, told, id));
    const [closest = ''] = told.options;
    const isClosest = leadOver(facts, told, closest) === Math.min(...leads);
    const isTold =
      facts.higher(told.optionId, closest) === own && own - others === Math.min(...leads);
    return leads.every((lead) => lead > 0) && leads.length === duels && isClosest && isTold;
  },
  duelsUnbeaten: (facts, told) => {
    const wins = rivals(facts, told).filter((id) => leadOver(facts, told, id) > 0).length;
    const isUnbeaten = !rivals(facts, told).some((id) => facts.prevails(id, told.optionId));
    return (
      wins === told.numbers.wins && rivals(facts, told).length === told.numbers.duels && isUnbeaten
    );
  },
  duelLost: (facts, told) => {
    const { own = 0, others = 0 } = told.numbers;
    const [ahead = ''] = told.options;
    const isTold =
      facts.higher(told.optionId, ahead) === own && facts.higher(ahead, told.optionId) === others;
    return isTold && own < others && facts.winners.includes(ahead);
  },
  duelChain: (facts, told) =>
    told.options.length > 0 && told.options.every((id) => facts.prevails(id, told.optionId)),
};

const rivals = (facts: Facts, { optionId }: Reason) => facts.open.filter((id) => id !== optionId);
/** The number of votes in the sentence is that of the ballots. */
const isOf = (facts: Facts, { optionId, numbers }: Reason) =>
  numbers.votes === facts.votes(optionId);
const isPaid = ({ money, won }: Reason) => won && (money.left ?? -1) >= 0;
const cost = (facts: Facts, { optionId }: Reason) => facts.cost(optionId);
const leadOver = (facts: Facts, { optionId }: Reason, id: string) =>
  facts.higher(optionId, id) - facts.higher(id, optionId);
const isEqual = (facts: Facts, told: Reason) =>
  isOf(facts, told) &&
  told.options.length > 0 &&
  told.options.every((id) => facts.votes(id) === facts.votes(told.optionId));
/** Which place an option gets when equals go by the lot. */
const placeByLot = (facts: Facts, told: Reason) =>
  1 +
  rivals(facts, told).filter((id) => {
    const [own, other] = [facts.votes(told.optionId), facts.votes(id)];
    return other > own || (other === own && facts.lot(id) < facts.lot(told.optionId));
  }).length;
const turnOf = (facts: Facts, { optionId }: Reason) =>
  facts.leftBefore(
    ...([optionId, facts.open, facts.budget] as const),
    facts.rule.countRule === 'greedy_votes_per_cost',
  );
const isBought = ({ result }: Facts, id: string) =>
  (result.purchases ?? []).some(({ optionId }) => optionId === id);
const restOf = (facts: Facts, { optionId }: Reason) => {
  const others = facts.open.filter((id) => !isBought(facts, id));
  const spent = facts.costOf(facts.open.filter((id) => isBought(facts, id)));
  return facts.leftBefore(optionId, others, facts.budget - spent);
};
const sumOf = ({ rounds }: Facts, round: number) =>
  Object.values(rounds[round - 1]?.votes ?? {}).reduce((sum, votes) => sum + Number(votes), 0);
