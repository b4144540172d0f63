import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db, inTransaction } from '@/lib/core/db';
import { processState } from '@/lib/core/process-state.mjs';
import { ok } from '@/lib/core/result';
import { Secret } from '@/lib/core/secret';
import { type JobRunners, startWorker } from '@/lib/jobs/worker';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { testMailServer } from '@/lib/testing/mail-server';
import { askForCode } from '@/lib/testing/sign-in';
import { handleFailedMail } from './failed/commands';
import { listUndeliveredMails } from './failed/queries';
import { sendQueuedMail, sweepMails } from './jobs';
import { keepMailsBack } from './recalling/steps';
import { enqueueMail, enqueueMails } from './steps';

testDatabase();
const server = testMailServer();

let office: Actor;
beforeAll(async () => {
  await makeOffice();
  office = await makeActor({ roles: ['COORDINATOR'] });
});
beforeEach(async () => {
  await db.outgoingMail.deleteMany();
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});
afterEach(() => setClock(null));

const content = {
  subject: 'Ihr Vorschlag ist da',
  paragraphs: ['Guten Tag,', new Secret('Ihr Geheim-Code ist WXYZ-3467.')],
};

async function queue(recipient: string): Promise<string> {
  await inTransaction(async (tx) => {
    await enqueueMail(tx, recipient, content);
    return ok({});
  });
  return (await rowTo(recipient)).id;
}

const rowTo = (recipient: string) => db.outgoingMail.findFirstOrThrow({ where: { recipient } });
const send = (id: string, isLastTry = false) => sendQueuedMail(id, isLastTry);
const later = { at: 'data' as const, answer: () => ({ code: 450, text: 'try again later' }) };

interface WaitingJob {
  name: string;
  mailId: string;
  runAt: Date;
}

const waitingJobs = () => db.$queryRaw<WaitingJob[]>`
  SELECT t.identifier AS name, j.payload->>'mailId' AS "mailId", j.run_at AS "runAt"
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  ORDER BY j.id`;

describe('a mail the mail server does not take', () => {
  it('is under way until the last try, then the office is told', async () => {
    const id = await queue('uwe@person.example');
    server.refusing = later;
    await expect(send(id)).rejects.toThrow();
    await expect(send(id)).rejects.toThrow();
    const tried = await listUndeliveredMails(office);
    expect(tried).toMatchObject({ failed: [], underWay: [{ id, attempts: 2 }] });
    await send(id, true);
    const given = await listUndeliveredMails(office);
    expect(given).toMatchObject({ failed: [{ id, attempts: 3 }], underWay: [] });
    expect(given.failed[0]?.text).toBe('Guten Tag,\n\n•••');
    expect(JSON.stringify(given)).not.toContain('WXYZ');
  });

  it('can be sent once more with everything in it, and is sent once', async () => {
    const id = await queue('ada@person.example');
    server.refusing = later;
    await send(id, true);
    await handleFailedMail(office, { id, way: 'retry' });
    server.refusing = null;
    await send(id);
    await send(id);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.mail.text).toContain('WXYZ-3467');
    expect(await rowTo('ada@person.example')).toMatchObject({ state: 'SENT', problem: '' });
  });

  it('is not tried for days where there is no such address', async () => {
    const id = await queue('weg@person.example');
    server.refusing = { at: 'recipient', answer: () => ({ code: 550, text: 'no such user' }) };
    await send(id);
    expect((await listUndeliveredMails(office)).failed).toMatchObject([{ id, attempts: 1 }]);
  });

  it('does not wait for ever when its job is gone', async () => {
    await queue('verloren@person.example');
    const inAWeek = new Date(Date.now() + 7 * DAY_MS);
    setClock(inAWeek);
    await queue('neu@person.example');
    await sweepMails();
    expect((await rowTo('verloren@person.example')).state).toBe('FAILED');
    expect((await rowTo('neu@person.example')).state).toBe('QUEUED');
  });
});

describe('a mail that is wanted no more while the mail server has it', () => {
  const keptBackMeanwhile = async (recipient: string) => {
    const id = await queue(recipient);
    server.holding = () => true;
    const sending = send(id);
    await expect.poll(() => server.held).toContain(recipient);
    await inTransaction(async (tx) => {
      await keepMailsBack(tx, [id]);
      return ok({});
    });
    server.letGo();
    await sending.catch(() => undefined);
    return id;
  };

  it('is known to have left when it has', async () => {
    await keptBackMeanwhile('da@person.example');
    expect(server.received).toHaveLength(1);
    expect(await rowTo('da@person.example')).toMatchObject({ state: 'SENT', leavingAt: null });
  });

  it('is not tried again when it has not', async () => {
    server.refusing = later;
    const id = await keptBackMeanwhile('nicht@person.example');
    server.refusing = null;
    await send(id);
    expect(server.received).toEqual([]);
    expect(await db.outgoingMail.count()).toBe(0);
  });

  it('goes at once when it waits for its next try', async () => {
    const id = await queue('wartet@person.example');
    server.refusing = later;
    await expect(send(id)).rejects.toThrow();
    await inTransaction(async (tx) => {
      await keepMailsBack(tx, [id]);
      return ok({});
    });
    expect(await db.outgoingMail.count()).toBe(0);
  });
});

