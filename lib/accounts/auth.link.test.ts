// First of all: it gives Next what a server would have given it.
import 'next-test-api-route-handler';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { now, setClock } from '@/lib/core/clock';
import { db, inTransaction } from '@/lib/core/db';
import { ok } from '@/lib/core/result';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice, makePartner } from '@/lib/testing/factories';
import { mailsAsSent } from '@/lib/testing/mails';
import { accepted, actorIn, newBrowser } from '@/lib/testing/sign-in';
import { Browser, isCallback, OURS, startFor } from '@/lib/testing/sign-in-browser';
import { SignInServer } from '@/lib/testing/sign-in-server';
import { connectIdentity, disconnectIdentity } from './identities/commands';
import { getOwnServer } from './identities/queries';
import { startSession } from './sessions/steps';
import type { Actor } from './types';

testDatabase();

const server = new SignInServer();
let count = 0;

beforeAll(async () => {
  await server.start(`${OURS}/api/auth/callback/oidc`);
  await makeOffice();
});
afterAll(() => server.sleep());
afterEach(async () => {
  setClock(null);
  await db.rateBucket.deleteMany();
});

/** Somebody new at the sign-in server. */
function knows(email: string): string {
  count += 1;
  server.known = { subject: `person-${count}`, email, verified: true };
  return server.known.subject;
}

/** A browser signed in to an account, with or without the second step. */
async function browserOf({ id }: Actor, secondFactor: boolean) {
  const session = newBrowser();
  await inTransaction(async (tx) =>
    ok(await startSession(makeGuest(), tx, { ...session, userId: id, next: '', secondFactor })),
  );
  const browser = new Browser();
  browser.token = session.token;
  return { browser, actor: await actorIn(session) };
}

const stepFor = async (actor: Actor) => (await getOwnServer(actor, 'en'))?.step ?? null;
async function pathFor(actor: Actor): Promise<string> {
  const state = await getOwnServer(actor, 'en');
  return state !== null && 'path' in state ? state.path : '';
}
const later = (minutes: number) => setClock(new Date(Date.now() + minutes * 60_000));
const ownerOf = async (subject: string) =>
  (await db.linkedIdentity.findFirst({ where: { providerAccountId: subject } }))?.userId ?? null;

describe('an address vouched for', () => {
  it('opens the account of a resident', async () => {
    const resident = await makeActor();
    const subject = knows(resident.email?.toUpperCase() ?? '');
    const browser = new Browser();
    await browser.go(startFor('/konto'));
    expect(await browser.who()).toMatchObject({ id: resident.id });
    expect(await ownerOf(subject)).toBe(resident.id);
  });

  it.each([
    ['ADMIN', async () => makeActor({ roles: ['ADMIN'] })],
    [
      'COORDINATOR without second step',
      async () => makeActor({ roles: ['COORDINATOR'], secondFactor: false }),
    ],
    ['REPRESENTATIVE', async () => makeActor({ roles: ['REPRESENTATIVE'], secondFactor: false })],
    ['PARTNER', async () => makeActor({ roles: ['PARTNER'], partnerId: (await makePartner()).id })],
    ['second step of a resident', async () => makeActor({ secondFactor: true })],
  ] as const)('opens no account with more rights: %s', async (_name, make) => {
    const owner = await make();
    const subject = knows(owner.email ?? '');
    const sessions = await db.userSession.count();
    const browser = new Browser();
    const end = await browser.go(startFor('/en/team'));
    expect(`${end.pathname} ${end.searchParams.get('reason')}`).toBe(
      '/en/anmelden server-connectFirst',
    );
    expect(browser.token).toBe('');
    expect(await db.userSession.count()).toBe(sessions);
    expect(await ownerOf(subject)).toBeNull();
  });

  it('takes up no invitation', async () => {
    const email = 'invited@office.example';
    const expiresAt = new Date(now().getTime() + 3_600_000);
    await db.invitation.create({ data: { email, roles: ['ADMIN'], expiresAt } });
    knows(email);
    const end = await new Browser().go(startFor('/konto'));
    expect(end.searchParams.get('reason')).toBe('server-connectFirst');
    expect(await db.user.count({ where: { email } })).toBe(0);
    expect(await db.roleGrant.count({ where: { user: { email } } })).toBe(0);
  });

  it('of two answers at the same moment makes one account', async () => {
    const subject = knows('twice@office.example');
    const browsers = [new Browser(), new Browser()];
    const back = await Promise.all(browsers.map((one) => one.go(startFor('/konto'), isCallback)));
    await Promise.all(browsers.map((one, at) => one.go(back[at] ?? '')));
    const owner = await ownerOf(subject);
    expect(owner).not.toBeNull();
    for (const one of browsers) expect(await one.who()).toMatchObject({ id: owner });
  });
});

