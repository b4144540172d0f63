import { notFound, redirect } from 'next/navigation';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FORM_TOKEN_FIELD, type FormState } from '@/lib/core/form-state';
import { NotSent, watchSending } from './not-sent';
import { answeringAlways } from './sending';

const words = {
  ...{ offline: 'kein Netz', slow: 'zu lange', tooLarge: 'zu groß', outdated: 'veraltet' },
  ...{ signIn: 'abgemeldet', toSignIn: 'anmelden', failed: 'fehlgeschlagen' },
  pageAnew: 'neu öffnen',
};

const before: FormState = {
  status: 'fresh',
  values: {},
  errors: [],
  token: 'once',
  check: { found: 1 },
};

/** A form of the page, with or without anything to fill in. */
const formWith = (field: object | null) => ({
  current: { querySelector: () => field } as unknown as HTMLFormElement,
});
const filledIn = formWith({});

function typed(): FormData {
  const data = new FormData();
  for (const [name, value] of [
    [FORM_TOKEN_FIELD, 'once'],
    ['$ACTION_KEY', 'k1'],
    ['title', 'Eine Bank'],
    ['needs', 'a'],
    ['needs', 'b'],
    ['version', '5'],
  ] as const)
    data.append(name, value);
  return data;
}

/** A browser whose network answers so. */
const place = (answer: (more?: RequestInit) => Promise<Response>, page = '/team') => ({
  fetch: vi.fn((_asked: unknown, more?: RequestInit) => answer(more)) as unknown as typeof fetch,
  setTimeout: globalThis.setTimeout as unknown as Window['setTimeout'],
  location: { pathname: page } as Location,
});

const form = { method: 'POST', headers: { 'Next-Action': 'a1' } };

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a form whose way to the server fails', () => {
  it.each(['offline', 'slow', 'tooLarge', 'outdated', 'signIn', 'failed'] as const)(
    'says that and keeps what was typed: %s',
    async (why) => {
      vi.stubGlobal(
        'window',
        place(() => Promise.reject()),
      );
      const error =
        why === 'failed' ? new TypeError('of the framework') : new NotSent(why, '/anmelden');
      const state = await answeringAlways(
        () => Promise.reject(error),
        words,
        filledIn,
      )(before, typed());
      expect(state).toMatchObject({ status: 'failed', message: words[why], sent: true });
      expect(state.values).toEqual({ title: 'Eine Bank', needs: ['a', 'b'], version: '5' });
      // What it is about, the step it had reached, and the token that keeps it from being done twice.
      expect(state).toMatchObject({ token: 'once', check: { found: 1 } });
      const elsewhere = {
        outdated: { href: '', words: 'neu öffnen' },
        signIn: { href: '/anmelden', words: 'anmelden' },
      };
      expect(state.elsewhere).toEqual(Object.entries(elsewhere).find(([key]) => key === why)?.[1]);
    },
  );

  it('leads on to signing in where nothing was filled in', async () => {
    const assign = vi.fn();
    vi.stubGlobal('window', { location: { assign } });
    const away = () => Promise.reject(new NotSent('signIn', '/anmelden?reason=again'));
    expect(await answeringAlways(away, words, formWith(null))(before, typed())).toBe(before);
    expect(assign).toHaveBeenCalledExactlyOnceWith('/anmelden?reason=again');
  });

  it.each([
    ['another page', () => redirect('/danke')],
    ['what is not there', () => notFound()],
  ])('still leads on to %s', async (_to, go) => {
    vi.stubGlobal(
      'window',
      place(() => Promise.reject()),
    );
    const sent = answeringAlways(async () => go(), words, filledIn)(before, typed());
    await expect(sent).rejects.toHaveProperty('digest');
  });
});

describe('the requests of forms', () => {
  it.each([
    [413, {}, 'tooLarge'],
    [404, { 'x-nextjs-action-not-found': '1' }, 'outdated'],
  ])('tell why they were not taken: %s', async (status, headers, why) => {
    const browser = place(() => Promise.resolve(new Response('', { status, headers })));
    watchSending(browser);
    await expect(browser.fetch('/', form)).rejects.toEqual(new NotSent(why as NotSent['why']));
  });

  const led = (to: string, page: string) => {
    const headers = { 'x-action-redirect': `${to};push` };
    const browser = place(() => Promise.resolve(new Response('', { headers })), page);
    watchSending(browser);
    return browser.fetch('/', form).then(
      () => 'led on',
      (error) => error,
    );
  };

  it.each([
    ['/anmelden?reason=again', '/konto'],
    ['/anmelden?reason=again&next=%2Fkonto', '/konto'],
    ['/en/anmelden/zweiter-schritt', '/en/team/forum'],
  ])('stop before %s, which would take %s away', async (to, page) => {
    expect(await led(to, page)).toEqual(new NotSent('signIn', to));
  });

  it.each([
    ['/anmelden/zweiter-schritt', '/anmelden/code/1'],
    ['/en/anmelden/zweiter-schritt?next=%2Fteam', '/en/anmelden/karte'],
    ['/anmelden?next=%2Fteam', '/abstimmungen/urne/beenden'],
    ['/konto?saved=yes', '/konto'],
  ])('lead on to %s from %s', async (to, page) => {
    expect(await led(to, page)).toBe('led on');
  });

  it('tell that there is no network', async () => {
    const browser = place(() => Promise.reject(new TypeError('Failed to fetch')));
    watchSending(browser);
    await expect(browser.fetch('/', form)).rejects.toEqual(new NotSent('offline'));
  });

  it('end, with more patience for more that is sent', async () => {
    vi.useFakeTimers();
    const browser = place(
      (more) =>
        new Promise((_, reject) => {
          more?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    );
    watchSending(browser);
    const ends = async (body?: FormData) => {
      const began = Date.now();
      const sent = browser.fetch('/', { ...form, ...(body ? { body } : {}) }).catch((why) => why);
      await vi.runAllTimersAsync();
      expect(await sent).toEqual(new NotSent('slow'));
      return Date.now() - began;
    };
    const photo = new FormData();
    photo.append('photo', new File([new Uint8Array(500_000)], 'bank.jpg'));
    expect(await ends()).toBe(30_000);
    expect(await ends(photo)).toBe(80_000);
  });

  it('are the only ones touched, and once', async () => {
    const answer = new Response('', { status: 413 });
    const browser = place(() => Promise.resolve(answer));
    const native = browser.fetch;
    watchSending(browser);
    watchSending(browser);
    expect(await browser.fetch('/', { headers: { rsc: '1' } })).toBe(answer);
    expect(native).toHaveBeenCalledTimes(1);
    expect(vi.mocked(native).mock.calls[0]?.[1]).toEqual({ headers: { rsc: '1' } });
  });
});
