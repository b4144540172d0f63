import { describe, expect, it } from 'vitest';
import { missing } from '@/lib/testing/elections';
import { listedRaces, readRace } from '@/lib/testing/rctab';
import { instantRunoff } from './runoff.mjs';
import { scottishTransferableVote } from './transferable.mjs';

/** For several seats: there a rule with rounds of its own for who is elected. */
const SEVERAL_SEATS = 'minneapolis_multi_seat_threshold';

describe('instant run-off, marks on paper', () => {
  it('every round of every race as RCTab counted it', ({ skip }) => {
    skip(...missing('ranked-ballots/rctab'));
    const races = listedRaces().filter((race) => race.case !== SEVERAL_SEATS);
    expect(races.length).toBeGreaterThanOrEqual(10);
    for (const listed of races) {
      const { election, options, rounds } = readRace(listed);
      const found = instantRunoff(election, options).rounds?.map(({ votes }) => votes);
      expect(found, listed.case).toEqual(rounds);
    }
  });

  it('several seats: the winners, and the votes in every round that moves any', ({ skip }) => {
    skip(...missing('ranked-ballots/rctab'));
    const listed = listedRaces().find((race) => race.case === SEVERAL_SEATS);
    if (!listed) throw new Error('the race for several seats is not in the list');
    const { election, options, rounds } = readRace(listed);
    const { winners, rounds: found = [] } = scottishTransferableVote(election, options);
    expect([...winners].sort()).toEqual([...listed.expected_elected].sort());
    const moved = rounds.map(asNumbers).filter(isChanged);
    // Once all seats are filled RCTab passes on two more surpluses; we have nobody to pass them to.
    expect(found.map(({ votes }) => asNumbers(votes)).filter(isChanged)).toEqual(
      moved.slice(0, -1),
    );
  });
});

/** Votes of those who still have some; RCTab leaves out who has left. */
const asNumbers = (votes: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(votes)
      .map(([name, count]): [string, number] => [name, Number(count)])
      .filter(([, count]) => count > 0),
  );

const isChanged = (votes: object, index: number, all: object[]) =>
  JSON.stringify(votes) !== JSON.stringify(all[index - 1]);
