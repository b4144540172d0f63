import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { papersOf } from '@/lib/testing/ballots';
import { resultFrom } from '@/lib/testing/publications';
import { Facts } from '@/lib/testing/published/claims';
import { LEAD, marks, SERVED, TIES, TURNOUT } from '@/lib/testing/published/outcomes';
import { WHY } from '@/lib/testing/published/why';
import { COUNT_RULES, elections, levelElections, ruleWith } from '@/lib/voting/count/samples';
import { shownResult } from '../results/shown';
import { countPapers } from '../results/tally.mjs';
import type { CountRule } from '../results/types';
import { leadOf, purchasesOf, reasonsOf } from './reasons';
import { tiesOf } from './ties';
import { hasMoreVotes, turnoutOf } from './turnout';

/** Elections with quorum, spoiled papers, papers not brought back, and some in a room. */
const polls = (name: CountRule) =>
  fc
    .record({
      election: fc.oneof(elections(name), levelElections(name)),
      isYesNo: fc.boolean(),
      quorum: fc.constantFrom(0, 0, 3, 12),
      spoiled: fc.constantFrom(0, 0, 1, 4),
      apart: fc.constantFrom(0, 0, 0, 2, -1),
      isInRoom: fc.boolean(),
    })
    .map(({ election, isYesNo, quorum, spoiled, apart, isInRoom }) => {
      const { rule, papers, withdrawn } =
        isYesNo && election.rule.method === 'ONE' ? asYesNo(election) : election;
      const counted = resultFrom({ ...rule, quorum }, papers, withdrawn);
      const channels = isInRoom ? { HANDS: papers.length } : { WEB: papers.length };
      const usedRights = Math.max(0, papers.length + spoiled + apart);
      const result = { ...counted, spoiled, usedRights, channels };
      return new Facts({ ...rule, quorum }, papers, withdrawn, result);
    });

/** The first two options as yes and no. */
function asYesNo({ rule, papers }: Pick<Facts, 'rule' | 'papers'>) {
  const options = rule.options.slice(0, 2);
  const isLeft = (id: string) => options.some((option) => option.id === id);
  const cast = papers.map((paper) => ({ ...paper, choices: paper.choices.filter(isLeft) }));
  return { rule: { ...rule, method: 'YES_NO' as const, options }, papers: cast, withdrawn: [] };
}

/** Every sentence of a result, and whether it is true. */
function claimsOf(facts: Facts): { key: string; told: unknown; isTrue: boolean }[] {
  const { rule } = facts;
  const result = shownResult(facts.result);
  const lead = leadOf(rule, result);
  const isLead = LEAD[lead.key] as (facts: Facts, told: typeof lead) => boolean;
  // Without anything ahead the page tells no reasons.
  const isExplained = result.shows === 'all' && result.winners.length > 0;
  const reasons = isExplained ? reasonsOf(rule, result) : [];
  const claim = (group: string, told: { key: string }, isTrue: boolean) => ({
    ...{ key: `${group}.${told.key}`, told, isTrue },
  });
  return [
    claim('lead', lead, isLead(facts, lead)),
    ...reasons.map((told) => claim('why', told, WHY[told.key](facts, told))),
    ...(result.shows === 'all' ? tiesOf(rule, result) : []).map((told) =>
      claim('tie', told, TIES[told.key](facts, told)),
    ),
    ...turnoutOf(result).map((told) =>
      claim('turnout', told, TURNOUT[told.key](facts, told.params)),
    ),
  ];
}

/** Equals that random ballots seldom bring, and the sentence about them. */
const RARE: [string, number, [string, number][]][] = [
  [
    ...(['tie.passes', 3] as const),
    [
      ['AD', 20],
      ['BE', 20],
      ['C', 9],
      ['D', 1],
    ],
  ],
  [
    ...(['tie.leavesDrawn', 1] as const),
    [
      ['A', 4],
      ['B', 4],
      ['C', 5],
      ['DA', 1],
      ['DB', 1],
    ],
  ],
  // Bert gets as many as the others from Cem, and had fewer before.
  [
    ...(['tie.passesEarlier', 4] as const),
    [
      ['A', 19],
      ['B', 14],
      ['CB', 10],
      ['C', 20],
      ['D', 7],
    ],
  ],
  [
    ...(['tie.passesDrawn', 5] as const),
    [
      ['A', 19],
      ['F', 19],
      ['B', 14],
      ['CB', 10],
      ['C', 20],
      ['D', 2],
    ],
  ],
];

