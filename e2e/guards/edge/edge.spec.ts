import path from 'node:path';
import { expect, test } from '@playwright/test';
import { ERROR_PAGE_PATHS } from '../../../lib/server/error-pages.mjs';
import { RouteTable } from '../../../lib/server/route-table.mjs';
import { makeAddresses } from '../addresses';
import { type House, openHouse } from '../house';
import { ROUTES } from '../routes';
import { prefixesOf, problemsAtAddresses } from './addresses';
import { problemsWithForms } from './broken-forms';
import { pagesThatLetGuess, unknownParts } from './codes';
import { hostileRequests } from './hostile';
import {
  askAheadAndLeave,
  askForEndlessThings,
  holdOn,
  PATIENCE_MS,
  residentMegabytes,
  slowest,
} from './load';
import { type Answered, each, Raw } from './raw';

test.describe.configure({ timeout: 900_000 });

const PROBE = '/de-LS/impressum';
const MARK = '03771 000';
/** The number in text and in links. */
const ANY_MARK = /0?3771[^<>"\d]{0,8}000\d{3}/g;

let house: House;
let raw: Raw;
let session = '';
/** A page of each route that is for everybody. */
let pages: string[] = [];
let round = 0;

test.beforeAll(async () => {
  house = await openHouse();
  raw = new Raw(new URL(house.url));
  const addresses = await makeAddresses(house);
  session = (await house.person('resident')).visitor.cookie;
  const table = new RouteTable(path.resolve('.next'));
  pages = Object.values(ROUTES)
    .flatMap(({ paths }) => paths(addresses))
    .filter((page) => table.find(page)?.is === 'shared');
  pages.push(...ERROR_PAGE_PATHS.filter((page) => page.endsWith('404') || page.endsWith('500')));
});

test.afterAll(async () => {
  raw.close();
  await house.close();
});

/**
 * Everything kept becomes old: the office gets another number, which stands on every page. Only once
 * it stands on the probe the news has arrived.
 */
async function dropEverything(): Promise<void> {
  round += 1;
  const phone = `${MARK}${String(round).padStart(3, '0')}`;
  await house.client.query('UPDATE office_settings SET phone = $1', [phone]);
  await house.client.query("SELECT pg_notify('stadtteilforum_page_cache', '*')");
  await expect(async () => {
    const { body } = await raw.ask({ path: PROBE });
    expect(body.toString()).toContain(phone);
  }).toPass({ intervals: [5] });
}

/** How pages are kept is one for all of them: what a request does to one in twelve, it would do to the others. */
const TURNS = 12;

const inTurn = (turn: number) => pages.filter((_, index) => index % TURNS === turn % TURNS);

/** On a busy machine the app may say that it is busy; that is never kept, so asking again shows it. */
async function whenNotBusy(page: string): Promise<Answered> {
  for (let tries = 1; ; tries += 1) {
    const answer = await raw.ask({ path: page });
    if ((answer.status !== 0 && answer.status !== 503) || tries === 4) return answer;
    await new Promise((resolve) => setTimeout(resolve, tries * 250));
  }
}

/** Stands before or behind the title, as the framework gets done with the one or the other first. */
const MOVES = '<meta name="next-size-adjust" content=""/>';

async function plainAnswers(asked: string[]): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  await each(asked, async (page) => {
    const { status, headers, body } = await whenNotBusy(page);
    const type = headers['content-type'];
    const cookie = headers['set-cookie'] ?? '';
    const { 'content-language': language = '', location = '' } = headers;
    const text = body.toString('latin1').replace(ANY_MARK, MARK).replace(MOVES, '');
    answers.set(page, [status, type, cookie, language, location, text].join('\n'));
  });
  return answers;
}

/** Where two answers part, for whoever reads why this failed. */
function whatDiffers(expected: string, got: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === got[at]) at += 1;
  const piece = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 120));
  return `${piece(got)} instead of ${piece(expected)}`;
}

test('every route that is for everybody is in the table', () => {
  const table = new RouteTable(path.resolve('.next'));
  const shared = table.all.filter(({ is }) => is === 'shared').map(({ route }) => route);
  const looked = new Set(pages.map((page) => table.find(page)?.route));
  expect(shared.filter((route) => !looked.has(route))).toEqual([]);
});

