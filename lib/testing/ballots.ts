import type { BallotPaper, ElectionRule } from '@/lib/elections/results/types';

/** Ballots by the letters of the options, `AB` naming the first two: three of them as `['AB', 3]`. */
export function papersOf(rule: ElectionRule, ...ballots: [string, number][]): BallotPaper[] {
  return ballots.flatMap(([letters, times]) => {
    const choices = [...letters].map((letter) => rule.options[letter.charCodeAt(0) - 65]?.id ?? '');
    const points = rule.method === 'POINTS' ? choices.map(() => 3) : [];
    return Array.from({ length: times }, () => ({ choices, points }));
  });
}
