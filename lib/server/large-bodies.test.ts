import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SESSION_COOKIE } from '@/lib/accounts/cookie';
import { LargeBodies } from './large-bodies.mjs';
import { MAX_BODY_BYTES, MAX_FILE_BODY_BYTES } from './requests.mjs';
import { TooMany } from './turns.mjs';

const OWN = `${SESSION_COOKIE}=a`;

let server: http.Server;
let appUrl: URL;
/** What is answered waits for this, so that bodies are held meanwhile. */
let held: Promise<void> = Promise.resolve();

beforeAll(async () => {
  const bodies = new LargeBodies(200);
  server = http.createServer(async (request, response) => {
    response.setHeader('connection', 'close');
    try {
      const visit = { request, response, path: request.url ?? '' };
      const body = await bodies.read(visit, { appUrl, proxies: 1 });
      await held;
      response.statusCode = body === null ? 413 : 200;
    } catch (error) {
      response.statusCode = error instanceof TooMany ? error.status : 500;
    }
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  appUrl = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

afterAll(() => void server.close());

interface Sent {
  path?: string;
  origin?: string;
  isSaid?: boolean;
  cookie?: string;
  /** The last part of the address it comes from. */
  from?: number;
}

const headersOf = (size: number, { origin, isSaid = true, cookie = OWN, from = 1 }: Sent) => ({
  ...{ origin: origin ?? appUrl.origin, cookie, 'x-forwarded-for': `192.0.2.${from}` },
  ...(isSaid ? { 'content-length': String(size) } : { 'transfer-encoding': 'chunked' }),
});

async function send(size: number, sent: Sent = {}) {
  const { path = '/team/x' } = sent;
  const headers = headersOf(size, sent);
  const request = http.request({ port: appUrl.port, method: 'POST', path, headers });
  const answered = once(request, 'response');
  request.end(Buffer.alloc(size));
  const [response] = (await answered) as [http.IncomingMessage];
  response.resume();
  await once(response, 'close');
  return response.statusCode;
}

const PHOTO = 5 * MAX_BODY_BYTES;

test.each([
  ['a photo the office brings', PHOTO, {}, 200],
  ['the same in another language', PHOTO, { path: '/en/team/x' }, 200],
  ['the largest', MAX_FILE_BODY_BYTES, {}, 200],
  ['one that is larger still', MAX_FILE_BODY_BYTES + 1, {}, 413],
  ['one from a page of somebody else', PHOTO, { origin: 'https://elsewhere.example' }, 413],
  ['one that does not say how large it is', PHOTO, { isSaid: false }, 413],
  ['one where nobody brings any', PHOTO, { path: '/vorschlaege/neu' }, 413],
  ['one of somebody who is not signed in', PHOTO, { cookie: '' }, 413],
  [
    'one of somebody who counsels at a desk',
    PHOTO,
    { cookie: `${SESSION_COOKIE}-beratung=a` },
    413,
  ],
  ['one of somebody who has several', PHOTO, { cookie: `a=b; ${OWN}; c=d` }, 200],
  ['one where only the name is like it', PHOTO, { path: '/teams/x' }, 413],
])('%s', async (_what, size, sent, status) => {
  expect(await send(size, sent)).toBe(status);
});

test('no more than three are held at once, and small forms go on all the time', async () => {
  let letGo: () => void = () => undefined;
  held = new Promise((resolve) => {
    letGo = resolve;
  });
  const first = [1, 2, 3].map((from) => send(PHOTO, { from }));
  // The fourth is told so; which of them that is, is all the same.
  const fourth = send(PHOTO, { from: 4 });
  expect(await Promise.race([...first, fourth])).toBe(503);
  const small = send(100);
  letGo();
  expect([...(await Promise.all([...first, fourth])), await small].sort()).toEqual([
    ...[200, 200, 200, 200],
    503,
  ]);
  expect(await send(PHOTO)).toBe(200);
});

test('of one network one is held at once', async () => {
  let letGo: () => void = () => undefined;
  held = new Promise((resolve) => {
    letGo = resolve;
  });
  const two = [send(PHOTO), send(PHOTO)];
  expect(await Promise.race(two)).toBe(503);
  const other = send(PHOTO, { from: 2 });
  letGo();
  expect([...(await Promise.all(two)), await other].sort()).toEqual([200, 200, 503]);
});

test('whoever sends next to nothing loses the place', async () => {
  const request = http.request({
    ...{ port: appUrl.port, method: 'POST', path: '/team/x', headers: headersOf(PHOTO, {}) },
  });
  const broken = once(request, 'error');
  request.write('x');
  await broken;
  expect(await send(PHOTO)).toBe(200);
});
