import { compare } from '@/lib/elections/methods/fraction.mjs';
import { type Counted, costOf, inLot, type Procedure, spentOn, votesFor } from './procedure';

/** Projects in their turns, on top of what is bought already. */
export function byTurns(
  procedure: Procedure,
  counted: Counted,
  money: { cents: number; bought: readonly string[] },
): string[] {
  const spend = (bought: string[], id: string) =>
    spentOn(counted, [...bought, id]) <= money.cents ? [...bought, id] : bought;
  const turns = procedure.fits ? turnsOf(procedure, counted) : [];
  return turns.filter((id) => !money.bought.includes(id)).reduce(spend, [...money.bought]);
}

/** In which order projects have their turns; of equals only where a lot tells. */
function turnsOf(procedure: Procedure, counted: Counted): string[] {
  const turns: string[] = [];
  let rest = inLot(counted.options).map(({ id }) => id);
  for (;;) {
    const next = nextOf(procedure, counted, rest);
    if (next.length === 0) return turns;
    if (next.length === 1 || procedure.equals === 'lot') turns.push(...next);
    rest = rest.filter((id) => !next.includes(id));
  }
}

/** Whose turn it is; several when they are equal. */
function nextOf({ worth, freeFirst }: Procedure, counted: Counted, rest: readonly string[]) {
  const free = rest.filter((id) => freeFirst && costOf(counted, id) === 0);
  if (free.length > 0) return free;
  const ranked = rest.flatMap((id) => {
    const value = worth?.(votesFor(counted, id), costOf(counted, id));
    return value ? [{ id, value }] : [];
  });
  return ranked
    .filter(({ value }) => ranked.every((other) => compare(value, other.value) >= 0))
    .map(({ id }) => id);
}
