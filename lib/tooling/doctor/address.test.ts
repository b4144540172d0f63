import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { readEnv } from '../../core/env.mjs';
import { checkAddress, explainFetch, judgeArrival } from './address.mjs';

const APP_URL = 'https://forum.example';
const levels = (findings: { level: string }[]) => findings.map(({ level }) => level).join(' ');

describe('what a web server in between makes of a request', () => {
  it.each([
    ['all right', { host: 'forum.example', forwardedHost: '', forwardedFor: 1 }, 1, 'good good'],
    [
      'all right, told apart',
      { host: 'app:3000', forwardedHost: 'forum.example', forwardedFor: 1 },
      1,
      'good good',
    ],
    ['its own name', { host: '127.0.0.1:3000', forwardedHost: '', forwardedFor: 1 }, 1, 'bad good'],
    [
      'a name nobody believes',
      { host: 'app:3000', forwardedHost: 'forum.example', forwardedFor: 0 },
      0,
      'bad good',
    ],
    [
      'visitors without address',
      { host: 'forum.example', forwardedHost: '', forwardedFor: 0 },
      1,
      'good bad',
    ],
    [
      'addresses nobody believes',
      { host: 'forum.example', forwardedHost: '', forwardedFor: 1 },
      0,
      'good look',
    ],
    [
      'more hops than are trusted',
      { host: 'forum.example', forwardedHost: '', forwardedFor: 3 },
      1,
      'good look',
    ],
  ])('%s', (_name, arrival, TRUST_PROXY, found) => {
    expect(levels(judgeArrival(arrival, { APP_URL, TRUST_PROXY }))).toBe(found);
  });
});

describe('an address that is not reached', () => {
  it.each([
    ['ENOTFOUND', /gibt es im Netz noch nicht/],
    ['CERT_HAS_EXPIRED', /abgelaufen/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /anderen Namen/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /nicht zu trauen/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /Zwischenzertifikat/],
    ['ECONNREFUSED', /Läuft der Webserver davor/],
    ['EPROTO', /ohne Verschlüsselung/],
    ['ESOMETHING', /von hier nicht zu erreichen \(ESOMETHING\)/],
  ])('because of %s', (code, sentence) => {
    const error = new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) });
    expect(explainFetch(error, APP_URL)).toMatch(sentence);
  });
});

const servers: http.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(answer: http.RequestListener): Promise<number> {
  const server = http.createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const settings = (PORT: number, more: Record<string, string> = {}) =>
  readEnv({ HOST: '127.0.0.1', PORT: String(PORT), APP_URL: `http://localhost:${PORT}`, ...more });

describe('the place the program listens at', () => {
  it('is free, or taken by the program, or by something else', async () => {
    const port = await serve((request, response) =>
      response.end(request.url === '/healthz' ? 'ok\n' : ''),
    );
    const [ours] = await checkAddress(settings(port));
    expect(ours?.sentence).toContain('läuft auf');
    const other = await serve((_request, response) => response.end('hello'));
    expect(await checkAddress(settings(other))).toMatchObject([{ level: 'bad' }]);
    const [free] = await checkAddress(settings(1));
    expect(free?.sentence).toContain('ist frei');
  });

  it('is stood at for one request while the program does not run', async () => {
    const port = await serve(() => undefined);
    servers.pop()?.close();
    // A web server in between that gives the name away.
    const proxy = await serve((request, response) => {
      const headers = { host: 'backend', 'x-forwarded-for': '192.0.2.1' };
      http
        .get({ host: '127.0.0.1', port, path: request.url, headers }, (answer) =>
          answer.pipe(response),
        )
        .on('error', () => response.destroy());
    });
    // Not a name of this machine alone, and yet it leads here.
    const APP_URL = `http://0.0.0.0:${proxy}`;
    const found = await checkAddress(settings(port, { TRUST_PROXY: '1', APP_URL }));
    expect(levels(found)).toBe('good good bad good');
    expect(found[2]?.sentence).toContain('„backend“');
  });
});
