import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { isFirstOfItsShape, shapeOf } from './page-shape';

export type DemoRole =
  | 'resident'
  | 'representative'
  | 'coordinator'
  | 'counsellor'
  | 'both'
  | 'partner'
  | 'funder'
  | 'admin';

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const EXTRA_RULES = { 'target-size': { enabled: true }, 'p-as-heading': { enabled: true } };
const NARROW = { width: 320, height: 640 };

interface Journey {
  /** Signs in through the demo's page of roles. */
  signInAs(role: DemoRole): Promise<void>;
  /** No barrier axe can find, and nothing wider than 320 px; the window is as before afterwards. */
  checkPage(): Promise<void>;
}

/** For a second person in a browser of their own. */
export async function signIn(page: Page, role: DemoRole): Promise<void> {
  await page.goto('/anmelden/demo');
  await page
    .locator(`form:has(input[type="hidden"][value="${role}"]) button[type="submit"]`)
    .click();
  await expect(page).not.toHaveURL(/anmelden\/demo/);
}

export const test = base.extend<Journey & { quiet: undefined }>({
  signInAs: async ({ page }, use) => {
    await use((role) => signIn(page, role));
  },

  checkPage: async ({ page, javaScriptEnabled }, use, { tags }) => {
    await use(async () => {
      // Right after a click the new page may have come and be empty still.
      await page.waitForLoadState();
      // What is tagged so runs once: without a script there is nothing to switch off.
      if (tags.includes('@reading')) expect(await page.locator('script').count()).toBe(0);
      // axe needs timers, which a page without script has not; its markup is the same.
      if (javaScriptEnabled && isFirstOfItsShape(await shapeOf(page))) await expectNoBarriers(page);
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

/** axe works from outside the page's own script, so it also runs where the page may run none. */
async function expectNoBarriers(page: Page): Promise<void> {
  const results = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(AXE_TAGS)
    .options({ rules: EXTRA_RULES, resultTypes: ['violations'] })
    .analyze();
  const found = results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`,
  );
  expect(found).toEqual([]);
}

async function expectFitsNarrow(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize(NARROW);
  const tooWide = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= limit) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > limit + 1)
      .slice(0, 5)
      .map((element) => element.outerHTML.slice(0, 120));
  });
  if (before) await page.setViewportSize(before);
  expect(tooWide).toEqual([]);
}

export { expect };
