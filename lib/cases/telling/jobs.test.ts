import { expect, it } from 'vitest';
import { db, inTransaction } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { testDatabase } from '@/lib/testing/database';
import { cases } from '../domain';
import { tellAll } from './steps';

testDatabase();

const catchUp = () => Promise.all(cases.catchUp.map((act) => act()));

const jobs = () => db.$queryRaw<{ name: string; detail: string }[]>`
  SELECT t.identifier AS name, telling.detail
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  JOIN tellings AS telling ON telling.id::text = j.payload->>'tellingId'
  WHERE j.attempts < j.max_attempts ORDER BY detail`;

it('a round whose job is gone or used up goes on, in one job; the others keep theirs', async () => {
  await inTransaction(async (tx) => {
    for (const detail of ['gone', 'kept', 'used up'])
      await tellAll(tx, 'tell-registered', { subjectId: crypto.randomUUID(), detail });
    return ok({});
  });
  const all = await jobs();
  expect(all.map(({ detail }) => detail)).toEqual(['gone', 'kept', 'used up']);
  const idOf = async (detail: string) =>
    (await db.telling.findFirstOrThrow({ where: { detail } })).id;
  const [gone, usedUp] = [await idOf('gone'), await idOf('used up')];
  await db.$executeRaw`
    DELETE FROM graphile_worker._private_jobs WHERE payload->>'tellingId' = ${gone}`;
  await db.$executeRaw`
    UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE payload->>'tellingId' = ${usedUp}`;
  expect(await jobs()).toHaveLength(1);
  await Promise.all([1, 2, 3, 4].map(() => catchUp()));
  expect(await jobs()).toEqual(all);
  // Somebody works on them: they are not forgotten.
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = 'somebody', locked_at = now()`;
  await catchUp();
  expect(await jobs()).toEqual(all);
});
