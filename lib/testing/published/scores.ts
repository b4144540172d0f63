import type { BallotPaper } from '@/lib/elections/results/types';
import { type Counted, exactly, type Found, inLot, least, type Procedure } from './procedure';

/** The most votes or points. */
export function byScores(procedure: Procedure, counted: Counted): Found {
  const { adds, places = 0, equals } = procedure;
  const { papers } = counted;
  if (!adds) return { winners: [] };
  const options = inLot(counted.options);
  const given = ({ choices, points }: BallotPaper, id: string) => {
    const place = choices.indexOf(id);
    if (place < 0) return 0;
    return adds === 'points' ? (points[place] ?? 0) : 1;
  };
  const score = (id: string) => papers.reduce((sum, paper) => sum + given(paper, id), 0);
  let winners: string[] = [];
  let rest = options.map(({ id }) => id);
  while (winners.length < places && rest.length > 0) {
    const best = least(rest, (id) => exactly(-score(id)));
    rest = rest.filter((id) => !best.includes(id));
    const free = places - winners.length;
    if (best.length <= free || equals === 'all') winners = [...winners, ...best];
    else if (equals === 'lot') winners = [...winners, ...best.slice(0, free)];
    else break;
  }
  return { winners };
}
