import { afterEach, describe, expect, it, vi } from 'vitest';
import { system } from '@/lib/accounts/actor';
import { setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { processState } from '@/lib/core/process-state.mjs';
import { newCode } from '@/lib/core/tokens';
import { moveClock } from '@/lib/testing/clock';
import { testDatabase } from '@/lib/testing/database';
import { makeActor } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { makePoll } from '@/lib/voting/samples';
import { cancelByTwo } from '@/lib/voting/stop/samples';
import { sealDuePolls, sealForgottenPolls, sealPoll } from './commands';
import { countPoll } from './count/commands';
import { forgetRolls } from './jobs';
import { castBallot } from './vote/commands';

testDatabase();

afterEach(() => moveClock(null));

async function pollWithVotes(marks: number[]) {
  const poll = await makePoll();
  const choices = marks.map((index) => poll.optionIds[index] ?? 'abstain');
  for (const choice of choices) {
    const input = { poll: poll.number, step: 'cast', choices: [choice], age: true } as const;
    await castBallot(await makeActor(), { ...input, choices: [choice] }, newCode(26));
  }
  return poll;
}

/** As somebody with the rights of the owner would. */
async function setRule(id: string, rule: object): Promise<void> {
  await ownerDb.$executeRaw`ALTER TABLE polls DISABLE TRIGGER USER`;
  await ownerDb.poll.update({ where: { id }, data: { frozenRule: rule } });
  await ownerDb.$executeRaw`ALTER TABLE polls ENABLE TRIGGER USER`;
}

const stored = (id: string) => db.poll.findUniqueOrThrow({ where: { id } });

describe('sealPoll', () => {
  it('counts, publishes and drops the pages', async () => {
    const poll = await pollWithVotes([0, 1, 1, -1]);
    const dropped: string[] = [];
    const listen = (tags: readonly string[]) => void dropped.push(...tags);
    processState().dropListeners.add(listen);
    await moveClock(poll.closesAt);
    expect(await sealPoll(system, poll.id)).toBe('published');
    processState().dropListeners.delete(listen);
    expect(dropped).toContain('polls');
    const { state, sealedAt, result } = await stored(poll.id);
    expect({ state, sealedAt }).toEqual({ state: 'PUBLISHED', sealedAt: poll.closesAt });
    expect(result).toEqual({
      version: 2,
      rule: 'approval',
      usedRights: 4,
      ballots: 4,
      abstentions: 1,
      spoiled: 0,
      channels: { WEB: 4 },
      quorumReached: true,
      counts: poll.optionIds.map((optionId, index) => ({ optionId, votes: [1, 2, 0][index] })),
      winners: [poll.optionIds[1]],
      ties: [],
      publishes: 'marks',
      head: '',
    });
  });

  it('does nothing a second time, and nothing to a poll that was called off', async () => {
    const poll = await pollWithVotes([0]);
    await moveClock(poll.closesAt);
    await sealPoll(system, poll.id);
    const before = await stored(poll.id);
    expect(await sealPoll(system, poll.id)).toBe('not-due');
    expect(await stored(poll.id)).toEqual(before);
  });

  it('comes back later when it is called too early', async () => {
    const poll = await makePoll();
    expect(await sealPoll(system, poll.id)).toBe('not-due');
    expect((await stored(poll.id)).state).toBe('SCHEDULED');
    const jobs = await db.$queryRaw<{ run_at: Date }[]>`
      SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = 'seal-poll'`;
    expect(jobs.map((job) => job.run_at)).toEqual([poll.closesAt]);
  });

  it('gives every paper a new id and one and the same writing transaction', async () => {
    const poll = await pollWithVotes([0, 1, 2, 0]);
    const rows = () => ownerDb.$queryRaw<{ id: string; xmin: string }[]>`
      SELECT id, xmin::text FROM ballots WHERE poll_id = ${poll.id}::uuid`;
    const before = await rows();
    await moveClock(poll.closesAt);
    await sealPoll(system, poll.id);
    const after = await rows();
    const ids = new Set([...before, ...after].map((row) => row.id));
    expect(ids.size).toBe(before.length + after.length);
    expect(new Set(after.map((row) => row.xmin)).size).toBe(1);
  });

  it('keeps a count back that does not agree with the roll', async () => {
    const poll = await pollWithVotes([0, 1]);
    await ownerDb.ballot.create({ data: { pollId: poll.id, choices: [] } });
    await moveClock(poll.closesAt);
    const alarm = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await sealPoll(system, poll.id)).toBe('disputed');
    expect(String(alarm.mock.calls)).toContain('poll.countDisputed');
    alarm.mockRestore();
    const { state, result } = await stored(poll.id);
    expect(state).toBe('CLOSED');
    expect(result).toBeNull();
  });

  it('still counts the right of somebody whose account was deleted', async () => {
    const poll = await pollWithVotes([0, 1]);
    const entry = await db.rollEntry.findFirstOrThrow({ where: { pollId: poll.id } });
    const voter = { where: { id: entry.userId ?? '' } };
    await expect(db.user.delete(voter)).rejects.toThrow(/somebody voted/);
    await moveClock(poll.closesAt);
    await db.user.delete(voter);
    expect(await sealPoll(system, poll.id)).toBe('published');
    expect((await stored(poll.id)).result).toMatchObject({ ballots: 2, usedRights: 2 });
  });
});

