import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DAY_MS, dayColumn, dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import type { Prisma } from '@/prisma/generated/client';
import { makePartner } from './factories';
import { ownerDb } from './owner';

/** What a domain's `samples.ts` may bring for its own figures. */
interface FigureSamples {
  /** At least one record for each of them, of one moment. */
  makeRecords(districtId: string, at: Date): Promise<void>;
  /** Keys of the sentences its figures are told by. They lie in databases: they stay in the catalogues. */
  KEPT_WORDS: readonly string[];
}

/** Those of all domains that bring some. */
export function figureSamples(): Promise<FigureSamples[]> {
  const files = fs
    .readdirSync(path.resolve('lib'))
    .map((folder) => path.resolve('lib', folder, 'samples.ts'))
    .filter((file) => fs.existsSync(file) && fs.readFileSync(file, 'utf8').includes('KEPT_WORDS'));
  return Promise.all(files.map((file) => import(pathToFileURL(file).href)));
}

interface ProposalWishes {
  districtId: string;
  at: Date;
  /** When its author was told something. */
  answeredAt?: Date;
  columns?: Partial<Prisma.ProposalUncheckedCreateInput>;
}

const NUMBER = { contactKind: 'NUMBER' } as const;
const hourAfter = (at: Date) => new Date(at.getTime() + 3_600_000);
const id = { select: { id: true } } as const;

/** A proposal everybody reads, with its promise of a week, and the first answer where there is one. */
export async function makeHandedIn({ districtId, at, answeredAt, columns }: ProposalWishes) {
  const made = await db.proposal.create({
    data: {
      ...{ codeHash: randomUUID(), title: 'Bank', body: 'Am Weg', districtId, ...NUMBER },
      ...{ nameChoice: 'NEIGHBOUR', intakeChannel: 'ONLINE', state: 'PUBLISHED' },
      ...{ submittedAt: at, stateSince: at, publishedAt: null },
      ...columns,
    },
    select: { id: true, number: true },
  });
  const promise = { kind: 'proposal', caseId: made.id, madeAt: at };
  const promisedFor = new Date(at.getTime() + 7 * DAY_MS);
  await ownerDb.answerPromise.create({
    data: { ...promise, promisedFor, answeredAt: answeredAt ?? null },
  });
  return made;
}

/** At least one record for every figure there is, all of one moment. */
export async function makeEveryRecord(districtId: string, at: Date): Promise<void> {
  const answered = { districtId, at, answeredAt: at };
  const done = await makeHandedIn({
    ...answered,
    columns: { state: 'DONE', resultNote: 'Steht.', publishedAt: at },
  });
  await makeHandedIn({ districtId, at, columns: { intakeChannel: 'PHONE', state: 'SUBMITTED' } });
  const deleted = await makeHandedIn({ ...answered, columns: { state: 'NOT_PUBLISHED' } });
  await db.proposal.delete({ where: { id: deleted.id }, ...id });
  await makeSteps(done.id, at);
  await makeSession('HELD', at);
  await makeSession('CANCELLED', at);
  await makeHeldPoll(at);
  const request = await db.supportRequest.create({
    data: {
      ...{ codeHash: randomUUID(), title: 'Raum', body: 'Warm', districtId, ...NUMBER },
      ...{ channel: 'ONLINE', state: 'COMPLETED', stateSince: at, requestedAt: at },
    },
    ...id,
  });
  const step = { requestId: request.id, to: 'COMPLETED', at, by: 'office' } as const;
  await db.supportStep.create({ data: step });
  await makeEntry(at);
  for (const { makeRecords } of await figureSamples()) await makeRecords(districtId, at);
}

/** Done, not feasible, asked and answered, and asked without an answer on that day. */
async function makeSteps(proposalId: string, at: Date): Promise<void> {
  for (const to of ['DONE', 'NOT_FEASIBLE'] as const)
    await db.proposalStep.create({ data: { proposalId, to, at, by: 'office' } });
  const partnerId = (await makePartner()).id;
  const asked = { proposalId, partnerId, question: 'Geht das?', sentAt: at };
  const answerDueAt = dayColumn(dayOf(at));
  for (const closedAt of [at, null])
    await ownerDb.handover.create({ data: { ...asked, sentHow: 'LETTER', answerDueAt, closedAt } });
  await db.statement.create({
    data: { proposalId, partnerId, result: 'yes', text: 'Ja.', receivedAt: at },
  });
}

let last = 900;

/** With three who signed up, and twenty-two who came where it was held. */
async function makeSession(state: 'HELD' | 'CANCELLED', at: Date): Promise<void> {
  last += 1;
  const session = await db.forumSession.create({
    data: {
      ...{ number: last, title: `${last}. Stadtteilforum`, place: 'Aula', state },
      ...{ localDate: dayColumn(dayOf(at)), localStart: '18:00', localEnd: '19:00' },
      ...{ startsAt: at, endsAt: hourAfter(at), attended: state === 'HELD' ? 22 : null },
    },
    ...id,
  });
  const person = { name: 'Familie Groß', persons: 3, ...NUMBER, codeHash: randomUUID() };
  const place = { sessionId: session.id, queueNumber: 1, channel: 'ONLINE', state: 'CONFIRMED' };
  await ownerDb.registration.create({
    data: { ...person, ...place } as Prisma.RegistrationUncheckedCreateInput,
  });
}

/** Beside the guards: what it came to has no way there. */
async function makeHeldPoll(closesAt: Date): Promise<void> {
  await ownerDb.$executeRaw`ALTER TABLE polls DISABLE TRIGGER USER`;
  await ownerDb.poll.create({
    data: {
      ...{ question: 'Bank oder Baum?', decidedBy: 'Stadt', state: 'PUBLISHED', maxChoices: 1 },
      ...{ localOpens: '2026-01-01T10:00', localCloses: '2026-01-02T10:00' },
      ...{ opensAt: new Date(closesAt.getTime() - DAY_MS), closesAt, frozenRule: {} },
      ...{ sealedAt: closesAt, countedAt: closesAt, publishedAt: closesAt, result: { ballots: 7 } },
    },
    ...id,
  });
  await ownerDb.$executeRaw`ALTER TABLE polls ENABLE TRIGGER USER`;
}

async function makeEntry(at: Date): Promise<void> {
  const { id: partnerId } = await makePartner({ name: 'Kita' });
  await db.calendarEntry.create({
    data: {
      ...{ uid: randomUUID(), title: 'Krabbelkreis', kind: 'MEETING', place: 'Aula' },
      ...{ organizer: 'Kita', partnerId, createdAt: at, startsAt: at, endsAt: hourAfter(at) },
      ...{ localStart: '2026-09-01T10:00', localEnd: '2026-09-01T11:00' },
    },
    ...id,
  });
}
