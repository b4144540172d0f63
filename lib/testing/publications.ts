import { headOf } from '@/lib/voting/counting/chain.mjs';
import type { Publication } from '@/lib/voting/counting/types';
import { publicationOf } from '@/lib/voting/ledger/rules';
import { comparedWith, countPapers, votesByOption } from '@/lib/voting/results/rules';
import type { BallotPaper, PollResult, PollRule } from '@/lib/voting/types';

/** A result as the office's count stores it, without a database. */
export function resultFrom(
  rule: PollRule,
  papers: readonly BallotPaper[],
  withdrawn: readonly string[] = [],
): PollResult {
  const compared = comparedWith(rule.countRule);
  return {
    version: 2,
    ...countPapers(rule, papers, withdrawn),
    ...(compared && { comparison: countPapers(rule, papers, withdrawn, compared) }),
    ballots: papers.length,
    abstentions: papers.filter(({ choices }) => choices.length === 0).length,
    spoiled: 0,
    usedRights: papers.length,
    channels: { WEB: papers.length },
    quorumReached: papers.length >= rule.quorum,
    counts: votesByOption(rule, papers),
    ...(withdrawn.length > 0 && { withdrawn: [...withdrawn] }),
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
