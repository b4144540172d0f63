import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { addMeeting, changeMeeting, moveMeeting } from '../commands';
import { getOwnYear } from '../queries';
import { addPeers, changePeers } from './commands';

testDatabase();

let counsellor: Actor;

beforeAll(async () => {
  setClock(new Date('2026-11-30T12:00:00+01:00'));
  await makeOffice();
  counsellor = await makeActor({ roles: ['COUNSELLOR'] });
});

it('stands once on a day, whoever of those who were there enters it, and at the same moment', async () => {
  const colleague = await makeActor({ roles: ['COUNSELLOR'] });
  const both = [counsellor, colleague].map((who) =>
    addPeers(who, { day: '2026-11-12', hours: 90 }),
  );
  const answers = await Promise.all(both);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({
    ...{ code: 'meetings.refused.peersThere', field: 'day' },
  });
  expect(await db.staffMeeting.count()).toBe(1);
});

it('is found in the year it is planned for', async () => {
  expect(await addPeers(counsellor, { day: '2027-05-01', hours: 90 })).toMatchObject({ ok: true });
  const { years } = await getOwnYear(counsellor, null);
  expect(years).toEqual([2027, 2026]);
  expect((await getOwnYear(counsellor, 2027)).peers).toHaveLength(1);
});

it('is put right by everybody who counsels, once of two who saw the same, and nothing else is', async () => {
  const made = await addPeers(counsellor, { day: '2026-10-05', hours: 90 });
  const id = made.ok ? made.value.id : '';
  await addPeers(counsellor, { day: '2026-10-06', hours: 60 });
  const colleague = await makeActor({ roles: ['COUNSELLOR'] });
  const office = await makeActor({ roles: ['COORDINATOR'] });
  const change = (who: Actor, day: string, hours: number, version = 0) =>
    changePeers(who, { id, version, day, hours });
  expect(await change(counsellor, '2026-10-06', 90)).toMatchObject({
    ...{ code: 'meetings.refused.peersThere', field: 'day' },
  });
  await expect(change(office, '2026-10-05', 60)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const both = await Promise.all([
    change(counsellor, '2026-10-05', 120),
    change(colleague, '2026-12-05', 45),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await change(colleague, '2026-12-07', 45, 1)).toMatchObject({ ok: true });
  const row = () => db.staffMeeting.findUniqueOrThrow({ where: { id } });
  // Of a day to come it counts nothing yet.
  expect(await row()).toMatchObject({ minutes: 45, state: 'PLANNED', version: 2 });
  await moveMeeting(office, { id, version: 2, step: 'cancel' });
  expect(await change(colleague, '2026-12-08', 45, 3)).toMatchObject({
    code: 'meetings.refused.cancelled',
  });
  const other = await addMeeting(office, {
    ...{ kind: 'TRAINING', title: 'Einfache Sprache', organizer: '', day: '2026-12-01' },
    ...{ hours: 60, people: [], cost: null, certificate: false },
  });
  const named = { id: other.ok ? other.value.id : '', version: 0, day: '2026-12-02', hours: 60 };
  await expect(changePeers(counsellor, named)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('stands once on a day whatever the office does with it', async () => {
  const office = await makeActor({ roles: ['COORDINATOR'] });
  const there = { code: 'meetings.refused.peersThere' };
  const said = {
    ...{ kind: 'PEER_CONSULTATION' as const, title: '', organizer: '', hours: 90 },
    ...{ people: [], cost: null, certificate: false },
  };
  const made = await addMeeting(office, { ...said, day: '2026-09-07' });
  const id = made.ok ? made.value.id : '';
  expect(await addMeeting(office, { ...said, day: '2026-09-07' })).toMatchObject(there);
  await moveMeeting(office, { id, version: 0, step: 'cancel' });
  expect(await addPeers(counsellor, { day: '2026-09-07', hours: 90 })).toMatchObject({ ok: true });
  expect(await moveMeeting(office, { id, version: 1, step: 'reopen' })).toMatchObject(there);
  const later = await addMeeting(office, { ...said, day: '2026-09-08' });
  const moved = { id: later.ok ? later.value.id : '', version: 0, ...said };
  expect(await changeMeeting(office, { ...moved, day: '2026-09-07' })).toMatchObject(there);
  expect(await changeMeeting(office, { ...moved, day: '2026-09-09' })).toMatchObject({ ok: true });
});
