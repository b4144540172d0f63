import 'server-only';
import { db } from '@/lib/core/db';

/**
 * Gives a job to each mail that waits without one that would still send it. Done twice at the same
 * moment it gives one: the queue knows the mail's key.
 */
export async function queueForgottenMails(): Promise<void> {
  await db.$executeRaw`
    SELECT graphile_worker.add_job(
      CASE WHEN mail.expires_at IS NULL THEN 'send-mail' ELSE 'send-code' END,
      json_build_object('mailId', mail.id), max_attempts => 25, priority => 10,
      job_key => 'mail ' || mail.id, job_key_mode => 'unsafe_dedupe')
    FROM outgoing_mails AS mail
    WHERE mail.state = 'QUEUED' AND NOT EXISTS (
      SELECT FROM graphile_worker._private_jobs AS job
      WHERE job.payload ->> 'mailId' = mail.id::text
        AND (job.attempts < job.max_attempts OR job.locked_at IS NOT NULL))`;
}
