import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

/** Sent as it stands; the usual wrapper sends twice as much and takes three times as long. */
const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const OPTIONS: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  rules: { 'target-size': { enabled: true }, 'p-as-heading': { enabled: true } },
  resultTypes: ['violations', 'incomplete'],
};

declare const axe: { run(options: RunOptions): Promise<AxeResults> };

/**
 * What axe finds on a page, one line for each kind.
 * It looks at a copy in a page that stays: there it may wait for timers, which a page without script never
 * ends, and neither has to be read nor to become fast anew for each look.
 * @param look `scripted`: whether the page may run its script, otherwise what is said instead of it is shown;
 *   `colours`: whether to measure them, too
 */
export async function barriersOf(
  page: Page,
  browser: Browser,
  { scripted, colours }: { scripted: boolean; colours: boolean },
): Promise<string[]> {
  const copy = await copyOf(page, browser, scripted);
  if (!(await copy.evaluate('typeof axe === "object"'))) await copy.evaluate(`${AXE}; undefined`);
  const options: RunOptions = {
    ...OPTIONS,
    rules: { ...OPTIONS.rules, 'color-contrast': { enabled: colours } },
  };
  const { violations, incomplete } = await copy.evaluate((given) => axe.run(given), options);
  const undecided = incomplete.filter(({ id }) => id !== CANNOT_BE_MEASURED);
  return [...violations, ...undecided]
    .map(({ id, nodes }) => ({ id, html: nodes.map((node) => node.html).join(' | ') }))
    .filter(({ id, html }) => !(id === 'meta-refresh' && LEAVES_THE_BOX.test(html)))
    .map(({ id, html }) => `${id}: ${html}`);
}

/**
 * What lies behind a letter in a drawing, or beside a pattern, axe does not see; the colours themselves are measured
 * where they are named.
 */
const CANNOT_BE_MEASURED = 'color-contrast';

/**
 * A time limit that is essential (WCAG 2.2.1): a box in the office, where the next person sits down,
 * forgets who left it. Nothing but such a box may lead on by itself.
 */
const LEAVES_THE_BOX = /^<meta http-equiv="refresh" content="\d+;url=\/api\/urne\?[^"|]*">$/;

/** One for all of them: opening a page takes longer than filling it. */
let copies: Promise<Page> | null = null;

async function copyOf(page: Page, browser: Browser, scripted: boolean): Promise<Page> {
  copies ??= browser
    .newContext({ bypassCSP: true, javaScriptEnabled: true })
    .then((context) => context.newPage());
  const copy = await copies;
  const html = await page.evaluate(asItStands);
  // Its styles are given to pages of the same house only.
  const house = new URL('/healthz', page.url()).href;
  if (copy.url() !== house) await copy.goto(house);
  await copy.setViewportSize(page.viewportSize() ?? { width: 1280, height: 720 });
  const plain = html.replace(/<script\b.*?<\/script>/gs, '');
  await copy.setContent(
    scripted
      ? plain.replace(/<noscript\b.*?<\/noscript>/gs, '')
      : plain.replace(/<(\/?)noscript\b[^>]*>/g, '<$1div>'),
  );
  return copy;
}

/** Goes over to the browser: the page with what was ticked and chosen, which its text would not say. */
function asItStands(): string {
  const copy = document.documentElement.cloneNode(true) as Element;
  const of = (root: Element) => [...root.querySelectorAll('input, option')];
  const now = of(document.documentElement);
  for (const [index, element] of of(copy).entries()) {
    const shown = now[index];
    if (shown instanceof HTMLInputElement) element.toggleAttribute('checked', shown.checked);
    if (shown instanceof HTMLOptionElement) element.toggleAttribute('selected', shown.selected);
  }
  return `${document.doctype ? '<!doctype html>' : ''}${copy.outerHTML}`;
}
