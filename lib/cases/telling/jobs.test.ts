import { expect, it } from 'vitest';
import { db, inTransaction, type Tx } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { enqueueMails } from '@/lib/mail/steps';
import { testDatabase } from '@/lib/testing/database';
import { cases } from '../domain';
import type { Batch } from './jobs';
import { tellInBatches, tellInOrder } from './jobs';
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

const PEOPLE = Array.from(
  { length: 7 },
  (_, index) => `00000000-0000-7000-8000-00000000000${index}`,
);

/** Writes to the next of them, in a round that says what. */
const writeToNext: Batch = async (tx, { after, detail }, most) => {
  const next = PEOPLE.filter((id) => after === null || id > after).slice(0, most);
  const content = { subject: detail, paragraphs: ['…'] };
  await enqueueMails(
    tx,
    next.map((id) => ({ recipient: `${id}@post.example`, content })),
  );
  return next.at(-1) ?? null;
};

async function round(subjectId: string, detail: string): Promise<string> {
  await inTransaction(async (tx) => {
    await tellAll(tx, 'tell-registered', { subjectId, detail });
    return ok({});
  });
  return (await db.telling.findFirstOrThrow({ where: { subjectId, detail } })).id;
}

const written = async (subject: string) =>
  (await db.outgoingMail.findMany({ where: { subject }, orderBy: { recipient: 'asc' } })).map(
    ({ recipient }) => recipient.split('@')[0],
  );

/** What of a transaction is there when its process is killed: its connection is gone. */
const killIn = (tx: Tx) => tx.$executeRaw`SELECT pg_terminate_backend(pg_backend_pid())`;

it('everybody is told once, wherever in between the process was killed', async () => {
  const id = await round(crypto.randomUUID(), 'Der Saal ist gesperrt');
  let turn = 0;
  const killed: Batch = async (tx, about, most) => {
    turn += 1;
    if (turn % 2 === 0) await killIn(tx);
    const after = await writeToNext(tx, about, most);
    if (turn % 3 === 0) await killIn(tx);
    return after;
  };
  let kills = 0;
  while ((await db.telling.count({ where: { id } })) > 0) {
    await tellInBatches(id, killed, 2).catch(() => {
      kills += 1;
    });
  }
  expect(kills).toBeGreaterThan(2);
  expect(await written('Der Saal ist gesperrt')).toEqual(PEOPLE);
});

it('two processes at one round tell everybody once', async () => {
  const id = await round(crypto.randomUUID(), 'Doppelt');
  await Promise.all([1, 2, 3].map(() => tellInBatches(id, writeToNext, 2)));
  expect(await written('Doppelt')).toEqual(PEOPLE);
});

it('what happened first is told first, also where the later one gets its turn before', async () => {
  const subjectId = crypto.randomUUID();
  const [first, second] = [await round(subjectId, 'Erstens'), await round(subjectId, 'Zweitens')];
  const said: string[] = [];
  const noting: Batch = async (_tx, { detail }) => {
    said.push(detail);
    return null;
  };
  await tellInOrder(second, noting);
  await tellInOrder(first, noting);
  expect(said).toEqual(['Erstens', 'Zweitens']);
});
