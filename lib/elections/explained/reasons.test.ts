import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { papersOf } from '@/lib/testing/ballots';
import { resultFrom } from '@/lib/testing/publications';
import { COUNT_RULES, elections, ruleWith } from '@/lib/voting/count/samples';
import type { BallotPaper, ElectionRule } from '../results/types';
import { leadOf, purchasesOf, reasonsOf, servedOf } from './reasons';

/** The sentences by letter, in their order. */
function told(rule: ElectionRule, papers: BallotPaper[], withdrawn: string[] = []) {
  const letterOf = (id: string) =>
    String.fromCharCode(65 + rule.options.findIndex((option) => option.id === id));
  return reasonsOf(rule, resultFrom(rule, papers, withdrawn)).map(
    ({ optionId, key, numbers, money, options, further }) => ({
      ...{ option: letterOf(optionId), key, ...numbers, ...money },
      ...(further === undefined ? {} : { further }),
      ...(options.length > 0 ? { options: options.map(letterOf).join('') } : {}),
    }),
  );
}

const priced = (countRule: ElectionRule['countRule'], budgetCents: number, ...costs: number[]) => {
  const rule = ruleWith({ method: 'BUDGET', countRule, budgetCents });
  const options = rule.options.map((option, index) => ({
    ...option,
    costCents: costs[index] ?? 0,
  }));
  return { ...rule, options };
};

describe('votes', () => {
  it('say how many, and how many fewer than the winner', () => {
    const rule = ruleWith({ method: 'ONE', countRule: 'plurality', maxChoices: 1 });
    expect(told(rule, papersOf(rule, ['B', 7], ['A', 4], ['', 2]))).toEqual([
      { option: 'B', key: 'most', votes: 7, gap: 0, seats: 1 },
      { option: 'A', key: 'behind', votes: 4, gap: 3, seats: 1, options: 'B' },
      { option: 'C', key: 'nobody' },
    ]);
  });

  it('tell a shared first place', () => {
    const rule = ruleWith();
    expect(told(rule, papersOf(rule, ['AB', 3], ['C', 1]))).toMatchObject([
      { option: 'A', key: 'shared', options: 'B' },
      { option: 'B', key: 'shared', options: 'A' },
      { option: 'C', key: 'behind', gap: 2, options: 'AB' },
    ]);
  });

  it('tell for whom the lot was, when the last of several places is level', () => {
    const rule = ruleWith({ seats: 2 });
    expect(told(rule, papersOf(rule, ['A', 5], ['BC', 3]))).toMatchObject([
      { option: 'A', key: 'seat', votes: 5, seats: 2 },
      { option: 'B', key: 'lotWon', options: 'C' },
      { option: 'C', key: 'lotLost', options: 'B' },
    ]);
  });

  it('leave out what was withdrawn', () => {
    const rule = ruleWith();
    const gone = [rule.options[0]?.id ?? ''];
    const keys = told(rule, papersOf(rule, ['A', 9], ['B', 1]), gone).map(
      ({ option, key }) => option + key,
    );
    expect(keys).toEqual(['BmostLeft', 'Awithdrawn', 'Cnobody']);
  });
});

describe('a budget by votes', () => {
  const rule = priced('greedy_votes', 5000, 3000, 2500, 1000);
  it('says what was left, what was missing and how many ballots would have done', () => {
    expect(told(rule, papersOf(rule, ['A', 6], ['B', 4], ['C', 2]))).toEqual([
      { option: 'A', key: 'fits', votes: 6, cost: 3000, left: 2000 },
      { option: 'C', key: 'fits', votes: 2, cost: 1000, left: 1000 },
      {
        ...{ option: 'B', key: 'noRoom', votes: 4 },
        ...{ cost: 2500, left: 2000, missing: 500, further: 3 },
      },
    ]);
  });

  it('knows what costs more than there is', () => {
    const dear = priced('greedy_votes', 5000, 6000, 2500, 1000);
    expect(told(dear, papersOf(dear, ['A', 6], ['B', 4]))).toMatchObject([
      { option: 'B', key: 'fits' },
      { option: 'A', key: 'tooDear' },
      { option: 'C', key: 'nobody' },
    ]);
  });
});

describe('equal shares', () => {
  it('say who pays how much, what was left in the end, and how many ballots would have done', () => {
    const rule = priced('mes_cost_add1u', 10_000, 6000, 4500, 4000);
    // Ten ballots with 10 € each: six pay the first. With 14 € each three pay the third.
    expect(told(rule, papersOf(rule, ['A', 6], ['B', 1], ['C', 3]))).toEqual([
      { option: 'A', key: 'paid', payers: 6, partial: 0, exact: 1, share: 1000 },
      { option: 'C', key: 'paid', payers: 3, partial: 0, exact: 0, share: 1333 },
      {
        ...{ option: 'B', key: 'short', votes: 1 },
        ...{ cost: 4500, left: 1400, rest: 0, further: 4 },
      },
    ]);
  });

  it('of a result counted before this was kept say less', () => {
    const rule = priced('mes_cost_add1u', 10_000, 6000, 4500, 4000);
    const { shares, further, ...result } = resultFrom(rule, papersOf(rule, ['A', 6], ['B', 1]));
    const { more, ...older } = shares ?? { each: ['1', '1'], left: [] };
    expect([typeof more, further?.length]).toEqual(['number', 1]);
    const reasons = reasonsOf(rule, { ...result, shares: older });
    expect(reasons.map(({ key, further: told }) => [key, told])).toEqual([
      ['paid', undefined],
      ['shortBefore', undefined],
      ['nobody', undefined],
    ]);
  });
});

