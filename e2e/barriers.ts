import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

/** Sent to the page as it stands; the usual wrapper sends twice as much and takes three times as long. */
const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const OPTIONS: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  rules: { 'target-size': { enabled: true }, 'p-as-heading': { enabled: true } },
  resultTypes: ['violations'],
};

declare const axe: { run(options: RunOptions): Promise<AxeResults> };

/**
 * What axe finds on a page, one line for each kind.
 * @param without the browser of a page that may run no script: axe waits for timers there for ever, so it
 *   looks at a copy in which what is said instead of a script is shown
 */
export async function barriersOf(page: Page, without: Browser | null): Promise<string[]> {
  return look(without ? await copyOf(page, without) : page);
}

async function look(page: Page): Promise<string[]> {
  await page.evaluate(`${AXE}; undefined`);
  const { violations } = await page.evaluate((options) => axe.run(options), OPTIONS);
  return violations
    .map(({ id, nodes }) => ({ id, html: nodes.map((node) => node.html).join(' | ') }))
    .filter(({ id, html }) => !(id === 'meta-refresh' && LEAVES_THE_BOX.test(html)))
    .map(({ id, html }) => `${id}: ${html}`);
}

/**
 * A time limit that is essential (WCAG 2.2.1): a box in the office, where the next person sits down,
 * forgets who left it. Nothing but such a box may lead on by itself.
 */
const LEAVES_THE_BOX = /^<meta http-equiv="refresh" content="\d+;url=\/api\/urne\?[^"|]*">$/;

/** One for all of them: opening a page takes longer than filling it. */
let copies: Promise<Page> | null = null;

async function copyOf(page: Page, browser: Browser): Promise<Page> {
  copies ??= browser
    .newContext({ bypassCSP: true, javaScriptEnabled: true })
    .then((context) => context.newPage());
  const copy = await copies;
  const html = await page.content();
  // Its styles are given to pages of the same house only.
  const house = new URL('/healthz', page.url()).href;
  if (copy.url() !== house) await copy.goto(house);
  await copy.setViewportSize(page.viewportSize() ?? { width: 1280, height: 720 });
  await copy.setContent(
    html.replace(/<script\b.*?<\/script>/gs, '').replace(/<(\/?)noscript\b[^>]*>/g, '<$1div>'),
  );
  return copy;
}