describe('sealDuePolls', () => {
  it('counts all others, and lets everybody read, where one cannot be counted', async () => {
    const [broken, whole] = [await pollWithVotes([0]), await pollWithVotes([1])];
    const { frozenRule } = await ownerDb.poll.findUniqueOrThrow({ where: { id: broken.id } });
    await setRule(broken.id, { ...(frozenRule as object), options: [] });
    await moveClock(whole.closesAt);
    const alarm = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await sealDuePolls();
    expect(String(alarm.mock.calls)).toContain('poll.notCounted');
    await sealForgottenPolls(system);
    await expect(countPoll(system, broken.id)).rejects.toThrow();
    alarm.mockRestore();
    expect((await stored(whole.id)).state).toBe('PUBLISHED');
    // Closed, and left to its job.
    expect((await stored(broken.id)).state).toBe('CLOSED');
    await setRule(broken.id, frozenRule as object);
    expect(await countPoll(system, broken.id)).toBe('published');
    expect((await stored(broken.id)).state).toBe('PUBLISHED');
  });

  it('makes up for a job that is late, however many ask at once', async () => {
    const poll = await pollWithVotes([0]);
    await moveClock(poll.closesAt);
    await Promise.all(Array.from({ length: 8 }, () => sealDuePolls()));
    expect((await stored(poll.id)).state).toBe('PUBLISHED');
    const entries = await db.auditEntry.findMany({ where: { subjectId: poll.id } });
    expect(entries.map((entry) => entry.action)).toEqual(['poll.published']);
  });
});

describe('clocks that differ', () => {
  const seconds = (at: Date, more: number) => new Date(at.getTime() + more * 1000);
  const jobs = async () => (await db.$queryRaw<unknown[]>`SELECT FROM graphile_worker.jobs`).length;

  it('ours ahead: nothing is sealed, and only the job comes again', async () => {
    const poll = await pollWithVotes([0]);
    const before = await jobs();
    setClock(seconds(poll.closesAt, 5));
    await Promise.all([1, 2, 3].map(() => sealDuePolls()));
    expect(await jobs()).toBe(before);
    expect(await sealPoll(system, poll.id)).toBe('not-due');
    expect(await jobs()).toBe(before + 1);
    expect((await stored(poll.id)).state).toBe('SCHEDULED');
  });

  it('ours behind: the poll is over, and people are told so', async () => {
    const poll = await pollWithVotes([0]);
    await moveClock(poll.closesAt);
    setClock(seconds(poll.closesAt, -5));
    const input = { poll: poll.number, step: 'cast', choices: ['abstain'], age: true } as const;
    expect(
      await castBallot(await makeActor(), { ...input, choices: ['abstain'] }, newCode(26)),
    ).toMatchObject({ ok: false, code: 'voting.refused.notOpen' });
    const office = await makeActor({ roles: ['COORDINATOR'] });
    expect(
      await cancelByTwo(office, { number: poll.number, reason: 'Es fehlte eine Antwort.' }),
    ).toMatchObject({ ok: false, code: 'voting.refused.notCancellable' });
    expect(await sealPoll(system, poll.id)).toBe('published');
    expect((await stored(poll.id)).result).toMatchObject({ ballots: 1, usedRights: 1 });
  });
});

