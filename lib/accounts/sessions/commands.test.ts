import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorOfToken } from '@/lib/accounts/actor';
import { signInWithCode } from '@/lib/accounts/sign-in/commands';
import { now, setClock } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeGuest, makeOffice } from '@/lib/testing/factories';
import { accepted, actorIn, askForCode, newBrowser } from '@/lib/testing/sign-in';
import { endAllSessions, endSession, signOut } from './commands';
import { listSessions } from './queries';

testDatabase();
beforeEach(() => makeOffice());
afterEach(() => setClock(null));

async function signedIn(email: string) {
  const browser = newBrowser();
  accepted(await signInWithCode(makeGuest(), await askForCode(email), browser));
  return browser;
}

describe('one’s own browsers', () => {
  it('are listed, this one first, and can be signed out one by one', async () => {
    const here = await signedIn('devices@person.example');
    const there = await signedIn('devices@person.example');
    const actor = await actorIn(here);
    const sessions = await listSessions(actor);
    expect(sessions.map(({ current }) => current)).toEqual([true, false]);
    accepted(await endSession(actor, sessions[1]?.id ?? ''));
    expect((await actorOfToken(there.token)).kind).toBe('guest');
    expect((await actorOfToken(here.token)).kind).toBe('person');
  });

  it('can all be signed out at once', async () => {
    const here = await signedIn('all@person.example');
    const there = await signedIn('all@person.example');
    accepted(await endAllSessions(await actorIn(here)));
    expect((await actorOfToken(here.token)).kind).toBe('guest');
    expect((await actorOfToken(there.token)).kind).toBe('guest');
  });

  it('are nobody else’s: another person’s session is not found', async () => {
    const mine = await makeActor();
    const stranger = await makeActor();
    await expect(endSession(stranger, mine.sessionId)).rejects.toThrow('NOT_FOUND');
    expect(await db.userSession.count({ where: { id: mine.sessionId } })).toBe(1);
    expect((await listSessions(stranger)).map(({ id }) => id)).toEqual([stranger.sessionId]);
  });

  it('are signed out by signing out', async () => {
    const here = await signedIn('out@person.example');
    accepted(await signOut(await actorIn(here)));
    expect((await actorOfToken(here.token)).kind).toBe('guest');
    expect((await signOut(makeGuest())).ok).toBe(true);
  });
});

describe('who is asking', () => {
  it('loses a right on the next click', async () => {
    const browser = await signedIn('role@person.example');
    const { id } = await actorIn(browser);
    await db.roleGrant.create({ data: { userId: id, role: 'REPRESENTATIVE' } });
    expect((await actorIn(browser)).roles.has('REPRESENTATIVE')).toBe(true);
    await db.roleGrant.deleteMany({ where: { userId: id } });
    expect((await actorIn(browser)).roles.size).toBe(0);
  });

  it('is nobody once the account is gone', async () => {
    const browser = await signedIn('gone@person.example');
    await db.user.delete({ where: { email: 'gone@person.example' } });
    expect((await actorOfToken(browser.token)).kind).toBe('guest');
  });

  it('stays signed in while the browser is used, and not for ever', async () => {
    const browser = await signedIn('long@person.example');
    for (let day = 20; day <= 180; day += 20) {
      setClock(new Date(Date.now() + day * DAY_MS - 1000));
      expect((await actorOfToken(browser.token)).kind).toBe('person');
    }
    setClock(new Date(Date.now() + 181 * DAY_MS));
    expect((await actorOfToken(browser.token)).kind).toBe('guest');
  });

  it('is signed out after thirty days without use', async () => {
    const browser = await signedIn('idle@person.example');
    setClock(new Date(now().getTime() + 30 * DAY_MS + 1000));
    expect((await actorOfToken(browser.token)).kind).toBe('guest');
  });

  it.each(['', ' ', 'x'.repeat(64_000), '\u0000', "' OR 1=1 --", 'ß😀'])(
    'is nobody with the cookie %#',
    async (token) => {
      expect((await actorOfToken(token)).kind).toBe('guest');
    },
  );
});
