import { expect, test } from '@playwright/test';
import { type Addresses, makeAddresses } from './addresses';
import { markPrivate, PRIVATE, plantCanaries } from './canary';
import { type House, openHouse } from './house';
import { IDENTITIES, type Identity, type Person } from './identities';
import { ROUTES } from './routes';
import { Things } from './things';

test.describe.configure({ timeout: 180_000 });

const MOST_PAGES = { guest: 260, others: 220 };
const AT_ONCE = 6;
const MARKUP = /<img src=x/i;
// React answers such an address with one of its own that only complains.
const SCRIPT_LINKED = /\s(?:href|action|formaction)="\s*javascript:(?!throw new Error\()/i;
const TAMED = /&lt;img src=x/i;
// With a code people read what they wrote themselves; the demo shows its mails to everybody.
const OWN_THINGS =
  /^(?:\/(?:en|de-LS))?\/(?:konto|api\/konto|demo\/mails|vorschlaege\/quittung|unterstuetzung\/vorgang|forum\/anmeldung)(?:\/|$)/;

let house: House;
let addresses: Addresses;
const people: Person[] = [];

test.beforeAll(async () => {
  house = await openHouse();
  addresses = await makeAddresses(house);
  for (const identity of IDENTITIES) people.push(await house.person(identity));
  const things = new Things(house);
  for (const { id } of people.filter((person) => person.id !== '')) {
    await things.proposal('UNDER_REVIEW', { author_id: id, name: 'N', name_choice: 'FIRST_NAME' });
    await things.registration(await things.session('INVITED'), { user_id: id, needs_note: 'N' });
  }
  await markPrivate(
    house.client,
    people.map(({ id }) => id),
  );
  expect(await plantCanaries(house.client)).toBeGreaterThan(80);
});

test.afterAll(async () => {
  await house.close();
});

interface Crawl {
  pages: number;
  /** How many pages showed the canary as words. */
  tamed: number;
  /** How many pages showed what is between people and the office. */
  private: string[];
  problems: string[];
}

function problemsOf(path: string, status: number, text: string, isHtml: boolean): string[] {
  return [
    ...(status >= 500 ? [`${path} answered with ${status}`] : []),
    ...(isHtml && MARKUP.test(text) ? [`${path} has the canary as markup`] : []),
    ...(isHtml && SCRIPT_LINKED.test(text) ? [`${path} links to a script`] : []),
  ];
}

/** Paths of our own that a page links to; staff and partners read only German here. */
function linksIn(text: string, person: Person): string[] {
  const all = [...text.matchAll(/\shref="(\/(?!\/|_next)[^"#]*)/g)].map(([, path]) => path ?? '');
  const wanted = all.map((path) => path.replaceAll('&amp;', '&'));
  return person.identity === 'guest'
    ? wanted
    : wanted.filter((path) => !/^\/(?:en|de-LS)(?:\/|$)|^\/kalender\//.test(path));
}

async function visit(person: Person, path: string, crawl: Crawl): Promise<string[]> {
  const response = await fetch(new URL(path, house.url), {
    headers: person.visitor.headers(),
    redirect: 'manual',
  });
  const text = await response.text();
  const isHtml = response.headers.get('content-type')?.startsWith('text/html') === true;
  crawl.problems.push(...problemsOf(path, response.status, text, isHtml));
  if (TAMED.test(text)) crawl.tamed += 1;
  if (text.includes(PRIVATE) && !OWN_THINGS.test(path)) crawl.private.push(path);
  crawl.pages += 1;
  return isHtml ? linksIn(text, person) : [];
}

/** Everything in the table this identity is shown, and what is linked there. */
async function crawlAs(person: Person): Promise<Crawl> {
  const most = person.identity === 'guest' ? MOST_PAGES.guest : MOST_PAGES.others;
  const crawl: Crawl = { pages: 0, tamed: 0, private: [], problems: [] };
  const waiting = Object.values(ROUTES)
    .filter(({ outcomes }) => outcomes[person.identity] === 'shown')
    .flatMap(({ paths }) => paths(addresses));
  const known = new Set(waiting);
  const work = async () => {
    for (let path = waiting.shift(); path && crawl.pages < most; path = waiting.shift()) {
      for (const link of await visit(person, path, crawl)) {
        if (!known.has(link)) waiting.push(link);
        known.add(link);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return crawl;
}

const OFFICE: readonly Identity[] = ['coordinator', 'admin', 'inOffice'];

for (const identity of IDENTITIES) {
  test(`what people typed stays words and private things private on every page ${identity} sees`, async () => {
    const person = people.find((one) => one.identity === identity);
    if (!person) throw new Error(`nobody is ${identity}`);
    const { pages, tamed, problems, private: shown } = await crawlAs(person);
    expect(problems).toEqual([]);
    expect(pages).toBeGreaterThan(40);
    // The red twin: the canary was there to be seen.
    expect(tamed).toBeGreaterThan(20);
    if (OFFICE.includes(identity)) expect(shown.length).toBeGreaterThan(5);
    else expect(shown, 'personal things').toEqual([]);
  });
}

test('the guard sees markup and script links where they are', () => {
  const bad = '<a href="javascript:x()">"><img src=x onerror=__x(1)></a>';
  expect(problemsOf('/', 200, bad, true)).toHaveLength(2);
  expect(problemsOf('/', 500, '', true)).toHaveLength(1);
  expect(problemsOf('/', 200, '&lt;img src=x <a href="/ok">', true)).toEqual([]);
});

test('calendar feeds keep their lines, whatever was typed', async () => {
  await house.client.query(
    `UPDATE calendar_entries SET title = title || E'\\r\\nATTENDEE:mailto:x@evil.example\\nBEGIN:VALARM',
       description = E';,\\\\\\nEND:VCALENDAR' || repeat('😀', 60)`,
  );
  await house.client.query("SELECT pg_notify('stadtteilforum_page_cache', '*')");
  const feed = await (await fetch(new URL('/kalender.ics', house.url))).text();
  const lines = feed.replace(/\r\n[ \t]/g, '').split('\r\n');
  expect(lines.filter((line) => /^(?:ATTENDEE|BEGIN:VALARM)/.test(line))).toEqual([]);
  expect(lines.filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
  expect(feed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const tooLong = feed.split('\r\n').filter((line) => Buffer.byteLength(line) > 75);
  expect(tooLong).toEqual([]);
});
