import { notFound, redirect } from 'next/navigation';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FORM_TOKEN_FIELD, type FormState } from '@/lib/core/form-state';
import { NotSent, watchSending } from './not-sent';
import { answeringAlways } from './sending';

const words = {
  ...{ offline: 'kein Netz', slow: 'zu lange', tooLarge: 'zu groß', outdated: 'veraltet' },
  ...{ failed: 'fehlgeschlagen', pageAnew: 'neu öffnen' },
};

const before: FormState = {
  status: 'fresh',
  values: {},
  errors: [],
  token: 'once',
  check: { found: 1 },
};

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
const place = (answer: (more?: RequestInit) => Promise<Response>) => ({
  fetch: vi.fn((_asked: unknown, more?: RequestInit) => answer(more)) as unknown as typeof fetch,
  setTimeout: globalThis.setTimeout as unknown as Window['setTimeout'],
});

const form = { method: 'POST', headers: { 'Next-Action': 'a1' } };

afterEach(() => {
  vi.useRealTimers();
});

describe('a form whose way to the server fails', () => {
  it.each(['offline', 'slow', 'tooLarge', 'outdated', 'failed'] as const)(
    'says that and keeps what was typed: %s',
    async (why) => {
      vi.stubGlobal(
        'window',
        place(() => Promise.reject()),
      );
      const error = why === 'failed' ? new TypeError('of the framework') : new NotSent(why);
      const state = await answeringAlways(() => Promise.reject(error), words)(before, typed());
      expect(state).toMatchObject({ status: 'failed', message: words[why], sent: true });
      expect(state.values).toEqual({ title: 'Eine Bank', needs: ['a', 'b'], version: '5' });
      // What it is about, the step it had reached, and the token that keeps it from being done twice.
      expect(state).toMatchObject({ token: 'once', check: { found: 1 } });
      expect(state.pageAnew).toBe(why === 'outdated' ? 'neu öffnen' : undefined);
    },
  );

  it.each([
    ['another page', () => redirect('/danke')],
    ['what is not there', () => notFound()],
  ])('still leads on to %s', async (_to, go) => {
    vi.stubGlobal(
      'window',
      place(() => Promise.reject()),
    );
    const sent = answeringAlways(async () => go(), words)(before, typed());
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
