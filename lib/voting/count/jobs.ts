import 'server-only';
import { db, inTransaction } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { letCount } from './steps';

/** Lets count what is closed, complete and not counted, and whose own job is lost. */
export async function countForgottenPolls(): Promise<void> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM polls WHERE state = 'CLOSED' AND disputed_at IS NULL
      AND NOT EXISTS (SELECT FROM unnest(channels) AS way WHERE way IN ('PAPER', 'HANDS')
        AND NOT EXISTS (SELECT FROM count_sheets
          WHERE poll_id = polls.id AND channel = way AND agreed_at IS NOT NULL))
      AND NOT EXISTS (SELECT FROM graphile_worker.jobs WHERE key = 'count-poll ' || polls.id
        AND (attempts < max_attempts OR locked_at IS NOT NULL))`;
  for (const { id } of rows) await inTransaction(async (tx) => ok(await letCount(tx, id)));
}
