import 'server-only';
import { db } from '@/lib/core/db';

/**
 * Gives a job to each round of telling that has none which would still go on with it: the queue does not come
 * back with a backup, and a job may have used up its tries. Done twice at the same moment it gives one.
 */
export async function queueForgottenTellings(): Promise<void> {
  await db.$executeRaw`
    SELECT graphile_worker.add_job(round.name, json_build_object('tellingId', round.id),
      max_attempts => 25, job_key => 'telling ' || round.id, job_key_mode => 'unsafe_dedupe')
    FROM tellings AS round
    WHERE NOT EXISTS (
      SELECT FROM graphile_worker._private_jobs AS job
      WHERE job.payload ->> 'tellingId' = round.id::text
        AND (job.attempts < job.max_attempts OR job.locked_at IS NOT NULL))`;
}
