import 'server-only';
import { dayColumn, dayOf } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { officeDate, officeInstant } from '@/lib/core/office-time';
import { type Refused, refused } from '@/lib/core/result';
import { keepMailsBack } from '@/lib/mail/recalling/steps';
import { enqueueMail } from '@/lib/mail/steps';
import { hasMailServer } from '@/lib/mail/transport';
import type { Office } from '@/lib/settings/types';
import { questionToBodyMail } from '../../emails/question-to-body';
import type { Need } from '../../way/rules';
import type { LockedProposal } from '../effects/types';

interface Asking {
  tx: Tx;
  proposal: LockedProposal;
  given: Partial<Record<Need, string>>;
  office: Office;
  at: Date;
}

interface Question {
  body: { name: string; email: string };
  question: string;
  answerDueAt: Date | null;
}

type Sent =
  | { sentAt: Date; sentHow: 'MAIL' | 'LETTER' | 'PHONE' | 'TALK'; mailId: null }
  /** On its way; it has reached the body once the mail was sent, see `noteQuestionSent`. */
  | { sentAt: null; sentHow: null; mailId: string | null };

const BODY = { name: true, email: true } as const;

/** Puts down whom to ask, what and until when. @returns the body's name */
export async function handOverTo(asking: Asking): Promise<string | Refused> {
  const { tx, proposal, given, at } = asking;
  const { partnerId = '', question = '', dueOn = '' } = given;
  const body = await tx.partner.findFirst({
    where: { id: partnerId, state: { not: 'ENDED' } },
    select: BODY,
  });
  if (!body) return refused('form.error.choose', {}, 'partnerId');
  if (dueOn < officeDate(at)) return refused('proposals.refused.dueInPast', {}, 'dueOn');
  const answerDueAt = dayColumn(dueOn);
  const sent = await sentAs(asking, { body, question, answerDueAt });
  if (sent && 'ok' in sent) return sent;
  await closeHandovers(tx, [proposal.id], at);
  await tx.handover.create({
    data: { proposalId: proposal.id, partnerId, question, recordedAt: at, answerDueAt, ...sent },
    select: { id: true },
  });
  return body.name;
}

interface SentQuestion {
  body: string;
  /** By a mail of the program, which may take its time. */
  isOnItsWay: boolean;
}

/** Puts down that the question which waits has gone out, or sends it on its way. */
export async function sendQuestion(asking: Asking): Promise<SentQuestion | Refused> {
  const { tx, proposal } = asking;
  const waits = await tx.handover.findFirst({
    where: { proposalId: proposal.id, closedAt: null, sentAt: null },
    select: {
      id: true,
      question: true,
      answerDueAt: true,
      mailId: true,
      partner: { select: { ...BODY, state: true } },
    },
  });
  if (!waits) return refused('proposals.refused.sentBefore');
  if (await isUnderWay(tx, waits.mailId)) return refused('proposals.refused.onItsWay');
  const past = whyPast(asking, waits);
  if (past) return past;
  const sent = await sentAs(asking, { ...waits, body: waits.partner });
  if (!sent) return refused('form.error.choose', {}, 'sentHow');
  if ('ok' in sent) return sent;
  await tx.handover.update({ where: { id: waits.id }, data: sent, select: { id: true } });
  // One that could not be sent is not tried again beside it.
  await takeBackMails(tx, [waits]);
  return { body: waits.partner.name, isOnItsWay: sent.sentAt === null };
}

/** Not the one that could not be sent: then the office says how else it goes. One that has left is noted in a moment. */
async function isUnderWay(tx: Tx, mailId: string | null): Promise<boolean> {
  if (mailId === null) return false;
  const where = { id: mailId, state: { in: ['QUEUED', 'SENT'] as ('QUEUED' | 'SENT')[] } };
  return (await tx.outgoingMail.count({ where })) > 0;
}

