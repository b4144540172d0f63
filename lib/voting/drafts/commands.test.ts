import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { newCode } from '@/lib/core/tokens';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeGuest, makeOffice } from '@/lib/testing/factories';
import { makePoll } from '@/lib/testing/polls';
import { castBallot } from '../ballots/commands';
import { findReceipt } from '../ballots/queries';
import { cancelPoll, discardPollDraft, savePollDraft, schedulePoll } from './commands';
import { getPollForOffice, listPollsForOffice } from './queries';
import { type PollDraftInput, pollDraftSchema } from './schema';

testDatabase();

let coordinator: Actor;
let resident: Actor;

beforeAll(async () => {
  await makeOffice();
  coordinator = await makeActor({ roles: ['COORDINATOR'] });
  resident = await makeActor();
});

afterEach(() => setClock(null));

const fields = {
  number: '',
  proposal: '',
  question: 'Was soll zuerst auf den Spielplatz?',
  description: '',
  easyText: '',
  options: 'Schaukel\nSonnensegel\nSchattenbäume',
  maxChoices: '1',
  district: '',
  minAge: '14',
  decidedBy: 'Stadtverwaltung, Bauamt',
  opensDate: '2027-01-11',
  opensTime: '08:00',
  closesDate: '2027-02-01',
  closesTime: '18:00',
};

const draft = (changes: Partial<Record<keyof typeof fields, string>> = {}): PollDraftInput =>
  pollDraftSchema.parse({ ...fields, ...changes });

async function saved(changes: Parameters<typeof draft>[0] = {}): Promise<number> {
  const result = await savePollDraft(coordinator, draft(changes));
  if (!result.ok) throw new Error(result.code);
  return result.value.number;
}

const actions = (number: number) =>
  db.poll
    .findUniqueOrThrow({ where: { number } })
    .then(({ id }) => db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } }))
    .then((entries) => entries.map((entry) => entry.action));

describe('the form', () => {
  it.each<[Partial<Record<keyof typeof fields, string>>, string]>([
    [{ question: '' }, 'question'],
    [{ question: 'x'.repeat(141) }, 'question'],
    [{ options: 'nur eine' }, 'options'],
    [
      { options: Array.from({ length: 13 }, (_, index) => `Antwort ${index}`).join('\n') },
      'options',
    ],
    [{ options: 'Bank\nbank' }, 'options'],
    [{ options: `Bank\n${'x'.repeat(81)}` }, 'options'],
    [{ maxChoices: '4' }, 'maxChoices'],
    [{ maxChoices: '0' }, 'maxChoices'],
    [{ maxChoices: 'zwei' }, 'maxChoices'],
    [{ minAge: '5' }, 'minAge'],
    [{ decidedBy: '' }, 'decidedBy'],
    [{ opensDate: '2027-02-30' }, 'opensDate'],
    [{ opensTime: '24:00' }, 'opensTime'],
    [{ district: 'irgendwo' }, 'district'],
  ])('refuses %j', (changes, field) => {
    const parsed = pollDraftSchema.safeParse({ ...fields, ...changes });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toContain(field);
    expect(parsed.error?.issues.every((issue) => /^(form|voting)\./.test(issue.message))).toBe(
      true,
    );
  });
});

describe('savePollDraft', () => {
  it('writes a draft with local times and the instants they mean', async () => {
    const number = await saved();
    const poll = await db.poll.findUniqueOrThrow({ where: { number }, include: { options: true } });
    expect(poll).toMatchObject({
      state: 'DRAFT',
      localOpens: '2027-01-11T08:00',
      opensAt: new Date('2027-01-11T07:00:00Z'),
      closesAt: new Date('2027-02-01T17:00:00Z'),
    });
    expect(poll.options.map((option) => option.label)).toHaveLength(3);
    expect(await actions(number)).toEqual(['poll.created']);
  });

  it('writes a draft anew', async () => {
    const number = await saved();
    await saved({
      number: String(number),
      options: 'Ja\nNein',
      question: 'Soll die Bank bleiben?',
    });
    const { draft: after } = await getPollForOffice(coordinator, number);
    expect(after).toMatchObject({ options: ['Ja', 'Nein'], question: 'Soll die Bank bleiben?' });
    expect(await actions(number)).toEqual(['poll.created', 'poll.changed']);
  });

  it.each([
    [{ closesDate: '2027-03-28', closesTime: '02:30' }, 'voting.refused.hourSkipped', 'closesTime'],
    [{ closesDate: '2027-10-31', closesTime: '02:30' }, 'voting.refused.hourTwice', 'closesTime'],
    [
      { closesDate: '2027-01-11', closesTime: '08:00' },
      'voting.refused.closesBeforeOpening',
      'closesDate',
    ],
  ])('refuses times that mean nothing clear: %j', async (changes, code, field) => {
    expect(await savePollDraft(coordinator, draft(changes))).toMatchObject({
      ok: false,
      code,
      field,
    });
  });

  it('keeps the hours on both sides of a clock change apart', async () => {
    const number = await saved({ closesDate: '2027-03-28', closesTime: '18:00' });
    const { closesAt } = await db.poll.findUniqueOrThrow({ where: { number } });
    expect(closesAt).toEqual(new Date('2027-03-28T16:00:00Z'));
  });

  it("is the office's business", async () => {
    for (const nobody of [resident, makeGuest(), await makeActor({ roles: ['COUNSELLOR'] })]) {
      await expect(savePollDraft(nobody, draft())).rejects.toThrow('NOT_FOUND');
    }
    await expect(listPollsForOffice(resident)).rejects.toThrow('NOT_FOUND');
    await expect(getPollForOffice(resident, await saved())).rejects.toThrow('NOT_FOUND');
  });
});

