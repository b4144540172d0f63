import { expect, test } from '../fixtures';

const PATHS = [
  '/impressum',
  '/datenschutz',
  '/barrierefreiheit',
  '/leichte-sprache',
  '/ueber-uns',
  '/fehler/404',
  '/fehler/500',
];

for (const prefix of ['', '/de-LS', '/en']) {
  test(`legal and error pages in ${prefix || 'German'} are real pages without script`, {
    tag: '@reading',
  }, async ({ page, checkPage }) => {
    for (const path of PATHS) {
      await page.goto(`${prefix}${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('script')).toHaveCount(0);
      await checkPage();
    }
  });
}
