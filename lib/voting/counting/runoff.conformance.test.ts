import { describe, expect, it } from 'vitest';
import { missing } from '@/lib/testing/elections';
import { listedRaces, readRace } from '@/lib/testing/rctab';
import { instantRunoff } from './runoff.mjs';

/** Counted for several seats by a rule of one city, which is none of ours. */
const OTHER_RULE = 'minneapolis_multi_seat_threshold';

describe('instant run-off, marks on paper', () => {
  it('every round of every race as RCTab counted it', ({ skip }) => {
    skip(...missing('ranked-ballots/rctab'));
    const races = listedRaces().filter((race) => race.case !== OTHER_RULE);
    expect(races.length).toBeGreaterThanOrEqual(10);
    for (const listed of races) {
      const { election, options, rounds } = readRace(listed);
      const found = instantRunoff(election, options).rounds?.map(({ votes }) => votes);
      expect(found, listed.case).toEqual(rounds);
    }
  });
});