describe('schedulePoll', () => {
  it('freezes the rule, plans the count and lets nobody change anything after that', async () => {
    setClock(new Date('2027-01-04T09:00:00Z'));
    const district = await makeDistrict({ name: 'Griesbacher Hang' });
    const number = await saved({ district: district.id, maxChoices: '2' });
    expect(await schedulePoll(coordinator, { number })).toMatchObject({ ok: true });
    const poll = await db.poll.findUniqueOrThrow({ where: { number } });
    expect(poll.frozenRule).toMatchObject({
      method: 'UP_TO',
      maxChoices: 2,
      districtName: 'Griesbacher Hang',
      closesAt: '2027-02-01T17:00:00.000Z',
    });
    const jobs = await db.$queryRaw<{ run_at: Date }[]>`
      SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = 'seal-poll'`;
    expect(jobs.map((job) => job.run_at)).toEqual([poll.closesAt]);
    const again = draft({ number: String(number) });
    expect(await savePollDraft(coordinator, again)).toMatchObject({
      code: 'voting.refused.notDraft',
    });
    expect(await discardPollDraft(coordinator, { number })).toMatchObject({
      code: 'voting.refused.notDraft',
    });
    expect(await schedulePoll(coordinator, { number })).toMatchObject({ ok: false });
    expect(await actions(number)).toEqual(['poll.created', 'poll.scheduled']);
  });

  it('refuses a poll that would be over already', async () => {
    const number = await saved();
    setClock(new Date('2027-02-01T17:00:00Z'));
    expect(await schedulePoll(coordinator, { number })).toMatchObject({
      code: 'voting.refused.closesInPast',
    });
  });

  it("is the office's business", async () => {
    await expect(schedulePoll(resident, { number: await saved() })).rejects.toThrow('NOT_FOUND');
  });
});

describe('cancelPoll', () => {
  const reason = 'Der Spielplatz wird im Frühjahr verlegt.';

  it('destroys the papers uncounted and tells the owner of a receipt', async () => {
    const poll = await makePoll();
    const receipt = newCode(26);
    const input = { poll: poll.number, step: 'cast', choices: ['abstain'], age: true } as const;
    await castBallot(resident, { ...input, choices: ['abstain'] }, receipt);
    expect(await cancelPoll(coordinator, { number: poll.number, reason })).toMatchObject({
      ok: true,
    });
    expect(await db.ballot.count({ where: { pollId: poll.id } })).toBe(0);
    expect(await findReceipt(makeGuest(), receipt)).toMatchObject({ poll: { phase: 'cancelled' } });
    expect(await cancelPoll(coordinator, { number: poll.number, reason })).toMatchObject({
      code: 'voting.refused.notCancellable',
    });
  });

  it('comes too late after the close', async () => {
    const poll = await makePoll();
    setClock(poll.closesAt);
    expect(await cancelPoll(coordinator, { number: poll.number, reason })).toMatchObject({
      ok: false,
    });
  });

  it("is the office's business", async () => {
    const poll = await makePoll();
    await expect(cancelPoll(resident, { number: poll.number, reason })).rejects.toThrow(
      'NOT_FOUND',
    );
  });
});

describe('discardPollDraft', () => {
  it('leaves nothing of a draft', async () => {
    const number = await saved();
    await expect(discardPollDraft(resident, { number })).rejects.toThrow('NOT_FOUND');
    expect(await discardPollDraft(coordinator, { number })).toEqual({ ok: true, value: null });
    expect(await db.poll.findUnique({ where: { number } })).toBeNull();
  });
});
