import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '@/lib/core/day.mjs';

const SOURCE = readFileSync(path.join(import.meta.dirname, 'worker.mjs'), 'utf8');
const ORIGIN = 'https://forum.example';
const PAGE = '/team/rundgang/unterwegs';

/** What the server answers, by path; what is not here cannot be reached. */
let served: Record<string, { status?: number; body: string }> = {};
let asked: { path: string; credentials: string | undefined }[] = [];
let told: unknown[] = [];
let gone = false;
let kept = new Map<string, Response>();

const page = (mark: string, ...files: string[]) =>
  `<div data-without-line="${mark}">${files.map((file) => `<script src="/_next/static/${file}">`).join('')}`;

const pathOf = (request: string | Request) =>
  new URL(typeof request === 'string' ? request : request.url, ORIGIN).pathname;

const cache = {
  match: async (request: string | Request) => kept.get(pathOf(request))?.clone(),
  put: async (request: string, answer: Response) => void kept.set(pathOf(request), answer),
  keys: async () => [...kept.keys()].map((one) => ({ url: `${ORIGIN}${one}` })),
  delete: async (request: string | Request) => kept.delete(pathOf(request)),
};

async function fetched(request: string | Request, options: RequestInit = {}): Promise<Response> {
  const path = pathOf(request);
  asked.push({ path, credentials: options.credentials });
  const answer = served[path];
  if (!answer) throw new TypeError('no line');
  return new Response(answer.body, { status: answer.status ?? 200 });
}

const unregister = async () => {
  gone = true;
};

type Listener = (event: unknown) => void;

/** The worker as a browser runs it. */
function run(onLine = true) {
  const listeners: Record<string, Listener> = {};
  const scope = {
    ...{ URL, Response, Set, Promise, fetch: fetched, navigator: { onLine } },
    caches: { open: async () => cache, delete: async () => kept.clear() },
    registration: { scope: `${ORIGIN}${PAGE}`, unregister },
    clients: {
      claim: async () => undefined,
      matchAll: async () => [{ postMessage: (message: unknown) => told.push(message) }],
    },
    skipWaiting: async () => undefined,
    addEventListener: (type: string, listener: Listener) =>
      Object.assign(listeners, { [type]: listener }),
  };
  runInNewContext(SOURCE, scope);
  /** @returns what is answered; undefined when it is none of the worker's business */
  return async (type: string, request?: object): Promise<string | undefined> => {
    const lasting: Promise<unknown>[] = [];
    let answer: Promise<Response> | undefined;
    listeners[type]?.({
      request: { method: 'GET', mode: 'navigate', ...request },
      // What a page says to it, and that page.
      ...request,
      waitUntil: (work: Promise<unknown>) => lasting.push(work),
      respondWith: (given: Promise<Response>) => (answer = given),
    });
    const text = await (await answer)?.text();
    await Promise.all(lasting);
    return text;
  };
}

const open = (address = PAGE) => run()('fetch', { url: `${ORIGIN}${address}` });
const lying = () => [...kept.keys()].map((one) => one.replace('/_next/static/', '')).sort();

beforeEach(() => {
  [asked, told, gone, kept] = [[], [], false, new Map()];
  served = {
    [PAGE]: { body: page('1', 'a.js', 'a.css') },
    '/_next/static/a.js': { body: 'a' },
    '/_next/static/a.css': { body: '@font-face{src:url(../static/f.woff2)}' },
    '/_next/static/f.woff2': { body: 'font' },
  };
});

describe('the worker', () => {
  it('keeps the page with everything it names, and asks for all of it as nobody', async () => {
    await run()('install');
    expect(lying()).toEqual([PAGE, 'a.css', 'a.js', 'f.woff2'].sort());
    expect(asked.every(({ credentials }) => credentials === 'omit')).toBe(true);
  });

  it.each([
    ['a file is missing', () => delete served['/_next/static/a.js']],
    ['the page is another one', () => (served[PAGE] = { body: '<p>Bitte Tarif wählen</p>' })],
    ['the house is away', () => (served[PAGE] = { status: 503, body: page('1') })],
    ['there is no line', () => delete served[PAGE]],
  ])('is not there when %s', async (_, spoil) => {
    spoil();
    await expect(run()('install')).rejects.toThrow();
    expect(lying()).not.toContain(PAGE);
  });

  it('answers what is kept at once, takes the newer one whole, and says so', async () => {
    await run()('install');
    served[PAGE] = { body: page('2', 'b.js') };
    // One of its files cannot be had: nothing changes.
    expect(await open()).toContain('"1"');
    expect(await open()).toContain('"1"');
    expect(told).toEqual([]);
    served['/_next/static/b.js'] = { body: 'b' };
    expect(await open()).toContain('"1"');
    expect(told).toEqual(['renewed']);
    // Whoever still has the older one open needs its files.
    expect(lying()).toEqual([PAGE, 'a.css', 'a.js', 'b.js', 'f.woff2'].sort());
    expect(await open()).toContain('"2"');
    expect(lying()).toEqual([PAGE, 'b.js', 'f.woff2'].sort());
    expect(told).toEqual(['renewed']);
  });

  it('tells a page that asks whether it is the newest', async () => {
    await run()('install');
    const source = { postMessage: (message: unknown) => told.push(message) };
    const heard = async (data: unknown) => {
      told = [];
      await run()('message', { data, source });
      return told;
    };
    expect(await heard('1')).toEqual([]);
    expect(await heard('0')).toEqual(['renewed']);
    expect(await heard({ mark: '0' })).toEqual([]);
  });

  it('answers without a line, and asks for nothing then', async () => {
    await run()('install');
    asked = [];
    expect(await run(false)('fetch', { url: `${ORIGIN}${PAGE}?from=home` })).toContain('"1"');
    expect(asked).toEqual([]);
  });

  it('lets everything else pass', async () => {
    await run()('install');
    asked = [];
    for (const address of ['/team', `${PAGE}/x`, `${PAGE}x`, '/konto', '/api/rundgang/kontakte'])
      expect(await open(address), address).toBeUndefined();
    const page = { url: `${ORIGIN}${PAGE}` };
    expect(await run()('fetch', { ...page, method: 'POST' })).toBeUndefined();
    expect(await run()('fetch', { ...page, mode: 'cors' })).toBeUndefined();
    expect(await run()('fetch', { url: `https://elsewhere.example${PAGE}` })).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('stays when something on the way once says that there is no such page', async () => {
    await run()('install');
    const before = lying();
    const there = served[PAGE];
    served[PAGE] = { status: 404, body: '' };
    for (const _ of [1, 2]) expect(await open()).toContain('"1"');
    expect(gone).toBe(false);
    served[PAGE] = there ?? { body: '' };
    await open();
    expect([gone, lying()]).toEqual([false, before]);
  });

  it('goes when the server has no such page a day later either', async () => {
    await run()('install');
    served[PAGE] = { status: 404, body: '' };
    await open();
    kept.set('/_next/static/missed', new Response(String(Date.now() - DAY_MS)));
    expect(await open()).toContain('"1"');
    expect([gone, lying()]).toEqual([true, []]);
  });
});
