import { describe, expect, it, test } from 'vitest';
import { contactRow } from '../rows.mjs';
import {
  givenOf,
  isAsReported,
  isEmptied,
  lastClosed,
  protectParts,
  protectSeveral,
  readAsked,
  statisticOf,
  sumsOf,
  toClose,
} from './rules';

const TODAY = '2026-11-30';
type Met = Parameters<typeof sumsOf>[1][number];

const met = (changes: Partial<Met> = {}): Met => ({
  ...{ ...contactRow({ districtId: 'a' }), mood: null },
  ...changes,
});

const statistic = (contacts: Met[], district: string | null = null) =>
  statisticOf(sumsOf(['a', 'b'], contacts, []), district);

describe('periods', () => {
  test.each([
    ['2026-11-30', '2026-07-01'],
    // Until the 14th late entries count.
    ['2026-10-14', '2026-04-01'],
    ['2026-10-15', '2026-07-01'],
    ['2027-01-20', '2026-10-01'],
  ])('on %s the quarter from %s is closed', (today, quarter) => {
    expect(lastClosed(today)).toBe(quarter);
  });

  test.each([
    ['2026', ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01']],
    ['2026-Q3', ['2026-07-01']],
    ['2027', undefined],
    ['2026-Q5', undefined],
    ['1999', undefined],
    ['2026-q3', undefined],
  ])('%s has the quarters %j', (text, quarters) => {
    expect(readAsked(text, TODAY)?.quarters).toEqual(quarters);
  });

  test.each([
    ['nothing was ever entered', null, [], ['2026-07-01']],
    ['all of it is counted', '2026-01-10', ['2026-01-01', '2026-04-01', '2026-07-01'], []],
    ['a night was missed', '2026-01-10', ['2026-01-01'], ['2026-04-01', '2026-07-01']],
    ['something is of this quarter only', '2026-10-02', [], ['2026-07-01']],
  ])('where %s is counted what is missing', (_, first, counted, quarters) => {
    expect(toClose(first, new Set(counted), TODAY, '2025-11-30')).toEqual(quarters);
  });

  test.each([
    ['2025-10-01', ['2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01']],
    // Of its first day the contacts are emptied already.
    ['2025-10-02', ['2026-01-01', '2026-04-01', '2026-07-01']],
    ['2026-08-01', []],
  ])('where contacts are whole from %s on are counted %j', (keptFrom, quarters) => {
    expect(toClose('2025-03-04', new Set(), TODAY, keptFrom)).toEqual(quarters);
    expect(isEmptied('2025-10-01', keptFrom)).toBe(!quarters.includes('2025-10-01'));
  });
});

describe('sums', () => {
  const contacts = [
    met({ topicIds: ['t1', 't2'], mood: 'OPEN', outcomes: ['CARD_LEFT'] }),
    met({ contacts: 10, firstContacts: 4, ageTo17: 2, ageTo5: 3, topicIds: ['t1'] }),
    // Nobody opened: no talk.
    met({ ...{ setting: 'DOORSTEP', contacts: 0, firstContacts: 0, ageTo17: 0 }, notMet: 7 }),
    met({ districtId: 'b', contacts: 1, firstContacts: 0, ageTo17: 0 }),
  ];

  it('count people and talks, and who was not said to be anything', () => {
    const all = statistic(contacts);
    expect(all).toMatchObject({ contacts: 14, firstContacts: 5, notMet: 7, talks: 3 });
    expect(all.ages.map(({ key, count }) => `${key} ${count}`)).toEqual([
      ...['ageTo5 3', 'ageTo13 0', 'ageTo17 5', 'ageTo64 0', 'ageFrom65 0', 'unknown 6'],
    ]);
    expect(all.topics).toEqual([
      { key: 't1', count: 2 },
      { key: 't2', count: 1 },
    ]);
    expect(all.moods.map(({ count }) => count)).toEqual([1, 0, 0, 2]);
    expect(statistic(contacts, 'b')).toMatchObject({ contacts: 1, talks: 1, notMet: 0 });
  });

  it('of a district where nobody was are none, and stand there all the same', () => {
    expect(sumsOf(['a', 'b'], [], [])).toEqual([
      { districtId: 'a', kind: 'met', key: 'talks', count: 0 },
      { districtId: 'b', kind: 'met', key: 'talks', count: 0 },
    ]);
  });

  it('add minutes outdoors, and rounds without them', () => {
    const rounds = [
      { districtId: 'a', minutes: 90 },
      { districtId: 'b', minutes: null },
    ];
    expect(statisticOf(sumsOf([], [], rounds), null)).toMatchObject({ rounds: 2, minutes: 90 });
  });
});

/** Every way to have so many in all. */
function* waysOf(all: number, width: number): Generator<number[]> {
  if (width === 1) yield [all];
  else
    for (let one = 0; one <= all; one += 1)
      for (const rest of waysOf(all - one, width - 1)) yield [one, ...rest];
}

const total = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

describe('what may be given away', () => {
  test.each([
    [
      [12, 3, 9],
      [12, null, null],
    ],
    [
      [12, 3, 2, 9],
      [12, null, null, null],
    ],
    [
      [12, 4, 4, 9],
      [12, null, null, 9],
    ],
    [
      [12, 0, 9],
      [12, 0, 9],
    ],
    [
      [0, 0, 3],
      [null, null, null],
    ],
    [
      [8, 7],
      [8, 7],
    ],
  ])('of %j: %j', (counts, told) => {
    expect(protectParts(counts)).toEqual(told);
  });

  const every = () =>
    Array.from({ length: 10 }, (_, more) => [...waysOf(5 + more, 4)])
      .flat()
      .map((counts) => ({ counts, told: protectParts(counts) }));

  it('is never a number from one to four', () => {
    const told = every().flatMap((one) => one.told);
    expect(told.filter((count) => count !== null && count > 0 && count < 5)).toEqual([]);
  });

  it('shows nobody who knows the sum, and that none of the hidden is 0, that one is under five', () => {
    const found = every().filter(({ counts, told }) => {
      const hidden = counts.filter((_, index) => told[index] === null);
      // The others have at least one each, unless all are hidden: then they may have none.
      const others = hidden.length === counts.length ? 0 : hidden.length - 1;
      return hidden.length > 0 && total(hidden) - others < 5;
    });
    expect(found).toEqual([]);
  });

  it('is without small numbers in every table, and none can be computed from another', () => {
    const given = givenOf(
      statistic([
        met({ contacts: 30, firstContacts: 12, ageTo17: 30, topicIds: ['t1'], mood: 'OPEN' }),
        met({ contacts: 2, firstContacts: 0, ageTo17: 0, ageTo5: 2, setting: 'STAND' }),
      ]),
      ['t1'],
    );
    expect(given).toMatchObject({ contacts: 32, firstContacts: 12, talks: null });
    // Two in a stand would be 32 without 30.
    expect(given.settings.map(({ count }) => count)).toEqual([null, null, 0, 0, 0, 0]);
    expect(given.ages.map(({ count }) => count)).toEqual([null, 0, null, 0, 0, 0]);
    const talks = [given.topics, given.moods, given.outcomes].flat();
    expect(talks.filter(({ count }) => count !== null && count > 0)).toEqual([]);
  });

  test.each([
    ['the same', 40, 12, 40, 12, true],
    ['two who were entered later', 42, 12, 40, 12, false],
    ['one more who came for the first time', 40, 13, 40, 12, false],
    ['both too few to be told', 3, 1, null, null, true],
    ['a number the report did not tell', 5, 5, null, null, false],
  ])('%s: %i and %i, reported %j and %j', (_, contacts, firstContacts, met, first, same) => {
    const lines = [
      { figure: 'outreachContacts', value: met },
      { figure: 'outreachFirstContacts', value: first },
    ];
    expect(isAsReported({ contacts, firstContacts }, lines)).toBe(same);
    // Nothing is closed yet.
    expect(isAsReported({ contacts, firstContacts }, [])).toBe(false);
  });

  const TOPICS = ['t1', 't2', 't3'];

  it('says of topics neither that nearly every talk had one nor by their order how often', () => {
    const talk = (topicIds: string[]) => met({ contacts: 5, ageTo17: 0, topicIds });
    const given = (...talks: string[][]) => givenOf(statistic(talks.map(talk)), TOPICS).topics;
    const often = Array.from({ length: 15 }, () => ['t1', 't2', 't3']);
    const more = Array.from({ length: 4 }, () => ['t1', 't2']);
    // In all, in all but two, in fifteen of them: the last one is hidden besides, so that nobody knows which is why.
    expect(given(...often, ...more, ['t2'], ['t2'])).toEqual([
      { key: 't1', count: null },
      { key: 't2', count: 21 },
      { key: 't3', count: null },
    ]);
    // Which of them came up is not to be read from what stands there.
    expect(given(['t3'], ['t3'])).toEqual(TOPICS.map((key) => ({ key, count: null })));
    expect(given(['t1'], ['t2'])).toEqual(TOPICS.map((key) => ({ key, count: null })));
  });

  it('of what a talk may have several of shows by no row that one of them is, or lacks, one to four talks', () => {
    const few = (count: number) => count > 0 && count < 5;
    const worlds = new Map<string, { talks: number; counts: number[] }[]>();
    for (let talks = 0; talks <= 13; talks += 1)
      for (let number = 0; number < (talks + 1) ** 3; number += 1) {
        const counts = [0, 1, 2].map((at) => Math.floor(number / (talks + 1) ** at) % (talks + 1));
        const told = protectSeveral(counts, talks);
        // Of fewer talks than five not even how many they were is told.
        const seen = `${few(talks) ? 'few' : talks} ${told.join()}`;
        worlds.set(seen, [...(worlds.get(seen) ?? []), { talks, counts }]);
      }
    const telling = [...worlds].filter(([seen, all]) =>
      seen.startsWith('few')
        ? /\d/.test(seen)
        : [0, 1, 2].some((row) =>
            all.every(
              ({ talks, counts }) => few(counts[row] ?? 0) || few(talks - (counts[row] ?? 0)),
            ),
          ),
    );
    expect(telling.map(([seen]) => seen)).toEqual([]);
  });

  it('says of fewer than five people nothing but that', () => {
    const given = givenOf(statistic([met({ topicIds: ['t1'], mood: 'OPEN' })]), TOPICS);
    const { contacts, firstContacts, talks, ...tables } = given;
    expect([contacts, firstContacts, talks]).toEqual([null, null, null]);
    const cells = [tables.ages, tables.settings, tables.topics, tables.moods, tables.outcomes];
    expect(cells.flat().every(({ count }) => count === null)).toBe(true);
  });
});
