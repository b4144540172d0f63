import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { papersOf } from '@/lib/testing/ballots';
import { resultFrom } from '@/lib/testing/publications';
import { ruleWith } from '@/lib/voting/count/samples';
import { shownResult, shownWays } from './shown';
import type { BallotChannel, PollResult } from './types';

const counted = (votes: [string, number][], quorum = 0): PollResult => {
  const rule = ruleWith({ method: 'ONE', countRule: 'plurality', maxChoices: 1, quorum });
  return resultFrom(rule, papersOf(rule, ...votes));
};

describe('shownResult', () => {
  it('tells nothing of how very few voted, and from five on everything', () => {
    for (const ballots of [1, 2, 3, 4]) {
      const shown = shownResult(counted([['A', ballots]]));
      expect(shown.shows).toBe('outcome');
      for (const told of ['counts', 'abstentions', 'rounds', 'purchases', 'duels', 'channels']) {
        expect(Object.keys(shown)).not.toContain(told);
      }
      expect(shown).toMatchObject({ ballots, usedRights: ballots, ways: [] });
    }
    const five = counted([['A', 5]]);
    expect(shownResult(five)).toMatchObject({ shows: 'all', counts: five.counts });
    expect(Object.keys(shownResult(five))).not.toContain('channels');
    expect(shownResult(counted([])).shows).toBe('all');
  });

  it('does not even say what is ahead where that is how one or two voted', () => {
    const winners = [1, 2, 3].map((ballots) => shownResult(counted([['A', ballots]])).winners);
    expect(winners.map(({ length }) => length)).toEqual([0, 0, 1]);
    expect(shownResult(counted([['A', 4]], 10)).winners).toEqual([]);
  });
});

type Ways = [BallotChannel[], number][];

const SHOWN: [PollResult['channels'], Ways][] = [
  [{ WEB: 12 }, [[['WEB'], 12]]],
  [{ WEB: 4 }, []],
  [
    { WEB: 20, KIOSK: 5 },
    [
      [['WEB'], 20],
      [['KIOSK'], 5],
    ],
  ],
  // Nobody is small.
  [
    { WEB: 20, PHONE: 0 },
    [
      [['WEB'], 20],
      [['PHONE'], 0],
    ],
  ],
  // A small one alone would be the sum without the others.
  [{ WEB: 20, PHONE: 2 }, [[['PHONE', 'WEB'], 22]]],
  [
    { WEB: 20, KIOSK: 6, PHONE: 2 },
    [
      [['WEB'], 20],
      [['PHONE', 'KIOSK'], 8],
    ],
  ],
  [
    { WEB: 20, KIOSK: 3, PHONE: 2 },
    [
      [['WEB'], 20],
      [['PHONE', 'KIOSK'], 5],
    ],
  ],
  [{ WEB: 20, KIOSK: 1, PHONE: 2 }, [[['KIOSK', 'PHONE', 'WEB'], 23]]],
  [{ WEB: 2, KIOSK: 1 }, []],
];

describe('shownWays', () => {
  it.each(SHOWN)('%j', (channels, ways) => {
    expect(shownWays(channels).map((shown) => [shown.ways, shown.ballots])).toEqual(ways);
  });

  it('leaves nothing small, not even between the sum and the others', () => {
    const numbers = fc.constantFrom(0, 1, 2, 4, 5, 9);
    const channels = fc.record({ WEB: numbers, KIOSK: numbers, PHONE: numbers, PAPER: numbers });
    const property = fc.property(channels, (every) => {
      const sum = Object.values(every).reduce<number>((all, one) => all + one, 0);
      const shown = shownWays(every);
      const told = shown.reduce((all, { ballots }) => all + ballots, 0);
      expect(shown.length === 0 ? sum < 5 : told === sum).toBe(true);
      expect(shown.filter(({ ballots }) => ballots > 0 && ballots < 5)).toEqual([]);
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('a stored result', () => {
  /** Where results are made, and this one door. */
  const MAY_KNOW = /^lib\/(?:elections|testing)\/|^lib\/voting\/count\/(?:steps\.ts|counter\.mjs)$/;

  it('reaches pages, records and files by way of what is shown only', () => {
    const files = ['app', 'components', 'lib'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:ts|tsx|mjs)$/.test(name))
        .map((name) => `${folder}/${name}`),
    );
    const naming = files.filter(
      (name) => !MAY_KNOW.test(name) && /\bPollResult\b/.test(readFileSync(name, 'utf8')),
    );
    expect(naming).toEqual([]);
  });
});
