import { beforeAll, beforeEach, expect, it } from 'vitest';
import { actorOfToken } from '@/lib/accounts/actor';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { hashSecret, newToken } from '@/lib/core/tokens';
import { getToday } from '@/lib/office/queries';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice, makePartner } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { addAbsence, addOwnAbsence, endOwnAbsence } from '../absences/commands';
import { listAbsences, listOwnAbsences } from '../absences/queries';
import { addTask, changeTask, dropTask } from '../commands';
import { forgetOldTasks } from '../privacy';
import { getBeforeAdding, getTask, listTasks } from '../queries';
import { makeTask, taskInput } from '../samples';
import {
  addOwnTask,
  changeOwnTask,
  dropGivenTask,
  dropOwnTask,
  moveGivenTask,
  moveOwnTask,
} from './commands';
import { getDeskTask, listDeskTasks, listDueAtDesk } from './queries';

testDatabase();

const NOW = new Date('2026-11-30T12:00:00+01:00');
let office: Actor;
let anna: Actor;
let bert: Actor;
/** Coordinates and counsels, in the area of each. */
let both: Actor;
let bothAtDesk: Actor;

beforeAll(async () => {
  setClock(NOW);
  await makeOffice();
  office = await makeActor({ roles: ['COORDINATOR'] });
  anna = await makeActor({ roles: ['COUNSELLOR'] });
  bert = await makeActor({ roles: ['COUNSELLOR'] });
  both = await makeActor({ roles: ['COORDINATOR', 'COUNSELLOR'] });
  bothAtDesk = await inCounselling(both.id);
});

async function inCounselling(userId: string): Promise<Actor> {
  const token = newToken();
  await db.userSession.create({
    data: {
      ...{ tokenHash: hashSecret('session', token), userId, lastSeenAt: NOW, secondFactorAt: NOW },
      ...{ expiresAt: new Date(NOW.getTime() + DAY_MS), area: 'COUNSELLING' },
    },
  });
  const actor = await actorOfToken(token);
  if (actor.kind !== 'person') throw new Error('the session just made was not found');
  return actor;
}

beforeEach(async () => {
  setClock(NOW);
  await ownerDb.task.deleteMany();
  await ownerDb.counsellorTask.deleteMany();
  await ownerDb.taskAbsence.deleteMany();
});

async function own(who: Actor, text = 'Merkblatt nachdrucken', dueOn = '') {
  const added = await addOwnTask(who, { text, dueOn });
  if (!added.ok) throw new Error(added.code);
  return added.value.id;
}

const texts = async (who: Actor) => (await listDeskTasks(who)).open.map(({ text }) => text).sort();
const pressing = async (who: Actor) =>
  (await getToday(who)).groups
    .flatMap(({ tasks }) => tasks)
    .filter(({ kind }) => kind.startsWith('task'))
    .map(({ kind, title, detail }) => `${kind} ${title} ${detail}`.trim());

