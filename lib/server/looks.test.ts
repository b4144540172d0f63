import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { DropListener } from './drop-listener.mjs';
import { inTime } from './in-time.mjs';
import { LookPool } from './look-pool.mjs';
import {
  compareMigrations,
  hasRoom,
  hearsChanges,
  neededMigrations,
  queueMoves,
  STANDING_MINUTES,
  takesWrites,
  withoutBeats,
} from './looks.mjs';
import { Readiness } from './readiness.mjs';

testDatabase();

let database: LookPool;
const needed = neededMigrations(process.cwd());

beforeAll(() => {
  database = new LookPool(process.env.DATABASE_URL ?? '');
});
afterAll(() => database.close());

describe('the database', () => {
  it('takes a write', async () => {
    expect(await takesWrites(database)()).toBe(true);
    expect(await db.operationMark.count({ where: { name: 'heartbeat' } })).toBe(1);
    expect(await takesWrites(database)()).toBe(true);
  });

  it('that only reads does not', async () => {
    const url = new URL(process.env.DATABASE_URL ?? '');
    url.searchParams.set('options', '-c default_transaction_read_only=on');
    const reading = new LookPool(url.href);
    await expect(takesWrites(reading)()).rejects.toMatchObject({ code: '25006' });
    await reading.close();
  });

  it('has what the program needs; more does not matter, less does', async () => {
    const newest = fs.readdirSync(path.join(process.cwd(), 'prisma/migrations')).length;
    expect(needed.length).toBeGreaterThan(newest / 2);
    expect(await compareMigrations(database, needed)).toEqual({ missing: 0, unknown: 0 });
    const more = [...needed, '29990101000000_later'];
    expect(await compareMigrations(database, more)).toEqual({ missing: 1, unknown: 0 });
    expect(await compareMigrations(database, needed.slice(1))).toEqual({ missing: 0, unknown: 1 });
  });
});

describe('changes', () => {
  it('are heard as long as somebody listens', async () => {
    await expect(inTime(hearsChanges(database)(), 200)).rejects.toThrow('too late');
    const listener = new DropListener(process.env.DATABASE_URL ?? '');
    await listener.start();
    expect(await inTime(hearsChanges(database)(), 1500)).toBe(true);
    await listener.stop();
  });

  it('are none where only a sign of life was heard', () => {
    expect(withoutBeats(['beat.0123'])).toEqual([]);
    expect(withoutBeats(['polls', 'beat.0123', '*'])).toEqual(['polls', '*']);
  });
});

describe('the disk', () => {
  it.each([
    ['plenty', 1e6, true],
    ['what one needs', 32_768, true],
    ['less than that', 32_767, false],
    ['nothing', 0, false],
  ])('with %s left', async (_name, bavail, good) => {
    const look = hasRoom('/data', async () => ({ bavail, blocks: 1e6, bsize: 4096 }));
    expect(await look()).toBe(good);
  });

  it('that cannot be looked at is no disk', async () => {
    await expect(hasRoom('/data', () => Promise.reject(new Error('gone')))()).rejects.toThrow();
  });

  it('of a folder nobody has needed yet is that of the one above', async () => {
    expect(await hasRoom(path.join(process.cwd(), 'nowhere', 'deep'))()).toBe(true);
  });
});

describe('the queue', () => {
  const addJob = (minutesAgo: number) =>
    db.$queryRaw`SELECT graphile_worker.add_job('sweep', '{}', run_at => now() - make_interval(mins => ${minutesAgo}::int)) IS NULL`;
  const lock = (minutesAgo: number | null) =>
    db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now() - make_interval(mins => ${minutesAgo}::int)
      WHERE id = (SELECT min(id) FROM graphile_worker._private_jobs)`;

  it('stands still when something is long due and nobody works', async () => {
    let time = 0;
    const look = queueMoves(database, () => time);
    const later = async (milliseconds: number) => {
      time += milliseconds;
      return await look();
    };
    expect(await look()).toBe(true);
    await addJob(STANDING_MINUTES - 1);
    await addJob(0);
    expect(await later(60_000)).toBe(true);
    await addJob(STANDING_MINUTES + 1);
    await addJob(STANDING_MINUTES + 1);
    // For a moment none is worked on: that is no standstill yet.
    expect(await later(60_000)).toBe(true);
    expect(await later(60_000)).toBe(false);
    await lock(1);
    expect(await later(1000)).toBe(true);
    // Whoever began it died long ago.
    await lock(STANDING_MINUTES + 1);
    expect(await later(1000)).toBe(true);
    expect(await later(60_000)).toBe(false);
  });
});

describe('a database that is away', () => {
  it('is said within two seconds, whether it refuses or is silent', async () => {
    const silent = net.createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    for (const dead of [1, port]) {
      const away = new LookPool(`postgresql://a:b@127.0.0.1:${dead}/c`);
      const began = performance.now();
      const looks = {
        database: takesWrites(away),
        listen: hearsChanges(away),
        jobs: queueMoves(away),
      };
      expect(await new Readiness(looks).reasons()).toEqual(['database', 'listen', 'jobs']);
      // Two seconds and what a busy machine adds; one after the other they would take six.
      expect(performance.now() - began).toBeLessThan(4500);
      await away.close();
    }
    silent.close();
  });

  it('and one that is there has two visitors at most, however many ask', async () => {
    const looks = { database: takesWrites(database), jobs: queueMoves(database) };
    const readiness = new Readiness(looks);
    for (let round = 0; round < 10; round += 1)
      await Promise.all(Array.from({ length: 1000 }, () => readiness.reasons()));
    const [row] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'stadtteilforum-look'`;
    expect(row?.count).toBeLessThanOrEqual(2);
  });
});
