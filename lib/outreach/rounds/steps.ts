import 'server-only';
import type { Tx } from '@/lib/core/db';
import { folded } from '@/lib/core/folded';
import { type Refused, refused } from '@/lib/core/result';
import { placeProblem, traceProblem } from '../traces/rules';
import { WALKER_ROLES } from './rules';
import type { Stop } from './types';

/** @param kept the district it has already, also when that is not looked after any more */
export async function districtProblem(tx: Tx, id: string, kept?: string): Promise<Refused | null> {
  const found = await tx.district.findFirst({
    where: { id, ...(kept === id ? {} : { active: true }) },
    select: { id: true },
  });
  return found ? null : refused('form.error.choose', {}, 'districtId');
}

/** The first text of a round that leads to a person; a place of the settings is called as it is called there. */
export async function textProblem(
  tx: Tx,
  texts: {
    place?: string;
    stops?: readonly Stop[];
    materials?: string;
    reason?: string;
    learnt?: string;
  },
): Promise<Refused | null> {
  const { place = '', stops = [] } = texts;
  const places = place === '' ? [] : await tx.place.findMany({ select: { name: true } });
  const problemOf = (words: string) =>
    placeProblem(
      words,
      places.some(({ name }) => folded(name) === folded(words)),
    );
  const further = stops.map((stop) => problemOf(stop.place)).find((problem) => problem !== null);
  const { materials = '', reason = '', learnt = '' } = texts;
  return (
    problemOf(place) ??
    (further ? { ...further, field: 'stops' } : traceProblem({ materials, reason, learnt }))
  );
}

/** Only people of the office go; who went before may stay named when the right has ended since. */
export async function walkersProblem(
  tx: Tx,
  wanted: readonly string[],
  roundId?: string,
): Promise<Refused | null> {
  const ids = [...new Set(wanted)];
  const people = await tx.user.findMany({
    where: { id: { in: ids }, roles: { some: { role: { in: [...WALKER_ROLES] } } } },
    select: { id: true },
  });
  const kept = roundId
    ? await tx.outreachWalker.findMany({ where: { roundId }, select: { userId: true } })
    : [];
  const may = new Set([...people.map(({ id }) => id), ...kept.map(({ userId }) => userId)]);
  return ids.every((id) => may.has(id)) ? null : refused('form.error.choose', {}, 'walkers');
}
