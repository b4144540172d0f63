import type { BallotPaper, PollRule } from '../types';

/** How an explicit abstention is written on a ballot before it is put into the box. */
export const ABSTAIN = 'abstain';

/**
 * How many papers of the box change places with each ballot cast. A box with fewer is mixed whole;
 * in a larger one every new paper may lie in any of this many places.
 */
export const MIXED_AT_ONCE = 256;

/** Characters of a receipt: 26 of 23 letters are 117 bits. */
export const RECEIPT_LENGTH = 26;

export type BallotProblem = 'nothingChosen' | 'tooMany' | 'abstainAlone' | 'unknownOption';

/**
 * What is wrong with a filled-in ballot, or `null`.
 * @param marks chosen option ids, or `ABSTAIN` alone
 */
export function ballotProblem(
  rule: Pick<PollRule, 'options' | 'maxChoices'>,
  marks: readonly string[],
): BallotProblem | null {
  if (marks.length === 0) return 'nothingChosen';
  if (marks.includes(ABSTAIN)) return marks.length === 1 ? null : 'abstainAlone';
  const offered = new Set(rule.options.map((option) => option.id));
  if (marks.some((mark) => !offered.has(mark)) || new Set(marks).size !== marks.length) {
    return 'unknownOption';
  }
  return marks.length > rule.maxChoices ? 'tooMany' : null;
}

/** A valid ballot as it goes into the box: sorted, so that the order of ticking tells nothing. */
export function paperOf(marks: readonly string[]): BallotPaper {
  return marks.filter((mark) => mark !== ABSTAIN).sort();
}

/** Which district somebody must have declared to vote. */
export function districtStanding(
  rule: Pick<PollRule, 'districtId'>,
  districtId: string | null,
): 'fits' | 'unknown' | 'other' {
  if (rule.districtId === null) return 'fits';
  if (districtId === null) return 'unknown';
  return districtId === rule.districtId ? 'fits' : 'other';
}
