import type { BallotChannel, PollResult, ShownResult, ShownWays } from './types';

/** Groups smaller than this are not shown. */
export const SMALLEST_GROUP = 5;

/** Ballots below which even what is ahead would tell how single people voted. */
export const OUTCOME_FROM = 3;

/** What may be shown of a stored result, to anybody: the office knows who voted. */
export function shownResult({ channels, salt: _salt, ...result }: PollResult): ShownResult {
  const { ballots, rule, spoiled, usedRights, quorumReached, withdrawn } = result;
  const always = { byHands: channels.HANDS !== undefined, ways: shownWays(channels) };
  if (ballots === 0 || ballots >= SMALLEST_GROUP) return { ...result, ...always, shows: 'all' };
  const isTold = quorumReached && ballots >= OUTCOME_FROM;
  return {
    ...{ ...always, shows: 'outcome', head: '' },
    ...{ ballots, rule, spoiled, usedRights, quorumReached },
    winners: isTold ? result.winners : [],
    ...(withdrawn && { withdrawn }),
  };
}

/** The same from the database, which keeps the result of a counted poll and null of any other. */
export const shownOf = (stored: unknown): ShownResult | null =>
  stored === null || stored === undefined ? null : shownResult(stored as PollResult);

/**
 * Ways with their ballots; small ones together, with the next larger one where they stay small, so
 * that nothing small is left when the others are taken from the sum. None where all of them are few.
 */
export function shownWays(channels: PollResult['channels']): ShownWays[] {
  const ways = Object.entries(channels)
    .map(([way, ballots]) => ({ ways: [way as BallotChannel], ballots }))
    .toSorted((a, b) => a.ballots - b.ballots);
  const empty = ways.filter(({ ballots }) => ballots === 0);
  const used = ways.filter(({ ballots }) => ballots > 0);
  let small: ShownWays = { ways: [], ballots: 0 };
  while (used[0] && isSmall(used[0], small)) {
    const [next] = used.splice(0, 1);
    small = {
      ways: [...small.ways, ...(next?.ways ?? [])],
      ballots: small.ballots + (next?.ballots ?? 0),
    };
  }
  if (small.ways.length > 0 && small.ballots < SMALLEST_GROUP) return [];
  return [...used.toReversed(), ...(small.ways.length > 0 ? [small] : []), ...empty];
}

/** @param small what stands together already */
const isSmall = (next: ShownWays, small: ShownWays) =>
  next.ballots < SMALLEST_GROUP || (small.ways.length > 0 && small.ballots < SMALLEST_GROUP);