describe('connecting while signed in', () => {
  it('lets the office sign in there from then on, up to the second step', async () => {
    const { browser, actor } = await browserOf(await makeActor({ roles: ['COORDINATOR'] }), true);
    const subject = knows('other-address@office.example');
    const { token } = browser;
    expect((await browser.go(`${OURS}${await pathFor(actor)}`)).toString()).toBe(
      `${OURS}/en/konto`,
    );
    expect(browser.token).toBe(token);
    expect(await ownerOf(subject)).toBe(actor.id);
    expect(await db.auditEntry.count({ where: { action: 'account.identityConnected' } })).toBe(1);
    expect(await getOwnServer(actor, 'en')).toMatchObject({ connected: true });

    const again = new Browser();
    const end = await again.go(startFor('/en/team'));
    expect(end.toString()).toBe(`${OURS}/en/anmelden/zweiter-schritt?next=%2Fen%2Fteam`);
    expect(await again.who()).toMatchObject({ id: actor.id, secondFactor: false });
  });

  it('is offered to the office after the second step only, and to no resident', async () => {
    const admin = await makeActor({ roles: ['ADMIN'] });
    const before = await browserOf(admin, false);
    expect(await getOwnServer(before.actor, 'de')).toBeNull();
    expect(await getOwnServer(await makeActor(), 'de')).toBeNull();
  });

  it('does not begin with the ticket of another session, nor before the second step', async () => {
    const admin = await makeActor({ roles: ['ADMIN'] });
    const mine = await browserOf(admin, true);
    const other = await browserOf(admin, true);
    const subject = knows('stranger@office.example');
    await other.browser.go(`${OURS}${await pathFor(mine.actor)}`);
    expect(await ownerOf(subject)).toBeNull();
    const path = await pathFor(mine.actor);
    await db.userSession.update({
      where: { id: mine.actor.sessionId },
      data: { secondFactorAt: null },
    });
    await mine.browser.go(`${OURS}${path}`);
    expect(await ownerOf(subject)).toBeNull();
  });

  it.each([
    ['ADMIN', 'secondFactor'],
    ['FUNDER', 'signInAnew'],
    ['REPRESENTATIVE', 'signInAnew'],
  ] as const)('asks for fresh proof after a quarter of an hour: %s', async (role, step) => {
    const { browser, actor } = await browserOf(await makeActor({ roles: [role] }), true);
    const path = await pathFor(actor);
    const subject = knows(`stale-${role.toLowerCase()}@office.example`);
    const back = await browser.go(`${OURS}${path}`, isCallback);
    later(16);
    expect(await stepFor(actor)).toBe(step);
    const end = await browser.go(back);
    expect(`${end.pathname} ${end.searchParams.get('reason')}`).toBe('/en/konto server-unfinished');
    await browser.go(`${OURS}${path}`);
    const identity = { issuer: server.url, subject };
    await expect(connectIdentity(actor, identity, 'en')).rejects.toThrow('NOT_FOUND');
    expect(await ownerOf(subject)).toBeNull();
  });

  it('is told to the owner of the account, who can undo it and shuts everybody else out', async () => {
    const owner = await makeActor({ roles: ['ADMIN'] });
    const { browser, actor } = await browserOf(owner, true);
    knows('intruder@office.example');
    await browser.go(`${OURS}${await pathFor(actor)}`);
    const intruder = new Browser();
    await intruder.go(startFor('/en/team'));
    expect(await intruder.who()).toMatchObject({ id: owner.id });
    const [mail] = await mailsAsSent({ recipient: owner.email ?? '' });
    expect(mail?.text).toContain('press “Disconnect” under “My account”');
    expect(mail?.text).toContain(`${OURS}/en/konto`);

    expect(await stepFor(actor)).toBe('disconnect');
    accepted(await disconnectIdentity(actor));
    expect(await stepFor(actor)).toBe('connect');
    expect((await intruder.who()).kind).toBe('guest');
    expect(await browser.who()).toMatchObject({ id: owner.id });
    await intruder.go(startFor('/en/team'));
    expect(await intruder.who()).not.toMatchObject({ id: owner.id });
    const written = { action: 'account.identityDisconnected', subjectId: owner.id };
    expect(await db.auditEntry.count({ where: written })).toBe(1);
    await expect(disconnectIdentity(actor)).rejects.toThrow('NOT_FOUND');
  });

  it('does not take an identity from another account', async () => {
    const subject = knows('first@office.example');
    await new Browser().go(startFor('/konto'));
    const owner = await ownerOf(subject);
    const { browser, actor } = await browserOf(await makeActor({ roles: ['FUNDER'] }), true);
    const end = await browser.go(`${OURS}${await pathFor(actor)}`);
    expect(`${end.pathname} ${end.searchParams.get('reason')}`).toBe('/en/konto server-taken');
    expect(await ownerOf(subject)).toBe(owner);
    expect(await browser.who()).toMatchObject({ id: actor.id });
  });
});
