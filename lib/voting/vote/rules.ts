import { type Refused, refused } from '@/lib/core/result';
import type { BallotPaper, PollMethod } from '@/lib/elections/results/types';
import type { BallotPageView, PollRule, PollView } from '../types';

/** How an explicit abstention is written on a ballot before it is put into the box. */
export const ABSTAIN = 'abstain';

/** Characters of a receipt: 26 of 23 letters are 117 bits. */
export const RECEIPT_LENGTH = 26;

export type BallotProblem =
  | 'nothingChosen'
  | 'tooMany'
  | 'abstainAlone'
  | 'unknownOption'
  | 'sameRank'
  | 'tooManyPoints'
  | 'pointsPerOption';

type BallotRule = Pick<
  PollRule,
  'method' | 'options' | 'maxChoices' | 'pointsTotal' | 'pointsPerOption'
>;

/** A mark as it stands on the ballot: an option, and for rankings its rank, for points how many. */
export interface Mark {
  option: string;
  number: number;
}

/** @param mark `id` or `id:number`; without a number it counts as 1 */
function parseMark(mark: string): Mark {
  const [option = '', number = '1'] = mark.split(':');
  return { option, number: Number(number) };
}

/** Marks that say something: a rank or points left at nothing are no marks. */
export function marksGiven(marks: readonly string[]): Mark[] {
  return marks
    .filter((mark) => mark !== ABSTAIN)
    .map(parseMark)
    .filter(({ number }) => number > 0);
}

/** The number a ballot gives an option (rank or points); 0 where it says nothing about it. */
export function numberFor(marks: readonly string[], option: string): number {
  return marksGiven(marks).find((mark) => mark.option === option)?.number ?? 0;
}

/**
 * What a ballot says, in the order in which it is read out: by rank, ranks closed up; else as the
 * options stand on the ballot.
 */
export function chosenInOrder(
  { method, options }: Pick<PollRule, 'method'> & { options: readonly { id: string }[] },
  marks: readonly string[],
): Mark[] {
  const chosen = options
    .map(({ id }) => ({ option: id, number: numberFor(marks, id) }))
    .filter(({ number }) => number > 0);
  if (method !== 'RANKING') return chosen;
  return chosen
    .sort((a, b) => a.number - b.number)
    .map(({ option }, index) => ({ option, number: index + 1 }));
}

/**
 * What is wrong with a filled-in ballot, or `null`.
 * @param marks of the options, or `ABSTAIN` alone
 */
export function ballotProblem(rule: BallotRule, marks: readonly string[]): BallotProblem | null {
  const given = marksGiven(marks);
  if (marks.includes(ABSTAIN)) {
    if (given.length > 0) return 'abstainAlone';
    return marks.filter((mark) => mark === ABSTAIN).length === 1 ? null : 'unknownOption';
  }
  if (given.length === 0) return 'nothingChosen';
  const offered = new Set(rule.options.map((option) => option.id));
  const named = new Set(given.map((mark) => mark.option));
  if (named.size !== given.length || given.some((mark) => !offered.has(mark.option))) {
    return 'unknownOption';
  }
  return given.length > rule.maxChoices ? 'tooMany' : numbersProblem(rule, given);
}

function numbersProblem(rule: BallotRule, given: readonly Mark[]): BallotProblem | null {
  const numbers = given.map((mark) => mark.number);
  if (rule.method === 'RANKING') return ranksProblem(rule.options.length, numbers);
  if (rule.method === 'POINTS') return pointsProblem(rule, numbers);
  return numbers.some((number) => number !== 1) ? 'unknownOption' : null;
}

function ranksProblem(last: number, ranks: readonly number[]): BallotProblem | null {
  if (ranks.some((rank) => rank > last)) return 'unknownOption';
  return new Set(ranks).size === ranks.length ? null : 'sameRank';
}

function pointsProblem(rule: BallotRule, points: readonly number[]): BallotProblem | null {
  if (points.some((given) => given > (rule.pointsPerOption ?? 0))) return 'pointsPerOption';
  const sum = points.reduce((total, given) => total + given, 0);
  return rule.pointsTotal !== null && sum > rule.pointsTotal ? 'tooManyPoints' : null;
}

