import { describe, expect, it } from 'vitest';
import { areAlike, compare, likely } from './compare/rules';
import { waysOf } from './formats/rules';
import {
  canBecome,
  canPublish,
  isDecided,
  STATES,
  totalsOf,
  turned,
  waitsForEvaluation,
} from './rules';
import { isTrialDay, minutesOf, numbersOf, typedHours } from './trials/rules';

const none = {
  ...{ reached: null, firstTimers: null, costCents: null, staffMinutes: null, proposals: null },
};
const trial = (reached: number, firstTimers: number | null, costCents = 0, staffMinutes = 60) => ({
  ...{ reached, firstTimers, costCents, staffMinutes, proposals: null },
});

// Rows: from; columns in the order of STATES: to.
it.each([
  ['IDEA', '.x....x'],
  ['CONCEPT', '..x...x'],
  ['IN_TRIAL', '.x.x..x'],
  ['EVALUATED', '..x.xxx'],
  ['ESTABLISHED', '.......'],
  ['ADJUSTED', '.......'],
  ['DISCARDED', '.......'],
] as const)('from %s a format goes %s', (from, wanted) => {
  expect(STATES.map((to) => (canBecome(from, to) ? 'x' : '.')).join('')).toBe(wanted);
  expect(isDecided(from)).toBe(!wanted.includes('x'));
  expect(canPublish(from)).toBe(!['IDEA', 'CONCEPT'].includes(from));
});

describe('what trials come to', () => {
  it.each([
    ['nothing', [], { trials: 0, reached: 0, firstTimers: null, centsPerFirstTimer: null }],
    ['one to come', [none], { trials: 0, reached: 0, firstTimers: null }],
    ['two', [trial(17, 11, 2200), trial(21, 9, 2500)], { reached: 38, centsPerFirstTimer: 235 }],
    ['nobody new', [trial(9, 0, 900)], { firstTimers: 0, centsPerFirstTimer: null }],
    // Where nobody counted who was new, the money for it pays for nobody.
    ['one uncounted', [trial(10, null, 9900), trial(10, 5, 1000)], { centsPerFirstTimer: 200 }],
  ])('%s', (_what, trials, totals) => {
    expect(totalsOf(trials)).toMatchObject(totals);
  });
});

describe('formats are compared', () => {
  const format = (id: string, trials: Parameters<typeof totalsOf>[0]) => ({
    ...{ id, name: id, edition: 1, state: 'IN_TRIAL' as const, trials },
  });
  const { ranked, unranked } = compare([
    format('none', []),
    format('planned', [none]),
    format('uncounted', [trial(31, null)]),
    format('unworked', [{ ...trial(9, 9), staffMinutes: 0 }]),
    format('slow', [trial(40, 20, 0, 600), trial(40, 20, 0, 600)]),
    format('quick', [trial(17, 11, 0, 300), trial(21, 9, 0, 300)]),
    format('lone', [trial(30, 15, 0, 120)]),
    format('nobody', [trial(30, 0, 0, 60), trial(30, 0, 0, 60)]),
  ]);

  it('by who came for the first time for each hour, with how many that were', () => {
    expect(ranked.map(({ id, rate, trials, reached }) => [id, rate, trials, reached])).toEqual([
      ['lone', 7.5, 1, 30],
      ['quick', 2, 2, 38],
      ['slow', 2, 2, 80],
      ['nobody', 0, 2, 60],
    ]);
    expect(ranked.map(({ few }) => few)).toEqual([true, false, false, true]);
  });

  it('and what says nothing is not ranked', () => {
    expect(unranked.map(({ id, why }) => [id, why])).toEqual([
      ['none', 'untried'],
      ['planned', 'untried'],
      ['uncounted', 'uncounted'],
      ['unworked', 'uncounted'],
    ]);
  });

  // Exact ranges of Garwood (1936) for counts; the short way keeps close.
  it.each([
    [0, 0, 3.7],
    [2, 0.2, 7.2],
    [11, 5.5, 19.7],
    [20, 12.2, 30.9],
  ])('%i may as well have been %d to %d', (count, low, high) => {
    expect(Math.abs(likely(count).low - low)).toBeLessThan(0.6);
    expect(Math.abs(likely(count).high - high)).toBeLessThan(1.9);
  });

  it('without saying more than the numbers do', () => {
    const [lone, quick, slow] = ranked;
    expect(quick && slow && areAlike([quick, slow])).toBe(true);
    expect(lone && slow && areAlike([lone, slow])).toBe(false);
  });

  it('also where two lines touch a third and not one another', () => {
    const lines = [4, 300, 100].map(likely);
    const [wide = { low: 0, high: 0 }, high, low] = lines.map((line, index) => ({
      low: line.low / (index === 0 ? 1 : 100),
      high: line.high / (index === 0 ? 1 : 100),
    }));
    const touching = [wide, high, low].flatMap((one) => one ?? []);
    expect(areAlike(touching.slice(0, 2))).toBe(true);
    expect(areAlike([wide, ...touching.slice(2)])).toBe(true);
    expect(areAlike(touching)).toBe(false);
  });
});

