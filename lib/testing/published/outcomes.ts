import type { TieClaim, TieKey } from '@/lib/elections/explained/ties';
import type { TurnoutClaim } from '@/lib/elections/explained/turnout';
import type { Lead, Served } from '@/lib/elections/explained/types';
import type { Facts } from './claims';

type Told<Key extends Lead['key']> = Extract<Lead, { key: Key }>;
type Missed = Extract<Lead, { quorum: number }>;

/** By keys of their own: one form of a lead stands for several. */
interface LeadClaims extends Record<Plain, (facts: Facts) => boolean> {
  noQuorum: (facts: Facts, told: Missed) => boolean;
  fewQuorum: (facts: Facts, told: Missed) => boolean;
  yes: (facts: Facts, told: Answer) => boolean;
  no: (facts: Facts, told: Answer) => boolean;
  one: (facts: Facts, told: Ahead) => boolean;
  several: (facts: Facts, told: Ahead) => boolean;
  tied: (facts: Facts, told: Ahead) => boolean;
  projects: (facts: Facts, told: Told<'projects'>) => boolean;
}

type Plain =
  | 'nobody'
  | 'spoiled'
  | 'abstained'
  | 'onlyWithdrawn'
  | 'nothingFits'
  | 'tooFew'
  | 'fewNone';
type Answer = Extract<Lead, { other: string }>;
type Ahead = Pick<Answer, 'options'>;

const isSame = (a: readonly string[], b: readonly string[]) =>
  [...a].sort().join() === [...b].sort().join();
export const marks = ({ papers }: Facts) => papers.flatMap(({ choices }) => choices);

export const LEAD: LeadClaims = {
  nobody: ({ papers, result }) => papers.length === 0 && result.spoiled === 0,
  spoiled: ({ papers, result }) => papers.length === 0 && result.spoiled > 0,
  abstained: ({ papers }) =>
    papers.length > 0 && papers.every(({ choices }) => choices.length === 0),
  onlyWithdrawn: (facts) =>
    marks(facts).length > 0 && marks(facts).every((id) => facts.withdrawn.includes(id)),
  nothingFits: (facts) => {
    const wanted = marks(facts).filter((id) => !facts.withdrawn.includes(id));
    return wanted.length > 0 && wanted.every((id) => facts.cost(id) > facts.budget);
  },
  tooFew: ({ papers }) => papers.length === 1 || papers.length === 2,
  fewNone: ({ papers, winners }) => papers.length >= 3 && papers.length < 5 && winners.length === 0,
  noQuorum: isMissed,
  fewQuorum: (facts, told) => isMissed(facts, told) && told.ballots > 0 && told.ballots < 5,
  yes: (facts, told) => isAnswer(facts, told, 0),
  no: (facts, told) => isAnswer(facts, told, 1),
  one: ({ winners }, told) => winners.length === 1 && isSame(told.options, winners),
  several: ({ winners, rule }, told) =>
    rule.seats > 1 && winners.length > 1 && isSame(told.options, winners),
  tied: ({ winners, rule }, told) =>
    rule.seats === 1 && winners.length > 1 && isSame(told.options, winners),
  projects: (facts, told) =>
    told.cost === facts.costOf(facts.winners) &&
    told.left === facts.budget - told.cost &&
    told.left >= 0 &&
    isSame(told.options, facts.winners),
};

function isMissed({ papers, rule }: Facts, told: Missed) {
  return (
    papers.length === told.ballots && told.quorum === rule.quorum && papers.length < rule.quorum
  );
}

function isAnswer(facts: Facts, told: Answer, place: number) {
  const [winner = ''] = told.options;
  const [own, others] = [facts.votes(winner), facts.votes(told.other)];
  const isTold = told.votes ? told.votes.join() === [own, others].join() : facts.papers.length < 5;
  return isTold && own > others && facts.rule.options[place]?.id === winner;
}

