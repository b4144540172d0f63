import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { listCorrections, listEarlier } from '@/lib/audit/corrections/queries';
import { forgetEarlierWords } from '@/lib/audit/privacy';
import { setClock } from '@/lib/core/clock';
import { DAY_MS, dayColumn } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { makeSession } from '@/lib/forum/samples';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice, whyNotAllowed } from '@/lib/testing/factories';
import { listDecisions, listTasks } from '../decisions/queries';
import { correctDecision, correctTask } from './commands';

testDatabase();

let staff: Actor;
beforeAll(async () => {
  await makeOffice();
  staff = await makeActor({ roles: ['COORDINATOR'] });
});
afterEach(() => setClock(null));

const WORDS = 'Die Bank an der Treppe wird empfohlen.';
const reason = 'Das Wort war falsch abgetippt.';

async function decided() {
  const session = await makeSession({ state: 'HELD', inDays: -2 });
  const votes = { yes: 8, no: 1, abstain: 0, result: 'adopted' };
  const { id } = await db.decision.create({
    data: { sessionId: session.id, agendaNo: 2, text: 'Die Bank am der Treppe.', ...votes },
  });
  return { id, session: session.number, sessionId: session.id };
}

const better = { text: WORDS, agendaNo: 2, version: 1, reason, forget: false };

describe('a decision', () => {
  it('gets other words, says when and why, and the office sees what stood there', async () => {
    const { id, session, sessionId } = await decided();
    expect(await correctDecision(staff, { id, session, ...better })).toMatchObject({ ok: true });
    const [decision] = await listDecisions(sessionId);
    expect(decision).toMatchObject({ text: WORDS, yes: 8, version: 2, corrections: [{ reason }] });
    const earlier = await listEarlier(staff, [id]);
    expect(earlier.get(id)?.[0]?.earlier).toEqual(
      expect.arrayContaining([{ column: 'text', text: 'Die Bank am der Treppe.' }]),
    );
    // Nobody outside the office reads what stood there.
    expect(JSON.stringify([...(await listCorrections([id])).values()])).not.toContain('am der');
  });

  it('is corrected by one of two who saw the same', async () => {
    const { id, session } = await decided();
    const both = await Promise.all(
      ['Erste Fassung.', 'Zweite Fassung.'].map((text) =>
        correctDecision(staff, { id, session, ...better, text }),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: CHANGED_MEANWHILE });
    expect(await db.correction.count({ where: { subjectId: id } })).toBe(1);
  });

  it('is not corrected into what it says already, nor by others, nor under another session', async () => {
    const { id, session } = await decided();
    const same = { ...better, text: 'Die Bank am der Treppe.' };
    expect(await correctDecision(staff, { id, session, ...same })).toMatchObject({
      code: 'audit.correction.refused.nothing',
    });
    const other = await makeSession({ state: 'HELD', inDays: -2 });
    await expect(correctDecision(staff, { id, session: other.number, ...better })).rejects.toThrow(
      'NOT_FOUND',
    );
    for (const actor of [makeGuest(), await makeActor()]) {
      await expect(correctDecision(actor, { id, session, ...better })).rejects.toThrow(
        whyNotAllowed(actor),
      );
    }
    expect(await db.correction.count({ where: { subjectId: id } })).toBe(0);
  });

  it('keeps nothing of what must not be read any more, and the rest for a year', async () => {
    const { id, session } = await decided();
    await correctDecision(staff, { id, session, ...better, forget: true });
    const second = { ...better, version: 2, text: 'Noch einmal anders.' };
    await correctDecision(staff, { id, session, ...second });
    const columns = async () =>
      (await listEarlier(staff, [id])).get(id)?.map(({ earlier }) => earlier.length);
    expect(await columns()).toEqual([2, 0]);
    setClock(new Date(Date.now() + 364 * DAY_MS));
    await forgetEarlierWords();
    expect(await columns()).toEqual([2, 0]);
    setClock(new Date(Date.now() + 366 * DAY_MS));
    await forgetEarlierWords();
    expect(await columns()).toEqual([0, 0]);
    expect((await listCorrections([id])).get(id)).toHaveLength(2);
  });

  it('has no way around: the database holds words whose earlier ones are not kept', async () => {
    const { id } = await decided();
    for (const data of [{ text: 'anders' }, { agendaNo: 9 }]) {
      await expect(db.decision.update({ where: { id }, data })).rejects.toThrow('is not kept');
    }
  });
});

describe('a task', () => {
  it('gets another day, other words and somebody else, and says so where it is read', async () => {
    const { session, sessionId } = await decided();
    const data = { text: 'Bauhof fragen', assignee: 'Büro', dueOn: dayColumn('2027-03-01') };
    const { id } = await db.forumTask.create({ data: { sessionId, audience: 'PUBLIC', ...data } });
    const input = { session, id, version: 1, reason, forget: false, task: 'Bauhof anrufen' };
    const given = { ...input, assignee: 'Sprecherrat', dueOn: '' };
    expect(await correctTask(staff, given)).toMatchObject({ ok: true });
    expect(await correctTask(staff, given)).toMatchObject({ code: CHANGED_MEANWHILE });
    const [task] = await listTasks(sessionId);
    expect(task).toMatchObject({
      ...{ text: 'Bauhof anrufen', assignee: 'Sprecherrat', dueOn: null },
      corrections: [{ reason }],
    });
    const earlier = (await listEarlier(staff, [id])).get(id)?.[0]?.earlier;
    expect(earlier).toContainEqual({ column: 'due_on', text: '2027-03-01' });
  });

  it('of the office alone says why to the office alone', async () => {
    const { session, sessionId } = await decided();
    const { id } = await db.forumTask.create({
      data: { sessionId, audience: 'INTERNAL', text: 'Schlüssel holen', assignee: 'Büro' },
    });
    const input = { session, id, version: 1, reason, forget: false, task: 'Schlüssel bringen' };
    await correctTask(staff, { ...input, assignee: 'Büro', dueOn: '' });
    expect((await listCorrections([id])).size).toBe(0);
    expect((await listEarlier(staff, [id])).get(id)).toHaveLength(1);
  });
});
