import { afterEach, expect, inject, it } from 'vitest';
import { openLine } from '../testing/silent-line';
import { endPool, makePool } from './database-pool.mjs';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function poolOnLine(limits: { connectMs?: number } = {}) {
  const line = await openLine(inject('postgresUrl'));
  const quick = { patienceMs: 200, lookMs: 50 };
  const pool = makePool({ url: line.url, max: 2, name: 'test', ...quick, ...limits });
  cleanups.push(line.close, () => pool.end());
  await Promise.all([pool.query('SELECT 1'), pool.query('SELECT 1')]);
  return { line, pool };
}

it('whose line lost a question says so within seconds, and the next one is answered', async () => {
  const { line, pool } = await poolOnLine();
  line.silence(true);
  const asked = pool.query('SELECT 1');
  const inTransaction = pool.connect().then(async (client) => {
    try {
      return await client.query('BEGIN');
    } finally {
      client.release();
    }
  });
  const lost = Promise.allSettled([asked, inTransaction]);
  // Both are sent as soon as a connection is free, and both are: here they are lost.
  await new Promise((resolve) => setTimeout(resolve, 20));
  line.silence(false);
  for (const { status, ...rest } of await lost) {
    expect([status, String((rest as { reason?: unknown }).reason)]).toEqual([
      'rejected',
      'Error: Connection terminated unexpectedly',
    ]);
  }
  expect((await pool.query('SELECT 1 AS here')).rows).toEqual([{ here: 1 }]);
});

it('whose database cannot be reached at all says so too', async () => {
  const { line, pool } = await poolOnLine({ connectMs: 500 });
  line.silence(true);
  await expect(pool.query('SELECT 1')).rejects.toThrow(/Connection terminated/);
});

it('leaves alone what only takes long', async () => {
  const { pool } = await poolOnLine();
  const slow = pool.query('SELECT pg_sleep(1)');
  const blocker = await pool.connect();
  await blocker.query('SELECT pg_advisory_lock(99)');
  setTimeout(
    () => blocker.query('SELECT pg_advisory_unlock(99)').then(() => blocker.release()),
    900,
  );
  expect((await slow).rowCount).toBe(1);
  expect((await pool.query('SELECT pg_advisory_xact_lock(99)')).rowCount).toBe(1);
});

it('ends although somebody never gives a connection back', async () => {
  const pool = makePool({ url: inject('postgresUrl'), max: 2, name: 'test-never-back' });
  const held = await pool.connect();
  const cut = new Promise((resolve) => held.once('end', resolve));
  await endPool(pool, 100);
  await cut;
  await expect(held.query('SELECT 1')).rejects.toThrow();
});