export const TIES: Record<TieKey, (facts: Facts, told: TieClaim) => boolean> = {
  shared: (facts, told) => isSame(told.between, facts.winners) && told.between.length > 1,
  wins: (facts, told) =>
    told.between.every((id) => facts.votes(id) === facts.votes(told.between[0] ?? '')) &&
    isSame(told.chosen, told.between.slice(0, told.chosen.length)) &&
    told.chosen.every((id) => facts.winners.includes(id)),
  paid: (facts, told) =>
    told.between.some((id) => !facts.winners.includes(id)) && isInLot(facts, told.between),
  leaves: (facts, told) => falls(facts, told, 'excluded', 'all'),
  leavesEarlier: (facts, told) => falls(facts, told, 'excluded', 'none'),
  leavesDrawn: (facts, told) => falls(facts, told, 'excluded', 'some'),
  passes: (facts, told) => falls(facts, told, 'surplus', 'all'),
  passesEarlier: (facts, told) => falls(facts, told, 'surplus', 'none'),
  passesDrawn: (facts, told) => falls(facts, told, 'surplus', 'some'),
};

const isInLot = (facts: Facts, ids: readonly string[]) =>
  ids.every((id, index) => index === 0 || facts.lot(ids[index - 1] ?? '') < facts.lot(id));

/** Of equals in a round it fell on this one, for the reason the sentence gives. */
function falls(
  facts: Facts,
  told: TieClaim,
  what: 'excluded' | 'surplus',
  lot: 'all' | 'some' | 'none',
) {
  const [chosen = ''] = told.chosen;
  const named = facts.rounds.findIndex((round) => round[what].includes(chosen));
  const round = facts.rule.countRule === 'irv' ? named + 1 : named;
  const alike = (ids: readonly string[], at: number) =>
    ids.every((id) => facts.inRound(at, id) === facts.inRound(at, chosen));
  const before = Array.from({ length: round - 1 }, (_, index) => index + 1);
  const level = told.between.filter((id) => before.every((at) => alike([id], at)));
  const byLot = what === 'excluded' ? told.drawn.at(-1) : told.drawn[0];
  const isByLot = isSame(level, told.drawn) && byLot === chosen && told.drawn.length > 1;
  const isAll = told.drawn.length === told.between.length;
  if (named < 0 || !alike(told.between, round) || !isInLot(facts, told.between)) return false;
  if (lot === 'none') return level.length === 1;
  return isByLot && isAll === (lot === 'all');
}

export const TURNOUT: Record<
  TurnoutClaim['key'],
  (facts: Facts, told: TurnoutClaim['params']) => boolean
> = {
  ballots: ({ papers, result }, { ballots }) => papers.length === ballots && result.spoiled === 0,
  ballotsValid: ({ papers, result }, { ballots }) =>
    papers.length === ballots && result.spoiled > 0,
  agrees: ({ papers, result }, { rights }) =>
    papers.length === rights && result.usedRights === rights && result.spoiled === 0,
  abstentions: ({ papers }, { n }) =>
    n > 0 && papers.filter(({ choices }) => choices.length === 0).length === n,
  spoiled: ({ result }, { n }) => n > 0 && result.spoiled === n,
  notReturned: ({ papers, result }, { n }) =>
    n > 0 && papers.length + result.spoiled + n === result.usedRights,
  agreesTogether: ({ papers, result }, { rights }) =>
    rights === result.usedRights && papers.length + result.spoiled <= rights,
  rights: ({ papers, result }, { rights }) =>
    rights === result.usedRights && papers.length + result.spoiled > rights,
  hands: ({ papers, result }, { ballots }) =>
    papers.length === ballots && result.channels.HANDS !== undefined,
  handsAbstained: ({ papers }, { n }) =>
    n > 0 && papers.filter(({ choices }) => choices.length === 0).length === n,
  handsSpoiled: ({ result }, { n }) => n > 0 && result.spoiled === n,
};

export const SERVED: Record<Served['key'], (people: number, of: number, told: Served) => boolean> =
  {
    all: (people, of) => people === of && of > 0,
    none: (people) => people === 0,
    few: (people) => people > 0 && people < 5,
    nearlyAll: (people, of) => people < of && of - people < 5,
    some: (people, of, told) => told.key === 'some' && told.people === people && told.of === of,
  };
