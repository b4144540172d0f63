import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeDistrict, makeOffice } from '@/lib/testing/factories';
import { held, someoneWaits } from '@/lib/testing/held';
import { forgetOldOutreach } from '../privacy';
import { contactInput, readContact } from '../samples';
import { changeContact, deleteContact, recordContacts } from './commands';

testDatabase();

let office: Actor;
let districtId = '';

beforeAll(async () => {
  setClock(new Date('2026-11-30T12:00:00+01:00'));
  await makeOffice();
  districtId = (await makeDistrict()).id;
  office = await makeActor({ roles: ['COORDINATOR'] });
});

beforeEach(async () => {
  setClock(new Date('2026-11-30T12:00:00+01:00'));
  await db.outreachContact.deleteMany();
  await db.outreachDeletedContact.deleteMany();
});

const send = async (...contacts: unknown[]) => {
  const result = await recordContacts(office, { contacts });
  if (!result.ok) throw new Error(result.code);
  return result.value.map(({ answer }) => answer);
};

const writtenDown = () => db.auditEntry.count();

it('what was deleted is not stored again by a late sending, and nothing is written down of it', async () => {
  const [gone, other] = [contactInput(districtId), contactInput(districtId)];
  expect(await send(gone)).toEqual(['stored']);
  await deleteContact(office, { id: gone.id, version: 0 });
  const lines = await writtenDown();
  expect(await send(gone, gone)).toEqual(['alreadyThere', 'alreadyThere']);
  expect(await writtenDown()).toBe(lines);
  expect(await send(gone, other)).toEqual(['alreadyThere', 'stored']);
  expect(await db.outreachContact.findMany({ select: { id: true } })).toEqual([{ id: other.id }]);
});

it('is not deleted from a page of before it was put right', async () => {
  const sent = contactInput(districtId);
  await send(sent);
  const changed = { ...readContact(districtId, { ...sent, contacts: 3 }), version: 0 };
  expect(await changeContact(office, changed)).toMatchObject({ ok: true });
  const { id } = sent;
  expect(await deleteContact(office, { id, version: 0 })).toMatchObject({
    code: CHANGED_MEANWHILE,
  });
  expect(await db.outreachDeletedContact.count()).toBe(0);
  for (let twice = 0; twice < 2; twice += 1)
    expect(await deleteContact(office, { id, version: 1 })).toMatchObject({ ok: true });
  expect(await db.outreachContact.count()).toBe(0);
});

it('deleting twice, and deleting what never came, leaves no second trace', async () => {
  const [gone, never] = [contactInput(districtId), contactInput(districtId)];
  await send(gone);
  await Promise.all([gone, gone, never].map(({ id }) => deleteContact(office, { id, version: 0 })));
  expect(await db.outreachDeletedContact.findMany()).toEqual([
    { id: gone.id, day: dayColumn('2026-11-30') },
  ]);
  expect(await send(never)).toEqual(['stored']);
});

it('stays deleted when the late sending waits for the very deletion', async () => {
  const contact = contactInput(districtId);
  const { id } = contact;
  await send(contact);
  // What `deleteContact` does, held before its end: the sending has begun before it can see the trace.
  const deleting = held(async (tx) => {
    await tx.outreachContact.deleteMany({ where: { id } });
    await tx.outreachDeletedContact.createMany({ data: [{ id, day: dayColumn('2026-11-30') }] });
  });
  await deleting.reached;
  const sending = send(contact);
  await someoneWaits();
  deleting.go();
  await deleting.done;
  expect(await sending).toEqual(['alreadyThere']);
  expect(await db.outreachContact.count()).toBe(0);
});

it('stays deleted whoever comes first of one who deletes and two who send', async () => {
  for (let round = 0; round < 10; round += 1) {
    const all = Array.from({ length: 10 }, () => contactInput(districtId));
    await send(...all);
    const deletions = all.map(({ id }) => deleteContact(office, { id, version: 0 }));
    await Promise.all([send(...all), ...deletions, send(...all.toReversed())]);
    expect(await db.outreachContact.count()).toBe(0);
  }
  expect(await db.outreachDeletedContact.count()).toBe(100);
});

it('is remembered for twelve months; by then the contact itself is too old to be taken', async () => {
  const contact = contactInput(districtId);
  await send(contact);
  await deleteContact(office, { id: contact.id, version: 0 });
  setClock(new Date('2027-11-30T12:00:00+01:00'));
  await forgetOldOutreach();
  expect(await db.outreachDeletedContact.count()).toBe(1);
  setClock(new Date('2027-12-01T12:00:00+01:00'));
  await forgetOldOutreach();
  expect(await db.outreachDeletedContact.count()).toBe(0);
  const later = await makeActor({ roles: ['COORDINATOR'] });
  const result = await recordContacts(later, { contacts: [contact] });
  expect(result).toMatchObject({ value: [{ code: 'outreach-contacts.refused.longAgo' }] });
});

it('what is deleted while the night writes all of them anew is gone', async () => {
  const [gone, last] = [contactInput(districtId), contactInput(districtId)];
  // By two, so that there is something to hide; the second is held, so that the night waits in the middle.
  await send(gone);
  await send(last);
  const holding = held(
    (tx) => tx.$queryRaw`SELECT id FROM outreach_contacts WHERE id = ${last.id}::uuid FOR UPDATE`,
  );
  await holding.reached;
  const night = forgetOldOutreach();
  await someoneWaits();
  const deleting = deleteContact(office, { id: gone.id, version: 0 });
  await someoneWaits(2);
  holding.go();
  await Promise.all([holding.done, night, deleting]);
  expect(await db.outreachContact.findMany({ select: { id: true } })).toEqual([{ id: last.id }]);
  expect(await db.outreachDeletedContact.count({ where: { id: gone.id } })).toBe(1);
});