/**
 * A valid ballot as it goes into the box. Where order means nothing it is sorted, so that the order
 * of ticking tells nothing; ranks left out close up.
 */
export function paperOf(method: PollMethod, marks: readonly string[]): BallotPaper {
  const given = marksGiven(marks);
  const sorted =
    method === 'RANKING'
      ? given.sort((a, b) => a.number - b.number)
      : given.sort((a, b) => (a.option < b.option ? -1 : 1));
  return {
    choices: sorted.map((mark) => mark.option),
    points: method === 'POINTS' ? sorted.map((mark) => mark.number) : [],
  };
}

const NOTHING: Partial<Record<PollMethod, string>> = {
  RANKING: 'nothingRanked',
  POINTS: 'nothingPointed',
  BUDGET: 'nothingBought',
};

/** What is wrong with the marks, at the field they stand in. */
// messages: voting.error.nothingChosen voting.error.nothingRanked voting.error.nothingPointed voting.error.nothingBought voting.error.tooMany voting.error.abstainAlone voting.error.unknownOption voting.error.sameRank voting.error.tooManyPoints voting.error.pointsPerOption
export function refusedMarks(
  problem: BallotProblem,
  rule: BallotRule,
  marks: readonly string[],
): Refused {
  const key = problem === 'nothingChosen' ? (NOTHING[rule.method] ?? problem) : problem;
  return refused(`voting.error.${key}`, faultOf(rule, marks), 'choices');
}

/** What a sentence about wrong marks names: what is there twice or too often, and what would be right. */
export function faultOf(
  rule: BallotRule,
  marks: readonly string[],
): Record<string, string | number> {
  const given = marksGiven(marks);
  const { maxChoices, pointsTotal, pointsPerOption } = rule;
  const labelOf = (mark: Mark | undefined) =>
    rule.options.find(({ id }) => id === mark?.option)?.label ?? '';
  const most = given.toSorted((a, b) => b.number - a.number)[0];
  const twice = given.find((mark) => given.filter(({ number }) => number === mark.number)[1]);
  const same = given.filter(({ number }) => number === twice?.number);
  return {
    ...{ max: maxChoices, total: pointsTotal ?? 0, each: pointsPerOption ?? 0 },
    ...{ chosen: given.length, sum: given.reduce((sum, { number }) => sum + number, 0) },
    // Without numbers the first mark stands for all.
    ...{ option: labelOf(most), points: most?.number ?? 0 },
    ...{ rank: twice?.number ?? 0, first: labelOf(same[0]), second: labelOf(same[1]) },
    more: Math.max(0, same.length - 2),
  };
}

export const refusedWithdrawn = (option: string): Refused =>
  refused('voting.error.withdrawn', { option }, 'choices');

/**
 * What is said of a filled-in ballot before it is cast, once it is known that it may be filled in: what
 * is wrong, or, under the field `step`, that it can be checked now. On every way into the box.
 */
export function checkMarks(
  { poll, withdrawn }: { poll: PollView; withdrawn: readonly string[] },
  choices: readonly string[],
): Refused {
  const { rule } = poll;
  const problem = ballotProblem(rule, choices);
  if (problem) return refusedMarks(problem, rule, choices);
  const gone = chosenInOrder(rule, choices).find(({ option }) => withdrawn.includes(option));
  if (gone) return refusedWithdrawn(rule.options.find(({ id }) => id === gone.option)?.label ?? '');
  return refused('voting.ballot.checkNow', {}, 'step');
}

/** Why there is no ballot, as the answer of a form. */
// messages: voting-ballot.refused.onPaper
export const NO_BALLOT = {
  'may-not': 'voting.refused.mayNot',
  voted: 'voting.refused.alreadyVoted',
  'on-paper': 'voting-ballot.refused.onPaper',
  'not-open': 'voting.refused.notOpen',
  'not-on-web': 'voting.refused.notThisWay',
  'no-forum-right': 'voting.refused.noForumRight',
  'other-cards': 'voting.refused.otherCards',
  'district-unknown': 'voting.refused.districtUnknown',
  'other-district': 'voting.refused.otherDistrict',
} as const satisfies Record<Exclude<BallotPageView['kind'], 'ballot'>, string>;
