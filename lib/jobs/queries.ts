import 'server-only';
import { sameFor } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { OPERATION_RIGHTS } from '@/lib/operation/access';
import type { LateJobs, LateWork } from './types';

const LATE_MS = 2 * 60 * 1000;
const SWEEP_LATE_MS = 1.25 * DAY_MS;

/** What is late in the background; nothing of it names a person. Of an instance that works nothing is. */
export const lateWork = sameFor(OPERATION_RIGHTS.look, async (): Promise<LateWork> => {
  const before = new Date(now().getTime() - LATE_MS);
  const waiting = { state: 'QUEUED' as const, createdAt: { lt: before } };
  const [jobs, givenUp, mails, sweep] = await Promise.all([
    lateJobs(before),
    countGivenUp(),
    db.outgoingMail.aggregate({ where: waiting, _count: true, _min: { createdAt: true } }),
    lateSweep(),
  ]);
  return { jobs, givenUp, mails: { count: mails._count, since: mails._min.createdAt }, sweep };
});

function lateJobs(before: Date): Promise<LateJobs[]> {
  return db.$queryRaw<LateJobs[]>`
    SELECT task_identifier AS name, count(*)::int AS count, min(run_at) AS since
    FROM graphile_worker.jobs
    WHERE run_at < ${before}::timestamptz AND (attempts < max_attempts OR locked_at IS NOT NULL)
    GROUP BY task_identifier ORDER BY min(run_at)`;
}

async function countGivenUp(): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM graphile_worker.jobs
    WHERE attempts >= max_attempts AND locked_at IS NULL`;
  return row?.count ?? 0;
}

async function lateSweep(): Promise<LateWork['sweep']> {
  const before = new Date(now().getTime() - SWEEP_LATE_MS);
  const [row] = await db.$queryRaw<{ plannedAt: Date | null; waits: Date | null }[]>`
    SELECT
      (SELECT coalesce(last_execution, known_since) FROM graphile_worker._private_known_crontabs
       WHERE identifier = 'sweep') AS "plannedAt",
      (SELECT min(run_at) FROM graphile_worker.jobs WHERE task_identifier = 'sweep') AS waits`;
  const plannedAt = row?.plannedAt ?? null;
  const waits = row?.waits ?? null;
  const isLate = plannedAt === null || plannedAt < before || (waits !== null && waits < before);
  return { isLate, plannedAt };
}
