import { SMALLEST_GROUP } from '@/lib/elections/results/shown';
import type { Sum, SumKind } from '../types';

/** What talks were about and how they went: contacts do not say it any more after twelve months. */
const OF_TALKS: readonly SumKind[] = ['topic', 'mood', 'outcome'];

const talksOf = (sums: readonly Sum[]) =>
  sums.flatMap(({ districtId, kind, key, count }) =>
    districtId !== null && kind === 'met' && key === 'talks' ? [{ id: districtId, count }] : [],
  );

/**
 * Districts of which topics, mood and outcomes of a quarter are counted together alone: those with fewer than five talks,
 * and as many of the next ones as it takes for five. So neither one of them nor all less the others is that of few talks,
 * unless there were so few in all districts.
 * @param sums of one quarter
 */
export function fewTalksIn(sums: readonly Sum[]): ReadonlySet<string> {
  const few = new Set<string>();
  let talks = 0;
  const all = talksOf(sums).toSorted((a, b) => a.count - b.count || (a.id < b.id ? -1 : 1));
  for (const { id, count } of all) {
    const isTogether = talks === 0 || talks >= SMALLEST_GROUP;
    if (count >= SMALLEST_GROUP && isTogether) break;
    few.add(id);
    talks += count;
  }
  return few;
}

/** The same sums as they are kept: what is counted together alone is of no district. @param sums of one quarter */
export function putTogether(sums: readonly Sum[]): Sum[] {
  const few = fewTalksIn(sums);
  const kept: Sum[] = [];
  const rests = new Map<string, Sum>();
  for (const one of sums) {
    const { districtId, kind, key, count } = one;
    if (districtId === null || !few.has(districtId) || !OF_TALKS.includes(kind)) kept.push(one);
    else {
      const name = `${kind} ${key}`;
      const before = rests.get(name)?.count ?? 0;
      rests.set(name, { districtId: null, kind, key, count: before + count });
    }
  }
  return [...kept, ...rests.values()];
}

/** Talks of a district of which it is not said there what they were about. @param quarters sums of each as they are kept */
export function talksUntold(quarters: Iterable<readonly Sum[]>, districtId: string | null): number {
  let untold = 0;
  for (const sums of quarters)
    if (districtId !== null && fewTalksIn(sums).has(districtId))
      untold += talksOf(sums).find(({ id }) => id === districtId)?.count ?? 0;
  return untold;
}
