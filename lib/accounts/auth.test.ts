// First of all: it gives Next what a server would have given it.
import 'next-test-api-route-handler';

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { db } from '@/lib/core/db';
import { testDatabase } from '@/lib/testing/database';
import { makeActor, makeOffice } from '@/lib/testing/factories';
import { Browser, isCallback, OURS, startFor } from '@/lib/testing/sign-in-browser';
import { SignInServer } from '@/lib/testing/sign-in-server';
import { OWN_SERVER_TRIES } from './identities/rules';
import { signOut } from './sessions/commands';

testDatabase();

const server = new SignInServer();
const somebody = { subject: 'staff-1', email: 'staff@office.example', verified: true };
const ENGLISH = startFor('/en/vorschlaege/neu');

beforeAll(async () => {
  await server.start(`${OURS}/api/auth/callback/oidc`);
  await makeOffice();
});
afterEach(() => {
  vi.useRealTimers();
  Object.assign(server, { known: somebody, cancels: false });
});
afterAll(() => server.sleep());

/** With a query of its own. */
function changed(url: URL, changes: Record<string, string>): URL {
  const other = new URL(url);
  for (const [name, value] of Object.entries(changes)) other.searchParams.set(name, value);
  return other;
}

describe('signing in at the organisation’s own server', () => {
  it('starts there with state, nonce, proof key and language, kept where no neighbour can plant them', async () => {
    const answer = await new Browser().ask(new URL(ENGLISH));
    const asked = new URL(answer.headers.get('location') ?? '');
    expect(asked.origin).toBe(server.url);
    const { searchParams } = asked;
    const names = ['state', 'nonce', 'code_challenge'];
    expect(names.every((name) => (searchParams.get(name) ?? '').length > 40)).toBe(true);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('ui_locales')).toBe('en');
    expect(searchParams.get('redirect_uri')).toBe(`${OURS}/api/auth/callback/oidc`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    for (const cookie of answer.headers.getSetCookie()) {
      expect(cookie).toMatch(/^__Host-anmeldedienst-\w+=/);
      expect(cookie).toMatch(/; Path=\/; .*Max-Age=900; Secure; HttpOnly; SameSite=lax$/);
    }
  });

  it('makes an account and a session like every other, its token hashed, and ends it by signing out', async () => {
    const browser = new Browser();
    expect((await browser.go(startFor('/konto'))).toString()).toBe(`${OURS}/konto`);
    const actor = await browser.who();
    expect(actor.kind === 'person' && actor.email).toBe(somebody.email);
    expect(JSON.stringify(await db.userSession.findMany())).not.toContain(browser.token);
    expect(await db.linkedIdentity.findFirst()).toMatchObject({
      provider: server.url,
      providerAccountId: somebody.subject,
    });
    await signOut(actor);
    expect((await browser.who()).kind).toBe('guest');

    const again = new Browser();
    await again.go(startFor('/konto'));
    expect(await again.who()).toMatchObject({ id: actor.kind === 'person' && actor.id });
    expect(await db.user.count({ where: { email: somebody.email } })).toBe(1);
  });

  it('leads to the page asked for, in its language', async () => {
    expect((await new Browser().go(ENGLISH)).toString()).toBe(`${OURS}/en/vorschlaege/neu`);
  });

  it.each(['//evil.example', 'https:evil.example', '/\\evil.example', 'https://evil.example/'])(
    'never leads elsewhere: %s',
    async (next) => {
      expect((await new Browser().go(startFor(next))).toString()).toBe(`${OURS}/konto`);
      const browser = new Browser();
      const back = await browser.go(startFor('/konto'), isCallback);
      const end = await browser.go(changed(back, { callbackUrl: next }));
      expect(end.origin).toBe(OURS);
    },
  );

  it('takes nothing of the address into what it asks the server', async () => {
    const more = changed(new URL(ENGLISH), { redirect_uri: 'https://evil.example', scope: 'all' });
    const asked = (await new Browser().ask(more)).headers.get('location') ?? '';
    expect(asked).not.toMatch(/evil|scope=all/);
  });

  it('gives a session of its own, whatever was planted in the browser', async () => {
    const browser = new Browser();
    const back = await browser.go(startFor('/konto'), isCallback);
    browser.token = 'planted-by-somebody-else';
    await browser.go(back);
    expect(browser.token).not.toBe('planted-by-somebody-else');
    expect(await browser.who()).toMatchObject({ email: somebody.email });
  });

  it('leads on whoever is signed in already, and begins nothing', async () => {
    const browser = new Browser();
    await browser.go(startFor('/konto'));
    const answer = await browser.ask(new URL(ENGLISH));
    expect(answer.headers.get('location')).toBe(`${OURS}/en/vorschlaege/neu`);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('does not know somebody of the same name at another server', async () => {
    const other = await makeActor();
    const theirs = { provider: 'https://other.example', providerAccountId: 'same-name' };
    await db.linkedIdentity.create({ data: { userId: other.id, ...theirs } });
    server.known = { subject: 'same-name', email: 'new@office.example', verified: true };
    const browser = new Browser();
    await browser.go(startFor('/konto'));
    expect(await browser.who()).toMatchObject({ email: 'new@office.example' });
  });
});

/** What goes wrong on the way, from the start to where the person ends. */
const FAULTS: Record<string, [page: string, go: (browser: Browser) => Promise<URL>]> = {
  'cancelled by the person': [
    '/en/anmelden?reason=server-cancelled',
    (browser) => {
      server.cancels = true;
      return browser.go(ENGLISH);
    },
  ],
  'an address nobody vouches for': [
    '/en/anmelden?reason=server-unverified',
    (browser) => {
      server.known = { subject: 'thief', email: somebody.email, verified: false };
      return browser.go(ENGLISH);
    },
  ],
  'wrong state': [
    '/en/anmelden?reason=server-unfinished',
    async (browser) =>
      browser.go(changed(await browser.go(ENGLISH, isCallback), { state: 'forged' })),
  ],
  'wrong nonce': [
    '/en/anmelden?reason=server-unfinished',
    async (browser) => {
      const asked = await browser.go(ENGLISH, ({ origin }) => origin === server.url);
      return browser.go(changed(asked, { nonce: 'of-another-browser' }));
    },
  ],
  // Nothing there says in which language the person set out.
  'another browser': [
    '/anmelden?reason=server-unfinished',
    async (browser) => browser.go(await new Browser().go(ENGLISH, isCallback)),
  ],
  'a code used before': [
    '/en/anmelden?reason=server-unfinished',
    async (browser) => {
      const back = await browser.go(ENGLISH, isCallback);
      await browser.copy().go(back);
      await db.userSession.deleteMany();
      return browser.go(back);
    },
  ],
  'too late': [
    '/en/anmelden?reason=server-unfinished',
    async (browser) => {
      const back = await browser.go(ENGLISH, isCallback);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 16 * 60_000 });
      return browser.go(back);
    },
  ],
  'the server away at the start': [
    '/en/anmelden?reason=server-away',
    async (browser) => {
      await server.sleep();
      const end = await browser.go(ENGLISH);
      await server.wake();
      return end;
    },
  ],
  'the server away at the end': [
    '/en/anmelden?reason=server-unfinished',
    async (browser) => {
      const back = await browser.go(ENGLISH, isCallback);
      await server.sleep();
      const end = await browser.go(back);
      await server.wake();
      return end;
    },
  ],
};

