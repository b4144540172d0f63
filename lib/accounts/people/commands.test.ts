import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { now, setClock } from '@/lib/core/clock';
import { db, submittedForm } from '@/lib/core/db';
import { newFormToken } from '@/lib/core/tokens';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice, makePartner, whyNotAllowed } from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { codeOf, mailsTo } from '@/lib/testing/sign-in';
import { bothBefore } from '@/lib/testing/without-guards';
import { findPerson, resetSecondFactor, setRoles as setRolesSeen } from './commands';
import { getPerson, listPeopleWithRoles } from './queries';
import { rightsSeen } from './rules';

testDatabase();
beforeEach(async () => {
  await db.user.deleteMany();
  await makeOffice();
});
afterEach(() => setClock(null));

const rolesOf = async (userId: string) =>
  (await db.roleGrant.findMany({ where: { userId } })).map(({ role }) => role);

const seenOf = async (userId: string) => {
  const { partnerId } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  return rightsSeen(await rolesOf(userId), partnerId);
};

type Given = Omit<Parameters<typeof setRolesSeen>[1], 'seen'>;

/** By somebody whose page is new. */
const setRoles = async (admin: Parameters<typeof setRolesSeen>[0], input: Given) =>
  setRolesSeen(admin, { ...input, seen: await seenOf(input.person) });

const tie = (userId: string) =>
  db.linkedIdentity.create({
    data: { userId, provider: 'https://idp.example', providerAccountId: userId },
  });
const tiedTo = (userId: string) => db.linkedIdentity.count({ where: { userId } });

describe('rights', () => {
  it('are given and taken, with an audit entry each', async () => {
    const admin = await makeActor({ roles: ['ADMIN'] });
    const person = await makeActor();
    const give = { person: person.id, roles: ['COORDINATOR' as const], partner: '' };
    expect((await setRoles(admin, give)).ok).toBe(true);
    expect(await rolesOf(person.id)).toEqual(['COORDINATOR']);
    expect((await setRoles(admin, { ...give, roles: [] })).ok).toBe(true);
    expect(await rolesOf(person.id)).toEqual([]);
    const entries = await db.auditEntry.findMany({ where: { subjectId: person.id } });
    expect(entries.map(({ action }) => action).sort()).toEqual([
      'role.given.COORDINATOR',
      'role.taken.COORDINATOR',
    ]);
  });

  it('that make somebody staff end the sessions they had', async () => {
    const admin = await makeActor({ roles: ['ADMIN'] });
    const person = await makeActor();
    await setRoles(admin, { person: person.id, roles: ['COUNSELLOR'], partner: '' });
    expect(await db.userSession.count({ where: { userId: person.id } })).toBe(0);
  });

  it('that make somebody staff untie what an address alone once tied, those of staff do not', async () => {
    const admin = await makeActor({ roles: ['ADMIN'] });
    const person = await makeActor();
    const rights = { person: person.id, partner: '' };
    await tie(person.id);
    await setRoles(admin, { ...rights, roles: ['REPRESENTATIVE'] });
    expect(await tiedTo(person.id)).toBe(1);
    await setRoles(admin, { ...rights, roles: ['COUNSELLOR'] });
    expect(await tiedTo(person.id)).toBe(0);
    await tie(person.id);
    await setRoles(admin, { ...rights, roles: ['COUNSELLOR', 'COORDINATOR'] });
    expect(await tiedTo(person.id)).toBe(1);
  });

  it('of a partner name the partner', async () => {
    const admin = await makeActor({ roles: ['ADMIN'] });
    const person = await makeActor();
    const partner = await makePartner({ name: 'Verein' });
    await setRoles(admin, { person: person.id, roles: ['PARTNER'], partner: partner.id });
    expect((await getPerson(admin, person.id)).partner).toBe('Verein');
  });

  it('of another partner are written down and told by name', async () => {
    const admin = await makeActor({ roles: ['ADMIN'] });
    const person = await makeActor();
    const [first, second] = [await makePartner(), await makePartner({ name: 'Wohnungsbau' })];
    const roles = ['PARTNER' as const];
    await setRoles(admin, { person: person.id, roles, partner: first.id });
    await setRoles(admin, { person: person.id, roles, partner: second.id });
    expect((await mailsAsSent()).at(-1)?.text).toContain('Wohnungsbau');
    const told = await db.auditEntry.findMany({ where: { subjectId: person.id } });
    expect(told.map(({ action }) => action).sort()).toEqual([
      'role.given.PARTNER',
      'role.given.PARTNER',
      'role.taken.PARTNER',
    ]);
    // Saved once more as it is, nothing is told.
    const before = await db.outgoingMail.count();
    await setRoles(admin, { person: person.id, roles, partner: second.id });
    expect(await db.outgoingMail.count()).toBe(before);
  });

  it('are not undone by whoever has not seen what another admin gave meanwhile', async () => {
    const [one, two] = [
      await makeActor({ roles: ['ADMIN'] }),
      await makeActor({ roles: ['ADMIN'] }),
    ];
    const person = await makeActor();
    const change = { person: person.id, partner: '', seen: await seenOf(person.id) };
    await setRolesSeen(one, { ...change, roles: ['COORDINATOR'] });
    const late = await setRolesSeen(two, { ...change, roles: ['COUNSELLOR'] });
    expect(codeOf(late)).toBe('form.refused.changedMeanwhile');
    expect(await rolesOf(person.id)).toEqual(['COORDINATOR']);
  });

  it('given, taken or reset are told to whoever has them', async () => {
    const admin = await makeActor({ roles: ['ADMIN'] });
    const person = await makeActor();
    await setRoles(admin, { person: person.id, roles: ['COORDINATOR'], partner: '' });
    await setRoles(admin, { person: person.id, roles: ['COUNSELLOR'], partner: '' });
    await resetSecondFactor(admin, person.id);
    expect(await mailsTo(person.email ?? '')).toBe(3);
  });

  it('of one’s own stay as they are', async () => {
    const admin = await makeActor({ roles: ['ADMIN'] });
    const own = {
      person: admin.id,
      roles: ['ADMIN' as const, 'COORDINATOR' as const],
      partner: '',
    };
    expect(codeOf(await setRoles(admin, own))).toBe('accounts.refused.ownRights');
    expect(codeOf(await resetSecondFactor(admin, admin.id))).toBe('accounts.refused.ownRights');
  });

  it('are changed by admins who gave the second factor just now', async () => {
    const person = await makeActor();
    const input = { person: person.id, roles: [], partner: '' };
    const others = [
      await makeActor(),
      await makeActor({ roles: ['COORDINATOR'] }),
      await makeActor({ roles: ['ADMIN'], secondFactor: false }),
    ];
    for (const stranger of others) {
      await expect(setRoles(stranger, input)).rejects.toThrow(whyNotAllowed(stranger));
      await expect(resetSecondFactor(stranger, person.id)).rejects.toThrow(whyNotAllowed(stranger));
      await expect(findPerson(stranger, 'a@person.example')).rejects.toThrow(
        whyNotAllowed(stranger),
      );
      await expect(listPeopleWithRoles(stranger)).rejects.toThrow(whyNotAllowed(stranger));
    }
    const admin = await makeActor({ roles: ['ADMIN'] });
    setClock(new Date(Date.now() + 16 * 60_000));
    await expect(setRoles(admin, input)).rejects.toThrow('SECOND_FACTOR_REQUIRED');
  });

  it('of residents are not listed', async () => {
    const admin = await makeActor({ roles: ['ADMIN'] });
    await makeActor();
    const people = await listPeopleWithRoles(admin);
    expect(people.map(({ id }) => id)).toEqual([admin.id]);
  });
});

