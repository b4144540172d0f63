import { expect, test } from '@playwright/test';
import { type Addresses, makeAddresses } from './addresses';
import { type House, openHouse } from './house';
import { IDENTITIES, type Person } from './identities';
import type { Outcome, RouteRow } from './outcomes';
import { listRoutes } from './route-files';
import { ROUTES } from './routes';

test.describe.configure({ timeout: 900_000 });

let house: House;
let addresses: Addresses;
let people: Person[];

test.beforeAll(async () => {
  house = await openHouse();
  addresses = await makeAddresses(house);
  people = [];
  for (const identity of IDENTITIES) people.push(await house.person(identity));
});

test.afterAll(async () => {
  await house.close();
});

async function get({ visitor }: Person, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(new URL(path, visitor.base), {
    headers: { ...visitor.headers(), ...headers },
    redirect: 'manual',
  });
  const to = response.headers.get('location') ?? '';
  return { status: response.status, to, text: await response.text() };
}

function outcomeOf({ status, to }: { status: number; to: string }): Outcome | string {
  if (status === 200) return 'shown';
  if (status === 404) return 'not found';
  if (status < 300 || status >= 400) return `answered with ${status}`;
  if (/^(?:\/de-LS|\/en)?\/anmelden\/zweiter-schritt\?next=/.test(to)) return 'second step';
  if (/^(?:\/de-LS|\/en)?\/anmelden(?:\?next=|$)/.test(to)) return 'sign in';
  return 'led on';
}

const withoutRow = (routes: readonly string[]) => routes.filter((route) => !(route in ROUTES));

test('every route has a reviewed row, and every row a route', () => {
  const routes = listRoutes();
  expect(withoutRow(routes)).toEqual([]);
  expect(Object.keys(ROUTES).filter((route) => !routes.includes(route))).toEqual([]);
  // The red twin: a route nobody reviewed is found.
  expect(withoutRow([...routes, '/team/geheim'])).toEqual(['/team/geheim']);
});

async function problemsAt(path: string, outcomes: RouteRow['outcomes']): Promise<string[]> {
  const answers = await Promise.all(people.map((person) => get(person, path)));
  return people.flatMap(({ identity }, index) => {
    const got = outcomeOf(answers[index] ?? { status: 0, to: '' });
    const wanted = outcomes[identity];
    return got === wanted ? [] : [`${path} for ${identity}: ${got} instead of ${wanted}`];
  });
}

test('every route shows everybody what the table says, and nothing else', async () => {
  const problems: string[] = [];
  for (const { outcomes, paths } of Object.values(ROUTES)) {
    for (const path of paths(addresses)) problems.push(...(await problemsAt(path, outcomes)));
  }
  expect(problems).toEqual([]);
});

// What stands in an address is typed by anybody.
const ODD = [
  '0',
  '-1',
  '1e9',
  '99999999999999999999',
  '00000000-0000-0000-0000-000000000000',
  '%27%20OR%201=1--',
  '%7B%22contains%22:%22%22%7D',
  '[]',
  '..%2f..%2fteam',
  '%00',
  '%25',
  '%25E0%25A4',
  '%E0%A4%A',
  '__proto__',
  '%0d%0aSet-Cookie:x=1',
  'a'.repeat(3000),
];

test('nothing that is typed into an address breaks a page', async () => {
  const open = Object.keys(ROUTES).filter((route) => route.includes('['));
  const paths = open.flatMap((route) => ODD.map((odd) => route.replace(/\[+[^\]]*\]+/g, odd)));
  const who = people.filter(({ identity }) => identity === 'guest' || identity === 'admin');
  const problems: string[] = [];
  const work = async () => {
    for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
      for (const person of who) {
        const { status } = await get(person, path);
        if (status >= 500) problems.push(`${path.slice(0, 120)} answered with ${status}`);
      }
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  expect([...new Set(problems)]).toEqual([]);
});

// What stood in front of a right in other products and was talked past (architecture and transport).
const WAYS: [suffix: string, headers: Record<string, string>][] = [
  ['', { rsc: '1' }],
  ['?_rsc=1', { rsc: '1', 'next-router-prefetch': '1' }],
  ['', { rsc: '1', 'next-router-segment-prefetch': '/_tree' }],
  ['', { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' }],
  ['', { 'x-nextjs-data': '1' }],
  ['', { 'x-front-request': 'x' }],
  ['', { 'x-forwarded-host': 'evil.example', 'x-original-url': '/', 'x-rewrite-url': '/' }],
  ['.rsc', {}],
  ['/', {}],
  ['.segments/_tree.segment.rsc', {}],
  ['%2f', {}],
  [';x', {}],
  ['?locale=de&__nextLocale=de', {}],
];

test('no other way of asking shows a guest what the office sees', async () => {
  const [guest] = people;
  const coordinator = people.find(({ identity }) => identity === 'coordinator');
  if (!guest || !coordinator) throw new Error('somebody is missing');
  const secret = 'Nur-fuers-Buero-4711';
  await house.one('UPDATE call_list_items SET person = $1', [secret]);
  expect((await get(coordinator, '/team/anrufe')).text).toContain(secret);
  const problems: string[] = [];
  for (const prefix of ['', '/de', '/en', '//', '/./', '/team/..', '/_next/data/x/de']) {
    for (const [suffix, headers] of WAYS) {
      const path = `${prefix}/team/anrufe${suffix}`;
      const url = `${house.url}${path}`;
      const response = await fetch(url, { headers: { ...guest.visitor.headers(), ...headers } });
      const shown = (await response.text()).includes(secret);
      if (shown || response.status >= 500)
        problems.push(`${path} ${JSON.stringify(headers)} ${response.status}`);
    }
  }
  expect(problems).toEqual([]);
});
