import { inDays } from '../days';
import { expect, test } from '../fixtures';

test('the office puts name and contact of a sign-up right, and deletes them on request', async ({
  page,
  signInAs,
  checkPage,
}) => {
  await signInAs('coordinator');
  await page.goto('/team/forum/neu');
  await page.getByLabel('Titel').fill(`Forum der Namen ${Date.now()}`);
  await page.getByLabel('Tag', { exact: true }).fill(inDays(130));
  await page.getByLabel('Beginn').fill('17:30');
  await page.getByLabel('Ende').fill('19:00');
  await page.getByLabel('Ort', { exact: true }).fill('Siedlerheim');
  await page.getByRole('button', { name: 'Anlegen, weiter zur Tagesordnung' }).click();
  await expect(page).toHaveURL(/\/tagesordnung\?said=/);
  const session = new URL(page.url()).pathname.split('/').at(-2) ?? '';
  await page.goto(`/team/forum/${session}/anmeldungen`);
  const name = page.locator('input[name=name]').first();
  await name.fill('Jana Weis');
  await page.getByLabel(/Telefonnummer/).fill('0151 5550199');
  await page.getByRole('button', { name: 'Eintragen' }).click();

  const open = page.getByRole('link', { name: /Berichtigen oder löschen.*Jana/ });
  await open.click();
  const part = page.locator('#person').locator('..');
  await expect(part.getByLabel(/Telefonnummer/)).toHaveValue('0151 5550199');
  await checkPage();
  await part.locator('input[name=name]').fill('Jana Weiß');
  await part.getByLabel(/Telefonnummer/).fill('');
  await page.getByRole('button', { name: 'Berichtigung speichern' }).click();
  await expect(page.locator('.error-summary').getByRole('link')).toHaveCount(1);
  await part.getByLabel(/Telefonnummer/).fill('0151 5550200');
  await page.getByRole('button', { name: 'Berichtigung speichern' }).click();
  await expect(page.getByText('Name und Kontakt sind berichtigt.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Jana Weiß/ })).toContainText('0151 5550200');

  await open.click();
  await page.getByLabel('Ja, die Person möchte das.').check();
  await page.getByRole('button', { name: 'Name und Kontakt löschen' }).click();
  await expect(page.getByText('Name und Kontakt sind gelöscht.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Angaben gelöscht/ })).toContainText(
    'hat einen Platz',
  );
  await expect(page.locator('main')).not.toContainText(/Jana|5550200/);
  await checkPage();
});
