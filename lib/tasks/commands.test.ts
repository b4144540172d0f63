import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { DAY_MS, dayColumn } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { makeRequest } from '@/lib/initiatives/samples';
import { getToday } from '@/lib/office/queries';

import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeDistrict,
  makeGuest,
  makeOffice,
  makePartner,
} from '@/lib/testing/factories';
import { held, someoneWaits } from '@/lib/testing/held';
import { ownerDb } from '@/lib/testing/owner';
import { bothBefore, unlocked } from '@/lib/testing/without-guards';
import { addAbsence, endAbsence } from './absences/commands';
import { listAbsences } from './absences/queries';
import { addTask, changeTask, chooseView, dropTask, moveTask } from './commands';
import { forgetOldTasks } from './privacy';
import { getBeforeAdding, getTask, listTasks, listTasksOf } from './queries';
import { taskRow } from './rows.mjs';
import { makeTask, taskInput } from './samples';
import type { TaskStep } from './types';

testDatabase();

const NOW = new Date('2026-11-30T12:00:00+01:00');
let anna: Actor;
let ben: Actor;
let cem: Actor;

beforeAll(async () => {
  setClock(NOW);
  await makeOffice();
  [anna, ben, cem] = [
    await makeActor({ roles: ['COORDINATOR'] }),
    await makeActor({ roles: ['ADMIN'] }),
    await makeActor({ roles: ['COORDINATOR'] }),
  ];
});

beforeEach(async () => {
  setClock(NOW);
  await ownerDb.task.deleteMany();
  await ownerDb.taskAbsence.deleteMany();
  await ownerDb.taskView.deleteMany();
});

const seen = async (number: number) => {
  const { id, version } = await getTask(anna, number);
  return { id, version };
};
const move = async (number: number, step: TaskStep) =>
  moveTask(anna, { ...(await seen(number)), step });

/** What of the tasks stands on the office's first page. */
async function onToday(actor: Actor) {
  const { groups } = await getToday(actor);
  return groups
    .flatMap(({ tasks }) => tasks)
    .filter(({ kind }) => kind.startsWith('task'))
    .map(({ kind, title }) => `${kind} ${title}`)
    .sort();
}

