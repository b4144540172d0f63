import type { BallotPaper } from '@/lib/voting/types';
import type { Counted, Found, Procedure } from './procedure';

/** Every two compared, and the chains of wins. */
export function byPairs(procedure: Procedure, { options, papers }: Counted): Found {
  const { pairs, strength, chains, beats, unbeaten, equals } = procedure;
  const ids = options.map(({ id }) => id);
  const place = ({ choices }: BallotPaper, id: string) =>
    choices.includes(id) ? choices.indexOf(id) : choices.length;
  const higher = (a: string, b: string) =>
    papers.filter((paper) => place(paper, a) < place(paper, b)).length;
  const win = (a: string, b: string) => {
    const [own, others] = [higher(a, b), higher(b, a)];
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
  const prevails = (a: string, b: string) =>
    beats === true && a !== b && strongest(a, b) > strongest(b, a);
  const winners = ids.filter((id) => unbeaten && !ids.some((other) => prevails(other, id)));
  return { winners: winners.length > 1 && equals !== 'all' ? [] : winners };
}
