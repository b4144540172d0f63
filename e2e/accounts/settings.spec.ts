import { expect, test } from '../fixtures';

const PARTS = [
  'buero',
  'oeffnungszeiten',
  'stadtteile',
  'themen',
  'mangel',
  'fristen',
  'foerderer',
  'rechtstexte',
];

test('every part of the settings can be opened without barriers', async ({
  page,
  signInAs,
  checkPage,
}) => {
  await signInAs('admin');
  await page.goto('/team/einstellungen');
  await checkPage();
  for (const part of PARTS) {
    await page.goto(`/team/einstellungen/${part}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await checkPage();
  }
});

test('a changed legal text is on the public page at once', async ({ page, signInAs }) => {
  const words = `Registergericht Musterstadt ${Date.now()}`;
  await page.goto('/impressum');
  await signInAs('admin');
  await page.goto('/team/einstellungen/rechtstexte');
  await page.getByLabel(/Zum Impressum/).fill(words);
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Gespeichert.')).toBeVisible();
  await page.goto('/impressum');
  await expect(page.getByText(words)).toBeVisible();
});

test('wrong opening hours are explained and kept', async ({ page, signInAs, checkPage }) => {
  await signInAs('admin');
  await page.goto('/team/einstellungen/oeffnungszeiten');
  await page.getByLabel(/Montag/).fill('vormittags');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.locator('a[href="#day1"]')).toBeVisible();
  await expect(page.getByLabel(/Montag/)).toHaveValue('vormittags');
  await checkPage();
});
