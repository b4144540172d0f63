import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newPageNotes, TYPED_PLACE } from '../core/process-state.mjs';
import { Front } from './front.mjs';
import { MAX_BODY_BYTES } from './requests.mjs';

type Asked = { path: string; headers: http.OutgoingHttpHeaders };
const asked: Asked[] = [];
let answerFor: (path: string) => {
  status?: number;
  html: string;
  reading?: boolean;
  personal?: boolean;
  tags?: string[];
  cookie?: string;
  acted?: boolean;
  tooMany?: boolean;
  location?: string;
  failure?: '' | 'druck';
  later?: string;
};
let database = { isAway: () => false, answers: async () => true };
const ACTION = `40${'a'.repeat(40)}`;

/** Addresses below /konto and /api are acting pages, everything else is for everybody. */
function find(route: string) {
  if (route.startsWith('/nirgends')) return null;
  const is = /^\/(?:konto|api)/.test(route) ? ('acting' as const) : ('shared' as const);
  return { route: `/${route.split('/')[1]}/[rest]`, is };
}
let before: () => Promise<void> = async () => undefined;
let front: Front;
let server: http.Server;
let origin = '';

const headersOf = ({ cookie, location, later }: ReturnType<typeof answerFor>) => ({
  'content-type': 'text/html; charset=utf-8',
  ...(cookie ? { 'set-cookie': [cookie] } : {}),
  ...(location ? { location } : {}),
  ...(later ? { 'retry-after': later } : {}),
});
const whole = (text: string) => `<html>${text}</html>`;
const failing = (answer: Partial<ReturnType<typeof answerFor>>) => (path: string) =>
  path.includes('/fehler/') ? { html: whole(path), reading: true } : { html: '', ...answer };

