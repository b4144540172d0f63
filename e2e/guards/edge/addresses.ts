import { each, type Raw } from './raw';

/** Ways to write an address so that two readers of it may disagree where it leads. */
const SPELLINGS: ((prefix: string, target: string) => string)[] = [
  (prefix, target) => `${prefix}/x/..${target}`,
  (prefix, target) => `${prefix}/x/../..${target}`,
  (prefix, target) => `${prefix}/x/../../..${target}`,
  (prefix, target) => `${prefix}/../../..${target}`,
  (prefix, target) => `${prefix}/%2e%2e/%2e%2e${target}`,
  (prefix, target) => `${prefix}/.%2e/%2E.${target}`,
  (prefix, target) => `${prefix}/..%2f..%2f${target.slice(1)}`,
  (prefix, target) => `${prefix}/..%5c..${target}`,
  (prefix, target) => `${prefix}/..;${target}`,
  (prefix, target) => `${prefix}/${target}`,
  (prefix, target) => `${prefix}/.${target}`,
  (prefix, target) => `${prefix}${target}%00.js`,
  (prefix, target) => `${prefix}${target}`,
  (prefix, target) => `${prefix}?x=${target}`,
  (prefix, target) => `${prefix}#${target}`,
  (prefix, target) => `//evil.example${prefix}${target}`,
  (prefix, target) => `/\\evil.example${prefix}${target}`,
  (prefix, target) => `http://evil.example${prefix}${target}`,
  (prefix, target) => `${prefix.toUpperCase()}${target.toUpperCase()}`,
  (prefix, target) => `${prefix}/%E0%A4%A${target}`,
  (prefix, target) => `${prefix}/${'a/'.repeat(300)}..${target}`,
];

const HOSTS = [
  'own',
  'evil.example',
  'evil.example:80',
  'localhost',
  '127.0.0.1:1',
  '[::1]',
  '.',
  '',
];

/** Every name a path of the product begins with, and the prefixes the front itself knows. */
export function prefixesOf(routes: readonly string[]): string[] {
  const first = routes.map((route) => `/${route.replace('/[locale]', '').split('/')[1] ?? ''}`);
  const known = [
    '',
    '/_next/static',
    '/_next/static/chunks',
    '/_next/data',
    '/_next/image',
    '/.well-known',
  ];
  return [...new Set([...known, '/de', '/en', '/de-LS', ...first])].filter(
    (prefix) => prefix !== '/',
  );
}

interface Look {
  path: string;
  /** `own` for the host of the product. */
  host: string;
  cookie: string;
  /** What only the person with this cookie may see. */
  secret: string;
}

async function problemsAt(raw: Raw, { path, host, cookie, secret }: Look): Promise<string[]> {
  const headers = { host: host === 'own' ? raw.base.host : host };
  const person = await raw.ask({ path, headers: { ...headers, cookie } });
  const guest = await raw.ask({ path, headers });
  const { location = '', 'cache-control': caching = '' } = person.headers;
  const leadsAway = location !== '' && !/^\/(?![/\\])/.test(location);
  const problems: [is: boolean, what: string][] = [
    [person.status >= 500 || guest.status >= 500, `${person.status}`],
    [leadsAway && !location.startsWith(`${raw.base.origin}/`), `leads to ${location}`],
    [guest.body.includes(secret), 'shown to a guest'],
    [person.body.includes(secret) && !caching.includes('no-store'), `kept: ${caching}`],
  ];
  return problems.flatMap(([is, what]) =>
    is ? [`${path.slice(0, 120)} on ${host}: ${what}`] : [],
  );
}

/** Hosts matter before paths do, so some paths stand for all. */
const PATHS_ON_OTHER_HOSTS = ['/', '/konto', '//evil.example/x', '/x/..//evil.example', '/forum/'];

export async function problemsAtAddresses(
  raw: Raw,
  prefixes: readonly string[],
  targets: readonly string[],
  person: Pick<Look, 'cookie' | 'secret'>,
): Promise<string[]> {
  const paths = prefixes.flatMap((prefix) =>
    targets.flatMap((target) => SPELLINGS.map((spelling) => spelling(prefix, target))),
  );
  const looks = [
    ...[...new Set(paths)].map((path) => ({ path, host: 'own', ...person })),
    ...PATHS_ON_OTHER_HOSTS.flatMap((path) => HOSTS.map((host) => ({ path, host, ...person }))),
  ];
  const problems: string[] = [];
  await each(looks, async (look) => void problems.push(...(await problemsAt(raw, look))));
  return problems;
}
