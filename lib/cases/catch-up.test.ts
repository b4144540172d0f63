import { expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import { db, inTransaction } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { DOMAINS } from '@/lib/domains';
import { testDatabase } from '@/lib/testing/database';
import { tellAll } from './telling/steps';

testDatabase();

const [LOST, USED_UP, KEPT] = ['1', '2', '3'].map(
  (digit) => `00000000-0000-4000-8000-00000000000${digit}`,
) as [string, string, string];

const jobsOf = () => db.$queryRaw<{ name: string; about: string }[]>`
  SELECT t.identifier AS name, r.subject_id::text AS about
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  JOIN tellings r ON r.id::text = j.payload->>'tellingId'
  WHERE j.attempts < j.max_attempts ORDER BY about`;

async function catchUp(): Promise<void> {
  const [cases] = DOMAINS.filter(({ name }) => name === 'cases');
  for (const act of cases?.catchUp ?? []) await act(system);
}

it('whoever is still to be told is told, though the job is gone or used up', async () => {
  await inTransaction(async (tx) => {
    for (const subjectId of [LOST, USED_UP, KEPT])
      await tellAll(tx, 'tell-supporters', { subjectId });
    return ok({});
  });
  const ofRound = (about: string) =>
    db.telling.findFirstOrThrow({ where: { subjectId: about }, select: { id: true } });
  const [lost, usedUp] = [await ofRound(LOST), await ofRound(USED_UP)];
  await db.$executeRaw`
    DELETE FROM graphile_worker._private_jobs WHERE payload->>'tellingId' = ${lost.id}`;
  await db.$executeRaw`
    UPDATE graphile_worker._private_jobs SET attempts = max_attempts
    WHERE payload->>'tellingId' = ${usedUp.id}`;
  await Promise.all([1, 2, 3].map(() => catchUp()));
  const all = [LOST, USED_UP, KEPT].map((about) => ({ name: 'tell-supporters', about }));
  expect(await jobsOf()).toEqual(all);
  // Somebody works on them: they are not forgotten.
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = 'somebody', locked_at = now()`;
  await catchUp();
  expect(await jobsOf()).toEqual(all);
});
