import 'server-only';
import type { Tx } from '@/lib/core/db';
import type { Jobs } from './types';

/** How jobs stand to others that wait. */
interface JobOrder {
  /** Jobs of one queue are done one after the other, so together they take one place at most. */
  queue?: string;
  /** Lower goes first; 0 where nothing is said. */
  priority?: number;
}

/**
 * Adds a background job in the running transaction: it runs if and only if the transaction commits.
 * @param runAt not before this instant
 */
export async function addJob<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  runAt: Date | null = null,
): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json,
      run_at => coalesce(${runAt}::timestamptz, now()), max_attempts => 25)`;
}

/**
 * The same for what must not wait twice: a job of this key that waits already stays as it is, one that was given up
 * begins anew.
 * @param order.key of what is to be done
 * @param order.queue jobs of one queue are done one after the other
 */
export async function addJobOnce<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  { key, queue }: { key: string; queue: string },
): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, queue_name => ${queue},
      max_attempts => 25, job_key => ${key})
    WHERE NOT EXISTS (SELECT FROM graphile_worker.jobs WHERE key = ${key} AND locked_at IS NULL
      AND attempts < max_attempts)`;
}

/** The same for many payloads in one statement. */
export async function addJobs<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  payloads: readonly Jobs[Name][],
  { queue, priority = 0 }: JobOrder = {},
): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_jobs(array_agg(json_populate_record(NULL::graphile_worker.job_spec,
      json_build_object('identifier', ${name}::text, 'payload', payload, 'max_attempts', 25,
        'queue_name', ${queue ?? null}::text, 'priority', ${priority}::int))))
    FROM json_array_elements(${JSON.stringify(payloads)}::json) AS payload`;
}
