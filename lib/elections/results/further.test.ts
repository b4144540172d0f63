import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { papersOf } from '@/lib/testing/ballots';
import { elections, ruleWith } from '@/lib/voting/count/samples';
import { RULES_OF } from '../explained/methods';
import { furtherBallots } from './further.mjs';
import { countPapers } from './tally.mjs';
import type { BallotPaper, ElectionRule } from './types';

/** Really casts so many ballots more that name nothing but the option, and counts all of them. */
function winsWith(
  { rule, papers, withdrawn }: { rule: ElectionRule; papers: BallotPaper[]; withdrawn: string[] },
  option: string,
  ballots: number,
): boolean {
  const more = Array.from({ length: ballots }, () => ({ choices: [option], points: [] }));
  return countPapers(rule, [...papers, ...more], withdrawn).winners.includes(option);
}

describe('further ballots', () => {
  it.each(RULES_OF.BUDGET)('are enough, and fewer are not: %s', (countRule) => {
    let told = 0;
    fc.assert(
      fc.property(elections(countRule), (election) => {
        const { rule, papers, withdrawn } = election;
        const { winners } = countPapers(rule, papers, withdrawn);
        for (const { optionId, ballots } of furtherBallots(rule, papers, withdrawn, winners)) {
          const wins = Array.from({ length: (ballots ?? 40) + 1 }, (_, more) =>
            winsWith(election, optionId, more),
          );
          const enough = ballots === null ? [] : [ballots];
          expect(wins.flatMap((won, more) => (won ? [more] : []))).toEqual(enough);
          told += enough.length;
        }
      }),
      { numRuns: 300 },
    );
    expect(told).toBeGreaterThan(10);
  });

  it('are none for what costs more than there is, what won, and what nobody wants', () => {
    const rule = ruleWith({ method: 'BUDGET', countRule: 'mes_cost_add1u', budgetCents: 5000 });
    const costs = [6000, 3000, 2500];
    const options = rule.options.map((option, at) => ({ ...option, costCents: costs[at] ?? 0 }));
    const priced = { ...rule, options };
    const papers = papersOf(priced, ['A', 3], ['B', 4]);
    const { winners } = countPapers(priced, papers);
    expect(furtherBallots(priced, papers, [], winners)).toEqual([
      { optionId: options[0]?.id, ballots: null },
    ]);
  });

  it('are not looked for where that would take minutes', () => {
    const labels = Array.from({ length: 40 }, (_, index) => `Projekt ${index + 1}`);
    const rule = ruleWith({ method: 'BUDGET', countRule: 'mes_cost_add1u', labels });
    const options = rule.options.map((option) => ({ ...option, costCents: 90_000 }));
    const priced = { ...rule, options, budgetCents: 100_000 };
    const ids = options.map(({ id }) => id);
    const papers = ids.flatMap((a) =>
      ids.filter((b) => a < b).map((b) => ({ choices: [a, b], points: [] })),
    );
    expect(furtherBallots(priced, papers, [], [])).toEqual([]);
  });
});
