import http from 'node:http';
import { expect, test } from '@playwright/test';
import { type House, openHouse } from './house';
import type { Person } from './identities';
import { send } from './sending';
import { Things } from './things';

test.describe.configure({ timeout: 900_000 });

let house: House;

test.beforeAll(async () => {
  house = await openHouse();
});

test.afterAll(async () => {
  await house.close();
});

/** A request as no browser sends it. */
function raw(path: string, headers: http.OutgoingHttpHeaders, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request(new URL(house.url), { path, headers, method }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    request.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(431) : reject(error),
    );
    request.end();
  });
}

test('odd requests are turned away and the house stands', async () => {
  const own = '__Host-stadtteilforum';
  const odd: [string, http.OutgoingHttpHeaders, string?][] = [
    ['/konto', { cookie: `${own}=${'x'.repeat(64 * 1024)}` }],
    ['/konto', { cookie: `${own}=a; ${own}=b; ${own}` }],
    ['/konto', { cookie: `${own}=%E0%A4%A` }],
    ['/konto', { cookie: `${own}=${'\u00ff'.repeat(20)}` }],
    ['/konto', { authorization: 'Basic !!!' }],
    ['/konto', { authorization: 'Bearer ' }],
    ['/', { 'accept-language': `${'de,'.repeat(4000)}` }],
    ['/', { 'if-none-match': '"'.repeat(5000) }],
    ['/', { range: 'bytes=0-0,1-1,2-2' }],
    ['/', { host: 'evil.example' }],
    ['/', { 'content-length': '10', expect: '100-continue' }],
    [`/${'a'.repeat(20_000)}`, {}],
    ['/%', {}],
    ['/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd', {}],
    ['/..%5c..%5cetc%5cpasswd', {}],
    ['/', {}, 'TRACE'],
    ['/', {}, 'DELETE'],
    ['/', {}, 'PUT'],
    ['/', {}, 'OPTIONS'],
  ];
  const problems: string[] = [];
  for (const [path, headers, method] of odd) {
    const status = await raw(path, headers, method);
    if (status >= 500)
      problems.push(`${method ?? 'GET'} ${path.slice(0, 60)} ${Object.keys(headers)}: ${status}`);
  }
  expect(problems).toEqual([]);
  expect(await raw('/healthz', {})).toBe(200);
  expect((await (await house.person('resident')).visitor.page('/konto')).status).toBe(200);
});

test('nothing lies about that is not meant for the street', async () => {
  const [chunk = ''] =
    /\/_next\/static\/[^"]+\.js/.exec(
      (await (await house.person('guest')).visitor.page('/vorschlaege/neu/idee')).html,
    ) ?? [];
  expect(chunk).not.toBe('');
  const gone: string[] = [];
  for (const path of [
    '/.git/HEAD',
    '/.git/config',
    '/.env',
    '/.env.local',
    '/.data/secret',
    '/package.json',
    '/package-lock.json',
    '/next.config.js',
    '/prisma/schema/base.prisma',
    '/.next/server/server-reference-manifest.json',
    '/_next/server/server-reference-manifest.json',
    '/_next/static/../server/server-reference-manifest.json',
    '/_next/static/%2e%2e/server/server-reference-manifest.json',
    '/_next/image?url=http%3A%2F%2F127.0.0.1%3A22%2F&w=64&q=75',
    '/api/debug',
    '/api/auth/signin',
    '/__nextjs_original-stack-frame',
    `${chunk}.map`,
  ]) {
    const status = await raw(path, {});
    if (status !== 404) gone.push(`${path}: ${status}`);
  }
  expect(gone).toEqual([]);
  const error = await fetch(new URL('/gibt-es-nicht', house.url));
  const html = await error.text();
  expect(error.status).toBe(404);
  expect(html).not.toMatch(/node_modules|\bat [\w.]+ \(|Prisma|next-server/);
  expect(error.headers.get('x-powered-by')).toBeNull();
  expect(error.headers.get('server')).toBeNull();
});

// Each leads elsewhere when it is only looked at whether it begins with a slash.
const ELSEWHERE = [
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/%5cevil.example',
  '/%2fevil.example',
  '/\t/evil.example',
  '/\n//evil.example',
  'https:evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/..//evil.example',
  '/konto@evil.example',
  '.evil.example',
  '@evil.example',
  '%2f%2fevil.example',
];

/** Where somebody who is signed in, and somebody who signs in with a card, is led. */
async function ledTo(next: string, resident: Person): Promise<string[]> {
  const pages = ['', '/en', '/de-LS'].map(async (prefix) => {
    const path = `${prefix}/anmelden?next=${encodeURIComponent(next)}`;
    const response = await fetch(new URL(path, house.url), {
      headers: resident.visitor.headers(),
      redirect: 'manual',
    });
    return response.headers.get('location') ?? `nowhere:${response.status}`;
  });
  const { code } = await new Things(house).card();
  const { to } = await send(house, await house.person('guest'), 'anmelden#enterCardAction', [
    ['code', code],
    ['next', next],
  ]);
  return [...(await Promise.all(pages)), to || 'nowhere:card'];
}

test('nobody is led to another house after signing in', async () => {
  const resident = await house.person('resident');
  for (const next of ELSEWHERE) {
    const origins = (await ledTo(next, resident)).map((to) => new URL(to, house.url).origin);
    expect(origins, next).toEqual([house.url, house.url, house.url, house.url]);
  }
});

test('questions in an address that no page asks for change nothing', async () => {
  const coordinator = await house.person('coordinator');
  const problems: string[] = [];
  for (const path of [
    '/nummer?number=1&number=2',
    '/nummer?number[contains]=1',
    '/nummer?number=%00',
    '/team/vorschlaege?group[not]=x&sort=email',
    '/team/vorschlaege?search=%27%20OR%201=1--',
    '/team/vorschlaege?search=%25&search=a',
    '/team/vorschlaege?saved=__proto__&number=1&told=MAIL',
    '/team/vorschlaege?group=constructor',
    '/team/anfragen?group=__proto__',
    '/team/anfragen?group=constructor',
    '/team/anrufe?fertig=x&fertig=y',
    '/team/abstimmungen/neu?proposal=99999999999',
    '/team/ideenkarte?number=x&district=[]&channel=%00',
    '/team/vorschlaege/120?step=merge&with=99999999999',
    '/team/vorschlaege/120?step=__proto__',
    '/team/forum/26/anmeldungen?cancel=99999999999',
    '/team/forum/26/tagesordnung?item=x',
    '/anmelden?next=a&next=b&reason=__proto__',
  ]) {
    const { status } = await coordinator.visitor.page(path);
    if (status >= 500) problems.push(`${path}: ${status}`);
  }
  expect(problems).toEqual([]);
});
