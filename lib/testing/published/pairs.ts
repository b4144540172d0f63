import type { BallotPaper } from '@/lib/elections/results/types';
import type { Counted, Found, Procedure } from './procedure';

/** Every two compared, and the chains of wins. */
export function byPairs(procedure: Procedure, counted: Counted): Found {
  const { unbeaten, equals } = procedure;
  const prevails = prevailing(procedure, counted);
  const ids = counted.options.map(({ id }) => id);
  const winners = ids.filter((id) => unbeaten && !ids.some((other) => prevails(other, id)));
  return { winners: winners.length > 1 && equals !== 'all' ? [] : winners };
}

/** On how many ballots the one stands higher than the other. */
export function higherOn({ papers }: Pick<Counted, 'papers'>, a: string, b: string): number {
  const place = ({ choices }: BallotPaper, id: string) =>
    choices.includes(id) ? choices.indexOf(id) : choices.length;
  return papers.filter((paper) => place(paper, a) < place(paper, b)).length;
}

/** Who prevails over whom, as far as the sentences say. */
export function prevailing(
  { pairs, strength, chains, beats }: Procedure,
  { options, papers }: Counted,
): (a: string, b: string) => boolean {
  const ids = options.map(({ id }) => id);
  const win = (a: string, b: string) => {
    const [own, others] = [higherOn({ papers }, a, b), higherOn({ papers }, b, a)];
    return pairs && strength && own > others ? strength(own, others) : 0;
  };
  const wins = new Map(ids.map((a) => [a, new Map(ids.map((b) => [b, win(a, b)]))]));
  const direct = (a: string, b: string) => wins.get(a)?.get(b) ?? 0;
  // Every way without going through anybody twice: slow, and nothing but what the sentence says.
  const strongest = (from: string, to: string, seen: readonly string[] = []): number => {
    const longer = ids
      .filter((next) => next !== to && next !== from && !seen.includes(next))
      .filter((next) => direct(from, next) > 0)
      .map((next) => Math.min(direct(from, next), strongest(next, to, [...seen, from])));
    return Math.max(direct(from, to), ...(chains ? longer : []));
  };
  return (a, b) => beats === true && a !== b && strongest(a, b) > strongest(b, a);
}
