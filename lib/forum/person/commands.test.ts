import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import { CHANGED_MEANWHILE } from '@/lib/core/version';
import { makeSession, signUpFor } from '@/lib/forum/samples';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice, whyNotAllowed } from '@/lib/testing/factories';
import { tellEverybody } from '@/lib/testing/tellings';
import { callOff } from '../progress/commands';
import { getOwnRegistration, listForAttendance, listRegistrations } from '../registrations/queries';
import { correctPerson, erasePerson } from './commands';
import { correctPersonSchema, erasePersonSchema } from './schema';

testDatabase();

let office: Actor;
let owner: Actor;

beforeAll(async () => {
  await makeOffice();
  office = await makeActor({ roles: ['COORDINATOR'] });
  owner = await makeActor();
});

const rowOf = (number: number) => db.registration.findUniqueOrThrow({ where: { number } });
const callsOf = (caseId: string) => db.callListItem.findMany({ where: { caseId } });
const mailsTo = (recipient: string) => db.outgoingMail.findMany({ where: { recipient } });

const PHONE = { kind: 'PHONE', value: '03771 5533' } as const;
const NEW_PHONE = { kind: 'PHONE', value: '03771 5544' } as const;

/** A sign-up from an account, with everything that can be known and a call that is owed. */
async function known() {
  const session = await makeSession();
  const needs = { needs: ['LIFT' as const], needsNote: 'Kroll, Siedlerweg 4' };
  const made = await signUpFor(
    session.number,
    { name: 'Renate Kroll', persons: 2, contact: PHONE, ...needs },
    owner,
  );
  const { id, version, userId } = await rowOf(made.number);
  expect(userId).toBe(owner.id);
  const to = { person: 'Renate Kroll', contact: PHONE.value, kind: 'PHONE' as const };
  await db.callListItem.create({
    data: {
      dueAt: new Date(),
      ...to,
      caseId: id,
      subject: 'Forum',
      message: 'Neuer Ort.',
    },
  });
  return {
    ...made,
    id,
    session,
    seen: { session: session.number, number: made.number, seen: version },
  };
}

const right = (contact: { kind: 'MAIL' | 'PHONE' | 'LETTER' | 'NUMBER'; value: string }) => ({
  ...{ name: 'Renate Kröll', contact },
});

describe('putting name and contact of a sign-up right', () => {
  it('shows both where the office reads and prints them, calls on the new way, and is written down', async () => {
    const { id, number, session, seen } = await known();
    expect((await correctPerson(office, { ...seen, ...right(NEW_PHONE) })).ok).toBe(true);
    const person = { name: 'Renate Kröll', contactValue: NEW_PHONE.value };
    expect(await listRegistrations(office, session.number)).toMatchObject([{ number, ...person }]);
    const onList = [{ number, name: 'Renate Kröll', persons: 2 }];
    expect(await listForAttendance(office, session.number)).toEqual(onList);
    const call = { person: 'Renate Kröll', contact: NEW_PHONE.value, kind: 'PHONE' };
    expect(await callsOf(id)).toMatchObject([call]);
    const audit = { subjectId: id, action: 'registration.personCorrected' };
    expect(await db.auditEntry.count({ where: audit })).toBe(1);
  });

  it('mails what is owed to the address of their account, and no other that was typed in', async () => {
    const mine = await known();
    const proven = owner.email ?? '';
    await correctPerson(office, { ...mine.seen, ...right({ kind: 'MAIL', value: proven }) });
    expect(await callsOf(mine.id)).toEqual([]);
    expect(await mailsTo(proven)).toHaveLength(1);
    const other = await known();
    const value = 'kroell@post.example';
    await correctPerson(office, { ...other.seen, ...right({ kind: 'MAIL', value }) });
    const { version } = await db.forumSession.findUniqueOrThrow({
      where: { id: other.session.id },
    });
    const off = { session: other.session.number, version, step: 'cancel' as const };
    await callOff(office, { ...off, reason: 'Rohrbruch' });
    await tellEverybody();
    const [link, ...told] = await mailsTo(value);
    expect([link?.subject, told]).toEqual([
      `Gehört diese E-Mail-Adresse Ihnen? (Nummer ${other.number})`,
      [],
    ]);
    expect(await getOwnRegistration(other.code)).toMatchObject({ isUnproven: true });
    expect(await getOwnRegistration(mine.code)).toMatchObject({ isUnproven: false });
    const [owed, ...more] = await callsOf(other.id);
    expect([owed?.contact, more]).toEqual([value, []]);
    expect(owed?.message).toContain('Rohrbruch');
  });

  it('is judged like a new sign-up', () => {
    const typed = { session: '1', number: '1', seen: '1', name: '', contactKind: 'MAIL' };
    const read = correctPersonSchema.safeParse({ ...typed, mail: 'keine' });
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual(['name', 'mail']);
  });
});

describe('deleting on request', () => {
  it('leaves nothing of the person, and the seats theirs until they give them back', async () => {
    const { id, number, session, seen, code } = await known();
    expect((await erasePerson(office, seen)).ok).toBe(true);
    const left = [
      await rowOf(number),
      await callsOf(id),
      await listRegistrations(office, session.number),
    ];
    expect(JSON.stringify(left)).not.toMatch(/Kroll|5533|Siedlerweg|LIFT/);
    expect(await rowOf(number)).toMatchObject({ userId: null, persons: 2, state: 'CONFIRMED' });
    expect(await getOwnRegistration(code)).toMatchObject({ number, name: '', open: true });
    const audit = { subjectId: id, action: 'registration.personErased' };
    expect(await db.auditEntry.count({ where: audit })).toBe(1);
  });

  it('needs a yes', () => {
    const read = erasePersonSchema.safeParse({ session: '1', number: '1', seen: '1' });
    const said = read.error?.issues.map(({ message }) => message);
    expect(said).toEqual(['forum-person.error.notSure']);
  });
});

describe('both', () => {
  it('are done once of two who saw the same', async () => {
    const { seen } = await known();
    const results = await Promise.all([
      correctPerson(office, { ...seen, ...right(NEW_PHONE) }),
      erasePerson(office, seen),
    ]);
    expect(results.filter(({ ok }) => !ok)).toMatchObject([{ code: CHANGED_MEANWHILE }]);
  });

  it('are the office’s, of a sign-up of that session', async () => {
    const { number, seen } = await known();
    const input = { ...seen, ...right(NEW_PHONE) };
    for (const actor of [owner, await makeActor({ roles: ['REPRESENTATIVE'] })]) {
      await expect(erasePerson(actor, seen)).rejects.toThrow(whyNotAllowed(actor));
      await expect(correctPerson(actor, input)).rejects.toThrow(whyNotAllowed(actor));
    }
    await expect(erasePerson(makeGuest(), seen)).rejects.toThrow('SIGN_IN_REQUIRED');
    const elsewhere = (await makeSession()).number;
    await expect(erasePerson(office, { ...seen, session: elsewhere })).rejects.toThrow('NOT_FOUND');
    const wrong = correctPerson(office, { ...input, session: elsewhere });
    await expect(wrong).rejects.toThrow('NOT_FOUND');
    expect((await rowOf(number)).name).toBe('Renate Kroll');
  });
});
