import 'server-only';
import type { Tx } from '@/lib/core/db';

/** Numbers of a proposal and of all it is joined to: where a number changes when one of its supporters does. */
export async function numbersUpwards(tx: Tx, ids: readonly string[]): Promise<number[]> {
  const rows = await tx.$queryRaw<{ number: number }[]>`
    SELECT number FROM numbers_upwards(${[...ids]}::uuid[]) AS number`;
  return rows.map(({ number }) => number);
}