describe('every sentence about a result', () => {
  it.each(COUNT_RULES)('is true of the ballots: %s', (name) => {
    fc.assert(
      fc.property(polls(name), (facts) => {
        expect(claimsOf(facts).filter(({ isTrue }) => !isTrue)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it.each(RARE)('is true where it is rare: %s', (key, seats, ballots) => {
    const labels = ['Anna', 'Bert', 'Cem', 'Dora', 'Emil', 'Fritz'];
    const rule = ruleWith({ labels, method: 'RANKING', countRule: 'stv_scottish', seats });
    const papers = papersOf(rule, ...ballots);
    const claims = claimsOf(new Facts(rule, papers, [], resultFrom(rule, papers)));
    expect(claims.filter(({ isTrue }) => !isTrue)).toEqual([]);
    expect(claims.map((claim) => claim.key)).toContain(key);
  });

  it('comes up in one of these elections', () => {
    const seen = new Set(RARE.map(([key]) => key));
    for (const name of COUNT_RULES) {
      for (const facts of fc.sample(polls(name), { seed: 5, numRuns: 200 })) {
        for (const { key } of claimsOf(facts)) seen.add(key);
      }
    }
    const all = Object.entries({ lead: LEAD, why: WHY, tie: TIES, turnout: TURNOUT });
    const keys = all.flatMap(([group, table]) =>
      Object.keys(table).map((key) => `${group}.${key}`),
    );
    // Only of results counted before it was kept what a sentence needs.
    expect(keys.filter((key) => !seen.has(key))).toEqual(['why.shortBefore']);
  });

  it.each(COUNT_RULES)('about further ballots is true when they are really cast: %s', (name) => {
    fc.assert(
      fc.property(polls(name), ({ rule, papers, withdrawn, result }) => {
        const wins = (id: string, ballots: number) => {
          const more = Array.from({ length: ballots }, () => ({ choices: [id], points: [] }));
          return countPapers(rule, [...papers, ...more], withdrawn).winners.includes(id);
        };
        for (const { optionId, further } of reasonsOf(rule, result)) {
          if (typeof further !== 'number') continue;
          expect(wins(optionId, further) && !wins(optionId, further - 1)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each(COUNT_RULES)('about the money and the chart is true: %s', (name) => {
    fc.assert(
      fc.property(polls(name), (facts) => {
        const { rule, papers, result } = facts;
        if (hasMoreVotes(rule, result)) expect(marks(facts).length).toBeGreaterThan(papers.length);
        for (const { winners, costCents, leftCents, served } of purchasesOf(rule, result)) {
          const people = papers.filter(({ choices }) => choices.some((id) => winners.includes(id)));
          expect(SERVED[served.key](people.length, papers.length, served)).toBe(true);
          expect([costCents, leftCents]).toEqual([facts.costOf(winners), facts.budget - costCents]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has its truth written down here', () => {
    const file = readFileSync('lib/voting/words/de/voting-result.json', 'utf8');
    const words = JSON.parse(file) as Record<'why' | 'lead' | 'tie' | 'turnout' | 'budget', object>;
    const { servedOf } = words.budget as { servedOf: object };
    const keys = (group: object, ...others: string[]) =>
      Object.keys(group)
        .filter((key) => !others.includes(key))
        .sort();
    // What is not about this poll: headings, names of ways, what was just told in other words.
    const ways = ['WEB', 'KIOSK', 'PHONE', 'PAPER', 'HANDS'];
    const heads = ['title', 'caption', 'channel', 'number', 'amount', 'contentHidden', 'together'];
    const rest = ['togetherText'];
    expect(keys(words.why, 'further')).toEqual(Object.keys(WHY).sort());
    // „more“ is the sentence of „yes“ and „no“ without their numbers.
    expect(keys(words.lead, 'more')).toEqual(Object.keys(LEAD).sort());
    expect(keys(words.tie, 'title', 'order')).toEqual(Object.keys(TIES).sort());
    expect(keys(words.turnout, ...ways, ...heads, ...rest)).toEqual(Object.keys(TURNOUT).sort());
    expect(keys(servedOf)).toEqual(Object.keys(SERVED).sort());
  });
});
