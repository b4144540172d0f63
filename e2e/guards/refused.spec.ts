import { type Browser, expect, type Page, test } from '@playwright/test';
import { FORM_STEP_FIELD, FORM_TOKEN_FIELD, HONEYPOT_FIELD } from '../../lib/core/form-state';
import { hiddenFields } from '../../lib/tooling/bench/browserless.mjs';
import { giveCookie } from '../fixtures';
import { actingPages } from './acting-pages';
import { type Addresses, makeAddresses } from './addresses';
import { proposalFields, replaced, requestFields } from './form-fields';
import { type House, openHouse } from './house';
import type { Identity, Person } from './identities';
import { linksThatLose, problemsOfSaid, type Refusal, refuseEachUnlike } from './refusals';
import { type Field, post } from './server-actions';

test.describe.configure({ timeout: 900_000 });

let house: House;
let addresses: Addresses;

test.beforeAll(async () => {
  house = await openHouse();
  addresses = await makeAddresses(house);
});

test.afterAll(async () => {
  await house.close();
});

/** A page without script for somebody; what limits count by address counts for each page anew. */
async function pageOf(browser: Browser, identity: Identity): Promise<Page> {
  const context = await browser.newContext({ locale: 'de-DE', javaScriptEnabled: false });
  const { cookie } = (await house.person(identity)).visitor;
  const page = await context.newPage();
  if (cookie) await giveCookie(page, cookie, house.url);
  return page;
}

test('every form that is refused says so in the title and field by field, from its top to its end, and keeps what was typed', async ({
  browser,
}) => {
  const all: (Refusal & { address: string })[] = [];
  const tabs = new Map<Identity, Page>();
  let visit = 0;
  for (const [pages, identity] of actingPages(addresses)) {
    const page = tabs.get(identity) ?? (await pageOf(browser, identity));
    tabs.set(identity, page);
    for (const address of pages) {
      visit += 1;
      await page.setExtraHTTPHeaders({ 'x-forwarded-for': `10.77.0.${visit % 250}` });
      await page.goto(new URL(address, house.url).href);
      const known = all.map(({ kind }) => kind);
      const found = await refuseEachUnlike(page, known);
      all.push(...found.map((one) => ({ ...one, address })));
    }
  }
  const problems = all.flatMap(({ address, kind, problems: of }) =>
    of.map((text) => `${address} (${kind.slice(0, 120)}) ${text}`),
  );
  expect(problems).toEqual([]);
  // The red twin: there was much to be said, and much typed.
  const sum = (count: (one: Refusal) => number) => all.reduce((so, one) => so + count(one), 0);
  expect(all.length).toBeGreaterThan(50);
  expect(sum(({ lines }) => lines)).toBeGreaterThan(150);
  expect(sum(({ kept }) => kept)).toBeGreaterThan(100);
});

test('the guard sees what is said in the wrong place, of nothing, of the trap, or not at all', async ({
  browser,
}) => {
  const page = await pageOf(browser, 'guest');
  const line = (field: string, words: string) => `<li><a href="#${field}">${words}</a></li>`;
  const answer = (title: string, lines: string, around = '') => `<title>${title}</title>
    ${around}<main><form method="post">
      <input type="hidden" name="${FORM_TOKEN_FIELD}">
      <label>Bleibt leer <input id="trap" name="${HONEYPOT_FIELD}" tabindex="-1"></label>
      <div class="error-summary"><ul>${lines}</ul></div>
      <label for="a">Titel</label><input type="text" id="a" name="a">
      <label for="b">Text <span class="field-optional">(freiwillig)</span></label><textarea id="b"></textarea>
    </form></main>`;
  const right = [line('a', 'Titel: Bitte füllen Sie das aus.'), line('b', 'Text: zu lang.')];
  const said = async (html: string) => {
    await page.setContent(html);
    return problemsOfSaid(page);
  };
  expect(await said(answer('Fehler: Idee', right.join('')))).toEqual([]);
  const wrong: [string, RegExp][] = [
    [answer('Idee', right.join('')), /the title is "Idee"/],
    [answer('Fehler: Idee', right.toReversed().join('')), /"a" is said after "b"/],
    [answer('Fehler: Idee', line('c', 'Ort: fehlt.')), /leads to no field/],
    [
      answer('Fehler: Idee', line('a', 'Bitte füllen Sie das aus.')),
      /does not say what is missing/,
    ],
    [answer('Fehler: Idee', line('a', 'Titel')), /does not say what is missing/],
    [answer('Fehler: Idee', line('trap', 'Bleibt leer: Bitte leer lassen.')), /trap/],
    [
      answer('Fehler: Idee', right.join(''), '<a hreflang="en" href="/en">English</a>'),
      /"English" takes away/,
    ],
  ];
  for (const [html, problem] of wrong) expect((await said(html)).join('\n')).toMatch(problem);
});

test('nothing on a last look at the answers leads away from them', async ({ browser }) => {
  const page = await pageOf(browser, 'guest');
  const guest = await house.person('guest');
  const counter = await house.person('representative');
  const { rows } = await house.client.query<Record<'title' | 'body' | 'district', string>>(
    `SELECT title, body, district_id AS district FROM proposals
     WHERE state = 'PUBLISHED' AND district_id IS NOT NULL ORDER BY number LIMIT 1`,
  );
  const [{ title = '', body = '', district = '' } = {}] = rows;
  const looks: [Person, string, field: string, readonly Field[]][] = [
    // As somebody before them proposed it, so that there is something to read beside it.
    [
      ...([guest, '/vorschlaege/neu/idee', 'title'] as const),
      replaced(proposalFields(district), { title, body }),
    ],
    [guest, '/unterstuetzung/anfragen', 'title', requestFields(district)],
    [
      ...([counter, `/abstimmungen/auszaehlung/${addresses.counting}/papier`, 'spoiled'] as const),
      [
        ['votes-1', '2'],
        ['spoiled', '1'],
      ],
    ],
  ];
  const beside: number[] = [];
  for (const [{ visitor }, path, shown, fields] of looks) {
    const { html } = await visitor.page(path);
    const form = new FormData();
    for (const [field, value] of hiddenFields(html, `name="${shown}"`)) form.append(field, value);
    for (const [field, value] of fields) form.append(field, value);
    const { text } = await post(visitor, path, form);
    await page.setContent(text);
    await expect(page.locator(`main button[name="${FORM_STEP_FIELD}"]`)).toHaveCount(2);
    expect(await linksThatLose(page), path).toEqual([]);
    beside.push(await page.locator('main form a[target="_blank"]').count());
  }
  expect(beside[0]).toBeGreaterThan(0);
  // The red twin: without that the guard finds every one of them.
  const opened = await page.locator('a[target="_blank"]').evaluateAll((links) => {
    for (const link of links) link.removeAttribute('target');
    return links.length;
  });
  expect(opened).toBeGreaterThan(0);
  expect((await linksThatLose(page)).length).toBeGreaterThan(1);
});
