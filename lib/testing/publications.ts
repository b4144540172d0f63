import { headOf } from '@/lib/elections/published/chain.mjs';
import { publicationOf } from '@/lib/elections/published/publication.mjs';
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
    head: '',
  };
}

/** A published file as anybody gets it. */
export async function publishedFrom(
  rule: ElectionRule,
  papers: readonly BallotPaper[],
  withdrawn: readonly string[] = [],
): Promise<Publication> {
  const publication = publicationOf(7, rule, papers, resultFrom(rule, papers, withdrawn));
  return { ...publication, head: await headOf(publication) };
}
