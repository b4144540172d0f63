import 'server-only';
import { db, inTransaction, type Tx } from '@/lib/core/db';
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
      SELECT subject_id::text AS "subjectId", detail, after::text AS after, said
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

/**
 * The same where people would misunderstand the second of two things if they heard it first: what was to be told of
 * the same subject before goes before.
 */
export async function tellInOrder(tellingId: string, batch: Batch): Promise<void> {
  const rounds = await db.$queryRaw<{ id: string }[]>`
    SELECT before.id::text FROM tellings AS this JOIN tellings AS before
      ON before.name = this.name AND before.subject_id = this.subject_id AND before.id <= this.id
    WHERE this.id = ${tellingId}::uuid ORDER BY before.id`;
  for (const { id } of rounds) await tellInBatches(id, batch);
}

/**
 * Gives a job to each round that waits without one that would still work it off: it was lost with a queue
 * that was not restored, or used up. Done twice at the same moment it gives one: the queue knows the round's key.
 */
export async function resumeTellings(): Promise<void> {
  await db.$executeRaw`
    SELECT graphile_worker.add_job(
      telling.name, json_build_object('tellingId', telling.id), max_attempts => 25,
      job_key => 'telling ' || telling.id, job_key_mode => 'replace')
    FROM tellings AS telling
    WHERE NOT EXISTS (
      SELECT FROM graphile_worker._private_jobs AS job
      WHERE job.payload ->> 'tellingId' = telling.id::text
        AND (job.attempts < job.max_attempts OR job.locked_at IS NOT NULL))`;
}