describe('looking for somebody', () => {
  it('is written down, found or not', async () => {
    const admin = await makeActor({ roles: ['ADMIN'] });
    const person = await makeActor();
    const form = { token: newFormToken(now()), form: 'find-person', at: now() };
    const find = (email: string) =>
      submittedForm.run({ ...form, content: email }, () => findPerson(admin, email));
    expect(codeOf(await find('nobody@person.example'))).toBe('accounts.refused.personUnknown');
    // Put right in the same form, which had reached nobody.
    const found = await find(person.email ?? '');
    expect(found).toMatchObject({ ok: true, value: { id: person.id } });
    const entries = await db.auditEntry.findMany({ where: { actorId: admin.id } });
    expect(entries.map(({ action, subjectId }) => [action, subjectId]).sort()).toEqual([
      ['person.found', person.id],
      ['person.lookedForInVain', admin.id],
    ]);
  });
});

describe('resetting a second factor', () => {
  it('signs the person out and lets them set up anew', async () => {
    const admin = await makeActor({ roles: ['ADMIN'] });
    const person = await makeActor({ roles: ['COORDINATOR'] });
    await tie(person.id);
    expect((await resetSecondFactor(admin, person.id)).ok).toBe(true);
    expect(await tiedTo(person.id)).toBe(0);
    const row = await db.user.findUniqueOrThrow({ where: { id: person.id } });
    expect([row.totpSecret, row.totpConfirmedAt]).toEqual([null, null]);
    expect(await db.userSession.count({ where: { userId: person.id } })).toBe(0);
  });
});

describe('the last admin', () => {
  const rounds = Array.from({ length: 10 });

  /** Two take each other's right at the same moment. @returns how many are left */
  async function left(): Promise<number> {
    await db.user.deleteMany();
    const one = await makeActor({ roles: ['ADMIN'] });
    const two = await makeActor({ roles: ['ADMIN'] });
    await Promise.allSettled([
      setRoles(one, { person: two.id, roles: [], partner: '' }),
      setRoles(two, { person: one.id, roles: [], partner: '' }),
    ]);
    return db.roleGrant.count({ where: { role: 'ADMIN' } });
  }

  it('stays when two admins take each other’s right at the same moment', async () => {
    for (const _round of rounds) expect(await left()).toBe(1);
  });

  it('without the lock goes (red twin)', async () => {
    const blind = (said: string) =>
      said.replace(/pg_advisory_xact_lock(?=\(hashtextextended\('accounts admins')/, 'abs');
    expect(await bothBefore(/^DELETE FROM \S*"role_grants"/, blind, left)).toBe(0);
  });
});
