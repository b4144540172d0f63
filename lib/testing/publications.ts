import { headOf } from '@/lib/elections/published/chain.mjs';
import { marksOf, publicationOf, publishesOf } from '@/lib/elections/published/publication.mjs';
import { talliedOf } from '@/lib/elections/results/tally.mjs';
import type { BallotPaper, ElectionRule, PollResult } from '@/lib/elections/results/types';
import type { Publication } from '@/lib/elections/types';

/** A result as the office's count stores it, without a database. */
export function resultFrom(
  rule: ElectionRule,
  papers: readonly BallotPaper[],
  withdrawn: readonly string[] = [],
): PollResult {
  return {
    ...talliedOf(rule, papers, withdrawn),
    spoiled: 0,
    usedRights: papers.length,
    channels: { WEB: papers.length },
    publishes: publishesOf(rule),
    head: '',
  };
}

/** Sums as a file anybody gets. */
export async function marksFrom(
  rule: ElectionRule,
  papers: readonly BallotPaper[],
  withdrawn: readonly string[] = [],
): Promise<Publication> {
  const marks = marksOf(7, rule, resultFrom(rule, papers, withdrawn));
  return { ...marks, head: await headOf(marks) };
}

/** Whole ballots, as those get them who count again for all. */
export async function publishedFrom(
  rule: ElectionRule,
  papers: readonly BallotPaper[],
  withdrawn: readonly string[] = [],
): Promise<Publication> {
  const publication = publicationOf(7, rule, papers, resultFrom(rule, papers, withdrawn));
  return { ...publication, head: await headOf(publication) };
}
