import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/core/db';
import { processState } from '@/lib/core/process-state.mjs';
import { testDatabase } from '@/lib/testing/database';
import { ownerDb } from '@/lib/testing/owner';
import { type JobRunners, startWorker } from './worker';

testDatabase();

const LOOK_MS = 100;
let done: string[] = [];
let work: (pollId: string) => Promise<void>;

const nothing = async () => undefined;
const runners: Partial<JobRunners> = {
  'seal-poll': ({ pollId }) => work(pollId),
  sweep: nothing,
  'catch-up': nothing,
};

const start = (pace: { stopMs?: number } = {}) =>
  startWorker(runners, { lookMs: LOOK_MS, ...pace });
const stop = async () => {
  await processState().stopBackground?.();
  delete processState().stopBackground;
};

beforeEach(async () => {
  done = [];
  work = async (pollId) => void done.push(pollId);
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});
afterEach(stop);

const add = (pollId: string, queue: string | null = null) => db.$executeRaw`
  SELECT graphile_worker.add_job('seal-poll', json_build_object('pollId', ${pollId}::text), queue_name => ${queue})`;

/** As a process leaves the queue that takes everything there is and is killed. */
async function takenBy(name: string): Promise<void> {
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = ${name}, locked_at = now()`;
  await db.$executeRaw`UPDATE graphile_worker._private_job_queues SET locked_by = ${name}, locked_at = now()`;
}

const left = () => db.$queryRaw<{ lockedBy: string | null }[]>`
  SELECT locked_by AS "lockedBy" FROM graphile_worker.jobs WHERE task_identifier = 'seal-poll'`;

/** Another process, as far as the queue can see. */
async function neighbour(name: string) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('SELECT pg_advisory_lock_shared(7310044, hashtext($1))', [name]);
  return client;
}

describe('a crew that can take nothing', () => {
  it('says so, and is begun anew where the queue could not learn what its tasks are called', async () => {
    const codes: string[] = [];
    const lines: string[] = [];
    const output = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
      lines.push(String(line));
      return true;
    });
    const told = () => lines.filter((line) => line.includes('worker.tookNothing'));
    await db.$executeRaw`SELECT graphile_worker.add_job('send-code', '{"mailId":"a"}'::json)`;
    await ownerDb.$executeRaw`ALTER TABLE graphile_worker._private_tasks RENAME TO away_tasks`;
    try {
      await startWorker({ 'send-code': async ({ mailId }) => void codes.push(mailId) });
      await vi.waitFor(() => expect(told()).toHaveLength(1), 12_000);
    } finally {
      output.mockRestore();
      await ownerDb.$executeRaw`ALTER TABLE graphile_worker.away_tasks RENAME TO _private_tasks`;
    }
    await vi.waitFor(() => expect(codes).toEqual(['a']), 12_000);
  });
});

describe('a job', () => {
  it('of a process that was killed is done by the next one within seconds, once, also in a queue', async () => {
    await add('alone');
    await add('in-a-row', 'row');
    await takenBy('pool-of-the-dead');
    await start();
    await vi.waitFor(() => expect(done.sort()).toEqual(['alone', 'in-a-row']), 5000);
    await stop();
    expect(await left()).toEqual([]);
    expect(done).toHaveLength(2);
  });

  it('of a process that lives is left to it, and done once it is dead', async () => {
    const other = await neighbour('pool-of-the-neighbour');
    await add('mine');
    await takenBy('pool-of-the-neighbour');
    await start();
    await add('yours');
    await vi.waitFor(() => expect(done).toEqual(['yours']), 5000);
    await new Promise((resolve) => setTimeout(resolve, 5 * LOOK_MS));
    expect(done).toEqual(['yours']);
    await other.end();
    await vi.waitFor(() => expect(done).toEqual(['yours', 'mine']), 5000);
  });

  it('that runs is seen by the others from its first moment', async () => {
    let seen: unknown[] = [];
    work = async (pollId) => {
      const { rows } = await other.query(
        `SELECT FROM graphile_worker.jobs JOIN pg_locks ON locktype = 'advisory'
           AND objid::bigint = hashtext(locked_by) & 4294967295 AND classid = 7310044
         WHERE task_identifier = 'seal-poll'`,
      );
      seen = rows;
      done.push(pollId);
    };
    const other = await neighbour('somebody-else');
    await add('first');
    await start();
    await vi.waitFor(() => expect(done).toEqual(['first']), 5000);
    await other.end();
    expect(seen).toHaveLength(1);
  });

  it('that takes too long when the process is asked to stop is put back at once', async () => {
    let begun = false;
    work = () => {
      begun = true;
      return new Promise(() => undefined);
    };
    await add('endless');
    await start({ stopMs: 200 });
    await vi.waitFor(() => expect(begun).toBe(true), 5000);
    await stop();
    expect(await left()).toEqual([{ lockedBy: null }]);
  });

  it('is done although the database ended all connections in the middle of one', async () => {
    const other = await neighbour('somebody-else');
    let cut = false;
    work = async (pollId) => {
      if (!cut) {
        cut = true;
        await other.query(`
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`);
      }
      done.push(pollId);
    };
    await add('before');
    await start();
    await vi.waitFor(() => expect(cut).toBe(true), 5000);
    await other.end();
    await vi.waitFor(() => add('after'), 5000);
    await vi.waitFor(async () => expect(await left()).toEqual([]), 20_000);
    expect(new Set(done)).toEqual(new Set(['before', 'after']));
  });
});
