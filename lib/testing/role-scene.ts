import { randomUUID } from 'node:crypto';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { newCode } from '@/lib/core/tokens';
import { sealPoll } from '@/lib/voting/commands';
import { publishResult } from '@/lib/voting/count/commands';
import { enterCount } from '@/lib/voting/count/sheets/commands';
import { startTrial } from '@/lib/voting/prepare/trials/commands';
import { cancelByTwo } from '@/lib/voting/stop/samples';
import { archivePoll, publishNote } from '@/lib/voting/tell/commands';
import { castBallot } from '@/lib/voting/vote/commands';
import { system } from '../accounts/actor';
import type { Actor } from '../accounts/types';
import { makeSession } from '../forum/samples';
import { enterRoll, makePoll, type PollWishes } from '../voting/samples';
import { moveClock } from './clock';
import { makeActor, makeDistrict, makePartner } from './factories';
import { ownerDb } from './owner';

const RANKING = { method: 'RANKING', countRule: 'irv' } as const;

type Poll = Awaited<ReturnType<typeof makePoll>>;

/** Polls in every state, each ballot in a box that must stay shut with the same two choices in the same order. */
export interface Scene {
  /** By what they are: `open`, `draft` … */
  polls: Record<string, Poll>;
  voter: Actor;
  /** Has not voted anywhere. */
  stranger: Actor;
  /** What only the shut boxes say. */
  secrets: string[];
}

const people = async () => ({
  office: await makeActor({ roles: ['COORDINATOR'] }),
  speaker: await makeActor({ roles: ['REPRESENTATIVE'] }),
  voters: [await makeActor(), await makeActor()] as const,
});

type People = Awaited<ReturnType<typeof people>>;

/** Everything the role of the program could want to get at or to change, made the way it comes to be. */
export async function makeScene(): Promise<Scene> {
  const who = await people();
  await makePublished(who);
  const past = await pastPolls(who);
  const open = await voted(await ranked(), who);
  await enterRoll(open.id, 1, 'PAPER');
  const coming = await ranked({ opensAt: inDays(2), closesAt: inDays(4) });
  const draft = await ranked({ draft: true });
  const called = await voted(await ranked(), who);
  await cancelByTwo(who.office, { number: called.number, reason: 'Eine Antwort fehlte ganz.' });
  await startTrial(who.office, { number: draft.number });
  const polls = { open, coming, draft, called, ...past };
  const shut = [open, past.waiting, past.annulled];
  return {
    ...{ polls, voter: who.voters[0], stranger: await makeActor() },
    secrets: shut.map(secretOf),
  };
}

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

const ranked = (wishes: PollWishes = {}) =>
  makePoll({ maxChoices: 3, columns: { ...RANKING, channels: ['WEB', 'PAPER'] }, ...wishes });

/** The third before the first; nothing else puts them beside each other. */
const secretChoices = (poll: Poll) => [poll.optionIds[2] ?? '', poll.optionIds[0] ?? ''];

const hexOf = (text: string): string => text.replaceAll(/[^0-9a-f]/g, '');

const secretOf = (poll: Poll) => hexOf(secretChoices(poll).join());

async function voted(poll: Poll, { voters }: People): Promise<Poll> {
  const choices = secretChoices(poll).map((id, index) => `${id}:${index + 1}`);
  for (const voter of voters) {
    const input = { poll: poll.number, step: 'cast', choices, age: true } as const;
    const cast = await castBallot(voter, input, newCode(26));
    if (!cast.ok) throw new Error(cast.code);
  }
  return poll;
}

