import { beforeAll, describe, expect, it } from 'vitest';
import { system } from '@/lib/accounts/actor';
import type { Actor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { db, inTransaction } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { handleFailedMail } from '@/lib/mail/failed/commands';
import { listUndeliveredMails } from '@/lib/mail/failed/queries';
import { enqueueMail } from '@/lib/mail/steps';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice, makePartner } from '@/lib/testing/factories';
import { held, someoneWaits } from '@/lib/testing/held';
import { proposalRow } from '../../rows.mjs';
import { followSentQuestions, noteQuestionSent } from './jobs';
import { closeHandovers } from './steps';

testDatabase();

let districtId = '';
let partnerId = '';
let staff: Actor;
beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
  districtId = (await makeDistrict()).id;
  partnerId = (await makePartner({ name: 'Bauamt', email: 'bauamt@stadt.example' })).id;
});

/** A proposal with a question to a body in a mail. */
async function asked(number: number): Promise<{ id: string; mailId: string }> {
  const at = now();
  const { id } = await db.proposal.create({
    data: proposalRow({
      ...{ number, codeHash: `${number}`, title: 'Bank', body: 'Am Weg', districtId },
      ...{ submittedAt: at, stateSince: at, publishedAt: at, state: 'HANDED_OVER' },
    }),
  });
  let mailId = '';
  await inTransaction(async (tx) => {
    const content = { subject: `Frage ${number}`, paragraphs: ['Geht das?'] };
    mailId = (await enqueueMail(tx, 'bauamt@stadt.example', content, 'question-sent')) ?? '';
    const answerDueAt = new Date('2099-01-01');
    await tx.handover.create({
      data: {
        proposalId: id,
        partnerId,
        question: 'Geht das?',
        recordedAt: at,
        answerDueAt,
        mailId,
      },
    });
    return ok(null);
  });
  return { id, mailId };
}

const left = (id: string) =>
  db.outgoingMail.update({ where: { id }, data: { state: 'SENT', sentAt: now(), sealed: '' } });

describe('a question that has left', () => {
  it('is noted, and no more, when the case went on while the house waited to note it', async () => {
    const { id, mailId } = await asked(901);
    await left(mailId);
    const closing = held(async (tx) => {
      await tx.$queryRaw`SELECT id FROM proposals WHERE id = ${id}::uuid FOR UPDATE`;
      await closeHandovers(tx, [id], now());
      return null;
    });
    await closing.reached;
    const noting = noteQuestionSent(system, mailId);
    await someoneWaits();
    closing.go();
    await closing.done;
    await noting;
    const handover = await db.handover.findFirstOrThrow({ where: { mailId } });
    expect(handover).toMatchObject({ sentHow: 'PROGRAM', closedAt: expect.any(Date) });
    expect(await db.proposalStep.count({ where: { proposalId: id } })).toBe(0);
  });

  it('is noted later when nobody came to note it', async () => {
    const { mailId } = await asked(903);
    await followSentQuestions(system);
    await left(mailId);
    await followSentQuestions(system);
    const handover = await db.handover.findFirstOrThrow({ where: { mailId } });
    expect(handover).toMatchObject({ sentHow: 'PROGRAM', closedAt: null });
  });

  it('is sent once more from its case alone, where the address of today is taken', async () => {
    const { mailId } = await asked(902);
    await db.outgoingMail.update({ where: { id: mailId }, data: { state: 'FAILED' } });
    expect((await listUndeliveredMails(staff)).failed).toMatchObject([{ goesOnInItsCase: true }]);
    for (const way of ['retry', 'drop'] as const) {
      await handleFailedMail(staff, { id: mailId, way });
      const mail = await db.outgoingMail.findUniqueOrThrow({ where: { id: mailId } });
      expect(mail.state).toBe('FAILED');
    }
  });
});