describe('what the database holds to', () => {
  const ballot = (pollId: string, choices: string[]) =>
    ownerDb.ballot.create({ data: { pollId, choices } });

  it('takes only valid papers', async () => {
    const poll = await makePoll({ maxChoices: 2 });
    const other = await makePoll();
    const [a = '', b = '', c = ''] = poll.optionIds;
    const wrong = [[a, b, c], [a, a], other.optionIds.slice(0, 1), [crypto.randomUUID()]];
    for (const choices of wrong) {
      await expect(ballot(poll.id, choices)).rejects.toThrow(/does not offer/);
    }
    await ballot(poll.id, [a, b]);
  });

  it('takes nothing for a draft, and nothing for a sealed poll', async () => {
    const draft = await makePoll({ draft: true });
    await expect(ballot(draft.id, [])).rejects.toThrow(/takes no votes/);
    const poll = await pollWithVotes([0]);
    await moveClock(poll.closesAt);
    await sealPoll(system, poll.id);
    await expect(ballot(poll.id, [])).rejects.toThrow(/takes no votes/);
    const receipts = ownerDb.ballotReceipt.create({
      data: { pollId: poll.id, receipt: newCode(26) },
    });
    await expect(receipts).rejects.toThrow(/takes no votes/);
    const userId = (await makeActor()).id;
    const entry = db.rollEntry.create({ data: { pollId: poll.id, userId } });
    await expect(entry).rejects.toThrow(/takes no votes/);
  });

  it('lets papers change places, and changes none', async () => {
    const poll = await pollWithVotes([0, 1]);
    const [first, second] = await ownerDb.ballot.findMany({ where: { pollId: poll.id } });
    await expect(
      ownerDb.ballot.updateMany({ where: { pollId: poll.id }, data: { choices: [] } }),
    ).rejects.toThrow(/changed a ballot/);
    await expect(
      ownerDb.ballot.update({
        where: { id: first?.id ?? '' },
        data: { choices: second?.choices ?? [] },
      }),
    ).rejects.toThrow(/changed a ballot/);
    const swap = () => ownerDb.$executeRaw`
      UPDATE ballots SET choices = other.choices FROM ballots AS other
      WHERE ballots.poll_id = ${poll.id}::uuid AND other.poll_id = ballots.poll_id
        AND other.id <> ballots.id`;
    expect(await swap()).toBe(2);
    await moveClock(poll.closesAt);
    await sealPoll(system, poll.id);
    await expect(swap()).rejects.toThrow(/takes no votes/);
  });

  it('takes nothing out of a sealed box', async () => {
    const poll = await pollWithVotes([0]);
    const where = { pollId: poll.id };
    await moveClock(poll.closesAt);
    await sealPoll(system, poll.id);
    await expect(ownerDb.ballot.deleteMany({ where })).rejects.toThrow(/nothing is taken out/);
    await expect(ownerDb.ballotReceipt.deleteMany({ where })).rejects.toThrow(/stays/);
    await expect(
      ownerDb.ballotReceipt.updateMany({ where, data: { pollId: crypto.randomUUID() } }),
    ).rejects.toThrow(/stays/);
  });

  it('changes neither the rule of a scheduled poll nor a result', async () => {
    const poll = await pollWithVotes([0]);
    const change = (data: object) => db.poll.update({ where: { id: poll.id }, data });
    for (const data of [{ maxChoices: 3 }, { frozenRule: {} }, { minAge: 6 }]) {
      await expect(change(data)).rejects.toThrow(/frozen/);
    }
    await expect(change({ state: 'DRAFT' })).rejects.toThrow(/does not go back/);
    await moveClock(poll.closesAt);
    await sealPoll(system, poll.id);
    await expect(change({ result: {} })).rejects.toThrow(/frozen/);
    await expect(change({ sealedAt: null })).rejects.toThrow();
  });
});

describe('forgetRolls', () => {
  it('forgets who voted thirty days after the count, and not what came out', async () => {
    const [old, recent] = [await pollWithVotes([0, 0]), await pollWithVotes([1])];
    await moveClock(old.closesAt);
    await sealPoll(system, old.id);
    await moveClock(new Date(old.closesAt.getTime() + 20 * DAY_MS));
    await sealPoll(system, recent.id);
    await moveClock(new Date(old.closesAt.getTime() + 31 * DAY_MS));
    await forgetRolls();
    const left = (pollId: string) => db.rollEntry.count({ where: { pollId } });
    expect([await left(old.id), await left(recent.id)]).toEqual([0, 1]);
    expect((await stored(old.id)).result).toMatchObject({ usedRights: 2 });
  });
});
