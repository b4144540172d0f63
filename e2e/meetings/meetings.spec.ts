import { inDays } from '../days';
import { expect, test } from '../fixtures';

const name = (word: string) => `${word} ${Math.random().toString(36).slice(2, 8)}`;

test('a training is entered, attended, told of to everybody and counted; of peers there are hours alone', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const title = name('Fortbildung Hof');
  await signInAs('coordinator');
  await page.goto('/team/fortbildung');
  await checkPage();
  await page.getByRole('link', { name: 'Treffen eintragen' }).click();
  await checkPage();
  await page.getByLabel('Was ist es?').selectOption({ label: 'Kollegiale Beratung' });
  await page.getByLabel('Tag', { exact: true }).fill(inDays(-2));
  await page.getByLabel('Stunden').fill('1,5');
  await page.getByLabel('Titel').fill(title);
  await page.getByRole('button', { name: 'Eintragen' }).click();
  await expect(page.locator('a[href="#title"]')).toBeVisible();
  await checkPage();
  await page.getByLabel('Was ist es?').selectOption({ label: 'Fortbildung' });
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Eintragen' }).click();
  await expect(page.getByText('Das Treffen ist eingetragen.')).toBeVisible();
  await checkPage();
  await page.getByRole('button', { name: 'Wir waren da' }).click();
  await page
    .getByRole('link', { name: /^Bescheinigung ablegen/ })
    .first()
    .click();
  await checkPage();
  const buffer = Buffer.from('%PDF-1.4\n%%EOF\n');
  const pdf = { name: 'urkunde.pdf', mimeType: 'application/pdf', buffer };
  await page.getByLabel('Datei').setInputFiles(pdf);
  await page.getByRole('button', { name: 'Bescheinigung speichern' }).click();
  await expect(page.getByText('Die Bescheinigung ist abgelegt.')).toBeVisible();
  await checkPage();
  await page.getByLabel('Was davon betrifft den Stadtteil?').fill('Geheimer Vermerk');
  await page.getByLabel('Zusammenfassung für alle').fill(`Miteinander reden hilft. ${title}`);
  await page.getByLabel('Veröffentlichen').check();
  await page.getByRole('button', { name: 'Auswertung speichern' }).click();
  await expect(page.getByText('Alle können die Zusammenfassung lesen.')).toBeVisible();
  await checkPage();
  await page.goto('/team/fortbildung/uebersicht');
  await expect(page.getByText(title)).toBeVisible();
  await checkPage();
  const paper = page.getByRole('row').filter({ hasText: title }).getByRole('link');
  const kept = await page.request.get((await paper.getAttribute('href')) ?? '');
  expect(kept.headers()['content-disposition']).toContain('attachment');
  const file = await page.getByRole('link', { name: 'Zum Drucken (PDF)' }).getAttribute('href');
  expect((await page.request.get(file ?? '')).headers()['content-type']).toBe('application/pdf');
  await page.goto('/unterwegs');
  await page.getByRole('link', { name: /von Treffen und Fortbildungen mitbringen/ }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await expect(page.getByText('Geheimer Vermerk')).toHaveCount(0);
  await checkPage();
});