/** @returns what an answer itself says that it should not */
function faultOf({ status, headers }: Answered): string | null {
  if (status >= 500) return `${status}`;
  if (headers['set-cookie']) return 'a cookie';
  const { location } = headers;
  return location && !location.startsWith('/') ? `leads to ${location}` : null;
}

/**
 * A page also changes by itself: a date passes, a job has run. What a request did to it is gone as soon
 * as it is made anew.
 * @param good is told what the pages are now
 */
async function changedByRequest(after: Map<string, string>, good: Map<string, string>) {
  const others = [...after.keys()].filter((page) => after.get(page) !== good.get(page));
  if (others.length === 0) return [];
  await dropEverything();
  const problems: string[] = [];
  for (const [page, answer] of await plainAnswers(others)) {
    const there = after.get(page) ?? '';
    if (answer === there) good.set(page, answer);
    else problems.push(`${page}: ${whatDiffers(answer, there)}`);
  }
  return problems;
}

test('nothing in a request changes what the next visitor of a page for everybody gets', async () => {
  await dropEverything();
  const good = await plainAnswers(pages);
  for (const [page, answer] of good) expect(answer, page).toMatch(/^200\n(?!text\/x-component)/);
  const problems: string[] = [];
  for (const [turn, hostile] of hostileRequests(session).entries()) {
    await dropEverything();
    // Each request at some of the pages, each page with some of the requests; they take turns.
    await each(inTurn(turn), async (page) => {
      const fault = faultOf(await raw.ask(hostile.ask(page)));
      if (fault !== null) problems.push(`${hostile.name} at ${page}: ${fault}`);
    });
    const changed = await changedByRequest(await plainAnswers(inTurn(turn)), good);
    problems.push(...changed.map((what) => `${hostile.name}, then ${what}`));
  }
  expect(problems).toEqual([]);
});

test('an address leads to one thing, whoever reads it and however it is written', async () => {
  const table = new RouteTable(path.resolve('.next'));
  const resident = await house.person('resident');
  const targets = ['/api/konto/auskunft', '/konto', '/team/anrufe'];
  const mine = await raw.ask({
    path: '/api/konto/auskunft',
    headers: { cookie: resident.visitor.cookie },
  });
  expect(mine.body.toString()).toContain(resident.email);
  const prefixes = prefixesOf(table.all.map(({ route }) => route));
  const { cookie } = resident.visitor;
  const problems = await problemsAtAddresses(raw, prefixes, targets, {
    cookie,
    secret: resident.email,
  });
  expect(problems).toEqual([]);
});

test('a form that is sent broken is answered by us, in the language, and is never our fault', async () => {
  expect(await problemsWithForms(raw)).toEqual([]);
});

test('what somebody asks for without end is not kept, and nobody else waits for it', async () => {
  const chunk = /\/_next\/static\/[^"]+\.js/.exec(
    (await raw.ask({ path: '/anmelden' })).body.toString(),
  )?.[0];
  // With little memory, what is kept without bound ends the process soon.
  const small = await house.openSecondApp({ NODE_OPTIONS: '--max-old-space-size=256' });
  const there = new Raw(new URL(small.url));
  await askForEndlessThings(there, 2000, chunk ?? '');
  const before = residentMegabytes(small.pid);
  await askForEndlessThings(there, 6000, chunk ?? '');
  expect(await slowest(there, '/healthz')).toBeLessThan(PATIENCE_MS);
  expect(residentMegabytes(small.pid) - before).toBeLessThan(64);
  there.close();
  await small.close();
  const letGo = holdOn(raw, '/anmelden');
  expect(await slowest(raw, '/healthz')).toBeLessThan(PATIENCE_MS);
  expect(await slowest(raw, '/anmelden')).toBeLessThan(PATIENCE_MS);
  letGo();
  await askAheadAndLeave(raw, '/vorschlaege/neu/idee');
  expect(await slowest(raw, '/healthz')).toBeLessThan(PATIENCE_MS);
  expect(await slowest(raw, '/bereit')).toBeLessThan(PATIENCE_MS);
  expect(await slowest(raw, '/anmelden')).toBeLessThan(PATIENCE_MS);
});

test('whoever guesses codes in addresses is told to stop, on every page that has one', async () => {
  const table = new RouteTable(path.resolve('.next'));
  expect(unknownParts(table)).toEqual([]);
  expect(await pagesThatLetGuess(raw, table)).toEqual([]);
});
