import 'server-only';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db, inTransaction } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { addJob } from '@/lib/jobs/steps';
import type { Prisma } from '@/prisma/generated/client';
import { isRefusedForGood, LONGEST_WAY_DAYS, MAILS_KEPT_DAYS, nextCodeTry } from './rules';
import { openMessage } from './seal';
import type { SentJob } from './steps';
import { deliver, emptyLetterbox } from './transport';

interface Waiting {
  id: string;
  recipient: string;
  subject: string;
  sealed: string;
  expiresAt: Date | null;
  thenJob: string;
}

/**
 * Sends one queued mail. While the mail server does not take it, it is tried again for about four days;
 * the same Message-ID each time lets the receiving side recognise a repetition. A mail with a code is tried
 * until the code ends, and then dropped: nobody is told a code that opens nothing.
 */
export async function sendQueuedMail(mailId: string, isLastTry: boolean): Promise<void> {
  const mail = await takeToSend(mailId);
  if (!mail) return;
  if (mail.expiresAt && mail.expiresAt <= now()) return expire(mail.id);
  const message = openMessage(mail.sealed);
  if (message === null) return giveUp(mail, 'Unreadable');
  const problem = await deliver({ ...mail, ...message }).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error : new Error('unknown')),
  );
  if (problem === null) return noteSent(mail);
  if (mail.expiresAt) return tryCodeAgain(mail.id, mail.expiresAt, problem);
  if (isLastTry || isRefusedForGood(problem)) return giveUp(mail, problem.name);
  await noteTry(mail.id, problem.name);
  throw problem;
}

/** From here on it is leaving. What was wanted no more while an earlier try was under way leaves no more. */
async function takeToSend(mailId: string): Promise<Waiting | undefined> {
  const where = { id: mailId, state: { in: ['QUEUED' as const, 'FAILED' as const] } };
  await db.outgoingMail.deleteMany({ where: { ...where, keptBack: true } });
  const [mail] = await db.outgoingMail.updateManyAndReturn({
    where: { ...where, keptBack: false },
    data: { leavingAt: now() },
    select: {
      ...{ id: true, recipient: true, subject: true, sealed: true, expiresAt: true },
      thenJob: true,
    },
  });
  return mail;
}

// All of these leave alone what the office took off the list meanwhile.

/** What is only so since it was sent is said in a job of its own, which comes if and only if that is noted. */
async function noteSent({ id, thenJob }: Waiting): Promise<void> {
  const data = {
    ...{ attempts: { increment: 1 }, problem: '', sealed: '', sentAt: now() },
    ...{ leavingAt: null, keptBack: false },
  };
  await inTransaction<null>(async (tx) => {
    const noted = await tx.outgoingMail.updateMany({
      where: { id },
      data: { ...data, state: 'SENT' },
    });
    if (noted.count > 0 && thenJob !== '') await addJob(tx, thenJob as SentJob, { mailId: id });
    return ok(null);
  });
}

async function noteTry(id: string, problem: string): Promise<void> {
  await stayedHere(id, { attempts: { increment: 1 }, state: 'QUEUED', problem });
}

async function expire(id: string): Promise<void> {
  await stayedHere(id, { state: 'EXPIRED', sealed: '' });
}

/** It has not left; one that is wanted no more goes. */
async function stayedHere(id: string, data: Prisma.OutgoingMailUpdateManyMutationInput) {
  await db.outgoingMail.deleteMany({ where: { id, keptBack: true } });
  await db.outgoingMail.updateMany({ where: { id }, data: { ...data, leavingAt: null } });
}

/** From now on the office tells the person, or sends it once more; until then it stays sealed. */
async function giveUp({ id, expiresAt }: Waiting, problem: string): Promise<void> {
  if (expiresAt) return expire(id);
  await stayedHere(id, { attempts: { increment: 1 }, state: 'FAILED', problem });
}

async function tryCodeAgain(mailId: string, expiresAt: Date, problem: Error): Promise<void> {
  const next = nextCodeTry(expiresAt, now());
  if (next === null || isRefusedForGood(problem)) return expire(mailId);
  await inTransaction<null>(async (tx) => {
    await tx.outgoingMail.updateMany({
      where: { id: mailId },
      data: { attempts: { increment: 1 }, problem: problem.name, leavingAt: null },
    });
    await addJob(tx, 'send-code', { mailId }, next);
    return ok(null);
  });
}

/**
 * What waits for ever because its job is gone (codes end, of everything else the office is told), and what
 * was kept long enough, in the table and in the folder of an office without mail server. Safe to repeat.
 */
export async function sweepMails(): Promise<void> {
  const at = now();
  const ago = (days: number) => new Date(at.getTime() - days * DAY_MS);
  await db.outgoingMail.updateMany({
    where: { state: 'QUEUED', expiresAt: { lte: at } },
    data: { state: 'EXPIRED', sealed: '' },
  });
  await db.outgoingMail.updateMany({
    where: { state: 'QUEUED', expiresAt: null, createdAt: { lt: ago(LONGEST_WAY_DAYS) } },
    data: { state: 'FAILED', leavingAt: null },
  });
  // Of one that was leaving when its process died nobody knows more than that it is wanted no more.
  await db.outgoingMail.deleteMany({ where: { state: 'FAILED', keptBack: true } });
  await db.outgoingMail.deleteMany({ where: { state: 'SENT', sentAt: { lt: ago(30) } } });
  await db.outgoingMail.deleteMany({ where: { state: 'EXPIRED', createdAt: { lt: ago(1) } } });
  await db.callListItem.deleteMany({ where: { doneAt: { lt: ago(30) } } });
  // A call that is of no use any more is made by nobody.
  await db.callListItem.deleteMany({ where: { doneAt: null, endsAt: { lte: at } } });
  await db.$executeRaw`
    DELETE FROM corrections WHERE kind = 'CALL'
      AND NOT EXISTS (SELECT FROM call_list_items AS item WHERE item.id = corrections.subject_id)`;
  // What could not be sent is shown to the office until then.
  await db.outgoingMail.deleteMany({ where: { createdAt: { lt: ago(MAILS_KEPT_DAYS) } } });
  await emptyLetterbox(ago(30));
}
