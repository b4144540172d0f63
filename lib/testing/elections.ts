import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { count, type RuleName } from '@/lib/elections/methods/count.mjs';
import type { Election } from '@/lib/elections/types';

/** Elections other people counted too; they lie beside the project, never in it. */
const DATA = process.env.CONFORMANCE_DATA ?? '../shared/data';

const dataFile = (...parts: string[]) => path.join(DATA, ...parts);

export const readData = (...parts: string[]): string => readFileSync(dataFile(...parts), 'utf8');

export const readJson = <T>(...parts: string[]): T => JSON.parse(readData(...parts)) as T;

/** Tells in one line what is not there; for `skip(...missing('folder'))`. */
export function missing(...parts: string[]): [boolean, string] {
  return [!existsSync(dataFile(...parts)), `${dataFile(...parts)} is not on this machine`];
}

interface ProjectWishes {
  /** Cost by id, in the smallest amount. */
  costs: Record<string, number>;
  /** Who supports what, each paper with how many. */
  votes: readonly (readonly [number, readonly string[]])[];
  budget: number;
  unit?: number;
}

/** Projects that cost something and the papers that name them. */
export function budgetElection({ costs, votes, budget, unit = 1 }: ProjectWishes): Election {
  const ids = Object.keys(costs);
  return {
    candidates: ids.map((id) => ({ id, cost: BigInt(costs[id] ?? 0), withdrawn: false })),
    papers: votes.map(([number, names]) => ({
      count: number,
      ranks: names.length > 0 ? [names.map((name) => ids.indexOf(name))] : [],
    })),
    seats: 1,
    unit: BigInt(unit),
    budget: BigInt(budget),
    lot: ids.map((_, index) => index),
  };
}

export const winnersOf = (rule: RuleName, election: Election): readonly string[] =>
  count(rule, election).winners;

/** `'A B=C'`: A first, then B and C as equals; `-` is a rank left out. */
export function rankedElection(
  names: string,
  papers: readonly (readonly [number, string])[],
  seats = 1,
): Election {
  const ids = names.split(' ');
  const rank = (text: string) =>
    text === '-' ? [] : text.split('=').map((name) => ids.indexOf(name));
  return {
    candidates: ids.map((id) => ({ id, cost: 0n, withdrawn: false })),
    papers: papers.map(([number, ranks]) => ({
      count: number,
      ranks: ranks === '' ? [] : ranks.split(' ').map(rank),
    })),
    seats,
    unit: 1n,
    budget: null,
    lot: ids.map((_, index) => index),
  };
}
