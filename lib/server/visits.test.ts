import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FAULT_ID_PLACE, newPageNotes } from '../core/process-state.mjs';
import { Front } from './front.mjs';
import { logVisit, type Outcome, outcomeOf, type Visit } from './visits.mjs';

const ERROR_PAGE = `<html>nr-${FAULT_ID_PLACE}</html>`;

let status = 200;
let delay = 0;
let logged: string[] = [];
let answered: Visit[] = [];
/** Number under which each path was made last. */
const ids = new Map<string, string>();
let server: http.Server;
let origin = '';

beforeEach(async () => {
  [status, delay, logged, answered] = [200, 0, [], []];
  ids.clear();
  const keep = (text: string | Uint8Array) => logged.push(String(text)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  server = http.createServer((request, response) => {
    void front.answer(request, response, new AbortController().signal);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const front = new Front({
    appUrl: new URL(origin),
    aliases: [],
    proxies: 0,
    routes: { find: (address) => routeOf(address) },
    files: { isBelow: (path) => path.startsWith('/_next/static'), answer: () => false },
    actions: new Set(),
    database: { isAway: () => false, answers: async () => true },
    probe: async () => false,
    onAnswered: (visit) => answered.push(visit),
    render: async ({ path, id }) => {
      ids.set(path, id);
      await new Promise((resolve) => setTimeout(resolve, delay));
      const isError = path.startsWith('/fehler');
      return {
        status: isError ? 200 : status,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: Buffer.from(isError ? ERROR_PAGE : '<html></html>'),
        notes: { ...newPageNotes(), reading: true },
      };
    },
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function routeOf(address: string) {
  if (address.startsWith('/nirgends')) return null;
  const is = address.startsWith('/konto') ? ('acting' as const) : ('shared' as const);
  return { route: `/${address.split('/')[1]}/[code]`, is };
}

const get = (path: string) => fetch(`${origin}${path}`, { redirect: 'manual' });
const numberIn = (html: string) => /nr-([0-9a-f]{8})/.exec(html)?.[1] ?? 'none';

describe('a fault', () => {
  it.each([
    ['an acting page', '/konto/geheim-4711', 500],
    ['a page for everybody', '/seite/geheim-4711', 503],
  ])('of %s is in the log under the number that is shown', async (_name, path, shown) => {
    status = 500;
    const response = await get(path);
    expect(response.status).toBe(shown);
    const id = numberIn(await response.text());
    const [line = '{}'] = logged.filter((text) => text.includes('request.failed'));
    const route = `/${path.split('/')[1]}/[code]`;
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      id,
      status: shown,
      method: 'GET',
      route,
    });
    expect(logged.join('')).not.toContain('geheim');
  });

  it('everybody meets at once has one number, under which the page was made', async () => {
    status = 500;
    delay = 50;
    const all = await Promise.all([1, 2, 3].map(async () => (await get('/seite')).text()));
    expect(new Set(all.map(numberIn)).size).toBe(1);
    expect(ids.get('/seite')).toBe(numberIn(all[0] ?? ''));
  });

  it('that is none of ours leaves no line', async () => {
    status = 404;
    expect((await get('/konto/x')).status).toBe(404);
    expect((await get('/nirgends')).status).toBe(404);
    expect(logged).toEqual([]);
  });
});

describe('an answer', () => {
  const outcomes = async (count: number): Promise<Outcome[]> => {
    await vi.waitFor(() => expect(answered).toHaveLength(count));
    return answered.map(outcomeOf);
  };

  it('is told by what kind of address it was and how it ended', async () => {
    for (const path of ['/seite', '/konto/geheim?name=renate', '/nirgends', '/_next/static/x'])
      await (await get(path)).arrayBuffer();
    const told = (await outcomes(4)).map((one) => `${one.is} ${one.status}`);
    expect(told).toEqual(['shared 200', 'acting 200', 'other 404', 'file 404']);
  });

  it('leaves a line where that is wished: no address, no query, nobody', async () => {
    await get('/konto/geheim-4711?name=renate');
    await outcomes(1);
    for (const visit of answered) logVisit(visit);
    expect(logged.join('')).not.toMatch(/geheim|renate|127\.0\.0\.1|node/);
    expect(JSON.parse(logged[0] ?? '{}')).toEqual({
      at: expect.any(String),
      level: 'info',
      event: 'request.answered',
      id: expect.stringMatching(/^[0-9a-f]{8}$/),
      method: 'GET',
      route: '/konto/[code]',
      status: 200,
      milliseconds: expect.any(Number),
    });
  });
});
