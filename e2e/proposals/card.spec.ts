import { expect, test } from '../fixtures';
import { ONCE } from './sending';

test('what the office mistyped from a card it corrects, and everybody reads that', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const once = ONCE();
  await signInAs('coordinator');
  await page.goto('/team/ideenkarte');
  await page.locator('input[name=title]').fill(`Bark am Hang ${once}`);
  await page.getByRole('radio', { name: 'Alte Siedlung' }).check();
  await page.locator('input[name=nameChoice][value=NEIGHBOUR]').check();
  await page.getByRole('main').locator('button[type=submit]').first().click();
  await expect(page).toHaveURL(/number=\d+/);
  const number = new URL(page.url()).searchParams.get('number') ?? '';

  await page.goto(`/team/vorschlaege/${number}`);
  await page.getByRole('link', { name: 'Text berichtigen' }).click();
  await expect(page.getByLabel('Der ganze Text')).toHaveValue('');
  await checkPage();
  await page.getByLabel('Kurz gesagt').fill(`Bank am Hang ${once}`);
  await page.getByRole('button', { name: 'Berichtigung speichern' }).click();
  await expect(page.locator('.error-summary')).toContainText('Bitte schreiben Sie, warum.');
  await page.getByLabel('Warum berichtigen Sie das?').fill('Das war falsch abgetippt.');
  await page.getByRole('button', { name: 'Berichtigung speichern' }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(`Bank am Hang ${once}`);
  await page.getByText('So stand es vorher').click();
  await expect(page.getByText(`Bark am Hang ${once}`).first()).toBeVisible();
  await checkPage();
  // What a search does not find may wait all the same.
  await page.goto(`/team/vorschlaege?search=zzz${once}`);
  await expect(page.getByText('Nichts gefunden zu')).toBeVisible();
  await expect(page.getByText('wartet nichts')).toHaveCount(0);
});
