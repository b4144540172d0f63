import type { BallotPaper, PollRule } from '../../types';
import type { PollDuel } from '../types';

/**
 * Every two options compared: how many rankings put the one above the other. What a ballot does not
 * name stands last on it, together.
 * @param withdrawn ids of options that are compared with nothing
 */
export function duelsOf(
  { options }: Pick<PollRule, 'options'>,
  papers: readonly BallotPaper[],
  withdrawn: readonly string[],
): PollDuel[] {
  const open = options.map(({ id }) => id).filter((id) => !withdrawn.includes(id));
  const places = papers.map(({ choices }) => new Map(choices.map((id, index) => [id, index])));
  const last = options.length;
  const above = (a: string, b: string) =>
    places.filter((place) => (place.get(a) ?? last) < (place.get(b) ?? last)).length;
  return open.flatMap((a, index) =>
    open.slice(index + 1).map(
      (b): PollDuel => ({
        options: [a, b],
        votes: [above(a, b), above(b, a)],
      }),
    ),
  );
}
