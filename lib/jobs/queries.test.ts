import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { lateWork } from './queries';

testDatabase();

let admin: Awaited<ReturnType<typeof makeActor>>;
beforeAll(async () => {
  admin = await makeActor({ roles: ['ADMIN'] });
});

const MINUTE = 60_000;
const ago = (ms: number) => new Date(Date.now() - ms);

beforeEach(async () => {
  await db.outgoingMail.deleteMany();
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await db.$executeRaw`DELETE FROM graphile_worker._private_known_crontabs`;
  await sweepPlanned(ago(5 * 60 * MINUTE));
});

const sweepPlanned = (at: Date) => db.$executeRaw`
  INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
  VALUES ('sweep', ${at}, ${at}) ON CONFLICT (identifier) DO UPDATE SET last_execution = excluded.last_execution`;

const add = (name: string, runAt: Date) => db.$executeRaw`
  SELECT graphile_worker.add_job(${name}, '{}'::json, run_at => ${runAt}::timestamptz, max_attempts => 2)`;

const waitingMail = (createdAt: Date) =>
  db.outgoingMail.create({
    data: { recipient: 'a@person.example', subject: 'S', text: 'T', sealed: 'x', createdAt },
  });

describe('what is late in the background', () => {
  it('is nothing where everything goes its way, also a try that comes later', async () => {
    await add('seal-poll', ago(MINUTE));
    await add('seal-poll', ago(-60 * MINUTE));
    await waitingMail(ago(MINUTE));
    expect(await lateWork(admin)).toEqual({
      jobs: [],
      givenUp: 0,
      mails: { count: 0, since: null },
      sweep: { isLate: false, plannedAt: expect.any(Date) },
    });
  });

  it('are jobs and mails after two minutes, also those a dead process holds', async () => {
    const [first, second] = [ago(9 * MINUTE), ago(3 * MINUTE)];
    await add('seal-poll', second);
    await add('send-mail', first);
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = 'dead', locked_at = now(), attempts = 2`;
    await add('send-mail', second);
    await waitingMail(first);
    await waitingMail(second);
    expect(await lateWork(admin)).toMatchObject({
      jobs: [
        { name: 'send-mail', count: 2, since: first },
        { name: 'seal-poll', count: 1, since: second },
      ],
      givenUp: 0,
      mails: { count: 2, since: first },
    });
  });

  it('are jobs nobody tries any more', async () => {
    await add('seal-poll', ago(9 * MINUTE));
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = 2`;
    expect(await lateWork(admin)).toMatchObject({ jobs: [], givenUp: 1 });
  });

  it('is a sweep that was not planned for thirty hours, never, or was planned and not done', async () => {
    const isLate = async () => (await lateWork(admin)).sweep.isLate;
    await sweepPlanned(ago(31 * 60 * MINUTE));
    expect(await isLate()).toBe(true);
    await sweepPlanned(ago(29 * 60 * MINUTE));
    expect(await isLate()).toBe(false);
    await add('sweep', ago(31 * 60 * MINUTE));
    expect(await isLate()).toBe(true);
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    await db.$executeRaw`DELETE FROM graphile_worker._private_known_crontabs`;
    expect(await lateWork(admin)).toMatchObject({ sweep: { isLate: true, plannedAt: null } });
  });
});
