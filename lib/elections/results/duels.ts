import type { BallotPaper, CountRule, ElectionRule, PollDuel } from './types';

/**
 * Every two options compared: how many rankings put the one above the other. What a ballot does not
 * name stands last on it, together.
 * @param withdrawn ids of options that are compared with nothing
 */
export function duelsOf(
  { options }: Pick<ElectionRule, 'options'>,
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

/** Who prevails over whom by the strongest chains of wins (Schulze). */
export function prevailingIn(
  rule: CountRule,
  duels: readonly PollDuel[],
): (a: string, b: string) => boolean {
  const ids = [...new Set(duels.flatMap(({ options }) => options))];
  const chains = new Map(duels.flatMap((duel) => winIn(rule, duel)));
  const chain = (a: string, b: string) => chains.get(pair(a, b)) ?? 0;
  const ways = ids.flatMap((via) => ids.flatMap((a) => ids.map((b) => ({ a, via, b }))));
  for (const { a, via, b } of ways) {
    const around = Math.min(chain(a, via), chain(via, b));
    if (a !== b && around > chain(a, b)) chains.set(pair(a, b), around);
  }
  return (a, b) => chain(a, b) > chain(b, a);
}

const pair = (a: string, b: string) => `${a} ${b}`;

/** Who won a comparison, and how strong the win is; nothing where it was level. */
function winIn(rule: CountRule, { options, votes }: PollDuel): [string, number][] {
  const [first, second] = votes;
  const [lead, most] = [Math.abs(first - second), Math.max(first, second)];
  const names = first > second ? options : options.toReversed();
  const strength = rule === 'schulze_margins' ? lead : most;
  return lead > 0 ? [[pair(names[0] ?? '', names[1] ?? ''), strength]] : [];
}