beforeEach(async () => {
  asked.length = 0;
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  before = async () => undefined;
  database = { isAway: () => false, answers: async () => true };
  answerFor = (path) => ({ html: whole(`<p>${path}</p>`), reading: true, tags: ['things'] });
  server = http.createServer((request, response) => {
    const gone = new AbortController();
    void front.answer(request, response, gone.signal);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  front = new Front({
    appUrl: new URL(origin),
    aliases: ['www.forum.example'],
    proxies: 0,
    routes: { find },
    files: { isBelow: (path) => path.startsWith('/_next/static'), answer: () => false },
    actions: new Set([ACTION]),
    database: { isAway: () => database.isAway(), answers: () => database.answers() },
    probe: async () => false,
    render: async ({ path, headers }) => {
      asked.push({ path, headers });
      const answer = answerFor(path);
      await before();
      return {
        status: answer.status ?? 200,
        headers: headersOf(answer),
        body: Buffer.from(answer.html),
        notes: {
          ...newPageNotes(),
          reading: answer.reading ?? false,
          personal: answer.personal ?? false,
          acted: answer.acted ?? false,
          tooMany: answer.tooMany ?? false,
          failure: answer.failure ?? '',
          tags: new Set(answer.tags ?? []),
        },
      };
    },
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}${path}`, { headers, redirect: 'manual' });

describe('reading pages', () => {
  it('are made once and carry neither script nor cookie', async () => {
    answerFor = () => ({
      html: whole(
        '<p>Hallo</p><link rel="preload" href="/a.js" as="script"/><script>alert(1)</script><script src="/a.js" async=""></script><!--$--><b>da</b><!--/$-->',
      ),
      reading: true,
    });
    for (let round = 0; round < 3; round += 1) {
      const response = await get('/seite');
      expect(await response.text()).toBe(whole('<p>Hallo</p><b>da</b>'));
      expect(response.headers.get('set-cookie')).toBeNull();
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(response.headers.get('content-security-policy')).not.toContain('script-src');
      expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    }
    expect(asked).toHaveLength(1);
  });

  it('are made anew after one of their tags was dropped, without the cookies of whoever asks', async () => {
    await get('/seite');
    front.drop(['other']);
    await get('/seite');
    expect(asked).toHaveLength(1);
    front.drop(['things']);
    await get('/seite', { cookie: 'secret=1' });
    expect(asked).toHaveLength(2);
    expect(asked[1]?.headers).not.toHaveProperty('cookie');
  });

  it('are not kept when something was dropped while they were made', async () => {
    before = async () => front.drop(['things']);
    await get('/seite');
    before = async () => undefined;
    await get('/seite');
    await get('/seite');
    expect(asked).toHaveLength(2);
  });

  it('share one rendering among many who ask at once', async () => {
    await get('/seite');
    front.drop(['things']);
    before = () => new Promise((resolve) => setImmediate(resolve));
    await Promise.all(Array.from({ length: 20 }, () => get('/seite')));
    expect(asked.length).toBeLessThan(20);
  });

  it('stay as they were while they cannot be made because the database is away', async () => {
    await get('/seite');
    front.drop(['things']);
    database = { isAway: () => false, answers: async () => false };
    answerFor = () => ({ status: 500, html: 'kaputt' });
    const response = await get('/seite');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(whole('<p>/seite</p>'));
  });

  it('are shown in their old form only while the database is away', async () => {
    await get('/seite');
    await get('/fehler/503');
    front.drop(['things']);
    answerFor = () => ({ status: 500, html: 'kaputt' });
    expect((await get('/seite')).status).toBe(503);
    database = { isAway: () => true, answers: async () => false };
    const made = asked.length;
    expect((await get('/seite')).status).toBe(200);
    // Nobody waits for a database that is known to be away.
    expect(asked).toHaveLength(made);
  });

  it('one that fails leaves the others alone', async () => {
    await get('/kaputt');
    await get('/seite');
    front.drop(['things']);
    answerFor = (path) =>
      path === '/kaputt'
        ? { status: 500, html: '' }
        : { html: whole('neu'), reading: true, tags: ['things'] };
    expect((await get('/kaputt')).status).toBe(503);
    expect(await (await get('/seite')).text()).toBe(whole('neu'));
  });

  it('that turn into a redirect lead there', async () => {
    await get('/seite');
    front.drop(['things']);
    answerFor = () => ({ status: 307, html: '', location: '/anderswo' });
    const response = await get('/seite');
    expect([response.status, response.headers.get('location')]).toEqual([307, '/anderswo']);
  });

  it.each([
    ['set a cookie', { cookie: 'a=b' }],
    ['looked at a session', { personal: true }],
    ['are cut off', { html: '<html>' }],
    ['do not call themselves reading pages', { reading: false }],
  ])('that %s are not shown to anybody', async (_name, change) => {
    answerFor = (path) =>
      path === '/seite'
        ? { html: whole('geheim'), reading: true, ...change }
        : { html: whole('Fehler'), reading: true };
    const response = await get('/seite');
    expect([response.status, await response.text()]).toEqual([503, whole('Fehler')]);
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  it('are made from a request in which nothing of the asker stands', async () => {
    await get('/seite?_rsc=1&nxtPlocale=en', {
      rsc: '1',
      cookie: 'secret=1',
      'accept-language': 'en',
      'user-agent': 'bot',
      'x-anything': '1',
    });
    expect(asked[0]?.path).toBe('/seite');
    expect(Object.keys(asked[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'host',
      'user-agent',
      'x-forwarded-host',
      'x-forwarded-proto',
    ]);
  });

  it('are gone when they no longer exist', async () => {
    await get('/seite');
    front.drop(['things']);
    answerFor = (path) =>
      path.startsWith('/fehler')
        ? { html: whole('nicht da'), reading: true }
        : { status: 404, html: '' };
    const response = await get('/seite');
    expect(response.status).toBe(404);
    expect(await response.text()).toBe(whole('nicht da'));
  });

  it('answer 304 to whoever has them', async () => {
    const etag = (await get('/seite')).headers.get('etag') ?? '';
    expect((await get('/seite', { 'if-none-match': etag })).status).toBe(304);
  });
});

describe('acting pages', () => {
  it('are never kept, also when they call themselves reading pages', async () => {
    answerFor = () => ({ html: 'meins', reading: true, personal: true });
    const first = await get('/konto', { cookie: 'a=1' });
    await get('/konto', { cookie: 'a=2' });
    expect(asked.map(({ headers }) => headers.cookie)).toEqual(['a=1', 'a=2']);
    expect(first.headers.get('cache-control')).toBe('private, no-store');
  });

  it('say so when somebody tried too often, whatever they would have said', async () => {
    answerFor = failing({ status: 404, tooMany: true });
    const response = await get('/en/../konto/x'.replace('/en/..', ''));
    expect([response.status, await response.text()]).toEqual([429, whole('/fehler/429')]);
  });

  it('of which a file could not be made say so, in the language of the page before', async () => {
    answerFor = failing({ status: 503, failure: 'druck', later: '30' });
    const response = await get('/api/datei', { referer: `${origin}/en/abstimmungen/7` });
    expect([response.status, await response.text()]).toEqual([503, whole('/en/fehler/druck')]);
    expect(response.headers.get('retry-after')).toBe('30');
  });

  it('get what they need of a request and nothing with which Next talks to itself', async () => {
    answerFor = () => ({ html: 'x' });
    await get('/konto?a=1&__nextLocale=en&nxtPcode=2&x-now=3&b=%20', {
      'x-middleware-subrequest': 'x',
      'x-forwarded-for': '1.2.3.4',
      'next-router-prefetch': '1',
      'user-agent': 'Firefox',
    });
    expect(asked[0]?.path).toBe('/konto?a=1&b=%20');
    const { headers = {} } = asked[0] ?? {};
    expect(headers['user-agent']).toBe('Firefox');
    for (const name of ['x-middleware-subrequest', 'x-forwarded-for', 'next-router-prefetch'])
      expect(headers).not.toHaveProperty(name);
  });

  it('allow only scripts with the nonce of this answer', async () => {
    answerFor = () => ({ html: 'x' });
    const one = (await get('/konto')).headers.get('content-security-policy');
    const two = (await get('/konto')).headers.get('content-security-policy');
    expect(one).toMatch(/script-src 'nonce-[\w+/=]+' 'strict-dynamic'/);
    expect(one).not.toBe(two);
  });
});

describe('forms', () => {
  const form = () => {
    const fields = new FormData();
    fields.append(`$ACTION_ID_${ACTION}`, '');
    fields.append('body', 'Ein ganzer Satz, den jemand geschrieben hat.');
    return fields;
  };
  const post = (headers: Record<string, string>, body: string | FormData = form()) =>
    fetch(`${origin}/konto`, { method: 'POST', body, headers });

  it.each([
    ['from our own page', { origin: 'own' }, 200],
    ['without origin, but from here', { 'sec-fetch-site': 'same-origin' }, 200],
    ['from elsewhere', { origin: 'https://elsewhere.example' }, 403],
    ['hidden, but from here', { origin: 'null', 'sec-fetch-site': 'same-origin' }, 200],
    ['hidden', { origin: 'null' }, 403],
    ['hidden and from elsewhere', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
    ['without any word', {}, 403],
  ])('%s', async (_name, headers: Record<string, string>, status) => {
    // Only who wrote here is shown a text again that was not taken.
    const html = whole(`<section hidden="">${TYPED_PLACE}</section>`);
    answerFor = (path) => ({ html, reading: path !== '/konto' });
    const own = headers.origin === 'own' ? { origin } : headers;
    const response = await post(own);
    expect([response.status, await response.text()]).toEqual([status, html]);
  });

  it('larger than the limit are refused with a page of our own', async () => {
    answerFor = (path) => ({ html: whole(path), reading: true });
    const response = await post({ origin }, 'x'.repeat(MAX_BODY_BYTES + 1));
    expect(response.status).toBe(413);
    expect(await response.text()).toBe(whole('/fehler/413'));
  });

  it.each([
    ['that are none', 'a=1', 400],
    ['of a build that was replaced', ACTION.replace('a', 'b'), 409],
  ])('%s never reach Next', async (_name, body, status) => {
    answerFor = (path) => ({ html: whole(path), reading: true });
    const fields = new FormData();
    fields.append(`$ACTION_ID_${body}`, '');
    const response = await post({ origin }, body === 'a=1' ? body : fields);
    expect([response.status, await response.text()]).toEqual([status, whole(`/fehler/${status}`)]);
    expect(asked.some(({ path }) => path === '/konto')).toBe(false);
  });

  it.each([
    ['break before our own code was reached', { status: 500, acted: false }, 400, '400'],
    ['break in our own code', { status: 500, acted: true }, 500, '500'],
    ['have lost their page', { status: 404 }, 404, 'weg'],
  ])('that %s', async (_name, answer, status, page) => {
    answerFor = failing(answer);
    const response = await post({ origin });
    expect([response.status, await response.text()]).toEqual([status, whole(`/fehler/${page}`)]);
  });

  it('may not be sent to a page for everybody', async () => {
    const response = await fetch(`${origin}/seite`, { method: 'POST', body: form() });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('the address', () => {
  const ask = (path: string, headers: http.OutgoingHttpHeaders) =>
    new Promise<http.IncomingMessage>((resolve) => {
      const { port } = new URL(origin);
      http.get({ host: '127.0.0.1', port, path, headers }, (response) => {
        response.resume();
        resolve(response);
      });
    });

  it.each([
    ['www.forum.example', '/seite?a=1', 308, '/seite?a=1'],
    ['www.forum.example', '/seite/', 308, '/seite'],
    ['www.forum.example', '//evil.example/x', 421, undefined],
    ['evil.example', '/seite', 421, undefined],
    ['evil.example', '//evil.example/x', 421, undefined],
    ['backend:3000', '/seite', 421, undefined],
  ])('asked for as %s%s', async (host, path, status, to) => {
    const response = await ask(path, { host });
    expect(response.statusCode).toBe(status);
    expect(response.headers.location).toBe(to && `${origin}${to}`);
  });

  it.each([
    '/forum/%E0%A4%A',
    '//evil.example/x',
    '/seite/../konto',
    '/nirgends',
    '/_next/static/x',
  ])('%s is simply not there', async (path) => {
    answerFor = (shown) => ({ html: whole(shown), reading: true });
    const response = await ask(path, { host: new URL(origin).host });
    expect(response.statusCode).toBe(404);
    expect(asked.map((one) => one.path)).toEqual(['/fehler/404']);
  });

  it.each([
    ['/seite/', '/seite'],
    ['/%73eite', '/seite'],
  ])('%s leads to its one spelling', async (path, to) => {
    const { statusCode, headers } = await ask(path, { host: new URL(origin).host });
    expect([statusCode, headers.location]).toEqual([308, to]);
  });

  it('given to the page is ours, whatever the client says', async () => {
    await get('/konto', { 'x-forwarded-host': 'evil.example' });
    expect(asked[0]?.headers['x-forwarded-host']).toBe(new URL(origin).host);
  });
});