describe('signing in at the organisation’s own server says in the language of the person', () => {
  it.each(Object.entries(FAULTS))('%s', async (_name, [page, go]) => {
    await db.userSession.deleteMany();
    const browser = new Browser();
    const end = await go(browser);
    const { pathname, searchParams } = end;
    expect(`${pathname}?reason=${searchParams.get('reason')}`).toBe(page);
    expect(browser.token).toBe('');
    expect(await db.userSession.count()).toBe(0);
    expect(await db.linkedIdentity.count({ where: { providerAccountId: 'thief' } })).toBe(0);
  });

  it('of two tabs the newer one counts, and the older one spoils nothing', async () => {
    const browser = new Browser();
    const older = await browser.go(ENGLISH, isCallback);
    const newer = await browser.go(startFor('/en/konto'), isCallback);
    expect((await browser.go(older)).searchParams.get('reason')).toBe('server-unfinished');
    expect((await browser.go(newer)).pathname).toBe('/en/konto');
    expect((await browser.who()).kind).toBe('person');
  });
});

describe('signing in at the organisation’s own server is nothing else', () => {
  it.each([
    'signin',
    'signin/oidc',
    'session',
    'csrf',
    'providers',
    'callback/email',
    'error',
    'signout',
  ])('%s', async (step) => {
    const answer = await new Browser().ask(new URL(`${OURS}/api/auth/${step}`));
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('text/plain');
  });

  it('nor without end', async () => {
    await db.rateBucket.updateMany({ data: { count: OWN_SERVER_TRIES.max } });
    for (const url of [ENGLISH, `${OURS}/api/auth/callback/oidc?code=x`]) {
      expect((await new Browser().ask(new URL(url))).status).toBe(429);
    }
  });
});
