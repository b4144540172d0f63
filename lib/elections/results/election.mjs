/**
 * A poll as an election.
 * @import { Election } from '../types'
 * @import { BallotPaper, ElectionRule } from './types'
 */

/** In a euro. */
export const CENTS = 100n;

/**
 * Name of an option in counts and published files; in the order of the lot, which is how ties fall.
 * @param {number} lot
 */
export const publicOptionId = (lot) => `P${String(lot).padStart(3, '0')}`;

/**
 * The papers of a poll as an election that the counting rules and the published files share.
 * @param {ElectionRule} rule
 * @param {readonly BallotPaper[]} papers
 * @param {readonly string[]} [withdrawn] ids of options withdrawn by law after the opening: no vote counts for them
 * @returns {Election}
 */
export function electionOf(rule, papers, withdrawn = []) {
  const options = [...rule.options].sort((a, b) => a.lot - b.lot);
  const positions = new Map(options.map((option, index) => [option.id, index]));
  return {
    candidates: options.map(({ id, lot, costCents }) => ({
      id: publicOptionId(lot),
      cost: BigInt(costCents ?? 0),
      withdrawn: withdrawn.includes(id),
    })),
    papers: papers.map((paper) => toPaper(rule, paper, positions)),
    seats: rule.seats,
    unit: CENTS,
    budget: rule.budgetCents === null ? null : BigInt(rule.budgetCents),
    lot: options.map((_, index) => index),
  };
}

/**
 * @param {ElectionRule} rule
 * @param {BallotPaper} paper
 * @param {ReadonlyMap<string, number>} positions
 * @returns {Election['papers'][number]}
 */
function toPaper(rule, { choices, points }, positions) {
  const named = choices.map((choice) => {
    const position = positions.get(choice);
    // A fault of the program, not a vote.
    if (position === undefined)
      throw new RangeError('a ballot names an option that is not offered');
    return position;
  });
  if (rule.method === 'POINTS') {
    const given = new Map(named.map((position, index) => [position, BigInt(points[index] ?? 0)]));
    return { count: 1, ranks: named.length > 0 ? [named] : [], points: given };
  }
  if (rule.method === 'RANKING') return { count: 1, ranks: named.map((position) => [position]) };
  return { count: 1, ranks: named.length > 0 ? [named] : [] };
}
