import 'server-only';
import { now } from './clock';
import { db } from './db';
import { AppError } from './errors';
import { processState } from './process-state.mjs';
import { hashSecret } from './tokens';

export interface RateLimit {
  /** What is counted, e.g. `sign-in`. */
  name: string;
  max: number;
  windowSeconds: number;
}

/** Address of the client as the HTTP front saw it; empty outside a request. */
export function clientAddress(): string {
  return processState().requests.getStore()?.address ?? '';
}

/**
 * Counts one try for a subject; the key changes daily and cannot be turned back into an address.
 * Account and address each have a count of their own, so rotating one does not help; a pair may only
 * narrow what both allow.
 * @returns whether the try is within the limit
 */
export async function countTry(limit: RateLimit, subject: string): Promise<boolean> {
  const at = now();
  const key = hashSecret(
    'rate',
    `${limit.name}\u0000${subject}\u0000${at.toISOString().slice(0, 10)}`,
  );
  const windowEnd = new Date(at.getTime() + limit.windowSeconds * 1000);
  const rows = await db.$queryRaw<{ count: number }[]>`
    INSERT INTO rate_buckets (key, count, window_end) VALUES (${key}, 1, ${windowEnd})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN rate_buckets.window_end < ${at} THEN 1 ELSE rate_buckets.count + 1 END,
      window_end = CASE WHEN rate_buckets.window_end < ${at} THEN ${windowEnd} ELSE rate_buckets.window_end END
    RETURNING count`;
  return (rows[0]?.count ?? 1) <= limit.max;
}

/** As `countTry`, but too many tries are an error. */
export async function requireTry(limit: RateLimit, subject: string): Promise<void> {
  if (!(await countTry(limit, subject))) throw new AppError('RATE_LIMITED');
}
