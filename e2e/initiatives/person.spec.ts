import { expect, test } from '../fixtures';

test('the office puts name and contact of a request right, and deletes them on request', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const title = `Leiter für den Hof ${Date.now()}`;
  await signInAs('coordinator');
  await page.goto('/team/anfragen/neu');
  await page.getByLabel('Was wird gebraucht?').fill(title);
  await page.getByLabel('Material und Werkzeug').check();
  await page.getByLabel('Keilbergring').check();
  const name = page.locator('input[name=name]');
  await name.fill('Jana Weis');
  await page.getByLabel('Telefonnummer').fill('0151 5550199');
  await page.getByRole('button', { name: 'Aufnehmen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  const open = page.getByRole('link', { name: 'Name und Kontakt berichtigen oder löschen' });
  await open.click();
  await expect(page.getByLabel('Telefonnummer')).toHaveValue('0151 5550199');
  await checkPage();
  await name.fill('Jana Weiß');
  await page.getByLabel('Brief', { exact: true }).check();
  await page.getByLabel('Name und Anschrift für den Brief').fill('kurz');
  await page.getByRole('button', { name: 'Berichtigung speichern' }).click();
  await expect(page.locator('.error-summary').getByRole('link')).toHaveCount(1);
  await page.getByLabel('Name und Anschrift für den Brief').fill('Jana Weiß, Hang 20, Schneeberg');
  await page.getByRole('button', { name: 'Berichtigung speichern' }).click();
  await expect(page.getByText('Name und Kontakt sind berichtigt.')).toBeVisible();
  await expect(page.getByText('Jana Weiß', { exact: true }).first()).toBeVisible();

  await open.click();
  await page.getByLabel('Ja, die Person möchte das.').check();
  await page.getByRole('button', { name: 'Name und Kontakt löschen' }).click();
  await expect(page.getByText('Name und Kontakt sind gelöscht.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.locator('main')).not.toContainText(/Jana|Hang 20/);
  await checkPage();
});
