import 'server-only';
import { db } from '@/lib/core/db';

/** Which of these nobody is working on at this moment: whoever waits for a poll keeps others waiting. */
export async function listPollsAtRest(polls: readonly { id: string }[]): Promise<string[]> {
  const ids = polls.map(({ id }) => id);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM polls WHERE id = ANY(${ids}::uuid[]) FOR UPDATE SKIP LOCKED`;
  return rows.map(({ id }) => id);
}