it.each([
  ['5', 300],
  ['4,5', 270],
  ['0.25 h', 15],
  ['1 Stunde', 60],
  ['9,75 Std.', 585],
  ['', null],
  ['-1', null],
  ['1:30', null],
  ['1001', null],
  ['viel', null],
])('%s hours are %s minutes', (typed, minutes) => {
  expect(minutesOf(typed)).toBe(minutes);
  if (minutes !== null) expect(minutesOf(typedHours(minutes))).toBe(minutes);
});

it('a day is one of the calendar', () => {
  expect(['2026-02-28', '2026-02-29', '2026-2-1', '1999-01-01'].map(isTrialDay)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

it.each([
  ['104, 107', [104, 107]],
  ['Nr. 104 und #107\n104', [104, 107]],
  ['', []],
  ['Bank', null],
  ['0', null],
  ['1.5', null],
])('%s are the numbers %j', (typed, numbers) => {
  expect(numbersOf(typed)).toEqual(numbers);
});

it('every way of a format leads to a state it may have', () => {
  const is = { held: true, published: false };
  for (const state of STATES) {
    const ways = waysOf(state, is);
    expect([state, ways.includes('publish')]).toEqual([state, canPublish(state)]);
    expect([state, ways.includes('evaluate')]).toEqual([state, canBecome(state, 'EVALUATED')]);
    expect([state, ways.includes('decide')]).toEqual([state, canBecome(state, 'ESTABLISHED')]);
    const ends = ways.includes('decide') || ways.includes('discard');
    expect([state, ends]).toEqual([state, canBecome(state, 'DISCARDED')]);
    expect([state, ways.includes('change')]).toEqual([state, !isDecided(state)]);
  }
  expect(waysOf('IN_TRIAL', { held: false, published: true })).not.toContain('evaluate');
  expect(waysOf('IN_TRIAL', { held: true, published: true })).toContain('publishAgain');
  for (const state of ['IN_TRIAL', 'DISCARDED'] as const)
    expect(waysOf(state, { held: false, published: false })).not.toContain('publish');
});

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

it.each([
  [[], undefined, [], 1, 1],
  [[50], '1', [[1, 50]], 1, 1],
  [[51], '2', [[51, 51]], 2, 2],
  [
    [120, 60],
    '2',
    [
      [51, 100],
      [51, 60],
    ],
    2,
    3,
  ],
  [[120, 60], '3', [[101, 120], []], 3, 3],
  [[120], '9', [[101, 120]], 3, 3],
  [[120], '0', [[1, 50]], 1, 3],
  [[120], 'x', [[1, 50]], 1, 3],
])('lists of %j, page %s: %j', (lengths, wanted, ends, page, pages) => {
  const paged = turned(lengths.map(upTo), wanted);
  expect(paged.lists.map((rows) => (rows.length > 0 ? [rows[0], rows.at(-1)] : []))).toEqual(ends);
  expect([paged.page, paged.pages]).toEqual([page, pages]);
});

it.each([
  ['IN_TRIAL', ['2026-11-01'], true],
  ['IN_TRIAL', ['2026-11-16'], true],
  ['IN_TRIAL', ['2026-11-17'], false],
  ['IN_TRIAL', ['2026-11-01', '2026-11-20'], false],
  // One more is planned; what came of the last is still to be said.
  ['IN_TRIAL', ['2026-12-05', '2026-11-01'], true],
  ['IN_TRIAL', ['2026-12-05'], false],
  ['IN_TRIAL', [], false],
  ['EVALUATED', ['2026-11-01'], false],
] as const)('%s, tried on %j, waits to be evaluated: %s', (state, tried, waits) => {
  expect(waitsForEvaluation(state, tried, '2026-11-30')).toBe(waits);
});
