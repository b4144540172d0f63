import 'server-only';
import { inTransaction, type Tx } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import type { Round } from './types';

/** People of one transaction: few enough that nobody waits for it. */
const BATCH = 200;

/** Tells the next people of a round; answers with the last row told, or null when there was nobody left. */
export type Batch = (tx: Tx, round: Round, most: number) => Promise<string | null>;

/**
 * Works off one round of telling. Each batch and how far it came are one transaction: whatever breaks in
 * between, everybody is told once.
 */
export async function tellInBatches(tellingId: string, batch: Batch, most = BATCH): Promise<void> {
  while (await tellNext(tellingId, batch, most)) {
    // Each turn is a transaction of its own.
  }
}

async function tellNext(tellingId: string, batch: Batch, most: number): Promise<boolean> {
  const told = await inTransaction(async (tx) => {
    const [round] = await tx.$queryRaw<Round[]>`
      SELECT subject_id::text AS "subjectId", detail, after::text AS after
      FROM tellings WHERE id = ${tellingId}::uuid FOR UPDATE`;
    if (!round) return ok(false);
    const after = await batch(tx, round, most);
    const where = { id: tellingId };
    if (after === null) await tx.telling.delete({ where, select: { id: true } });
    else await tx.telling.update({ where, data: { after }, select: { id: true } });
    return ok(after !== null);
  });
  return told.ok && told.value;
}
