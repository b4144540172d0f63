import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { forgetOldRequests } from '@/lib/initiatives/privacy';
import { makeRequest } from '@/lib/initiatives/samples';
import { proposalRow } from '@/lib/proposals/rows.mjs';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { ownerDb } from '@/lib/testing/owner';
import { changeTask, dropTask } from './commands';
import { forgetOldTasks } from './privacy';
import { getTask } from './queries';
import { makeTask, taskInput } from './samples';

testDatabase();

const NOW = new Date('2026-11-30T12:00:00+01:00');
let anna: Actor;

beforeAll(async () => {
  setClock(NOW);
  await makeOffice();
  anna = await makeActor({ roles: ['COORDINATOR'] });
});

beforeEach(() => setClock(NOW));

async function closedRequest(): Promise<string> {
  const { number } = await makeRequest((await makeDistrict()).id);
  const closed = { state: 'COMPLETED', stateSince: NOW } as const;
  return (await ownerDb.supportRequest.update({ where: { number }, data: closed })).id;
}

const about = (thingKind: string, thingId: string) =>
  makeTask(anna, { thingKind, thingId, text: 'Frau Muster anrufen' });
const textOf = async (id: string) => (await db.task.findUniqueOrThrow({ where: { id } })).text;

it('a request that is emptied half a year after it was closed takes what a task says of it', async () => {
  const request = await closedRequest();
  const { id, number } = await about('request', request);
  setClock(new Date('2027-06-30T12:00:00+02:00'));
  expect(await forgetOldRequests()).toBe(1);
  const office = await makeActor({ roles: ['COORDINATOR'] });
  expect(await getTask(office, number)).toMatchObject({
    ...{ text: '', thing: { kind: 'request', isGone: true } },
  });
  await forgetOldTasks();
  expect(await textOf(id)).toBe('');
});

it('so does a proposal that went along with another and whose words are gone', async () => {
  const { id: districtId } = await makeDistrict();
  const words = { title: 'Bank', body: 'Am Weg.', districtId, stateSince: NOW };
  const proposal = await db.proposal.create({
    data: { ...proposalRow(words), state: 'MERGED', publishedAt: null },
  });
  const { id } = await about('proposal', proposal.id);
  await forgetOldTasks();
  expect(await textOf(id)).toBe('Frau Muster anrufen');
  await ownerDb.proposal.update({ where: { id: proposal.id }, data: { title: '–' } });
  await forgetOldTasks();
  expect(await textOf(id)).toBe('');
});

it('words that went are not written back, neither before nor after the night', async () => {
  const request = await closedRequest();
  const { id, version, number } = await about('request', request);
  const again = { ...taskInput({ text: 'Frau Muster anrufen' }), id };
  await ownerDb.supportRequest.update({ where: { id: request }, data: { title: '' } });
  expect(await changeTask(anna, { ...again, version })).toMatchObject({
    code: 'tasks.refused.emptied',
  });
  await forgetOldTasks();
  expect(await changeTask(anna, { ...again, version })).toMatchObject({ ok: false });
  const now = (await getTask(anna, number)).version;
  expect(await changeTask(anna, { ...again, version: now })).toMatchObject({
    code: 'tasks.refused.emptied',
  });
  expect(await dropTask(anna, { id, version, reason: 'Frau Muster' })).toMatchObject({
    code: CHANGED_MEANWHILE,
  });
  await dropTask(anna, { id, version: now, reason: 'Frau Muster' });
  expect(await db.task.findUnique({ where: { id } })).toMatchObject({
    ...{ text: '', reason: '–', state: 'DROPPED' },
  });
  const back = ownerDb.task.update({ where: { id }, data: { text: 'Frau Muster' } });
  await expect(back).rejects.toThrow(/tasks_words_go_with_their_thing/);
});