/** Polls of ten days ago, each gone one step further. */
async function pastPolls(who: People) {
  const { office, speaker } = who;
  await moveClock(inDays(-10));
  const times = { opensAt: inDays(-11), closesAt: inDays(-9) };
  const make = (columns: PollWishes['columns'] = {}) =>
    ranked({ ...times, columns: { ...RANKING, channels: ['WEB', 'PAPER'], ...columns } });
  const waiting = await voted(await make(), who);
  const annulled = await voted(await make(), who);
  const counted = await make({ channels: ['PAPER'] });
  await enterRoll(counted.id, 1, 'PAPER');
  const [published, archived] = [
    await make({ channels: ['WEB'] }),
    await make({ channels: ['WEB'] }),
  ];
  for (const poll of [published, archived]) await voted(poll, who);
  await moveClock(inDays(-8));
  for (const { id } of [waiting, annulled, counted, published, archived])
    await sealPoll(system, id);
  const sheet = (poll: Poll, channel = 'PAPER' as const) => ({
    ...{ poll: poll.number, channel, spoiled: 0 },
    papers: [{ choices: poll.optionIds.slice(0, 1), points: [], count: 1 }],
  });
  await enterCount(office, sheet(waiting));
  await enterCount(office, sheet(counted));
  await enterCount(speaker, sheet(counted));
  await cancelByTwo(office, { number: annulled.number, reason: 'Zettel sind verloren gegangen.' });
  await publishResult(office, { number: published.number });
  await publishNote(office, { number: published.number, text: 'Ein Wort dazu, später.' });
  await archivePoll(office, { number: archived.number });
  await moveClock(null);
  return { waiting, annulled, counted, published, archived };
}

/** A meeting with confirmed minutes and a proposal that was answered. */
async function makePublished({ voters }: People): Promise<void> {
  const { id: sessionId } = await makeSession({ inDays: -3, state: 'HELD' });
  await db.agendaItem.create({
    data: { sessionId, position: 1, title: 'Bank', kind: 'INFO', minutes: 5, record: 'Ja.' },
  });
  const { id: subjectId } = await db.decision.create({
    data: {
      sessionId,
      agendaNo: 1,
      text: 'Eine Bank',
      yes: 3,
      no: 1,
      abstain: 0,
      result: 'adopted',
    },
  });
  const corrected = { kind: 'DECISION', subjectId, version: 1, at: new Date() } as const;
  await db.correction.create({
    data: { ...corrected, reason: 'Vertippt.', earlier: { text: 'Ein Bank' } },
  });
  for (const minutesState of ['DRAFT', 'UNCONFIRMED', 'CONFIRMED'] as const) {
    await db.forumSession.update({ where: { id: sessionId }, data: { minutesState } });
  }
  await makeProposal(voters[0]);
}

async function makeProposal(author: Actor): Promise<void> {
  const at = new Date();
  const partnerId = (await makePartner()).id;
  // The owner, because a list that is struck at once has no way there.
  await ownerDb.proposal.create({
    data: {
      ...{
        codeHash: newCode(12),
        title: 'Bank',
        body: 'Am Weg',
        districtId: (await makeDistrict()).id,
      },
      ...{
        nameChoice: 'NEIGHBOUR',
        contactKind: 'NUMBER',
        intakeChannel: 'ONLINE',
        authorId: author.id,
      },
      ...{ state: 'STATEMENT_RECEIVED', stateSince: at, submittedAt: at, publishedAt: at },
      steps: { create: [{ to: 'PUBLISHED', at, by: 'office', note: 'Danke.' }] },
      handovers: {
        create: [
          { partnerId, question: 'Geht das?', sentAt: at, sentHow: 'LETTER', closedAt: at },
          { partnerId, question: 'Und jetzt?', sentAt: at, sentHow: 'LETTER' },
        ],
      },
      statements: { create: [{ partnerId, result: 'yes', text: 'Ja.', receivedAt: at }] },
      signatureLists: {
        create: [
          { signatures: 3, collectedOn: at, place: 'Bäckerei', enteredAt: at, struckAt: at },
          { signatures: 4, collectedOn: at, place: 'Bäckerei', enteredAt: at },
        ],
      },
    },
  });
  // A quarter that is closed, and a proposal that was deleted.
  await ownerDb.periodFigure.create({
    data: {
      ...{ period: '2020-Q1', position: 0, part: 'proposals', title: 't', figure: 'submitted' },
      ...{ label: 'l', unit: 'count', value: 7, closedAt: at },
    },
  });
  await ownerDb.forgottenProposal.create({
    data: { submittedAt: at, intakeChannel: 'PHONE', districtId: (await makeDistrict()).id },
  });
  await ownerDb.answerPromise.createMany({
    data: [{ answeredAt: at }, { endedAt: at }, {}].map((end) => ({
      ...{ kind: 'proposal', caseId: randomUUID(), madeAt: at, promisedFor: at },
      ...end,
    })),
  });
}
