import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { makeRequest } from '@/lib/initiatives/samples';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeDistrict,
  makeGuest,
  makeOffice,
  whyNotAllowed,
} from '@/lib/testing/factories';
import { decideRequest } from '../handling/commands';
import { getRequest } from '../handling/queries';
import { answerOffice, withdrawRequest } from '../own/commands';
import { findOwnRequest } from '../own/queries';
import { correctPersonSchema } from '../requesting/schema';
import { correctPerson, erasePerson } from './commands';

testDatabase();

const guest = makeGuest();
let office: Actor;
let districtId = '';

beforeAll(async () => {
  await makeOffice();
  districtId = (await makeDistrict()).id;
  office = await makeActor({ roles: ['COORDINATOR'] });
});

const rowOf = (number: number) =>
  db.supportRequest.findUniqueOrThrow({ where: { number }, include: { steps: true } });

/** A request with a call that is owed, what was answered and a note of the office. */
async function known() {
  const contact = { kind: 'PHONE' as const, value: '03771 5533' };
  const made = await makeRequest(districtId, { contact });
  const { id, version: seen } = await rowOf(made.number);
  const given = { note: 'Wie viele sind Sie?' };
  await decideRequest(office, { number: made.number, step: 'clarify', seen, given });
  await answerOffice(guest, { key: made.code, seen: seen + 1, answer: 'Jana und elf andere' });
  const again = { number: made.number, step: 'offer' as const, given: { note: 'Raum 2' } };
  await decideRequest(office, { ...again, seen: (await rowOf(made.number)).version });
  const note = { requestId: id, to: 'OFFERED' as const, by: 'office', note: 'Jana rief an' };
  await db.supportStep.create({ data: { ...note, at: new Date() } });
  const { version } = await rowOf(made.number);
  return { ...made, id, seen: { number: made.number, seen: version } };
}

const right = {
  ...{ name: 'Jana Öz', groupName: 'Eltern vom Tal' },
  contact: { kind: 'PHONE' as const, value: '03771 5544' },
};

const callsOf = (caseId: string) => db.callListItem.findMany({ where: { caseId } });

describe('putting name and contact right', () => {
  it('names the person, the group and a group that is known, and calls on the new way', async () => {
    const group = await db.initiative.create({
      data: { slug: 'tal', name: 'Eltern vom Tal' },
      select: { id: true },
    });
    const { id, number, seen } = await known();
    expect((await correctPerson(office, { ...seen, ...right })).ok).toBe(true);
    expect(await getRequest(office, number)).toMatchObject({
      ...{ name: 'Jana Öz', groupName: 'Eltern vom Tal', contactValue: '03771 5544' },
      initiativeName: 'Eltern vom Tal',
    });
    expect((await rowOf(number)).initiativeId).toBe(group.id);
    expect(await callsOf(id)).toMatchObject([{ person: 'Jana Öz', contact: '03771 5544' }]);
    const audit = { subjectId: id, action: 'supportRequest.personCorrected' };
    expect(await db.auditEntry.count({ where: audit })).toBe(1);
  });

  it('is judged like a request on the phone', () => {
    const typed = { number: '1', seen: '1', name: '', groupName: '', contactKind: 'MAIL' };
    const read = correctPersonSchema.safeParse({ ...typed, mail: 'keine' });
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual(['mail']);
  });
});

describe('deleting on request', () => {
  it('leaves what is asked for and offered, and nothing of the person', async () => {
    const { id, number, seen, code } = await known();
    expect((await erasePerson(office, seen)).ok).toBe(true);
    expect(await erasePerson(office, seen)).toMatchObject({ code: CHANGED_MEANWHILE });
    const row = await rowOf(number);
    expect(JSON.stringify([row, await callsOf(id)])).not.toMatch(/Jana|Eltern vom|5533/);
    expect(row).toMatchObject({
      ...{ name: '', groupName: '', contactKind: 'NUMBER', contactValue: '', userId: null },
      ...{ title: 'Raum für die Krabbelgruppe', state: 'OFFERED' },
    });
    expect(row.steps.map(({ note }) => note)).toContain('Raum 2');
    expect(await findOwnRequest({ locale: 'de' }, code)).toMatchObject({ number });
    const audit = { subjectId: id, action: 'supportRequest.personErased' };
    expect(await db.auditEntry.count({ where: audit })).toBe(1);
  });

  it('leaves no word of a request that is over', async () => {
    const { number, code } = await known();
    await withdrawRequest(guest, { key: code });
    await erasePerson(office, { number, seen: (await rowOf(number)).version });
    const row = await rowOf(number);
    expect([row.title, row.body, ...row.steps.map(({ note }) => note)].join('')).toBe('');
    expect(row.kinds).toEqual(['ROOM']);
  });
});

describe('both', () => {
  it('are done once of two who saw the same', async () => {
    const { seen } = await known();
    const results = await Promise.all([
      correctPerson(office, { ...seen, ...right }),
      erasePerson(office, seen),
    ]);
    expect(results.filter(({ ok }) => !ok)).toMatchObject([{ code: CHANGED_MEANWHILE }]);
  });

  it('are the office’s', async () => {
    const { number, seen } = await known();
    const resident = await makeActor();
    await expect(erasePerson(resident, seen)).rejects.toThrow(whyNotAllowed(resident));
    await expect(correctPerson(resident, { ...seen, ...right })).rejects.toThrow(
      whyNotAllowed(resident),
    );
    await expect(erasePerson(guest, seen)).rejects.toThrow('SIGN_IN_REQUIRED');
    expect((await rowOf(number)).name).toBe('Jana');
  });
});
