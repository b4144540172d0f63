import { expect, it } from 'vitest';
import { db, inTransaction } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { testDatabase } from '@/lib/testing/database';
import { queueForgottenMails } from './catch-up';
import { enqueueMail } from './steps';

testDatabase();

const content = { subject: 'Ihr Vorschlag ist da', paragraphs: ['Guten Tag,'] };
const code = { ...content, expiresAt: new Date(Date.now() + 600_000) };

const jobs = () => db.$queryRaw<{ name: string; recipient: string }[]>`
  SELECT t.identifier AS name, m.recipient
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  JOIN outgoing_mails m ON m.id::text = j.payload->>'mailId'
  WHERE j.attempts < j.max_attempts ORDER BY recipient`;

it('mails whose jobs are gone or used up get one, once; the others keep theirs', async () => {
  await inTransaction(async (tx) => {
    for (const recipient of ['a@x.example', 'b@x.example', 'kept@x.example', 'sent@x.example'])
      await enqueueMail(tx, recipient, content);
    await enqueueMail(tx, 'code@x.example', code);
    return ok({});
  });
  const all = [
    { name: 'send-mail', recipient: 'a@x.example' },
    { name: 'send-mail', recipient: 'b@x.example' },
    { name: 'send-code', recipient: 'code@x.example' },
    { name: 'send-mail', recipient: 'kept@x.example' },
  ];
  await db.outgoingMail.updateMany({
    where: { recipient: 'sent@x.example' },
    data: { state: 'SENT', sealed: '', sentAt: new Date() },
  });
  await db.$executeRaw`
    DELETE FROM graphile_worker._private_jobs WHERE payload->>'mailId' IN (
      SELECT id::text FROM outgoing_mails WHERE recipient IN ('a@x.example', 'code@x.example', 'sent@x.example'))`;
  await db.$executeRaw`
    UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE payload->>'mailId' IN (
      SELECT id::text FROM outgoing_mails WHERE recipient = 'b@x.example')`;
  await Promise.all([1, 2, 3, 4].map(() => queueForgottenMails()));
  expect(await jobs()).toEqual(all);
  // Somebody works on them: they are not forgotten.
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = 'somebody', locked_at = now()`;
  await queueForgottenMails();
  expect(await jobs()).toEqual(all);
});
