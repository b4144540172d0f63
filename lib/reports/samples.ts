import { db } from '@/lib/core/db';
import { registrationRow } from '@/lib/forum/rows.mjs';
import { makeSession } from '@/lib/forum/samples';
import { requestRow } from '@/lib/initiatives/rows.mjs';
import { proposalRow } from '@/lib/proposals/rows.mjs';
import { makePartner } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { makePoll } from '@/lib/voting/samples';
import type { Prisma } from '@/prisma/generated/client';

export interface ProposalWishes {
  districtId: string;
  at: Date;
  /** When its author was told something. */
  answeredAt?: Date;
  columns?: Partial<Prisma.ProposalUncheckedCreateInput>;
}

/** A proposal with its promise of a week, and the first answer where there is one. */
export async function makeHandedIn({ districtId, at, answeredAt, columns }: ProposalWishes) {
  const { id, number } = await db.proposal.create({
    data: proposalRow({ districtId, submittedAt: at, stateSince: at, ...columns }),
    select: { id: true, number: true },
  });
  const promisedFor = new Date(at.getTime() + 7 * 86_400_000);
  await ownerDb.answerPromise.create({
    data: {
      ...{ kind: 'proposal', caseId: id, madeAt: at, promisedFor },
      answeredAt: answeredAt ?? null,
    },
  });
  return { id, number };
}

/** At least one record for every figure there is, all of one day. @param at not less than a week ago */
export async function makeEveryRecord(districtId: string, at: Date): Promise<void> {
  const done = await makeHandedIn({
    ...{ districtId, at, answeredAt: at },
    columns: { state: 'DONE', resultNote: 'Steht.' },
  });
  await makeHandedIn({ districtId, at, columns: { intakeChannel: 'PHONE', state: 'SUBMITTED' } });
  const forgotten = await makeHandedIn({
    ...{ districtId, at, answeredAt: at },
    columns: { state: 'NOT_PUBLISHED' },
  });
  await db.proposal.delete({ where: { id: forgotten.id }, select: { id: true } });
  await makeSteps(done.id, at);
  await makeSessions(at);
  const { id: requestId } = await db.supportRequest.create({
    data: requestRow({ districtId, requestedAt: at, kinds: ['ROOM'] }),
    select: { id: true },
  });
  await db.supportStep.create({ data: { requestId, to: 'COMPLETED', at, by: 'office' } });
  await makeHeldPoll(at);
  const { id: partnerId } = await makePartner({ name: 'Kita' });
  await db.calendarEntry.create({
    data: {
      ...{ uid: crypto.randomUUID(), title: 'Krabbelkreis', kind: 'MEETING', place: 'Aula' },
      ...{ organizer: 'Kita', partnerId, createdAt: at, startsAt: at },
      endsAt: new Date(at.getTime() + 3_600_000),
      ...{ localStart: '2026-09-01T10:00', localEnd: '2026-09-01T11:00' },
    },
  });
}

/** Done, not feasible, asked and answered, and asked without an answer until long before. */
async function makeSteps(proposalId: string, at: Date): Promise<void> {
  for (const to of ['DONE', 'NOT_FEASIBLE'] as const)
    await db.proposalStep.create({ data: { proposalId, to, at, by: 'office' } });
  const partnerId = (await makePartner()).id;
  const handover = { proposalId, partnerId, question: 'Geht das?', sentAt: at };
  const day = new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);
  for (const closedAt of [at, null])
    await ownerDb.handover.create({
      data: { ...handover, sentHow: 'LETTER', answerDueAt: day, closedAt },
    });
  await db.statement.create({
    data: { proposalId, partnerId, result: 'yes', text: 'Ja.', receivedAt: at },
  });
}

async function makeSessions(at: Date): Promise<void> {
  const when = { startsAt: at, endsAt: new Date(at.getTime() + 3_600_000) };
  const { id: sessionId } = await makeSession({ state: 'HELD' });
  await db.registration.create({
    data: registrationRow({ sessionId, queueNumber: 1, persons: 3 }),
  });
  await db.forumSession.update({ where: { id: sessionId }, data: { ...when, attended: 22 } });
  const { id } = await makeSession({ state: 'CANCELLED' });
  await db.forumSession.update({ where: { id }, data: when });
}

/** Beside the guards: what it came to has no way there. */
async function makeHeldPoll(at: Date): Promise<void> {
  const { id } = await makePoll({ draft: true });
  await ownerDb.$executeRaw`ALTER TABLE polls DISABLE TRIGGER USER`;
  await ownerDb.poll.update({
    where: { id },
    data: {
      ...{ state: 'PUBLISHED', result: { ballots: 7 }, frozenRule: {} },
      ...{ sealedAt: at, countedAt: at, publishedAt: at },
      ...{ opensAt: new Date(at.getTime() - 3_600_000), closesAt: at },
    },
  });
  await ownerDb.$executeRaw`ALTER TABLE polls ENABLE TRIGGER USER`;
}
