import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { getToday } from '@/lib/office/queries';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { addAbsence } from '../absences/commands';
import { chooseView } from '../commands';
import { forgetOldTasks } from '../privacy';
import { listTasks } from '../queries';
import { giveKept } from './commands';
import { getKept } from './queries';

testDatabase();

const NOW = new Date('2026-11-30T12:00:00+01:00');
let anna: Actor;
let ben: Actor;
let names: Record<string, string>;
let bench: string;
let lamp: string;

beforeAll(async () => {
  setClock(NOW);
  await makeOffice();
  anna = await makeActor({ roles: ['COORDINATOR'] });
  ben = await makeActor({ roles: ['ADMIN'] });
  const users = await ownerDb.user.findMany();
  names = Object.fromEntries(users.map((one) => [one.id, one.displayName ?? one.email ?? '']));
});

beforeEach(async () => {
  await ownerDb.keptTaskDoer.deleteMany();
  await ownerDb.taskAbsence.deleteMany();
  await ownerDb.taskView.deleteMany();
  await ownerDb.forumSession.deleteMany();
  const session = await db.forumSession.create({
    data: {
      ...{ number: 77, title: 'Forum', localDate: dayColumn('2026-11-18'), place: 'Haus' },
      ...{ localStart: '17:30', localEnd: '19:00', capacity: 9, state: 'HELD' },
      startsAt: new Date('2026-11-18T16:30:00Z'),
      endsAt: new Date('2026-11-18T18:00:00Z'),
    },
  });
  const task = { sessionId: session.id, assignee: 'Bauhof', audience: 'PUBLIC' } as const;
  const due = { text: 'Bank prüfen', dueOn: dayColumn('2026-11-29') };
  bench = (await db.forumTask.create({ data: { ...task, ...due } })).id;
  const later = { text: 'Lampe prüfen', dueOn: dayColumn('2027-02-01') };
  lamp = (await db.forumTask.create({ data: { ...task, ...later } })).id;
});

const give = (assigneeId: string, version: number, id = bench) =>
  giveKept(anna, { id, version, assigneeId });

const onToday = async (actor: Actor) =>
  (await getToday(actor)).groups
    .flatMap(({ tasks }) => tasks)
    .filter(({ kind }) => kind === 'forumTask' || kind.startsWith('kept'))
    .map(({ kind, title, detail }) => `${kind} ${title}: ${detail}`);

it('is given to one of the team, found as theirs, and public words stay as they are', async () => {
  expect(await onToday(ben)).toEqual(['forumTask Bank prüfen: Bauhof']);
  expect((await listTasks(ben)).kept.map(({ who }) => who)).toEqual([null, null]);
  expect(await give(ben.id, 0)).toMatchObject({ ok: true });
  expect(await give(anna.id, 0)).toMatchObject({ code: CHANGED_MEANWHILE });
  await chooseView(ben, { mine: true, overdue: false, kind: '' });
  expect((await listTasks(ben)).kept).toMatchObject([{ text: 'Bank prüfen', assignee: 'Bauhof' }]);
  await chooseView(anna, { mine: true, overdue: false, kind: '' });
  expect((await listTasks(anna)).kept).toEqual([]);
  expect(await onToday(ben)).toEqual([`forumTask Bank prüfen: Bauhof – ${names[ben.id]}`]);
  const row = await db.forumTask.findUniqueOrThrow({ where: { id: bench } });
  expect(row).toMatchObject({ assignee: 'Bauhof', version: 1 });
  const counsellor = await makeActor({ roles: ['COUNSELLOR'] });
  expect(await give(counsellor.id, 1)).toMatchObject({ field: 'assigneeId' });
  expect(await give('', 1)).toMatchObject({ ok: true });
  expect(await give('', 0)).toMatchObject({ field: 'assigneeId' });
  expect(await onToday(ben)).toEqual(['forumTask Bank prüfen: Bauhof']);
});

it('is with the deputy meanwhile, and with nobody where there is none', async () => {
  const days = { from: '2026-11-30', until: '2026-11-30' };
  await give(ben.id, 0);
  await addAbsence(anna, { userId: ben.id, deputyId: anna.id, ...days });
  expect((await getKept(anna, bench)).who).toMatchObject({ id: anna.id, kind: 'person' });
  expect(await onToday(anna)).toEqual([`forumTask Bank prüfen: Bauhof – ${names[anna.id]}`]);
  await ownerDb.taskAbsence.updateMany({ data: { deputyId: null } });
  await give('', 1);
  await give(ben.id, 0, lamp);
  expect(await onToday(anna)).toEqual([
    'forumTask Bank prüfen: Bauhof',
    `keptNobody Lampe prüfen: ${names[ben.id]}`,
  ]);
});

it('comes back with the name of whoever lost the right, and without one of an account that ended', async () => {
  const dora = await makeActor({ roles: ['COORDINATOR'] });
  await ownerDb.user.update({ where: { id: dora.id }, data: { displayName: 'Dora Test' } });
  await give(dora.id, 0, lamp);
  await ownerDb.forumTask.delete({ where: { id: bench } });
  expect(await onToday(anna)).toEqual([]);
  await ownerDb.roleGrant.deleteMany({ where: { userId: dora.id } });
  expect(await onToday(anna)).toEqual(['keptReturned Lampe prüfen: Dora Test']);
  expect((await getKept(anna, lamp)).who).toEqual({ kind: 'returned', from: 'Dora Test' });
  await ownerDb.user.delete({ where: { id: dora.id } });
  expect(await onToday(anna)).toEqual(['keptReturned Lampe prüfen: accountGone']);
  expect((await getKept(anna, lamp)).who).toEqual({ kind: 'returned', from: '' });
  expect(await give(ben.id, 1, lamp)).toMatchObject({ ok: true });
  expect(await onToday(anna)).toEqual([]);
});

it('is first given by one of two who saw nobody, and forgotten the night after it was ended', async () => {
  const both = await Promise.all([give(ben.id, 0), give(anna.id, 0)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  await forgetOldTasks();
  expect(await db.keptTaskDoer.count()).toBe(1);
  await ownerDb.forumTask.update({ where: { id: bench }, data: { done: true } });
  await expect(give(ben.id, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await forgetOldTasks();
  expect(await db.keptTaskDoer.count()).toBe(0);
});
