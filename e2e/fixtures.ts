import { test as base, devices, expect, type Page } from '@playwright/test';
import { FORM_STEP_FIELD } from '../lib/core/form-state';
import { hiddenFields } from '../lib/tooling/bench/browserless.mjs';
import { barriersOf } from './barriers';
import { coloursOf } from './colours';
import { isFirstToSee, shapeOf } from './page-shape';

export type DemoRole =
  | 'resident'
  | 'representative'
  | 'coordinator'
  | 'counsellor'
  | 'both'
  | 'partner'
  | 'funder'
  | 'admin';

const NARROW = { width: 320, height: 640 };
/** A usual phone, on which somebody has set letters to twice their size. */
const PHONE = { width: 360, height: 640 };

interface Journey {
  /** Signs in as one of the demo's roles; which page is open stays as it is. */
  signInAs(role: DemoRole): Promise<void>;
  /** No barrier axe can find, and nothing wider than 320 px; the window is as before afterwards. */
  checkPage(): Promise<void>;
}

const DEMO_PAGE = '/anmelden/demo';

/** Signs in as one of the demo's roles, without a browser. @returns the cookies that were set */
export async function cookiesOf(role: DemoRole, at: string): Promise<string[]> {
  const url = new URL(DEMO_PAGE, at);
  // Sent without drawing the page of roles each time; `signInOnPage` goes through it.
  const html = await (await fetch(url)).text();
  const body = new FormData();
  for (const [name, value] of hiddenFields(html, `value="${role}"`)) body.append(name, value);
  const answer = await fetch(url, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: url.origin, 'user-agent': devices['Desktop Chrome'].userAgent },
  });
  expect(answer.status).toBe(303);
  return answer.headers.getSetCookie();
}

/** For a second person in a browser of their own. @param at the house, where it is not that of all journeys */
export async function signIn(
  page: Page,
  role: DemoRole,
  at = process.env.E2E_BASE_URL ?? '',
): Promise<void> {
  for (const cookie of await cookiesOf(role, at)) await giveCookie(page, cookie, at);
}

/** @param cookie as it was set, or name and value alone */
export async function giveCookie(page: Page, cookie: string, at: string): Promise<void> {
  const [pair = ''] = cookie.split(';');
  const [name = ''] = pair.split('=', 1);
  const { hostname: domain } = new URL(at);
  const value = pair.slice(name.length + 1);
  await page.context().addCookies([{ name, value, domain, path: '/', secure: true }]);
}

/** As somebody does who tries the demo; leads to where the role works. */
export async function signInOnPage(page: Page, role: DemoRole): Promise<void> {
  await page.goto(DEMO_PAGE);
  await page
    .locator(`form:has(input[type="hidden"][value="${role}"]) button[type="submit"]`)
    .click();
  await expect(page).not.toHaveURL(/anmelden\/demo/);
}

export const test = base.extend<Journey & { quiet: undefined }>({
  signInAs: async ({ page, baseURL }, use) => {
    await use((role) => signIn(page, role, baseURL));
  },

  checkPage: async ({ page, browser, javaScriptEnabled }, use, { tags }) => {
    await use(async () => {
      // Right after a click the new page may have come and be empty still.
      await page.waitForLoadState();
      // What is tagged so runs once: without a script there is nothing to switch off.
      if (tags.includes('@reading')) expect(await page.locator('script').count()).toBe(0);
      if (isFirstToSee(await shapeOf(page))) {
        // All of them are claimed, not only the first that is new.
        const colours = (await coloursOf(page)).filter(isFirstToSee).length > 0;
        const barriers = await barriersOf(page, browser, { scripted: javaScriptEnabled, colours });
        expect(barriers).toEqual([]);
      }
      await expectTitleSaysSo(page);
      await expectFitsNarrow(page);
    });
  },

  // What a page complains about in the console is a fault, also when everything looks right.
  quiet: [
    async ({ page }, use) => {
      const noise: string[] = [];
      page.on('pageerror', (error) => noise.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !/status of (4\d\d|503)/.test(message.text()))
          noise.push(message.text());
      });
      await use(undefined);
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],
});

/** A form that was not sent says so in the title, and nothing else does. */
async function expectTitleSaysSo(page: Page): Promise<void> {
  const not = page.locator('main .error-summary');
  const look = page.locator(
    `main button:is([name="${FORM_STEP_FIELD}"][value="send"], [name="step"][value="cast"])`,
  );
  const notSent = /^(?:Fehler|Error|Nicht gespeichert|Not saved): /;
  const toCheck = /^(?:Bitte noch einmal ansehen|Please check): /;
  if ((await not.count()) > 0) await expect(page).toHaveTitle(notSent);
  else if ((await look.count()) > 0) await expect(page).toHaveTitle(toCheck);
  else await expect(page).not.toHaveTitle(new RegExp(`${notSent.source}|${toCheck.source}`));
}

async function expectFitsNarrow(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize(NARROW);
  const tooWide = await page.evaluate(whatStandsOut, '');
  await page.setViewportSize(PHONE);
  const tooLarge = await page.evaluate(whatStandsOut, '200%');
  if (before) await page.setViewportSize(before);
  expect(tooWide).toEqual([]);
  expect(tooLarge).toEqual([]);
}

/** Goes over to the browser: what is wider than the window or lies on the phone number at this size of letters. */
function whatStandsOut(size: string): string[] {
  const { style, clientWidth: limit } = document.documentElement;
  const was = style.fontSize;
  style.fontSize = size;
  const box = (wanted: string) => document.querySelector(wanted)?.getBoundingClientRect();
  const [phone, account] = [box('.strip-phone .phone'), box('.strip-account')];
  const isCovered =
    phone !== undefined &&
    account !== undefined &&
    phone.right > account.left &&
    account.right > phone.left &&
    phone.bottom > account.top &&
    account.bottom > phone.top;
  const found = isCovered ? ['the phone number is covered'] : [];
  if (document.documentElement.scrollWidth > limit) {
    // A word may stand out of its box, which is as wide as it should be.
    const reach = (element: Element) =>
      Math.max(
        element.getBoundingClientRect().right,
        element.getBoundingClientRect().left + element.scrollWidth,
      );
    const wide = [...document.querySelectorAll('body *')]
      .filter((element) => element.closest('.visually-hidden, thead, svg') === null)
      .filter((element) => reach(element) > limit + 1)
      .map((element) => element.outerHTML.slice(0, 120))
      // The innermost say most.
      .slice(-12);
    found.push(`wider than ${limit} px`, ...wide);
  }
  style.fontSize = was;
  return found;
}

export { expect };
