import type { Page } from '@playwright/test';
import { test as base, expect } from '../fixtures';
import { type House, openHouse } from '../guards/house';
import { Things } from '../guards/things';

/** Journeys that need polls and cards nobody can make in the browser: the built app on its own database. */
export const test = base.extend<{ things: Things }, { house: House }>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed here
    async ({}, use) => {
      const house = await openHouse();
      await use(house);
      await house.close();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ house }, use) => use(house.url),
  things: async ({ house }, use) => use(new Things(house)),
});

export { expect };

/** The error summary; the framework's own announcer lies outside of the content. */
export const summary = (page: Page) => page.getByRole('main').getByRole('alert');

export const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).click();

/** From a ballot that is filled in to the box. */
export async function checkAndCast(page: Page, checkPage: () => Promise<void>): Promise<void> {
  await press(page, 'Weiter: prüfen');
  await expect(page.getByRole('heading', { name: 'Stimmt Ihr Stimmzettel so?' })).toBeVisible();
  await checkPage();
  await page.getByLabel(/Ich bin mindestens/).check();
  await press(page, 'Stimmzettel einwerfen');
}
