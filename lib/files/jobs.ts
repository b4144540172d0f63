import 'server-only';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db, inTransaction } from '@/lib/core/db';
import { readEnv } from '@/lib/core/env.mjs';
import { ok } from '@/lib/core/result';
import { openStorage, type Storage } from './storage.mjs';

/** Held by a backup too: what it has seen named does not go before it has read it. */
const FILES_LOCK = 7_310_042;
const AT_ONCE = 50;
/** A service may take its time for each of them. */
const SECONDS = 120;

/**
 * Removes files nobody names any more, and those that somebody brought in and then did not come to name:
 * a form that was refused, a process that was killed. These have a day.
 */
export async function sweepFiles(): Promise<void> {
  const storage = openStorage(readEnv());
  const dayAgo = new Date(now().getTime() - DAY_MS);
  await storage.clearIncoming(dayAgo);
  if (await isDatabasePutAside()) return;
  for (let more = true; more; ) more = await sweepSome(storage, dayAgo);
}

/** Whoever takes back the database from before a restore shall find everything that it names. */
async function isDatabasePutAside(): Promise<boolean> {
  const [found] = await db.$queryRaw<{ aside: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM pg_database WHERE datname ~ '_before_restore_[0-9]{14}$'
        AND left(datname, -30) = left(current_database(), 33)
    ) AS aside`;
  return found?.aside === true;
}

/** @returns whether there may be more */
async function sweepSome(storage: Storage, dayAgo: Date): Promise<boolean> {
  const swept = await inTransaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ got: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(${FILES_LOCK}) AS got`;
    if (!lock?.got) return ok(0);
    // The row goes first: where another one names it after all, the database refuses and the file stays.
    const gone = await tx.$queryRaw<{ id: string }[]>`
      DELETE FROM stored_files WHERE id IN (
        SELECT id FROM stored_files
        WHERE freed_at IS NOT NULL OR kept_at IS NULL AND created_at < ${dayAgo}
        ORDER BY id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
      RETURNING id::text`;
    for (const { id } of gone) await storage.remove(id);
    return ok(gone.length);
  }, SECONDS);
  return swept.ok && swept.value === AT_ONCE;
}
