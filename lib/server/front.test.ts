import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newPageNotes } from '../core/process-state.mjs';
import { Front } from './front.mjs';
import { MAX_BODY_BYTES } from './request-checks.mjs';

interface Asked {
  path: string;
  headers: http.OutgoingHttpHeaders;
}

const asked: Asked[] = [];
let answerFor: (path: string) => {
  status?: number;
  html: string;
  reading?: boolean;
  personal?: boolean;
  tags?: string[];
  cookie?: string;
};
let before: () => Promise<void> = async () => undefined;
let front: Front;
let server: http.Server;
let origin = '';

beforeEach(async () => {
  asked.length = 0;
  before = async () => undefined;
  answerFor = (path) => ({ html: `<p>${path}</p>`, reading: true, tags: ['things'] });
  server = http.createServer((request, response) => void front.answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  front = new Front({
    appUrl: new URL(origin),
    proxies: 0,
    isReady: async () => true,
    render: async ({ path, headers }) => {
      asked.push({ path, headers });
      const answer = answerFor(path);
      await before();
      return {
        status: answer.status ?? 200,
        headers: {
          'content-type': 'text/html; charset=utf-8',
          ...(answer.cookie ? { 'set-cookie': [answer.cookie] } : {}),
        },
        body: Buffer.from(answer.html),
        notes: {
          ...newPageNotes(),
          reading: answer.reading ?? false,
          personal: answer.personal ?? false,
          tags: new Set(answer.tags ?? []),
        },
      };
    },
  });
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}${path}`, { headers, redirect: 'manual' });

describe('reading pages', () => {
  it('are made once and carry neither script nor cookie', async () => {
    answerFor = () => ({
      html: '<p>Hallo</p><link rel="preload" href="/a.js" as="script"/><script>alert(1)</script><script src="/a.js" async=""></script><!--$--><b>da</b><!--/$-->',
      reading: true,
      cookie: 'a=b',
    });
    for (let round = 0; round < 3; round += 1) {
      const response = await get('/seite');
      expect(await response.text()).toBe('<p>Hallo</p><b>da</b>');
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

  it('stay as they were while they cannot be made', async () => {
    await get('/seite');
    front.drop(['things']);
    answerFor = () => ({ status: 500, html: 'kaputt' });
    const response = await get('/seite');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<p>/seite</p>');
  });

  it('are gone when they no longer exist', async () => {
    await get('/seite');
    front.drop(['things']);
    answerFor = (path) =>
      path.startsWith('/fehler') ? { html: 'nicht da', reading: true } : { status: 404, html: '' };
    const response = await get('/seite');
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('nicht da');
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

  it('allow only scripts with the nonce of this answer', async () => {
    answerFor = () => ({ html: 'x' });
    const one = (await get('/konto')).headers.get('content-security-policy');
    const two = (await get('/konto')).headers.get('content-security-policy');
    expect(one).toMatch(/script-src 'nonce-[\w+/=]+' 'strict-dynamic'/);
    expect(one).not.toBe(two);
  });
});

describe('forms', () => {
  const post = (headers: Record<string, string>, body: string = 'a=1') =>
    fetch(`${origin}/konto`, { method: 'POST', body, headers });

  it.each([
    ['from our own page', { origin: 'own' }, 200],
    [
      'without origin but from here by the browser’s word',
      { 'sec-fetch-site': 'same-origin' },
      200,
    ],
    ['from elsewhere', { origin: 'https://elsewhere.example' }, 403],
    [
      'hidden, but from here by the browser’s word',
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
      200,
    ],
    ['hidden', { origin: 'null' }, 403],
    ['hidden and from elsewhere', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
    ['without any word', {}, 403],
  ])('%s', async (_name, headers: Record<string, string>, status) => {
    answerFor = () => ({ html: 'ok' });
    const own = headers.origin === 'own' ? { origin } : headers;
    expect((await post(own)).status).toBe(status);
  });

  it('larger than the limit are refused with a page of our own', async () => {
    answerFor = (path) => ({ html: path, reading: true });
    const response = await post({ origin }, 'x'.repeat(MAX_BODY_BYTES + 1));
    expect(response.status).toBe(413);
    expect(await response.text()).toBe('/fehler/413');
  });
});

describe('the address', () => {
  it('asked for under a foreign name leads to ours', async () => {
    const response = await new Promise<http.IncomingMessage>((resolve) => {
      http.get(`${origin}/seite`, { headers: { host: 'evil.example' } }, resolve);
    });
    expect(response.statusCode).toBe(308);
    expect(response.headers.location).toBe(`${origin}/seite`);
    response.resume();
  });

  it('that is no valid encoding is simply not there', async () => {
    answerFor = (path) => ({ html: path, reading: true });
    const response = await get('/forum/%E0%A4%A');
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('/fehler/404');
  });

  it('given to the page is ours, whatever the client says', async () => {
    await get('/seite', { 'x-forwarded-host': 'evil.example', 'x-middleware-subrequest': 'x' });
    expect(asked[0]?.headers['x-forwarded-host']).toBe(new URL(origin).host);
    expect(asked[0]?.headers).not.toHaveProperty('x-middleware-subrequest');
  });
});
