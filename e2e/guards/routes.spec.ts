import fs from 'node:fs';
import { expect, test } from '@playwright/test';
import { type Addresses, makeAddresses } from './addresses';
import { each } from './edge/raw';
import { type House, openHouse } from './house';
import { IDENTITIES, type Identity, type Person } from './identities';
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

/** They differ from the first of the two only in whose things are theirs. */
const LIKE: Partial<Record<Identity, Identity>> = {
  neighbour: 'resident',
  otherPartner: 'partner',
};

/**
 * Whoever is shown nothing, and one of those who are: `canary` opens every page of the table with each of
 * them and looks at what it says, too. Where an address names no thing, of two alike one is asked.
 */
function asked(route: string, outcomes: RouteRow['outcomes']): Person[] {
  const [one] = people.filter(({ identity }) => outcomes[identity] === 'shown');
  return people.filter((person) => {
    const { identity } = person;
    const first = LIKE[identity];
    if (first && !route.includes('[') && outcomes[first] === outcomes[identity]) return false;
    return person === one || outcomes[identity] !== 'shown';
  });
}

test('every route shows everybody what the table says, and nothing else', async () => {
  const problems: string[] = [];
  const asks = Object.entries(ROUTES).flatMap(([route, { outcomes, paths }]) =>
    paths(addresses).flatMap((path) =>
      asked(route, outcomes).map((person) => ({ path, person, wanted: outcomes[person.identity] })),
    ),
  );
  await each(asks, async ({ path, person, wanted }) => {
    const got = outcomeOf(await get(person, path));
    if (got !== wanted)
      problems.push(`${path} for ${person.identity}: ${got} instead of ${wanted}`);
  });
  expect(problems).toEqual([]);
  expectPatternsInLog();
});

/** What people open leaves patterns in the log, never the codes in their addresses. */
function expectPatternsInLog(): void {
  const log = fs.readFileSync(house.logFile, 'utf8');
  expect(log).toContain('"route":"/[locale]/vorschlaege/quittung/[code]"');
  const { registration, request, receipt, question, stopReminders, signInRequest } = addresses;
  const own = [registration, request, receipt, question, stopReminders, signInRequest];
  for (const code of [...own, addresses.appointment]) expect(log).not.toContain(code);
}

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
  'constructor',
  'toString',
  '%0d%0aSet-Cookie:x=1',
  'a'.repeat(3000),
];

test('nothing that is typed into an address breaks a page', async () => {
  const open = Object.entries(ROUTES).filter(([route]) => route.includes('['));
  const who = people.filter(({ identity }) => identity === 'guest' || identity === 'admin');
  const asks = open.flatMap(([route, { outcomes }]) =>
    ODD.map((odd, turn) => ({
      path: route.replace(/\[+[^\]]*\]+/g, odd),
      // A page that is for everybody is made in the same way for both; they take turns. Where a guest is led to the
      // sign-in before anything is looked up, a third of the ways tells that it is so.
      persons: who.filter(({ identity }) =>
        outcomes.guest === 'shown'
          ? (identity === 'guest') === (turn % 2 === 0)
          : identity !== 'guest' || turn % 3 === 0,
      ),
    })),
  );
  const problems: string[] = [];
  await each(asks, async ({ path, persons }) => {
    for (const person of persons) {
      const { status } = await get(person, path);
      if (status >= 500) problems.push(`${path.slice(0, 120)} answered with ${status}`);
    }
  });
  expect([...new Set(problems)]).toEqual([]);
  const log = fs.readFileSync(house.logFile, 'utf8').split('\n');
  expect(log.filter((line) => line.includes('MISSING_MESSAGE'))).toEqual([]);
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
