import { headOf } from '@/lib/voting/counting/chain.mjs';
import type { Publication } from '@/lib/voting/counting/types';
import { publicationOf } from '@/lib/voting/ledger/rules';
import { talliedOf } from '@/lib/voting/results/rules';
import type { BallotPaper, PollResult, PollRule } from '@/lib/voting/types';

/** A result as the office's count stores it, without a database. */
export function resultFrom(
  rule: PollRule,
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
  rule: PollRule,
  papers: readonly BallotPaper[],
  withdrawn: readonly string[] = [],
): Promise<Publication> {
  const publication = publicationOf(7, rule, papers, resultFrom(rule, papers, withdrawn));
  return { ...publication, head: await headOf(publication) };
}
