import { describe, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import type { Smtp } from '@/lib/core/env-mail.mjs';
import type { Condition } from '@/lib/core/process-state.mjs';
import { testDatabase } from '@/lib/testing/database';
import { watchCondition } from './condition.mjs';
import { LookPool } from './look-pool.mjs';
import { neededMigrations } from './looks.mjs';
import { Metrics } from './metrics.mjs';

testDatabase();

const NOWHERE: Smtp = {
  host: '127.0.0.1',
  port: 1,
  secure: false,
  requireTls: false,
  user: '',
  password: '',
};

async function lookAt(url: string, smtp: Smtp | null = null): Promise<Condition> {
  const database = new LookPool(url);
  const condition = await watchCondition({
    database,
    migrations: neededMigrations(process.cwd()),
    dataDir: process.cwd(),
    smtp,
    program: { version: '1.2.3', commit: 'abc1234' },
    pool: 10,
    pages: () => ({ running: 1, waiting: 2, keptBytes: 3 }),
    notReady: async () => ['jobs'],
  })();
  await database.close();
  return condition;
}

async function fill() {
  const mails = ['QUEUED', 'QUEUED', 'SENT', 'FAILED', 'EXPIRED'] as const;
  await db.outgoingMail.createMany({
    data: mails.map((state) => ({
      state,
      recipient: 'renate@person.example',
      subject: 'x',
      text: 'y',
      createdAt: new Date(Date.now() - 90_000),
    })),
  });
  await db.$queryRaw`SELECT graphile_worker.add_job('sweep', '{}', run_at => now() - interval '1 hour') IS NULL`;
  await db.operationMark.createMany({
    data: [
      { name: 'backup', at: new Date(Date.now() - 3_600_000) },
      { name: 'sweep.accounts', at: new Date(Date.now() - 7_200_000), ok: false, note: 'P2002' },
      { name: 'sweep.mails', at: new Date() },
    ],
  });
}

describe('how the house is doing', () => {
  it('is read from the database', async () => {
    await fill();
    const { database, ...process } = await lookAt(globalThis.process.env.DATABASE_URL ?? '');
    expect(database).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+/),
      missingMigrations: 0,
      unknownMigrations: 0,
      jobs: { waiting: 1, running: 0, late: 1, failed: 0, failedTasks: '' },
      mails: { queued: 2, sent: 1, failed: 1, expired: 1 },
    });
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts`;
    const later = await lookAt(globalThis.process.env.DATABASE_URL ?? '');
    expect(later.database?.jobs).toMatchObject({ failed: 1, failedTasks: 'sweep' });
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = 0`;
    expect(database?.jobs.oldestLateSeconds).toBeGreaterThanOrEqual(3600);
    expect(database?.mails.oldestQueuedSeconds).toBeGreaterThanOrEqual(90);
    expect(Math.abs(database?.clockSeconds ?? 99)).toBeLessThan(30);
    expect(database?.sizeBytes).toBeGreaterThan(1e6);
    expect(database?.marks.map(({ name }) => name)).toEqual([
      'backup',
      'sweep.accounts',
      'sweep.mails',
    ]);
    expect(process.disk?.freeBytes).toBeGreaterThan(0);
    expect(process).toMatchObject({ notReady: ['jobs'], smtp: null });
  });

  it('is said also when database and mail server are away', async () => {
    const { database, smtp } = await lookAt('postgresql://a:b@127.0.0.1:1/c', NOWHERE);
    expect({ database, smtp }).toEqual({
      database: null,
      smtp: { good: false, problem: 'ESOCKET' },
    });
  });
});

/** `name{a="b"} 1` → `name{a="b"}`, without help and type lines. */
const seriesIn = (text: string) =>
  text
    .split('\n')
    .flatMap((line) => /^([a-z_0-9]+(?:\{[^}]*\})?) [\d.e+-]+$/i.exec(line)?.[1] ?? []);

describe('metrics', () => {
  it('hold the same, in Prometheus’ own form', async () => {
    const condition = await lookAt(process.env.DATABASE_URL ?? '');
    const metrics = new Metrics();
    metrics.observe({ is: 'acting', status: 200, milliseconds: 20 });
    metrics.observe({ is: 'shared', status: 503, milliseconds: 2 });
    metrics.observe({ is: 'other', status: 0, milliseconds: 2 });
    const text = await metrics.text(condition);
    for (const line of [
      'stadtteilforum_request_duration_seconds_count{class="acting",status="2xx"} 1',
      'stadtteilforum_request_duration_seconds_count{class="other",status="gone"} 1',
      'stadtteilforum_refused_total 1',
      'stadtteilforum_renderings{state="waiting"} 2',
      'stadtteilforum_ready 0',
      'stadtteilforum_database_up 1',
      'stadtteilforum_jobs{state="late"} 1',
      'stadtteilforum_mails{state="queued"} 2',
      'stadtteilforum_last_good{what="sweep"} 0',
      'stadtteilforum_last_good{what="backup"} 1',
      'stadtteilforum_build_info{version="1.2.3",commit="abc1234"} 1',
    ])
      expect(text).toContain(`${line}\n`);
    // Every line is a comment or a number.
    const others = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(seriesIn(text)).toHaveLength(others.length);
  });

  it('say what is known when the database is away', async () => {
    const text = await new Metrics().text(await lookAt('postgresql://a:b@127.0.0.1:1/c'));
    expect(text).toContain('stadtteilforum_database_up 0\n');
    expect(text).not.toContain('stadtteilforum_jobs');
  });

  it('do not grow, whatever is asked and whatever lies in the database', async () => {
    const metrics = new Metrics();
    const classes = ['shared', 'fixed', 'acting', 'file', 'probe', 'other'] as const;
    for (const is of classes)
      for (let status = 0; status < 600; status += 1)
        metrics.observe({ is, status, milliseconds: 1 });
    await db.operationMark.createMany({
      data: Array.from({ length: 200 }, (_, index) => ({ name: `x${index}`, at: new Date() })),
    });
    const text = await metrics.text(await lookAt(process.env.DATABASE_URL ?? ''));
    expect(seriesIn(text).length).toBeLessThan(800);
    expect(text).not.toMatch(/renate|person\.example|x199/);
  });
});