describe('rankings', () => {
  it('say in which round somebody had more than half, and who left when', () => {
    const rule = ruleWith({ method: 'RANKING', countRule: 'irv' });
    const papers = papersOf(rule, ['A', 8], ['BA', 7], ['CB', 5]);
    expect(told(rule, papers)).toEqual([
      { option: 'B', key: 'majority', round: 2, votes: 12, of: 20 },
      { option: 'A', key: 'second', round: 2, votes: 8, gap: 4, options: 'B' },
      { option: 'C', key: 'out', round: 1, votes: 5 },
    ]);
  });

  it('say who reached the quota of a place', () => {
    const rule = ruleWith({ method: 'RANKING', countRule: 'stv_scottish', seats: 2 });
    expect(told(rule, papersOf(rule, ['AB', 14], ['B', 3], ['C', 4]))).toEqual([
      { option: 'A', key: 'stvSeat', round: 1, votes: 14, needed: 8 },
      { option: 'B', key: 'stvSeat', round: 2, votes: 8.99998, needed: 8 },
      { option: 'C', key: 'stvLeft', votes: 4, needed: 8, gap: 4 },
    ]);
  });

  it('say who only got a place because it was free', () => {
    const rule = ruleWith({ method: 'RANKING', countRule: 'stv_scottish', seats: 2 });
    expect(told(rule, papersOf(rule, ['A', 12], ['B', 5], ['C', 4]))).toMatchObject([
      { option: 'A', key: 'stvSeat', votes: 12, needed: 8 },
      { option: 'B', key: 'stvRest', votes: 5 },
      { option: 'C', key: 'out', votes: 4 },
    ]);
  });

  it('say who won which comparison', () => {
    const rule = ruleWith({ method: 'RANKING', countRule: 'schulze_margins' });
    expect(told(rule, papersOf(rule, ['ABC', 6], ['CAB', 3]))).toEqual([
      { option: 'A', key: 'duelsAll', duels: 2, own: 6, others: 3, options: 'C' },
      { option: 'C', key: 'duelLost', own: 3, others: 6, gap: 3, options: 'A' },
      { option: 'B', key: 'duelLost', own: 0, others: 9, gap: 9, options: 'A' },
    ]);
  });

  it('say that there was a circle', () => {
    const rule = ruleWith({ method: 'RANKING', countRule: 'schulze_margins' });
    const keys = told(rule, papersOf(rule, ['ABC', 8], ['BCA', 7], ['CAB', 6])).map(
      ({ option, key }) => option + key,
    );
    expect(keys).toEqual(['AduelsUnbeaten', 'BduelLost', 'CduelChain']);
  });
});

describe('every election', () => {
  it.each(COUNT_RULES)(
    'has one sentence for each option, and the winners are those: %s',
    (name) => {
      fc.assert(
        fc.property(elections(name), ({ rule, papers, withdrawn }) => {
          const result = resultFrom(rule, papers, withdrawn);
          const reasons = reasonsOf(rule, result);
          expect(reasons.map(({ optionId }) => optionId).sort()).toEqual(
            rule.options.map(({ id }) => id).sort(),
          );
          const won = reasons.filter((reason) => reason.won).map(({ optionId }) => optionId);
          expect(won.sort()).toEqual([...result.winners].sort());
          for (const { money, numbers } of reasons) {
            for (const amount of [...Object.values(money), ...Object.values(numbers)]) {
              expect(amount).toBeGreaterThanOrEqual(0);
            }
          }
        }),
        { numRuns: 200 },
      );
    },
  );
});

describe('leadOf', () => {
  const rule = ruleWith({ method: 'YES_NO', countRule: 'plurality', labels: ['Ja', 'Nein'] });
  const lead = (changes: Partial<ElectionRule>, ...ballots: [string, number][]) => {
    const changed = { ...rule, ...changes };
    return leadOf(changed, resultFrom(changed, papersOf(changed, ...ballots))).key;
  };
  it.each([
    [{}, [['A', 3]], 'yes'],
    [{}, [['B', 3]], 'no'],
    [
      {},
      [
        ['A', 3],
        ['B', 3],
      ],
      'tied',
    ],
    [{}, [['', 3]], 'abstained'],
    [{}, [], 'nobody'],
    [{ quorum: 4 }, [['A', 3]], 'noQuorum'],
    [{ method: 'ONE' }, [['B', 3]], 'one'],
    [{ method: 'UP_TO', countRule: 'approval', seats: 2 }, [['AB', 3]], 'several'],
  ] as [Partial<ElectionRule>, [string, number][], string][])('%o %o', (changes, ballots, key) => {
    expect(lead(changes, ...ballots)).toBe(key);
  });
});

describe('purchasesOf', () => {
  it('lays both rules side by side', () => {
    const rule = priced('mes_cost_add1u', 10_000, 9000, 5000, 4000);
    const result = resultFrom(rule, papersOf(rule, ['A', 11], ['BC', 9]));
    const found = purchasesOf(rule, result);
    const [a = '', b = '', c = ''] = rule.options.map(({ id }) => id);
    expect(found.map(({ rule: name, winners, leftCents }) => [name, winners, leftCents])).toEqual([
      ['mes_cost_add1u', [b, c], 1000],
      ['greedy_votes', [a], 1000],
    ]);
    expect(found.map(({ served }) => served)).toEqual([
      { key: 'some', people: 9, of: 20 },
      { key: 'some', people: 11, of: 20 },
    ]);
  });
});

describe('servedOf', () => {
  it.each([
    [0, 20, 'none'],
    [4, 20, 'few'],
    [5, 20, 'some'],
    [15, 20, 'some'],
    [16, 20, 'nearlyAll'],
    [20, 20, 'all'],
    [3, 4, 'few'],
  ])('%i of %i: %s', (people, of, key) => {
    expect(servedOf(people, of).key).toBe(key);
  });
});
