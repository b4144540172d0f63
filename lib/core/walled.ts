import 'server-only';
import type pg from 'pg';
import { endPool, makePool } from './database-pool.mjs';
import { submittedForm } from './db';
import { readEnv } from './env.mjs';
import { log } from './log.mjs';
import { walledUrl } from './walled-url.mjs';

/**
 * The second way into the database, with a role of its own that sees nothing of the rest of it, as the rest
 * sees nothing of what lies there. The database says itself whether that is so.
 */

/** Few: a handful of people counsel, and a booking takes a moment. */
const CONNECTIONS = 4;

const holder = globalThis as typeof globalThis & { stadtteilforumWalled?: pg.Pool };

/** Asks one thing; rows as they lie in the database. */
export type Ask = <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

/** Nobody of that name, no password, no such schema or function: there is no wall here. */
const NO_WALL = new Set(['28P01', '28000', '3F000', '42883', '42501']);

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

function pool(): pg.Pool | null {
  const url = walledUrl(readEnv());
  if (url === '') return null;
  holder.stadtteilforumWalled ??= makePool({
    ...{ url, max: CONNECTIONS, name: 'stadtteilforum-beratung' },
  });
  return holder.stadtteilforumWalled;
}

/**
 * Runs one transaction behind the wall.
 * @param key proves who counsels; empty where nobody does
 * @returns `null`: no wall stands, and nothing was asked
 */
export async function behindTheWall<T>(
  key: string,
  work: (ask: Ask) => Promise<T>,
): Promise<T | null> {
  const client = await entered(key);
  if (client === null) return null;
  try {
    const answer = await work(
      async <Row extends object>(sql: string, values = [] as readonly unknown[]) => {
        const { rows } = await client.query<Row>(sql, [...values]);
        return rows;
      },
    );
    // Before its answer: a line that breaks here leaves open whether it was written.
    const form = submittedForm.getStore();
    if (form) form.mayBeSaved = true;
    await client.query('COMMIT');
    client.release();
    return answer;
  } catch (error) {
    await client.query('ROLLBACK').then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
}

/** Said once until it stands again: whoever runs the house asks `npm run doctor` then. */
let isSaidDown = false;

function isDown(reason: string): null {
  if (!isSaidDown) log('warn', 'wall.missed', { reason });
  isSaidDown = true;
  return null;
}

/** Only a start makes the role, so where there is none nobody asks again for a while. */
const AGAIN_SECONDS = 600;
let askAgainAt = 0;

async function connected(): Promise<pg.PoolClient | null> {
  if (process.uptime() < askAgainAt) return null;
  try {
    return (await pool()?.connect()) ?? null;
  } catch (error) {
    if (!NO_WALL.has(codeOf(error))) throw error;
    askAgainAt = process.uptime() + AGAIN_SECONDS;
    return isDown('role');
  }
}

/** A connection in a transaction that has brought its key. */
async function entered(key: string): Promise<pg.PoolClient | null> {
  const client = await connected();
  if (client === null) return null;
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ up: boolean }>(
      "SELECT counselling.is_up() AS up, set_config('counselling.key', $1, true)",
      [key],
    );
    if (rows[0]?.up) {
      isSaidDown = false;
      return client;
    }
    client.release(true);
    return isDown('rights');
  } catch (error) {
    client.release(true);
    if (NO_WALL.has(codeOf(error))) return isDown('schema');
    throw error;
  }
}

/** For whoever ends a database that others still ask. */
export async function leaveWall(): Promise<void> {
  const { stadtteilforumWalled } = holder;
  askAgainAt = 0;
  Reflect.deleteProperty(holder, 'stadtteilforumWalled');
  if (stadtteilforumWalled) await endPool(stadtteilforumWalled, 2000);
}
