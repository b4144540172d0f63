/**
 * What would have been enough.
 * @import { Election, Paper } from '../types'
 * @import { BallotPaper, ElectionRule, PollFurther } from './types'
 */
import { count } from '../methods/count.mjs';
import { electionOf, publicOptionId } from './election.mjs';

/** More people than live in any district. */
const MOST_BALLOTS = 2 ** 20;
/**
 * Kinds of ballots times projects times projects without money: beyond this counting again for each
 * of them would keep the box shut for minutes, and nothing is said.
 */
const MOST_SIZE = 250_000;
/**
 * The same, for all smaller numbers that are tried. More ballots need not help where everything is paid
 * by shares, so only trying all finds the fewest that do. Beyond this it is a number that is enough while
 * one fewer is not.
 */
const MOST_TRIED = 600_000;

/**
 * What each project that somebody wants and that gets no money would have needed; nothing where that
 * takes too long to find out.
 * @param {ElectionRule} rule
 * @param {readonly BallotPaper[]} papers
 * @param {readonly string[]} withdrawn
 * @param {readonly string[]} winners
 * @returns {PollFurther[]}
 */
export function furtherBallots(rule, papers, withdrawn, winners) {
  const election = electionOf(rule, papers, withdrawn);
  const trial = { ...election, papers: grouped(election.papers) };
  const marked = new Set(papers.flatMap(({ choices }) => choices));
  const losers = rule.options.filter(
    ({ id }) => marked.has(id) && !winners.includes(id) && !withdrawn.includes(id),
  );
  const size = trial.papers.length * trial.candidates.length * losers.length;
  if (size > MOST_SIZE) return [];
  // Where the most votes come first more of them never hurt.
  const tries = rule.countRule === 'mes_cost_add1u' ? Math.floor(MOST_TRIED / (size || 1)) : 0;
  return losers.map(({ id, lot }) => {
    const name = publicOptionId(lot);
    /** @param {number} ballots */
    const wins = (ballots) =>
      count(rule.countRule, withFurther(trial, name, ballots)).winners.includes(name);
    return { optionId: id, ballots: fewest(wins, tries) };
  });
}

/**
 * Equal papers together, so that a count looks at each kind once.
 * @param {readonly Paper[]} papers
 * @returns {Paper[]}
 */
function grouped(papers) {
  /** @type {Map<string, Paper>} */
  const kinds = new Map();
  for (const paper of papers) {
    const key = paper.ranks.flat().toSorted().join();
    kinds.set(key, { ...paper, count: paper.count + (kinds.get(key)?.count ?? 0) });
  }
  return [...kinds.values()];
}

/** @param {Election} election @param {string} name @param {number} ballots @returns {Election} */
function withFurther(election, name, ballots) {
  const place = election.candidates.findIndex(({ id }) => id === name);
  return { ...election, papers: [...election.papers, { count: ballots, ranks: [[place]] }] };
}

/**
 * @param {(ballots: number) => boolean} wins with so many ballots more
 * @param {number} tries how many smaller numbers may be tried
 * @returns {number | null}
 */
function fewest(wins, tries) {
  let enough = 1;
  while (enough <= MOST_BALLOTS && !wins(enough)) enough *= 2;
  if (enough > MOST_BALLOTS) return null;
  let short = Math.floor(enough / 2);
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2);
    if (wins(middle)) enough = middle;
    else short = middle;
  }
  const last = Math.min(enough - 1, tries);
  for (let ballots = 1; ballots <= last; ballots += 1) if (wins(ballots)) return ballots;
  return enough;
}
