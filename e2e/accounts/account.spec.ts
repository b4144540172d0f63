import { expect, test } from '../fixtures';

test('one’s own account: details, devices, data, all without barriers', async ({
  page,
  signInAs,
  checkPage,
}) => {
  await signInAs('resident');
  for (const path of ['/konto', '/konto/geraete', '/konto/auskunft', '/konto/loeschen']) {
    await page.goto(path);
    await checkPage();
  }
  await page.goto('/konto/angaben');
  await checkPage();
  await page.getByLabel(/Angezeigter Name/).fill('Jürgen ß-Meyer');
  await page.getByRole('button', { name: 'Angaben speichern' }).click();
  await expect(page).toHaveURL(/\/konto\?said=/);
  await expect(page.getByText('Das ist gespeichert.')).toBeVisible();
  await expect(page.getByText('Jürgen ß-Meyer')).toBeVisible();
});

test('deleting asks for a yes and keeps the page', async ({ page, signInAs }) => {
  await signInAs('resident');
  await page.goto('/konto/loeschen');
  await page.getByRole('button', { name: 'Konto endgültig löschen' }).click();
  await expect(page.locator('a[href="#sure"]')).toBeVisible();
});

test('the file of one’s own data is for oneself only', async ({ page, browser, signInAs }) => {
  await signInAs('resident');
  await page.goto('/konto/auskunft');
  const own = await page.request.get('/api/konto/auskunft');
  expect(own.headers()['content-type']).toContain('application/json');
  expect(JSON.stringify(await own.json())).toContain('bewohnerin@demo.example');
  const stranger = await browser.newContext({ baseURL: new URL(page.url()).origin });
  expect((await stranger.request.get('/api/konto/auskunft')).status()).toBe(404);
  await stranger.close();
});
