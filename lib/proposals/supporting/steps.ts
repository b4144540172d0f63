import 'server-only';
import type { Tx } from '@/lib/core/db';

/** Numbers of a proposal and of all it is joined to: where a number changes when one of its supporters does. */
export async function numbersUpwards(tx: Tx, ids: readonly string[]): Promise<number[]> {
  const rows = await tx.$queryRaw<{ number: number }[]>`
    WITH RECURSIVE upwards (id, number, lead) AS (
      SELECT id, number, merged_into_id FROM proposals WHERE id = ANY(${[...ids]}::uuid[])
      UNION
      SELECT p.id, p.number, p.merged_into_id FROM upwards JOIN proposals p ON p.id = upwards.lead
    )
    SELECT DISTINCT number FROM upwards`;
  return rows.map(({ number }) => number);
}
