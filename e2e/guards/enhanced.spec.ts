import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { RouteTable } from '../../lib/server/route-table.mjs';
import { giveCookie } from '../fixtures';
import { type Addresses, makeAddresses } from './addresses';
import { type House, openHouse } from './house';
import { IDENTITIES, type Identity } from './identities';
import { ROUTES } from './routes';

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

/** Every page where somebody does something, each with somebody who is shown it. */
function actingPages(): [page: string, identity: Identity][] {
  const table = new RouteTable(path.resolve('.next'));
  return Object.values(ROUTES).flatMap(({ outcomes, paths }) => {
    const [page = ''] = paths(addresses);
    const identity = IDENTITIES.find((known) => outcomes[known] === 'shown');
    // What machines fetch is no page.
    const isPage = table.find(page)?.is === 'acting' && !page.startsWith('/api/');
    return identity && isPage ? [[page, identity]] : [];
  });
}

/** Forms of the page that its program has not taken over. @returns their actions */
const plainForms = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main form[action]')]
      .filter((form) => !Object.keys(form).some((key) => key.startsWith('__reactProps')))
      .map((form) => form.getAttribute('action')),
  );

test('every page with a form wakes up in a browser with script, without a complaint', async ({
  browser,
}) => {
  const problems: string[] = [];
  const pages = actingPages();
  expect(pages.length).toBeGreaterThan(60);
  const tabs = new Map<Identity, Page>();
  for (const [address, identity] of pages) {
    const page = tabs.get(identity) ?? (await tabOf(identity));
    tabs.set(identity, page);
    const noise: string[] = [];
    const hear = (error: { message: string }) => noise.push(error.message);
    page.on('pageerror', hear);
    await page.goto(new URL(address, house.url).href);
    await expect(async () => expect(await plainForms(page)).toEqual([]))
      .toPass({ timeout: 10_000, intervals: [20] })
      .catch(async () => noise.push(`left alone: ${await plainForms(page)}`));
    page.off('pageerror', hear);
    problems.push(...noise.map((text) => `${address} for ${identity}: ${text}`));
  }
  expect(problems).toEqual([]);

  async function tabOf(identity: Identity): Promise<Page> {
    const context = await browser.newContext({ locale: 'de-DE', timezoneId: 'Europe/Berlin' });
    const { cookie } = (await house.person(identity)).visitor;
    const page = await context.newPage();
    if (cookie) await giveCookie(page, cookie, house.url);
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`${page.url()}: ${message.text()}`);
    });
    return page;
  }
});
