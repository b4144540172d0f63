import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { actorOfToken } from '@/lib/accounts/actor';
import { signInWithCode, signInWithLink } from '@/lib/accounts/sign-in/commands';
import type { Actor } from '@/lib/accounts/types';
import { setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { readEnv } from '@/lib/core/env.mjs';
import { hashSecret, newToken } from '@/lib/core/tokens';
import { testDatabase } from '@/lib/testing/database';
import {
  makeActor,
  makeGuest,
  makeOffice,
  makePartner,
  whyNotAllowed,
} from '@/lib/testing/factories';
import { accepted, actorIn, askForCode, codeOf, mailsTo, newBrowser } from '@/lib/testing/sign-in';
import { makeInvitation } from '@/lib/tooling/invitation.mjs';
import { databaseNamed } from '@/lib/tooling/test-server.mjs';
import { acceptFirstAdminInvitation, invitePerson, revokeInvitation } from './commands';
import { getFirstAdminInvitation, listInvitations } from './queries';

testDatabase();

let admin: Actor;
beforeEach(async () => {
  await db.invitation.deleteMany();
  await db.user.deleteMany();
  await makeOffice();
  admin = await makeActor({ roles: ['ADMIN'] });
});
afterEach(() => setClock(null));

const coordinator = { roles: ['COORDINATOR' as const], partner: '', locale: 'de' };

async function signIn(email: string) {
  const browser = newBrowser();
  accepted(await signInWithCode(makeGuest(), await askForCode(email), browser));
  return actorIn(browser);
}

describe('an invitation', () => {
  it('counts from the first sign-in with the address, for nobody else', async () => {
    const email = 'new@person.example';
    accepted(await invitePerson(admin, { email, ...coordinator }));
    expect(await mailsTo(email)).toBe(1);
    expect([...(await signIn('other@person.example')).roles]).toEqual([]);
    const staff = await signIn(email);
    expect([...staff.roles]).toEqual(['COORDINATOR']);
    expect(staff.secondFactor).toBe(false);
    expect(await listInvitations(admin)).toEqual([]);
  });

  it('of staff makes the short session', async () => {
    const email = 'short@person.example';
    accepted(await invitePerson(admin, { email, ...coordinator }));
    const { sessionId } = await signIn(email);
    const row = await db.userSession.findUniqueOrThrow({ where: { id: sessionId } });
    const hours = (row.expiresAt.getTime() - row.createdAt.getTime()) / 3_600_000;
    expect(hours).toBe(12);
  });

  it('ties a partner to its partner', async () => {
    const partner = await makePartner();
    const email = 'partner@person.example';
    const input = { email, roles: ['PARTNER' as const], partner: partner.id, locale: 'de' };
    accepted(await invitePerson(admin, input));
    expect((await signIn(email)).partnerId).toBe(partner.id);
  });

  it('runs out after seven days, by code and by link', async () => {
    const email = 'late@person.example';
    accepted(await invitePerson(admin, { email, ...coordinator }));
    setClock(new Date(Date.now() + 7 * DAY_MS + 1000));
    expect([...(await signIn(email)).roles]).toEqual([]);
    const browser = newBrowser();
    const { link } = await askForCode(email);
    accepted(await signInWithLink(makeGuest(), { token: link }, browser));
    expect([...(await actorIn(browser)).roles]).toEqual([]);
  });

  it('can be taken back and replaced', async () => {
    const email = 'back@person.example';
    accepted(await invitePerson(admin, { email, ...coordinator }));
    const { id } = accepted(await invitePerson(admin, { email, ...coordinator }));
    expect(await listInvitations(admin)).toHaveLength(1);
    accepted(await revokeInvitation(admin, id));
    expect([...(await signIn(email)).roles]).toEqual([]);
  });

  it('is sent by admins with a recent second factor, not to themselves', async () => {
    const email = 'x@person.example';
    const others = [
      await makeActor(),
      await makeActor({ roles: ['COORDINATOR'] }),
      await makeActor({ roles: ['ADMIN'], secondFactor: false }),
    ];
    for (const stranger of others) {
      await expect(invitePerson(stranger, { email, ...coordinator })).rejects.toThrow(
        whyNotAllowed(stranger),
      );
      await expect(listInvitations(stranger)).rejects.toThrow(whyNotAllowed(stranger));
    }
    const own = await invitePerson(admin, { email: admin.email ?? '', ...coordinator });
    expect(codeOf(own)).toBe('accounts.refused.ownRights');
    setClock(new Date(Date.now() + 16 * 60_000));
    const later = invitePerson(admin, { email, ...coordinator });
    await expect(later).rejects.toThrow('SECOND_FACTOR_REQUIRED');
  });
});

describe('the first admin', () => {
  const accept = (token: string, browser = newBrowser()) =>
    acceptFirstAdminInvitation(makeGuest(), { token, email: 'first@person.example' }, browser);

  /** As the start of an empty office makes it; see `lib/tooling/seed.mjs`. */
  async function invite(): Promise<string> {
    const token = newToken();
    const tokenHash = hashSecret('invitation', token);
    const expiresAt = new Date(Date.now() + DAY_MS);
    await db.invitation.create({ data: { tokenHash, roles: ['ADMIN', 'COORDINATOR'], expiresAt } });
    return token;
  }

  it('comes in by a link that works once', async () => {
    await db.user.deleteMany();
    const token = await invite();
    expect(await getFirstAdminInvitation(token)).toEqual({
      email: '',
      emergency: false,
    });
    const browser = newBrowser();
    accepted(await accept(token, browser));
    const first = await actorIn(browser);
    expect([...first.roles].sort()).toEqual(['ADMIN', 'COORDINATOR']);
    expect(first.secondFactor).toBe(false);
    expect(codeOf(await accept(token))).toBe('accounts.refused.linkExpired');
    expect(JSON.stringify(await db.invitation.findMany())).not.toContain(token);
  });

  it('is one, also when twenty use the link at the same moment', async () => {
    await db.user.deleteMany();
    const token = await invite();
    await Promise.all(Array.from({ length: 20 }, () => accept(token)));
    expect(await db.roleGrant.count({ where: { role: 'ADMIN' } })).toBe(1);
    expect(await db.userSession.count()).toBe(1);
  });

  it('cannot come in when there is an admin already, nor a day later', async () => {
    await db.user.deleteMany();
    const token = await invite();
    setClock(new Date(Date.now() + DAY_MS + 1000));
    expect(codeOf(await accept(token))).toBe('accounts.refused.linkExpired');
    await expect(getFirstAdminInvitation(token)).rejects.toThrow('NOT_FOUND');
    setClock(null);
    await makeActor({ roles: ['ADMIN'] });
    expect(codeOf(await accept(token))).toBe('accounts.refused.adminExists');
    expect((await actorOfToken(token)).kind).toBe('guest');
  });

  it('of an emergency comes in beside another one, with the address it was made for and no second factor', async () => {
    const email = 'locked@person.example';
    const locked = await makeActor({ roles: ['ADMIN'] });
    await db.user.update({
      where: { id: locked.id },
      data: { email, totpSecret: 'lost', totpConfirmedAt: new Date() },
    });
    await db.recoveryCode.create({ data: { userId: locked.id, codeHash: 'lost' } });
    const { pathname } = new URL(process.env.DATABASE_URL ?? '');
    const client = new pg.Client(databaseNamed(inject('postgresUrl'), pathname.slice(1)));
    await client.connect();
    const wish = { email, hours: 1, emergency: true };
    const link = await makeInvitation(client, readEnv(), wish);
    await client.end();
    const token = link.split('/').at(-1) ?? '';
    expect(await getFirstAdminInvitation(token)).toEqual({ email, emergency: true });
    const browser = newBrowser();
    // Whoever types another address does not make it an admin.
    accepted(await accept(token, browser));
    const back = await actorIn(browser);
    expect(back).toMatchObject({ id: locked.id, secondFactorSetUp: false, secondFactor: false });
    expect([...back.roles].sort()).toEqual(['ADMIN', 'COORDINATOR']);
    expect(await db.recoveryCode.count({ where: { userId: locked.id } })).toBe(0);
    expect(await db.user.count({ where: { email: 'first@person.example' } })).toBe(0);
    const audited = await db.auditEntry.findMany({ select: { action: true } });
    expect(audited.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['invitation.madeAtMachine', 'second-factor.reset']),
    );
    expect(codeOf(await accept(token))).toBe('accounts.refused.linkExpired');
  });
});
