import type http from 'node:http';
import { createRequire } from 'node:module';
import type { Asked } from './raw';

/** Everything in a request that changes, or once changed, what the framework makes of an address. */
export interface Hostile {
  name: string;
  ask(path: string): Asked;
}

const load = createRequire(import.meta.url);

/** Names of headers, read from the framework itself so that a new one is in the table by itself. */
function frameworkHeaders(): string[] {
  const modules = [
    'next/dist/client/components/app-router-headers.js',
    'next/dist/lib/constants.js',
  ];
  const words = modules.flatMap((name) => Object.values<unknown>(load(name)).flat());
  return [
    ...new Set(
      words.filter(
        (word): word is string => typeof word === 'string' && /^(?:x-|next-|rsc$)/.test(word),
      ),
    ),
  ];
}

const NAMES_OF_OTHERS = [
  ...[
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded-port',
    'x-forwarded-prefix',
    'forwarded',
  ],
  ...['x-original-url', 'x-rewrite-url', 'x-invoke-path', 'x-invoke-query', 'x-invoke-status'],
  ...[
    'x-middleware-prefetch',
    'x-middleware-subrequest',
    'x-middleware-rewrite',
    'x-middleware-invoke',
  ],
  ...['x-nextjs-data', 'x-nextjs-rewrite', 'x-front-request', 'x-http-method-override'],
  ...['x-vercel-id', 'x-now-route-matches', 'content-security-policy', 'x-nonce', 'purpose'],
];

const VALUES: Record<string, string> = {
  'next-router-segment-prefetch': '/_tree',
  'next-router-state-tree': '%5B%22%22%2C%7B%7D%2Cnull%2Cnull%2Ctrue%5D',
  'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'ftp',
  'x-matched-path': '/en/anmelden',
  'x-invoke-path': '/en/anmelden',
  'x-original-url': '/en/anmelden',
  'x-rewrite-url': '/en/anmelden',
  forwarded: 'host=evil.example;proto=http',
  'content-security-policy': "default-src 'nonce-abc'",
};

const valueFor = (name: string) => VALUES[name] ?? '1';
/** With one of these the framework answers in a format of its own, which would hide the others. */
const CHANGES_THE_FORMAT = /^(?:rsc|next-|x-nextjs-data|x-middleware-prefetch)/;
const IN_A_GROUP = 8;

const withHeaders = (name: string, headers: http.OutgoingHttpHeaders): Hostile => ({
  name,
  ask: (path) => ({ path, headers }),
});
const withQuery = (query: string): Hostile => ({
  name: `?${query}`,
  ask: (path) => ({ path: `${path}?${query}` }),
});
const withMethod = (method: string): Hostile => ({
  name: method,
  ask: (path) => ({ path, method }),
});
const withPath = (name: string, change: (path: string) => string): Hostile => ({
  name,
  ask: (path) => ({ path: change(path) }),
});

/** @param session the cookie of somebody signed in */
export function hostileRequests(session: string): Hostile[] {
  const names = [...new Set([...frameworkHeaders(), ...NAMES_OF_OTHERS])];
  const alone = names.filter((name) => CHANGES_THE_FORMAT.test(name));
  const groups = Array.from({ length: Math.ceil(names.length / IN_A_GROUP) }, (_, index) =>
    names.slice(index * IN_A_GROUP, (index + 1) * IN_A_GROUP),
  );
  const valued = (some: string[]) => Object.fromEntries(some.map((name) => [name, valueFor(name)]));
  return [
    ...alone.map((name) => withHeaders(name, valued([name]))),
    ...groups.map((group) => withHeaders(group.join(', '), valued(group))),
    withHeaders('all of these at once', valued(names)),
    withHeaders('the program in the browser', {
      rsc: '1',
      'next-router-prefetch': '1',
      'next-url': '/en',
    }),
    ...['text/x-component', 'application/json', 'image/png', '*/*;q=0'].map((accept) =>
      withHeaders(`accept ${accept}`, { accept }),
    ),
    withHeaders('another language', { 'accept-language': 'en', cookie: 'NEXT_LOCALE=en' }),
    withHeaders('no encoding', { 'accept-encoding': 'identity;q=1, *;q=0' }),
    withHeaders('a range', { range: 'bytes=0-9', 'if-range': '"x"' }),
    withHeaders('a condition', {
      'if-none-match': '*',
      'if-modified-since': new Date().toUTCString(),
    }),
    withHeaders('a robot', { 'user-agent': 'Googlebot/2.1' }),
    withHeaders('somebody signed in', { cookie: session }),
    withHeaders('a preview', { cookie: '__prerender_bypass=1; __next_preview_data=1' }),
    withHeaders('authorization', { authorization: 'Bearer x' }),
    ...['_rsc=', '_rsc=1', '__nextLocale=en', 'nxtPlocale=en', 'nxtPnumber=1', 'locale=en'].map(
      withQuery,
    ),
    ...[
      '__nextDefaultLocale=en',
      'amp=1',
      '__next_ppr_only=1',
      'x=%00',
      `x=${'y'.repeat(500)}`,
    ].map(withQuery),
    ...['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'].map(withMethod),
    withPath('.rsc', (path) => `${path}.rsc`),
    withPath('a segment', (path) => `${path}.segments/_tree.segment.rsc`),
    withPath('a slash more', (path) => `${path}/`),
    withPath('two slashes', (path) => `/${path}`),
    withPath('encoded', (path) => path.replace(/[a-z]/, (c) => `%${c.charCodeAt(0).toString(16)}`)),
    withPath('upper case', (path) => path.toUpperCase()),
    withPath('data', (path) => `/_next/data/x${path}.json`),
    withPath('absolute', (path) => `http://evil.example${path}`),
    withPath('dots', (path) => `/x/..${path}`),
    withPath('a parameter', (path) => `${path};x=1`),
  ];
}
