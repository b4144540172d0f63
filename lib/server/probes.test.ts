import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Probes } from './probes.mjs';
import { beginVisit } from './visits.mjs';

const TOKEN = 't'.repeat(32);
let token = TOKEN;
let reasons: string[] = [];
let server: http.Server;
let origin = '';

beforeAll(async () => {
  server = http.createServer(async (request, response) => {
    const probes = new Probes({
      token,
      notReady: async () => reasons,
      metrics: async () => ({ type: 'text/plain; version=0.0.4', text: 'up 1\n' }),
    });
    const visit = beginVisit(request, response, new AbortController().signal);
    if (!(await probes.answer(visit))) response.writeHead(404).end('a page');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  token = TOKEN;
  reasons = [];
});

const bearer = { authorization: `Bearer ${TOKEN}` };
const forwarded = { 'x-forwarded-for': '192.0.2.1' };

describe('probes', () => {
  it.each<[string, string, string[], Record<string, string>, number, string]>([
    ['life', '/healthz', ['database'], {}, 200, 'ok\n'],
    ['readiness', '/bereit', [], {}, 200, 'ok\n'],
    [
      'why not, from this machine',
      '/bereit',
      ['disk', 'jobs'],
      {},
      503,
      'noch nicht bereit\ndisk\njobs\n',
    ],
    ['why not, through a web server', '/bereit', ['disk'], forwarded, 503, 'noch nicht bereit\n'],
    [
      'why not, with the token',
      '/bereit',
      ['disk'],
      { ...forwarded, ...bearer },
      503,
      'noch nicht bereit\ndisk\n',
    ],
    ['how we are doing', '/metrics', ['disk'], { ...forwarded, ...bearer }, 200, 'up 1\n'],
    ['how we are doing, without the token', '/metrics', [], {}, 404, 'a page'],
    ['with another', '/metrics', [], { authorization: `Bearer ${'x'.repeat(32)}` }, 404, 'a page'],
    ['with none behind the word', '/metrics', [], { authorization: 'Bearer ' }, 404, 'a page'],
    ['as a password', '/metrics', [], { authorization: `Basic ${TOKEN}` }, 404, 'a page'],
    [
      'what arrives',
      '/ankunft',
      [],
      { ...forwarded, ...bearer },
      200,
      expect.stringContaining('"forwardedFor":1'),
    ],
    ['what arrives, without the token', '/ankunft', [], {}, 404, 'a page'],
    ['something else', '/healthz/x', [], bearer, 404, 'a page'],
  ])('answer %s', async (_name, path, why, headers, status, text) => {
    reasons = why;
    const response = await fetch(`${origin}${path}`, { headers });
    expect([response.status, await response.text()]).toEqual([status, text]);
    if (status !== 404) expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each(['', 'Bearer ', 'Bearer', `Bearer ${TOKEN}`])(
    'tell nobody how we are doing where no token is set (%s)',
    async (authorization) => {
      token = '';
      const response = await fetch(`${origin}/metrics`, { headers: { authorization } });
      expect(response.status).toBe(404);
    },
  );
});
