import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/core/db';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { makeSession } from '@/lib/forum/samples';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice, whyNotAllowed } from '@/lib/testing/factories';
import { seenNow } from '@/lib/testing/seen';
import { Prisma } from '@/prisma/generated/client';
import { forumFragments } from '../fragments';
import { addDecision, addTask, dropTask, setTaskDone, setTurnout } from './commands';
import { listDecisions, listTasks } from './queries';
import type { DecisionInput } from './schema';

testDatabase();

let staff: Awaited<ReturnType<typeof makeActor>>;
beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
});

const decision = (session: number, more: Partial<DecisionInput> = {}): DecisionInput => ({
  session,
  version: 0,
  agendaNo: 4,
  text: 'Das Forum empfiehlt eine Bank am Weg.',
  yes: 12,
  no: 2,
  abstain: 1,
  result: 'adopted',
  ...more,
});

describe('what came of a session', () => {
  it('is written down once it has begun', async () => {
    const { id, number } = await makeSession({ state: 'RUNNING' });
    expect(
      (
        await setTurnout(
          staff,
          await seenNow({ session: number, attended: 20, votingResidents: 16 }),
        )
      ).ok,
    ).toBe(true);
    expect((await addDecision(staff, await seenNow(decision(number)))).ok).toBe(true);
    const tied = decision(number, { agendaNo: 2, yes: 7, no: 7, abstain: 0, result: 'tied' });
    expect((await addDecision(staff, await seenNow(tied))).ok).toBe(true);
    expect((await listDecisions(id)).map(({ result }) => result)).toEqual(['tied', 'adopted']);
  });

  it('waits for the evening', async () => {
    const { number } = await makeSession();
    expect(await addDecision(staff, await seenNow(decision(number)))).toMatchObject({
      ok: false,
      code: 'forum.refused.notYetHeld',
    });
  });

  it.each([
    [{ yes: 2, no: 12 }, 'resultDoesNotFit', 'result'],
    [{ yes: 7, no: 7 }, 'resultDoesNotFit', 'result'],
    [{ yes: 15, no: 2 }, 'tooManyVotes', 'yes'],
  ])('refuses %o', async (more, code, field) => {
    const { number } = await makeSession({ state: 'HELD' });
    await setTurnout(staff, await seenNow({ session: number, attended: 20, votingResidents: 16 }));
    const result = await addDecision(staff, await seenNow(decision(number, more)));
    expect(result).toMatchObject({ ok: false, code: `forum.refused.${code}`, field });
  });

  it('does not count more voters than people', async () => {
    const { number } = await makeSession({ state: 'HELD' });
    const result = await setTurnout(
      staff,
      await seenNow({ session: number, attended: 5, votingResidents: 6 }),
    );
    expect(result).toMatchObject({ ok: false, code: 'forum.refused.moreVotersThanPeople' });
  });

  it('keeps the number of people once the minutes are handed over', async () => {
    const { id, number } = await makeSession({ state: 'HELD' });
    await setTurnout(staff, await seenNow({ session: number, attended: 20, votingResidents: 16 }));
    for (const minutesState of ['DRAFT', 'SUBMITTED'] as const) {
      await db.forumSession.update({ where: { id }, data: { minutesState } });
    }
    expect(
      await setTurnout(
        staff,
        await seenNow({ session: number, attended: 30, votingResidents: 16 }),
      ),
    ).toMatchObject({ ok: false, code: 'forum.refused.minutesHandedOver' });
    // Nor does a program that forgets to ask.
    await expect(db.forumSession.update({ where: { id }, data: { attended: 30 } })).rejects.toThrow(
      /handed over/,
    );
  });

  it('leaves tasks that can be finished', async () => {
    const { id, number } = await makeSession({ state: 'HELD' });
    await addTask(staff, {
      session: number,
      task: 'Bauamt fragen',
      assignee: 'Sprecherrat',
      dueOn: '2027-02-01',
    });
    const [task] = await listTasks(id);
    await setTaskDone(staff, { session: number, id: task?.id ?? '', version: 1, done: true });
    expect((await listTasks(id))[0]).toMatchObject({ done: true, assignee: 'Sprecherrat' });
  });

  it('leaves tasks that can be dropped with a reason, and are taken up again', async () => {
    const { id, number } = await makeSession({ state: 'HELD' });
    const text = `Beim Bauamt nachfragen, ${number}`;
    await addTask(staff, { session: number, task: text, assignee: 'Büro', dueOn: '2020-02-01' });
    const [task] = await listTasks(id);
    const seen = { session: number, id: task?.id ?? '' };
    const reason = 'Die Stadt baut dort nicht mehr.';
    const [kept = Prisma.empty] = forumFragments.keptTasks?.() ?? [];
    const isOwed = async () =>
      (await db.$queryRaw<{ text: string }[]>(kept)).some((one) => one.text === text);
    expect(await isOwed()).toBe(true);
    expect(await dropTask(staff, { ...seen, version: 1, reason })).toMatchObject({ ok: true });
    expect((await listTasks(id))[0]).toMatchObject({ done: false, dropReason: reason });
    expect(await isOwed()).toBe(false);
    // Whoever still sees it open does not tick it off over that.
    expect(await setTaskDone(staff, { ...seen, version: 1, done: true })).toMatchObject({
      code: CHANGED_MEANWHILE,
    });
    await expect(
      db.forumTask.update({ where: { id: seen.id }, data: { done: true } }),
    ).rejects.toThrow('forum_tasks_done_or_dropped');
    await setTaskDone(staff, { ...seen, version: 2, done: false });
    expect((await listTasks(id))[0]).toMatchObject({ done: false, dropReason: '' });
    expect(await isOwed()).toBe(true);
  });

  it("does not reach another session's tasks, nor for strangers", async () => {
    const mine = await makeSession({ state: 'HELD' });
    const other = await makeSession({ state: 'HELD' });
    await addTask(staff, { session: other.number, task: 'Fremd', assignee: 'Büro', dueOn: '' });
    const [task] = await listTasks(other.id);
    const done = { session: mine.number, id: task?.id ?? '', version: 1, done: true };
    await expect(setTaskDone(staff, done)).rejects.toThrow('NOT_FOUND');
    for (const actor of [makeGuest(), await makeActor()]) {
      await expect(addDecision(actor, await seenNow(decision(mine.number)))).rejects.toThrow(
        whyNotAllowed(actor),
      );
    }
    expect((await db.forumTask.findMany()).filter(({ id }) => id === task?.id)[0]?.done).toBe(
      false,
    );
  });
});

describe('two people who saw the same', () => {
  it('write down a decision once', async () => {
    const { number, id } = await makeSession({ state: 'HELD', inDays: -2 });
    const same = await seenNow(decision(number));
    const both = await Promise.all([addDecision(staff, same), addDecision(staff, same)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: CHANGED_MEANWHILE });
    expect(await db.decision.count({ where: { sessionId: id } })).toBe(1);
  });

  it('count those who came once', async () => {
    const { number, id } = await makeSession({ state: 'HELD', inDays: -2 });
    const seen = await seenNow({ session: number });
    const count = (attended: number) =>
      setTurnout(staff, { ...seen, attended, votingResidents: null });
    const both = await Promise.all([count(20), count(21)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const kept = await db.forumSession.findUniqueOrThrow({ where: { id } });
    expect(kept.attended).toBe(both[0]?.ok ? 20 : 21);
  });
});
