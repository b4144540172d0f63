import { expect, type Page, test } from '@playwright/test';
import { FORM_TOKEN_FIELD, HONEYPOT_FIELD } from '../../lib/core/form-state';
import { giveCookie } from '../fixtures';
import { actingPages } from './acting-pages';
import { type Addresses, makeAddresses } from './addresses';
import { type House, openHouse } from './house';
import type { Identity } from './identities';

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

// What follows goes over to the browser in one piece, which is many times cheaper than asking for each step.

/** @returns actions of the forms that no program has taken over in a minute */
async function plainForms(): Promise<(string | null)[]> {
  const plain = () =>
    [...document.querySelectorAll('main form[action]')].filter(
      (form) => !Object.keys(form).some((key) => key.startsWith('__reactProps')),
    );
  for (let tries = 3000; plain().length > 0 && tries > 0; tries -= 1) {
    await new Promise((done) => setTimeout(done, 20));
  }
  return plain().map((form) => form.getAttribute('action'));
}

/** @returns fields somebody writes in, where the other languages are not opened beside the page */
function losesWords(trap: string): (string | null)[] {
  const languages = [...document.querySelectorAll('a[hreflang]')].filter(
    (link) => link.getAttribute('aria-current') === null,
  );
  if (languages.every((link) => link.getAttribute('target') === '_blank')) return [];
  const written =
    'textarea, input:not([type=hidden], [type=checkbox], [type=radio], [type=file], [type=number])';
  const forms = [...document.querySelectorAll<HTMLFormElement>('main form[action]')];
  return forms
    .filter((form) => form.method === 'post')
    .flatMap((form) => [...form.querySelectorAll<HTMLElement>(written)])
    .map((field) => field.getAttribute('name'))
    .filter((name) => name !== trap);
}

interface Sent {
  kind: string;
  answer: string;
  isSaid: boolean;
}

/**
 * Sends a form unlike those known by its program, without its token: the server refuses it then, whatever
 * else is in it, so that nothing is done.
 */
async function sendOneUnlike([token, known]: [string, string[]]): Promise<Sent | null> {
  // What tells forms apart: what can be filled in, and what the buttons say.
  const kindOf = (form: HTMLFormElement) =>
    [...form.elements]
      .map((part) => part.getAttribute('name') ?? part.textContent?.replace(/\d/g, '') ?? '')
      .filter((name) => !name.startsWith('$ACTION_'))
      .join(' ');
  const isOurs = (form: HTMLFormElement) => form.elements.namedItem(token) !== null;
  const forms = [...document.querySelectorAll<HTMLFormElement>('main form[action]')];
  const form = forms.find((one) => isOurs(one) && !known.includes(kindOf(one)));
  if (!form) return null;

  const sent = { kind: kindOf(form), answer: 'nothing', isSaid: false };
  const native = window.fetch;
  window.fetch = async (...asked) => {
    const answer = await native(...asked);
    const byProgram = new Headers(asked[1]?.headers).has('next-action');
    sent.answer = `${byProgram ? 'the program' : 'somebody'} ${answer.status}`;
    return answer;
  };
  form.querySelector(`[name="${token}"]`)?.setAttribute('value', '');
  // Whoever sends what lies in something folded has unfolded it.
  form.closest('details')?.setAttribute('open', '');
  form.requestSubmit();
  for (let tries = 3000; !sent.isSaid && tries > 0; tries -= 1) {
    await new Promise((done) => setTimeout(done, 20));
    const reached = document.activeElement;
    sent.isSaid = reached?.getAttribute('role') === 'alert' && form.contains(reached);
  }
  window.fetch = native;
  return sent;
}

async function problemsOfForms(page: Page, known: string[]): Promise<string[]> {
  const problems = (await page.evaluate(plainForms)).map((form) => `left alone: ${form}`);
  const lost = await page.evaluate(losesWords, HONEYPOT_FIELD);
  problems.push(...lost.map((field) => `loses ${field} when another language is chosen`));
  for (;;) {
    const sent = await page.evaluate(sendOneUnlike, [FORM_TOKEN_FIELD, known] as [
      string,
      string[],
    ]);
    if (!sent) return problems;
    known.push(sent.kind);
    if (sent.answer !== 'the program 200') problems.push(`${sent.kind}: ${sent.answer}`);
    if (!sent.isSaid) problems.push(`${sent.kind} does not lead to why it was refused`);
  }
}

test('every page with a form wakes up in a browser with script, and its program sends the form', async ({
  browser,
}) => {
  const problems: string[] = [];
  const pages = actingPages(addresses);
  expect(pages.length).toBeGreaterThan(60);
  const tabs = new Map<Identity, Page>();
  const known: string[] = [];
  for (const [[address = ''], identity] of pages) {
    const page = tabs.get(identity) ?? (await tabOf(identity));
    tabs.set(identity, page);
    const noise: string[] = [];
    const hear = (error: { message: string }) => noise.push(error.message);
    page.on('pageerror', hear);
    let found: string[] = [];
    // Whoever presses before the program is quite awake sends as without one, and is led away: that is as it
    // should be, once. A form that no program ever sends leads away each time.
    for (let tries = 0; tries < 3; tries += 1) {
      await page.goto(new URL(address, house.url).href);
      found = await problemsOfForms(page, known).catch((error: Error) => [error.message]);
      if (!found.some((text) => text.includes('navigation'))) break;
    }
    page.off('pageerror', hear);
    problems.push(...[...noise, ...found].map((text) => `${address} for ${identity}: ${text}`));
  }
  expect(problems).toEqual([]);
  expect(known.length).toBeGreaterThan(80);

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
