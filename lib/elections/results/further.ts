import { count } from '../methods/count.mjs';
import type { Election, Paper } from '../types';
import { electionOf, publicOptionId } from './election';
import type { BallotPaper, ElectionRule, PollFurther } from './types';

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
 */
export function furtherBallots(
  rule: ElectionRule,
  papers: readonly BallotPaper[],
  withdrawn: readonly string[],
  winners: readonly string[],
): PollFurther[] {
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
    const wins = (ballots: number) =>
      count(rule.countRule, withFurther(trial, name, ballots)).winners.includes(name);
    return { optionId: id, ballots: fewest(wins, tries) };
  });
}

/** Equal papers together, so that a count looks at each kind once. */
function grouped(papers: readonly Paper[]): Paper[] {
  const kinds = new Map<string, Paper>();
  for (const paper of papers) {
    const key = paper.ranks.flat().toSorted().join();
    kinds.set(key, { ...paper, count: paper.count + (kinds.get(key)?.count ?? 0) });
  }
  return [...kinds.values()];
}

function withFurther(election: Election, name: string, ballots: number): Election {
  const place = election.candidates.findIndex(({ id }) => id === name);
  return { ...election, papers: [...election.papers, { count: ballots, ranks: [[place]] }] };
}

/**
 * @param wins with so many ballots more
 * @param tries how many smaller numbers may be tried
 */
function fewest(wins: (ballots: number) => boolean, tries: number): number | null {
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
