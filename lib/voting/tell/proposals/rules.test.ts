import { describe, expect, it } from 'vitest';
import { stateBeforeVote, withoutMistakes } from '@/lib/proposals/polling/rules';
import type { ProposalState } from '@/lib/proposals/types';
import { lastElsewhere, ofThisRound } from './rules';

type Said = readonly [step: string, to: ProposalState];
/** Steps of a proposal, an hour between each. */
const history = (...steps: readonly Said[]) =>
  steps.map(([step, to], hour) => ({ step, to, at: new Date(Date.UTC(2027, 0, 1, hour)) }));

const standing = (...steps: readonly Said[]) => withoutMistakes(history(...steps));

const FORUM: Said = ['toForum', 'IN_FORUM'];
const VOTE: Said = ['toVote', 'IN_VOTE'];
const ADOPTED: Said = ['adopt', 'ADOPTED'];

describe('the round of votes a proposal is in', () => {
  it.each([
    ['begins with the last step that was none of a vote', [FORUM, VOTE], 0],
    ['ends with what the Forum said', [FORUM, VOTE, ADOPTED], 2],
    ['goes on where that was a mistake', [FORUM, VOTE, ADOPTED, ['takeBack', 'IN_VOTE']], 0],
    [
      'goes on where it was joined and taken out again',
      [FORUM, VOTE, ['merge', 'MERGED'], ['separate', 'IN_FORUM']],
      0,
    ],
    [
      'ends with what came after a mistake',
      [FORUM, VOTE, ADOPTED, ['takeBack', 'IN_VOTE'], ADOPTED],
      4,
    ],
  ] as readonly (readonly [string, readonly Said[], number])[])('%s', (_name, steps, hour) => {
    const at = new Date(Date.UTC(2027, 0, 1, hour));
    expect(lastElsewhere(standing(...steps))).toMatchObject({ at });
    expect(ofThisRound(lastElsewhere(standing(...steps)))).toEqual({ closesAt: { gt: at } });
  });

  it('is the first one where nothing else was', () => {
    expect(ofThisRound(lastElsewhere(standing(VOTE)))).toEqual({});
  });
});

it('what was a mistake says nothing about where a proposal stood', () => {
  const mistaken = history(FORUM, VOTE, ADOPTED, ['takeBack', 'IN_VOTE']);
  expect(withoutMistakes(mistaken).map(({ to }) => to)).toEqual(['IN_FORUM', 'IN_VOTE']);
  expect(stateBeforeVote(mistaken)).toBe('IN_FORUM');
});
