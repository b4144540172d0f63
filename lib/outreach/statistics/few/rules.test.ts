import { describe, expect, it } from 'vitest';
import type { Sum } from '../types';
import { fewTalksIn, putTogether, talksUntold } from './rules';

const talks = (districtId: string, count: number): Sum => ({
  ...{ districtId, count, kind: 'met', key: 'talks' },
});
const topic = (districtId: string, count: number): Sum => ({
  ...{ districtId, count, kind: 'topic', key: 'bench' },
});
const quarter = (...counts: number[]) =>
  counts.flatMap((count, index) => [talks(`d${index}`, count), topic(`d${index}`, count)]);

it.each([
  ['nobody anywhere', [0, 0], ['d0', 'd1']],
  ['many in each', [5, 9], []],
  ['one with few takes the next along, or all less the other would be it', [9, 2, 6], ['d1', 'd2']],
  ['several with few are five together', [3, 3, 6], ['d0', 'd1']],
  ['nobody is no district to be hidden behind another', [0, 7], ['d0']],
  ['few in all', [1, 2], ['d0', 'd1']],
])('%s', (_what, counts, few) => {
  expect([...fewTalksIn(quarter(...counts))].sort()).toEqual(few);
});

describe('what is put together', () => {
  it('is of no district, and all districts stay as they were', () => {
    const kept = putTogether(quarter(9, 2, 6));
    expect(kept.filter(({ kind }) => kind === 'topic')).toEqual([
      topic('d0', 9),
      { ...topic('', 8), districtId: null },
    ]);
    expect(kept.filter(({ kind }) => kind === 'met')).toHaveLength(3);
  });

  it('is still known as such, as long as talks are', () => {
    const kept = putTogether(quarter(9, 2, 6));
    const untold = ['d0', 'd1', 'd2', null].map((id) => talksUntold([kept, kept], id));
    expect(untold).toEqual([0, 4, 12, 0]);
  });
});
