import { expect, it } from 'vitest';
import { stillSaid } from './rules';

const END = '2027-03-01T10:00:00.000Z';

it.each([
  ['before its end somebody is sent to a vote', -1, 'putToVote', END],
  ['at its end it was held', 0, 'voteWasHeld', null],
  ['and after it', 1, 'voteWasHeld', null],
])('%s', (_what, ms, step, before) => {
  const at = new Date(new Date(END).getTime() + ms);
  expect(stillSaid({ step: 'putToVote', before: END }, at)).toEqual({
    step,
    before: before === null ? null : new Date(before),
  });
});

it('what has no end is said whenever their turn comes', () => {
  const said = { step: 'voteCounted', before: null };
  expect(stillSaid(said, new Date(END))).toEqual(said);
});
