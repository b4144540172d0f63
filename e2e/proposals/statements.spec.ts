import { expect, test } from '../voting/house';

test('the plain words for a body’s answer are corrected, and everybody reads when and why', async ({
  page,
  things,
  signInAs,
  checkPage,
}) => {
  const { number } = await things.statement();
  await signInAs('coordinator');
  await page.goto(`/team/vorschlaege/${number}/stellungnahmen`);
  await expect(page.getByText('Die Fläche ist städtisch.')).toBeVisible();
  await expect(page.getByText('Das geht.')).toBeVisible();
  await checkPage();
  await page.getByRole('link', { name: 'Diese Antwort berichtigen' }).click();
  const words = page.getByLabel('In einfachen Worten');
  await words.fill('Das geht, weil die Fläche der Stadt gehört.');
  await page.getByRole('button', { name: 'Berichtigung speichern' }).click();
  const summary = page.locator('.error-summary');
  await expect(summary.getByRole('link')).toHaveText([/^Warum berichtigen Sie das\?/]);
  await expect(words).toHaveValue('Das geht, weil die Fläche der Stadt gehört.');
  await checkPage();
  await page.getByLabel('Warum berichtigen Sie das?').fill('Der Grund fehlte.');
  await page.getByRole('button', { name: 'Berichtigung speichern' }).click();
  await page.getByText('So stand es vorher').click();
  await expect(page.getByText(/^Berichtigt am .*Der Grund fehlte/)).toBeVisible();
  await expect(page.getByText('Das geht.', { exact: true })).toBeVisible();
  await checkPage();
  await page.goto(`/vorschlaege/nr/${number}`);
  await expect(page.getByText('weil die Fläche der Stadt gehört').first()).toBeVisible();
  await expect(page.getByText(/Berichtigt am .*Der Grund fehlte/).first()).toBeVisible();
  await checkPage();
});