describe('a task', () => {
  it('is begun, done, and for a day that can be taken back', async () => {
    const { number } = await makeTask(anna, { assigneeId: ben.id, dueOn: '2026-12-04' });
    expect((await move(number, 'undo')).ok).toBe(false);
    for (const step of ['start', 'finish'] as const)
      expect((await move(number, step)).ok).toBe(true);
    expect(await move(number, 'finish')).toMatchObject({ code: 'tasks.refused.notNow' });
    setClock(new Date(NOW.getTime() + 23 * 3_600_000));
    expect((await move(number, 'undo')).ok).toBe(true);
    expect(await getTask(anna, number)).toMatchObject({ state: 'IN_PROGRESS', closedAt: null });
    expect((await dropTask(anna, { ...(await seen(number)), reason: 'Zu teuer' })).ok).toBe(true);
    expect(await getTask(anna, number)).toMatchObject({ state: 'DROPPED', reason: 'Zu teuer' });
    setClock(new Date(NOW.getTime() + 2 * DAY_MS));
    const back = await makeActor({ roles: ['COORDINATOR'] });
    const { id, version } = await getTask(back, number);
    expect(await moveTask(back, { id, version, step: 'undo' })).toMatchObject({
      code: 'tasks.refused.undoOver',
    });
    expect(await changeTask(back, { ...taskInput(), id, version })).toMatchObject({
      code: 'tasks.refused.closed',
    });
    const events = await db.auditEntry.findMany({
      where: { subjectId: id },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ action }) => action)).toEqual([
      ...['task.added', 'task.started', 'task.finished', 'task.reopened', 'task.dropped'],
    ]);
  });

  it('is moved by one of two who saw the same', async () => {
    const { number } = await makeTask(anna);
    const same = await seen(number);
    const both = await Promise.all([
      moveTask(anna, { ...same, step: 'finish' }),
      dropTask(ben, { ...same, reason: 'Zu teuer' }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is changed by one of two who saw the same', async () => {
    const { id, version } = await makeTask(anna);
    const change = (text: string) => changeTask(anna, { ...taskInput({ text }), id, version });
    const both = await Promise.all([change('Eins'), change('Zwei')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'form.refused.changedMeanwhile' });
  });

  it('is done by one: somebody of the office, or a role by name', async () => {
    const neighbour = await makeActor();
    const added = (changes: Parameters<typeof taskInput>[0]) => addTask(anna, taskInput(changes));
    expect(await added({ assigneeId: ben.id, assigneeName: 'Bauhof' })).toMatchObject({
      field: 'assigneeName',
    });
    expect(await added({ assigneeId: neighbour.id })).toMatchObject({ field: 'assigneeId' });
    expect((await makeTask(anna, { assigneeName: 'Bauhof' })).who).toEqual({
      ...{ kind: 'named', name: 'Bauhof' },
    });
    await expect(added({ thingKind: 'partner', thingId: randomUUID() })).rejects.toThrow();
    await expect(added({ thingKind: 'nothing', thingId: '' })).rejects.toThrow();
  });

  it('is for the office alone', async () => {
    const { id, version, number } = await makeTask(anna);
    for (const who of [
      makeGuest(),
      await makeActor(),
      await makeActor({ roles: ['COUNSELLOR'] }),
    ]) {
      await expect(getTask(who, number)).rejects.toThrow();
      await expect(listTasks(who)).rejects.toThrow();
      await expect(addTask(who, taskInput())).rejects.toThrow();
      await expect(moveTask(who, { id, version, step: 'finish' })).rejects.toThrow();
      await expect(listAbsences(who)).rejects.toThrow();
    }
  });
});

describe('what a task is about', () => {
  it('is called as it is called now, and gone it takes the words of residents with it', async () => {
    const request = await db.supportRequest.findUniqueOrThrow({
      where: { number: (await makeRequest((await makeDistrict()).id)).number },
    });
    const partner = await makePartner({ name: 'Bauamt' });
    const about = async (thingKind: string, thingId: string) =>
      makeTask(anna, { thingKind, thingId, text: 'Wegen der Bank anrufen' });
    const ofRequest = await about('request', request.id);
    const ofPartner = await about('partner', partner.id);
    const dropped = await about('request', request.id);
    await dropTask(anna, { ...(await seen(dropped.number)), reason: 'Herr Muster will nicht' });
    await db.partner.update({ where: { id: partner.id }, data: { name: 'Amt für Bau' } });
    expect((await getTask(anna, ofRequest.number)).thing).toMatchObject({
      ...{ kind: 'request', title: request.title, path: `/team/anfragen/${request.number}` },
    });
    expect((await getTask(anna, ofPartner.number)).thing).toMatchObject({ title: 'Amt für Bau' });
    expect((await listTasksOf(anna, [request.id])).map(({ id }) => id)).toEqual([
      ofRequest.id,
      dropped.id,
    ]);
    await ownerDb.supportRequest.delete({ where: { id: request.id } });
    await ownerDb.partner.delete({ where: { id: partner.id } });
    expect(await getTask(anna, ofRequest.number)).toMatchObject({
      ...{ text: '', thing: { kind: 'request', isGone: true } },
    });
    const { id, version, number } = dropped;
    expect(await getTask(anna, number)).toMatchObject({ text: '', reason: '' });
    expect(await onToday(cem)).toEqual(['taskEmptied ', 'taskNobody Wegen der Bank anrufen']);
    expect((await moveTask(anna, { id, version: version + 1, step: 'undo' })).ok).toBe(true);
    await dropTask(anna, { id, version: version + 2, reason: 'Herr Muster will nicht' });
    expect(await forgetOldTasks()).toMatchObject({ value: { emptied: 2, tasks: 0 } });
    expect((await db.task.findUnique({ where: { id } }))?.reason).toBe('–');
    expect(await db.task.findUnique({ where: { id: ofRequest.id } })).toMatchObject({
      ...{ text: '', thingId: null, thingKind: 'request', state: 'OPEN' },
    });
    expect(await getTask(anna, ofPartner.number)).toMatchObject({
      ...{ text: 'Wegen der Bank anrufen', thing: { isGone: true } },
    });
    expect(await onToday(cem)).toEqual(['taskEmptied ', 'taskNobody Wegen der Bank anrufen']);
    await expect(getBeforeAdding(anna, 'request', request.id)).rejects.toThrow();
  });
});

describe('while somebody is away', () => {
  const absent = (changes: object = {}) =>
    addAbsence(anna, {
      ...{ userId: anna.id, deputyId: ben.id, from: '2026-12-01', until: '2026-12-04' },
      ...changes,
    });
  const at = (date: string) => setClock(new Date(`${date}T12:00:00+01:00`));

  it('their tasks stand with the deputy, then and only then', async () => {
    await makeTask(anna, { text: 'Fällig', assigneeId: anna.id, dueOn: '2026-11-28' });
    await makeTask(anna, { text: 'Später', assigneeId: anna.id, dueOn: '2026-12-20' });
    await makeTask(anna, { text: 'Bauhof', assigneeName: 'Bauhof', dueOn: '2026-11-30' });
    expect((await absent()).ok).toBe(true);
    const mine = async (who: Actor) => {
      await chooseView(who, { mine: true, overdue: false, kind: '' });
      return (await listTasks(who)).open.map(({ text }) => text);
    };
    for (const [day, own, instead, kind] of [
      ['2026-11-30', ['Fällig', 'Später'], [], 'task'],
      ['2026-12-01', [], ['Fällig', 'Später'], 'taskDeputy'],
      ['2026-12-04', [], ['Fällig', 'Später'], 'taskDeputy'],
      ['2026-12-05', ['Fällig', 'Später'], [], 'task'],
    ] as const) {
      at(day);
      expect([day, await mine(anna), await mine(ben)]).toEqual([day, own, instead]);
      expect(await onToday(anna)).toEqual(['task Bauhof', `${kind} Fällig`].sort());
    }
  });

  it('nobody does them when the deputy is away, too, and then they stand for everybody', async () => {
    await makeTask(anna, { text: 'Ohne Tag', assigneeId: anna.id });
    expect((await absent()).ok).toBe(true);
    expect(
      await addAbsence(anna, {
        userId: cem.id,
        deputyId: anna.id,
        from: '2026-12-02',
        until: '2026-12-02',
      }),
    ).toMatchObject({ code: 'tasks.refused.deputyAway' });
    at('2026-12-02');
    expect(await onToday(cem)).toEqual([]);
    const ill = { userId: ben.id, deputyId: '', from: '2026-12-02', until: '2026-12-02' };
    expect((await addAbsence(ben, ill)).ok).toBe(true);
    expect((await listAbsences(cem)).absences.map(({ isDeputyAway }) => isDeputyAway)).toEqual([
      true,
      false,
    ]);
    expect(await onToday(cem)).toEqual(['taskNobody Ohne Tag']);
    const [first] = (await listAbsences(cem)).absences;
    expect((await endAbsence(cem, { id: first?.id ?? '' })).ok).toBe(true);
    expect(await onToday(cem)).toEqual([]);
  });

  it('nobody is away twice on a day, also when two enter it at once', async () => {
    const first = held(async (tx) => {
      await tx.$queryRaw`SELECT id FROM users WHERE id = ${anna.id}::uuid FOR UPDATE`;
      const days = { fromDay: dayColumn('2026-12-03'), untilDay: dayColumn('2026-12-10') };
      await tx.taskAbsence.create({
        data: { userId: anna.id, deputyId: cem.id, ...days },
        select: { id: true },
      });
    });
    await first.reached;
    const second = absent();
    await someoneWaits();
    first.go();
    await first.done;
    expect(await second).toMatchObject({ code: 'tasks.refused.awayAlready' });
    expect((await absent({ from: '2026-12-02', until: '2026-12-02' })).ok).toBe(true);
  });

  it('of five who enter it at once one is right, and without the lock several are (red twin)', async () => {
    const rush = async () => {
      const all = await Promise.all(Array.from({ length: 5 }, () => absent()));
      return all.filter(({ ok }) => ok).length;
    };
    expect(await rush()).toBe(1);
    await ownerDb.taskAbsence.deleteMany();
    const write = /^INSERT INTO \S*"task_absences"/;
    expect(await bothBefore(write, unlocked, rush)).toBeGreaterThan(1);
  });

  it('the night after the last day forgets it', async () => {
    await absent();
    at('2026-12-04');
    await forgetOldTasks();
    expect(await db.taskAbsence.count()).toBe(1);
    at('2026-12-05');
    await forgetOldTasks();
    expect(await db.taskAbsence.count()).toBe(0);
  });
});

describe('the list', () => {
  it('remembers what somebody wants to see, for them alone', async () => {
    await makeTask(anna, { text: 'Alt', dueOn: '2026-11-20' });
    await makeTask(anna, { text: 'Neu', dueOn: '2026-12-20' });
    await chooseView(anna, { mine: false, overdue: true, kind: '' });
    expect((await listTasks(anna)).open.map(({ text }) => text)).toEqual(['Alt']);
    expect((await listTasks(ben)).open.map(({ text }) => text)).toEqual(['Alt', 'Neu']);
    expect((await chooseView(anna, { mine: false, overdue: false, kind: 'x' })).ok).toBe(false);
  });

  it('holds what somebody took on in the forum, which stays where it is', async () => {
    const session = await db.forumSession.create({
      data: {
        ...{ number: 77, title: 'Forum', localDate: dayColumn('2026-11-18'), place: 'Haus' },
        ...{ localStart: '17:30', localEnd: '19:00', capacity: 9, state: 'HELD' },
        startsAt: new Date('2026-11-18T16:30:00Z'),
        endsAt: new Date('2026-11-18T18:00:00Z'),
      },
    });
    const task = { sessionId: session.id, assignee: 'Bauhof', dueOn: dayColumn('2026-11-29') };
    await db.forumTask.create({ data: { ...task, text: 'Bank prüfen' } });
    await db.forumTask.create({ data: { ...task, text: 'Ist gemacht', done: true } });
    const { kept } = await listTasks(anna);
    expect(kept).toMatchObject([
      {
        text: 'Bank prüfen',
        isOverdue: true,
        thing: { kind: 'session', path: '/team/forum/77/ergebnis' },
      },
    ]);
    const waiting = (await getToday(anna)).groups.flatMap(({ tasks }) => tasks);
    expect(waiting.filter(({ kind }) => kind === 'forumTask').map(({ title }) => title)).toEqual([
      'Bank prüfen',
    ]);
  });
});

it('an account that ends leaves its tasks to nobody, and they stand for everybody', async () => {
  const dora = await makeActor({ roles: ['COORDINATOR'] });
  const { number } = await makeTask(anna, { text: 'Übrig', assigneeId: dora.id });
  await addAbsence(anna, {
    userId: anna.id,
    deputyId: dora.id,
    from: '2026-11-30',
    until: '2026-12-01',
  });
  await makeTask(anna, { text: 'Von Anna', assigneeId: anna.id });
  expect(await onToday(cem)).toEqual([]);
  await ownerDb.user.delete({ where: { id: dora.id } });
  expect((await getTask(cem, number)).who).toEqual({ kind: 'returned', from: '' });
  expect(await onToday(cem)).toEqual(['taskNobody Von Anna', 'taskReturned Übrig']);
  await move(number, 'finish');
  expect((await getTask(cem, number)).who).toEqual({ kind: 'nobody', away: '' });
});

it('twelve months after it was closed a task is gone, an open one never', async () => {
  const done = await makeTask(anna);
  await makeTask(anna, { text: 'Bleibt offen', dueOn: '2026-12-01' });
  await move(done.number, 'finish');
  setClock(new Date('2027-11-30T11:00:00+01:00'));
  expect(await forgetOldTasks()).toMatchObject({ value: { tasks: 0 } });
  setClock(new Date('2027-11-30T13:00:00+01:00'));
  expect(await forgetOldTasks()).toMatchObject({ value: { tasks: 1 } });
  expect((await db.task.findMany()).map(({ text }) => text)).toEqual(['Bleibt offen']);
});

describe('the database', () => {
  const named = (error: unknown) =>
    /task\w*_[a-z_]+/.exec(String(error).split('constraint')[1] ?? '')?.[0] ?? String(error);
  it.each([
    [{}, 'kept'],
    [{ text: '' }, 'tasks_say_what'],
    [{ text: '', thingKind: 'proposal' }, 'kept'],
    [{ text: 'x'.repeat(201) }, 'tasks_lengths'],
    [{ assigneeId: 'anna', assigneeName: 'Bauhof' }, 'tasks_one_does_it'],
    [{ state: 'DONE' }, 'tasks_closed_have_a_time'],
    [{ closedAt: NOW }, 'tasks_closed_have_a_time'],
    [{ state: 'DROPPED', closedAt: NOW }, 'tasks_dropped_say_why'],
    [{ state: 'IN_PROGRESS' }, 'tasks_begun_have_a_time'],
    [{ thingId: randomUUID() }, 'tasks_thing_has_a_kind'],
  ] as [object, string][])('takes the task %j: %s', async (changes, answer) => {
    const data = {
      ...taskRow(changes),
      ...('assigneeId' in changes ? { assigneeId: anna.id } : {}),
    };
    const tried = ownerDb.task.create({ data }).then(() => 'kept', named);
    expect(await tried).toBe(answer);
  });

  it.each([
    ['2026-12-01', '2026-12-01', 'ben', 'kept'],
    ['2026-12-02', '2026-12-01', 'ben', 'task_absences_days'],
    ['2026-12-02', '2027-12-02', 'ben', 'kept'],
    ['2026-12-02', '2027-12-03', 'ben', 'task_absences_days'],
    ['2026-12-01', '2026-12-01', 'anna', 'task_absences_another_does_it'],
  ])('takes the absence %s–%s with %s: %s', async (from, until, deputy, answer) => {
    const data = {
      userId: anna.id,
      deputyId: { ben, anna }[deputy]?.id ?? null,
      fromDay: dayColumn(from),
      untilDay: dayColumn(until),
    };
    const tried = ownerDb.taskAbsence.create({ data }).then(() => 'kept', named);
    expect(await tried).toBe(answer);
  });
});