/** A question that lay too long asks nobody any more; it has to be handed over anew. */
function whyPast(
  { at, given }: Asking,
  { answerDueAt, partner }: { answerDueAt: Date | null; partner: { state: string } },
): Refused | null {
  if (partner.state === 'ENDED') return refused('proposals.refused.bodyEnded');
  const isLate = answerDueAt !== null && dayOf(answerDueAt) < officeDate(at);
  // What went out in time may be put down later.
  const isSentNow = given.sentHow === 'PROGRAM' || !given.sentOn;
  return isLate && isSentNow ? refused('proposals.refused.dueOver') : null;
}

/** When and how it reached the body, as the office says; null: not yet. Mails it where the office wants that. */
async function sentAs(asking: Asking, question: Question): Promise<Sent | Refused | null> {
  const { given, at } = asking;
  const { sentHow = 'NOT_YET', sentOn = '' } = given;
  if (sentHow === 'NOT_YET') return null;
  if (sentHow === 'PROGRAM') return mailQuestion(asking, question);
  const today = officeDate(at);
  const on = sentOn || today;
  if (on > today) return refused('proposals.refused.sentInFuture', {}, 'sentOn');
  const from = asking.proposal.publishedAt;
  if (from && on < officeDate(from)) return refused('proposals.refused.sentTooEarly', {}, 'sentOn');
  // Of another day only the day is known.
  const sentAt = on === today ? at : officeInstant(`${on}T12:00`);
  return { sentAt, sentHow: sentHow as NonNullable<Sent['sentHow']>, mailId: null };
}

async function mailQuestion(
  { tx, proposal, office }: Asking,
  { body, question, answerDueAt }: Question,
): Promise<Sent | Refused> {
  if (body.email === '') return refused('proposals.refused.bodyHasNoMail', {}, 'sentHow');
  // Without one a mail lies in a folder; in a demo everybody may read it there.
  if (!hasMailServer() && !office.filledAsDemo)
    return refused('proposals.refused.noMailServer', {}, 'sentHow');
  const { number, title } = proposal;
  const { officeName, phone, email } = office;
  const content = await questionToBodyMail({
    ...{ number, title, question, answerDueAt },
    ...{ office: officeName, phone, mail: email },
  });
  const mailId = (await enqueueMail(tx, body.email, content, 'question-sent')) ?? null;
  return { sentAt: null, sentHow: null, mailId };
}

/** The question that is open has reached the body. */
export async function isAsked({ tx, proposal }: Asking): Promise<boolean> {
  const where = { proposalId: proposal.id, closedAt: null, sentAt: { not: null } };
  return (await tx.handover.count({ where })) > 0;
}

/** Keeps what the body answered that was asked last. @returns its name, or null when none was */
export async function keepStatement({ tx, proposal, given, at }: Asking): Promise<string | null> {
  const { statementResult = '', statementText = '', plainText = '' } = given;
  const asked = await tx.handover.findFirst({
    where: { proposalId: proposal.id },
    select: { partnerId: true, partner: { select: { name: true } } },
    orderBy: { recordedAt: 'desc' },
  });
  if (!asked) return null;
  await closeHandovers(tx, [proposal.id], at);
  await tx.statement.create({
    data: {
      ...{ proposalId: proposal.id, partnerId: asked.partnerId, receivedAt: at },
      ...{ result: statementResult, text: statementText, plainText },
    },
    select: { id: true },
  });
  return asked.partner.name;
}

/** What a body was to be asked is over; a mail with it that has not left yet leaves no more. */
export async function closeHandovers(
  tx: Tx,
  proposals: readonly string[],
  at: Date,
): Promise<void> {
  const where = { proposalId: { in: [...proposals] }, closedAt: null };
  const unsent = await tx.handover.findMany({
    where: { ...where, sentAt: null },
    select: { mailId: true },
  });
  await tx.handover.updateMany({ where, data: { closedAt: at } });
  await takeBackMails(tx, unsent);
}

const takeBackMails = (tx: Tx, handovers: readonly { mailId: string | null }[]) =>
  keepMailsBack(
    tx,
    handovers.flatMap(({ mailId }) => mailId ?? []),
  );