it('is seen by whose it is alone, and stands nowhere in the office', async () => {
  const id = await own(anna, 'Merkblatt nachdrucken', '2026-11-28');
  expect([await texts(anna), await texts(bert), await texts(bothAtDesk)]).toEqual([
    ...[['Merkblatt nachdrucken'], [], []],
  ]);
  for (const who of [bert, bothAtDesk])
    await expect(getDeskTask(who, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(listDeskTasks(office)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  for (const act of [
    () => changeOwnTask(bert, { id, version: 0, text: 'Etwas', dueOn: '' }),
    () => moveOwnTask(bert, { id, version: 0, step: 'finish' }),
    () => dropOwnTask(bert, { id, version: 0, reason: 'Etwas' }),
    () => moveGivenTask(anna, { id, version: 0, step: 'finish' }),
    () => moveOwnTask(office, { id, version: 0, step: 'finish' }),
  ])
    await expect(act()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await listTasks(office)).openCount).toBe(0);
  expect(await pressing(office)).toEqual([]);
  expect((await moveOwnTask(anna, { id, version: 0, step: 'finish' })).ok).toBe(true);
  expect(await db.auditEntry.count({ where: { subjectId: id } })).toBe(0);
  expect(await getDeskTask(anna, id)).toMatchObject({
    ...{ state: 'DONE', steps: ['undo'], canChange: false },
  });
  setClock(new Date('2027-12-02T12:00:00+01:00'));
  await forgetOldTasks();
  expect(await db.counsellorTask.count()).toBe(0);
});

it('names nobody, and is changed by one of two who saw the same', async () => {
  for (const text of ['Frau Lindner zurückrufen', '030 23125-177 anrufen', 'Hauptstraße 12 lesen'])
    expect(await addOwnTask(anna, { text, dueOn: '' })).toMatchObject({ ok: false, field: 'text' });
  const id = await own(anna);
  const change = (text: string) => changeOwnTask(anna, { id, version: 0, text, dueOn: '' });
  expect(await change('Herrn Yilmaz schreiben')).toMatchObject({ field: 'text' });
  const changed = await Promise.all([change('Eins davon'), change('Zwei davon')]);
  expect(changed.filter(({ ok }) => ok)).toHaveLength(1);
  const drop = (reason: string) => dropOwnTask(anna, { id, version: 1, reason });
  expect(await drop('Frau Lindner kommt nicht')).toMatchObject({ field: 'reason' });
  expect(await drop('Gibt es schon')).toMatchObject({ ok: true });
  expect(await change('Nochmal')).toMatchObject({ code: 'tasks.refused.closed' });
  await expect(
    ownerDb.counsellorTask.update({ where: { id }, data: { text: '' } }),
  ).rejects.toThrow(/counsellor_tasks_lengths/);
});

it('is dropped by the office with a reason that names nobody, where who counsels reads it', async () => {
  const reason = 'Frau Lindner, 030 23125-177, hat abgesagt';
  const drop = async (assigneeId: string) => {
    const { id, version } = await makeTask(office, { text: 'Aushang prüfen', assigneeId });
    return { id, answer: await dropTask(office, { id, version, reason }) };
  };
  const { id, answer } = await drop(anna.id);
  expect(answer).toMatchObject({ ok: false, field: 'reason' });
  expect(await getDeskTask(anna, id)).toMatchObject({ state: 'OPEN', reason: '' });
  for (const who of [office, both]) expect((await drop(who.id)).answer).toMatchObject({ ok: true });
});

it('is given by the office when it is of itself and names nobody; who gets it says what became of it', async () => {
  const partner = await makePartner();
  const give = (changes: object) => addTask(office, taskInput({ assigneeId: anna.id, ...changes }));
  expect(await give({ thingKind: 'partner', thingId: partner.id })).toMatchObject({
    ...{ code: 'tasks.refused.counsellingOfItself', field: 'assigneeId' },
  });
  expect(await give({ text: 'Frau Lindner beraten' })).toMatchObject({ field: 'text' });
  expect((await getBeforeAdding(office, '', '')).counsellors.map(({ id }) => id).sort()).toEqual(
    [anna.id, bert.id].sort(),
  );
  expect((await getBeforeAdding(office, 'partner', partner.id)).counsellors).toEqual([]);
  const { id, number } = await makeTask(office, {
    ...{ text: 'Aushang prüfen', assigneeId: anna.id, dueOn: '2026-11-30' },
  });
  const about = await makeTask(office, { thingKind: 'partner', thingId: partner.id });
  const change = { ...taskInput({ assigneeId: anna.id }), id: about.id, version: 0 };
  expect(await changeTask(office, change)).toMatchObject({ field: 'assigneeId' });
  // As if they had coordinated when they got it.
  await ownerDb.task.update({
    where: { id: about.id },
    data: { assigneeId: anna.id, wasGiven: true },
  });
  expect([await texts(anna), await texts(bert)]).toEqual([['Aushang prüfen'], []]);
  expect((await listDueAtDesk(anna)).map(({ isGiven }) => isGiven)).toEqual([true]);
  await expect(moveGivenTask(bert, { id, version: 0, step: 'start' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await moveGivenTask(anna, { id, version: 0, step: 'start' })).toMatchObject({ ok: true });
  expect(await getTask(office, number)).toMatchObject({ state: 'IN_PROGRESS' });
  expect(await dropGivenTask(anna, { id, version: 1, reason: 'Hängt schon' })).toMatchObject({
    ok: true,
  });
  expect(await getTask(office, number)).toMatchObject({ state: 'DROPPED', reason: 'Hängt schon' });
});

it('of both sides stands on its own: who coordinates, too, finds there what the office gave', async () => {
  await makeTask(office, { text: 'Tische bestellen', assigneeId: both.id });
  await own(bothAtDesk, 'Merkblatt falten');
  expect(await texts(bothAtDesk)).toEqual(['Merkblatt falten']);
  expect((await listTasks(both)).open.map(({ text }) => text)).toEqual(['Tische bestellen']);
});

it('is done by whoever counsels and stands in, then and only then, and nobody of the office does', async () => {
  await own(anna, 'Merkblatt nachdrucken', '2026-12-01');
  await makeTask(office, { text: 'Aushang prüfen', assigneeId: anna.id, dueOn: '2026-12-01' });
  const days = { from: '2026-12-01', until: '2026-12-04' };
  expect(await addOwnAbsence(anna, { deputyId: office.id, ...days })).toMatchObject({
    field: 'deputyId',
  });
  expect(await addOwnAbsence(anna, { deputyId: both.id, ...days })).toMatchObject({ ok: true });
  expect(await addOwnAbsence(anna, { deputyId: '', ...days })).toMatchObject({
    code: 'tasks.refused.awayAlready',
  });
  // Away from the office is another thing, and who stands in there does nothing of this.
  const away = { userId: both.id, deputyId: office.id, ...days };
  expect(await addAbsence(office, away)).toMatchObject({ ok: true });
  expect((await listAbsences(office)).absences).toHaveLength(1);
  const seen = async () => [
    (await texts(bothAtDesk)).length,
    (await listDueAtDesk(bothAtDesk)).length,
  ];
  expect(await seen()).toEqual([0, 0]);
  setClock(new Date('2026-12-01T11:00:00+01:00'));
  expect(await seen()).toEqual([2, 2]);
  expect([(await texts(anna)).length, (await listDueAtDesk(anna)).length]).toEqual([2, 0]);
  const [name] = (await listOwnAbsences(anna)).absences.map(({ deputy }) => deputy);
  expect(await pressing(office)).toEqual([`taskDeputy Aushang prüfen ${name}`]);
  const [line] = (await listTasks(office)).open;
  expect(line?.who).toMatchObject({ kind: 'person', id: both.id });
  const [first] = (await listOwnAbsences(anna)).absences;
  await expect(endOwnAbsence(bert, { id: first?.id ?? '' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await endOwnAbsence(anna, { id: first?.id ?? '' })).toMatchObject({ ok: true });
  expect(await seen()).toEqual([0, 0]);
  // Nobody stands in: what the office gave waits there for everybody.
  await addOwnAbsence(anna, { deputyId: '', ...days });
  expect(await pressing(office)).toEqual(['taskNobody Aushang prüfen']);
});

it('left open by whoever counsels no more is with everybody who counsels, and whoever does it has it', async () => {
  const carla = await makeActor({ roles: ['COUNSELLOR'] });
  const id = await own(carla, 'Merkblatt falten', '2027-01-15');
  const other = await own(carla, 'Aushang erneuern');
  const done = await own(carla, 'Längst gemacht');
  await moveOwnTask(carla, { id: done, version: 0, step: 'finish' });
  const { number } = await makeTask(office, { text: 'Regal prüfen', assigneeId: carla.id });
  expect(await texts(anna)).toEqual([]);
  await ownerDb.roleGrant.deleteMany({ where: { userId: carla.id } });
  const name = await nameOf(carla.id);
  for (const who of [anna, bert, bothAtDesk])
    expect(await texts(who)).toEqual(['Aushang erneuern', 'Merkblatt falten']);
  expect((await listDueAtDesk(anna)).map(({ who }) => who)).toEqual([
    ...[0, 1].map(() => ({ kind: 'returned', from: name })),
  ]);
  expect(await getDeskTask(bert, id)).toMatchObject({
    canChange: false,
    steps: ['finish', 'start'],
  });
  await expect(getDeskTask(anna, done)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  // What the office gave came back to the office, and it reads nothing else.
  expect((await getTask(office, number)).who).toEqual({ kind: 'returned', from: name });
  expect(await pressing(office)).toEqual([`taskReturned Regal prüfen ${name}`]);
  const start = { id, version: 0, step: 'start' } as const;
  const both = await Promise.allSettled([moveOwnTask(anna, start), moveOwnTask(bert, start)]);
  expect(both.filter((one) => one.status === 'fulfilled' && one.value.ok)).toHaveLength(1);
  expect([...(await texts(anna)), ...(await texts(bert))].sort()).toEqual([
    ...['Aushang erneuern', 'Aushang erneuern', 'Merkblatt falten'],
  ]);
  expect(await dropOwnTask(bert, { id: other, version: 0, reason: 'Hängt schon' })).toMatchObject({
    ok: true,
  });
  expect(await getDeskTask(bert, other)).toMatchObject({ state: 'DROPPED', steps: ['undo'] });
});

const nameOf = async (id: string) => {
  const { displayName, email } = await ownerDb.user.findUniqueOrThrow({ where: { id } });
  return displayName ?? email ?? '';
};

it('goes with the account', async () => {
  const carla = await makeActor({ roles: ['COUNSELLOR'] });
  await own(carla);
  await ownerDb.user.delete({ where: { id: carla.id } });
  expect(await db.counsellorTask.count()).toBe(0);
});