describe('a code', () => {
  const NOW = new Date('2026-11-20T10:00:00Z');
  const secondsOn = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
  beforeEach(() => setClock(NOW));

  it('that was refused once is in no list of the office, and is tried again soon', async () => {
    await askForCode('gina@person.example');
    const { id } = await rowTo('gina@person.example');
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    server.refusing = later;
    await send(id);
    expect(await listUndeliveredMails(office)).toEqual({ failed: [], underWay: [] });
    expect(await waitingJobs()).toEqual([{ name: 'send-code', mailId: id, runAt: secondsOn(30) }]);
    server.refusing = null;
    setClock(secondsOn(300));
    await send(id);
    expect(server.received).toHaveLength(1);
  });

  it('goes out before its end or never, and nobody is told', async () => {
    await askForCode('emil@person.example');
    const { id, expiresAt } = await rowTo('emil@person.example');
    expect(expiresAt).toEqual(secondsOn(600));
    setClock(secondsOn(600));
    await send(id);
    expect(server.received).toEqual([]);
    expect(await rowTo('emil@person.example')).toMatchObject({ state: 'EXPIRED', sealed: '' });
    expect(await listUndeliveredMails(office)).toEqual({ failed: [], underWay: [] });
    await handleFailedMail(office, { id, way: 'retry' });
    expect((await rowTo('emil@person.example')).state).toBe('EXPIRED');
  });

  it('is given up when the next try would come too late', async () => {
    await askForCode('spaet@person.example');
    const { id } = await rowTo('spaet@person.example');
    setClock(secondsOn(580));
    server.refusing = later;
    await send(id);
    expect(await rowTo('spaet@person.example')).toMatchObject({ state: 'EXPIRED', sealed: '' });
  });

  it('can never count as failed, whatever the program says', async () => {
    await askForCode('nie@person.example');
    const { id } = await rowTo('nie@person.example');
    await expect(
      db.outgoingMail.update({ where: { id }, data: { state: 'FAILED' } }),
    ).rejects.toThrow(/outgoing_mails_codes_never_fail/);
  });

  it('whose job is gone ends with the next sweep', async () => {
    await askForCode('nacht@person.example');
    setClock(secondsOn(601));
    await sweepMails();
    expect(await rowTo('nacht@person.example')).toMatchObject({ state: 'EXPIRED', sealed: '' });
  });
});

describe('with a slow mail server', () => {
  const runners = {
    'send-mail': ({ mailId }, { isLastTry }) => sendQueuedMail(mailId, isLastTry),
    'send-code': ({ mailId }, { isLastTry }) => sendQueuedMail(mailId, isLastTry),
    sweep: async () => undefined,
    'catch-up': async () => undefined,
  } satisfies Partial<JobRunners>;
  const recipients = () => server.received.flatMap(({ to }) => to);

  it('200 reminders delay neither a code nor a single mail, and other mails delay no code', async () => {
    const many = Array.from({ length: 200 }, (_, index) => ({
      recipient: `viele-${index}@person.example`,
      content,
    }));
    await inTransaction(async (tx) => {
      await enqueueMails(tx, many);
      return ok({});
    });
    server.holding = (recipient) => !recipient.startsWith('code-');
    await startWorker(runners);
    try {
      await vi.waitFor(() => expect(server.held).toHaveLength(1), 10_000);
      await askForCode('code-eins@person.example');
      await vi.waitFor(() => expect(recipients()).toEqual(['code-eins@person.example']), 10_000);
      // One of them hangs; the other place is free for a single mail, which hangs there now.
      await queue('einzeln@person.example');
      await vi.waitFor(() => expect(server.held).toContain('einzeln@person.example'), 10_000);
      expect(server.held).toHaveLength(2);
      await askForCode('code-zwei@person.example');
      await vi.waitFor(() => expect(recipients()).toHaveLength(2), 10_000);
      expect(recipients()).toContain('code-zwei@person.example');
    } finally {
      server.letGo();
      await processState().stopBackground?.();
    }
  }, 60_000);

  it('what a job failed with says nothing about what it worked on', async () => {
    await startWorker({
      ...runners,
      'open-poll': async () => {
        throw new Error('Unique constraint failed: WXYZ-3467');
      },
    });
    await db.$executeRaw`
      SELECT graphile_worker.add_job('open-poll', '{}'::json, max_attempts => 5)`;
    const errors = () => db.$queryRaw<{ last_error: string | null }[]>`
      SELECT last_error FROM graphile_worker._private_jobs WHERE last_error IS NOT NULL`;
    try {
      await vi.waitFor(async () => expect(await errors()).toHaveLength(1), 10_000);
    } finally {
      await processState().stopBackground?.();
    }
    expect(await errors()).toEqual([{ last_error: 'Error' }]);
  }, 30_000);
});
