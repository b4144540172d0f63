import 'server-only';
import { now } from './clock';
import { DAY_MS } from './day.mjs';
import { db } from './db';
import { AppError } from './errors';
import { markTooMany } from './page-cache';
import { processState } from './process-state.mjs';
import { hashSecret } from './tokens';

export interface RateLimit {
  /** What is counted, e.g. `sign-in`. */
  name: string;
  max: number;
  windowSeconds: number;
}

/** No limit that is thrown as an error lasts longer; the page for it says so, too. */
const LONGEST_SECONDS = 3600;

/** What somebody refused is told: how long they wait at the most, until the end of the window, whenever it began. */
export const waitSaid = ({ windowSeconds } = { windowSeconds: LONGEST_SECONDS }) =>
  ['form.refused.tooMany', { minutes: Math.ceil(windowSeconds / 60) }] as const;

/** Address of the client as the HTTP front saw it; empty outside a request. */
export function clientAddress(): string {
  return processState().requests.getStore()?.address ?? '';
}

/**
 * Counts one try for a subject; the key changes daily and cannot be turned back into an address. A
 * window that was open at midnight goes on until its own end.
 * Account and address each have a count of their own, so rotating one does not help; a pair may only
 * narrow what both allow.
 * @returns whether the try is within the limit
 */
export async function countTry(limit: RateLimit, subject: string): Promise<boolean> {
  const at = now();
  const key = (await keyOfYesterday(limit, subject, at)) ?? keyOf(limit, subject, at);
  const windowEnd = new Date(at.getTime() + limit.windowSeconds * 1000);
  const rows = await db.$queryRaw<{ count: number }[]>`
    INSERT INTO rate_buckets (key, count, window_end) VALUES (${key}, 1, ${windowEnd})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN rate_buckets.window_end < ${at} THEN 1 ELSE rate_buckets.count + 1 END,
      window_end = CASE WHEN rate_buckets.window_end < ${at} THEN ${windowEnd} ELSE rate_buckets.window_end END
    RETURNING count`;
  return (rows[0]?.count ?? 1) <= limit.max;
}

/** The key of a window that began yesterday and is still open. */
async function keyOfYesterday(limit: RateLimit, subject: string, at: Date): Promise<string | null> {
  // Only shortly after midnight can there be one.
  if (at.getTime() % DAY_MS > limit.windowSeconds * 1000) return null;
  const key = keyOf(limit, subject, new Date(at.getTime() - DAY_MS));
  const open = await db.rateBucket.count({ where: { key, windowEnd: { gte: at } } });
  return open > 0 ? key : null;
}

function keyOf(limit: RateLimit, subject: string, at: Date): string {
  const day = at.toISOString().slice(0, 10);
  return hashSecret('rate', `${limit.name}\u0000${subject}\u0000${day}`);
}

/**
 * Takes back a try that came to nothing: counted first and taken back after, of many at once no more than allowed come
 * to something. What is counted and never taken back, because the process was killed, stays counted.
 */
export async function giveTryBack(limit: RateLimit, subject: string): Promise<void> {
  const at = now();
  const key = (await keyOfYesterday(limit, subject, at)) ?? keyOf(limit, subject, at);
  await db.rateBucket.updateMany({
    where: { key, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** As `countTry`, but too many tries are an error. */
export async function requireTry(limit: RateLimit, subject: string): Promise<void> {
  if (!(await countTry(limit, subject))) throw tooMany(limit);
}

/** Counts nothing; where no try is left, that is an error. */
export async function requireTriesLeft(limit: RateLimit, subject: string): Promise<void> {
  const at = now();
  const days = [at, new Date(at.getTime() - DAY_MS)];
  const used = await db.rateBucket.count({
    where: {
      key: { in: days.map((day) => keyOf(limit, subject, day)) },
      count: { gte: limit.max },
      windowEnd: { gte: at },
    },
  });
  if (used > 0) throw tooMany(limit);
}

/** A page says so itself, instead of looking as if there were nothing. */
function tooMany({ name, windowSeconds }: RateLimit): AppError {
  // What is said then would not be true; a day's limit has a sentence of its own.
  if (windowSeconds > LONGEST_SECONDS) throw new RangeError(`${name} lasts longer than is said`);
  markTooMany();
  return new AppError('RATE_LIMITED');
}
