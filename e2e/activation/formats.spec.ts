import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { inDays } from '../days';
import { expect, test } from '../fixtures';

/** One black point: small, and really a picture. */
const POINT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC';

/** As large as a telephone makes them: more than any other form may bring. */
const fromPhone = async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const create = { width: 1600, height: 1600, channels: 3, background: '#345', noise } as const;
  return sharp({ create }).jpeg({ quality: 95 }).toBuffer();
};

test('a photo of a trial is kept with who agreed, and taken away again', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const altText = `Stühle im Hof ${Math.random().toString(36).slice(2, 8)}`;
  await signInAs('coordinator');
  await page.goto('/team/methoden');
  await page
    .getByRole('link', { name: /Kaffee|Coffee/ })
    .first()
    .click();
  await page.locator('a[href*="/methoden/erprobung/"]').first().click();
  await page.getByRole('link', { name: 'Foto dazulegen' }).click();
  await checkPage();
  await page.getByLabel('Was ist darauf zu sehen?').fill(altText);
  await page.getByRole('radio', { name: /schriftlich zugestimmt/ }).check();
  const buffer = Buffer.from(POINT, 'base64');
  await page.getByLabel('Bild').setInputFiles({ name: 'hof.png', mimeType: 'image/png', buffer });
  await page.getByRole('button', { name: 'Foto speichern' }).click();
  await expect(page.locator('a[href="#consentNote"]')).toBeVisible();
  await checkPage();
  await page.getByLabel(/^Wo liegt die Zustimmung/).fill('Ordner, Blatt 12, für das Internet');
  const photo = { name: 'hof.jpg', mimeType: 'image/jpeg', buffer: await fromPhone() };
  expect(photo.buffer.length).toBeGreaterThan(1_500_000);
  await page.getByLabel('Bild').setInputFiles(photo);
  await page.getByLabel('Auf der Seite für alle zeigen').check();
  await page.getByRole('button', { name: 'Foto speichern' }).click();
  await expect(page.getByText('Das Foto ist gespeichert.')).toBeVisible();
  await checkPage();
  await page.goto('/ausprobiert');
  const shown = page.getByRole('img', { name: altText });
  const path = (await shown.getAttribute('src')) ?? '';
  expect((await page.request.get(path)).headers()['content-type']).toBe('image/jpeg');
  await checkPage();
  await page.goBack();
  await page.getByRole('link', { name: new RegExp(`Foto ändern.*${altText}`) }).click();
  await checkPage();
  await page.getByLabel('Auf der Seite für alle zeigen').uncheck();
  await page.getByRole('button', { name: 'Änderungen speichern' }).click();
  await expect(page.getByText('Die Angaben zum Foto sind geändert.')).toBeVisible();
  await page.getByRole('link', { name: new RegExp(`Foto löschen.*${altText}`) }).click();
  await checkPage();
  await page.getByRole('button', { name: 'Foto löschen' }).click();
  await expect(page.getByText('Das Foto ist gelöscht.')).toBeVisible();
  expect((await page.request.get(path)).status()).toBe(404);
  await page.goto('/ausprobiert');
  await expect(shown).toHaveCount(0);
});

/** An idea that is described and tried once: 24 came, 12 of them for the first time, for 30 euros and 4,5 hours. */
async function addTried(page: Page, name: string, checkPage: () => Promise<void>) {
  await page.goto('/team/methoden');
  await checkPage();
  await page.getByRole('link', { name: 'Idee aufschreiben' }).click();
  await checkPage();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('In einem Satz').fill('Wir kochen Suppe im Hof.');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Ein Konzept hat ein Ziel und einen Ablauf.')).toBeVisible();
  await page.getByRole('link', { name: 'Ändern', exact: true }).click();
  await page.getByLabel(/^Ziel(?!gruppen)/).fill('Geheimziel');
  await page.getByLabel(/^Ablauf/).fill('Kochen\nEssen');
  await page.getByRole('button', { name: 'Änderungen speichern' }).click();
  await page.getByRole('button', { name: 'Das ist jetzt ein Konzept' }).click();
  await page.getByRole('link', { name: 'Erprobung planen' }).click();
  await checkPage();
  await page.getByLabel('Tag', { exact: true }).fill(inDays(-2));
  await page.getByLabel('Stadtteil', { exact: true }).selectOption({ label: 'Keilbergring' });
  await page.getByRole('button', { name: 'Planen' }).click();

  // The page of the trial asks at once what came of it.
  await expect(page.getByRole('link', { name: /^Auswertungsbogen/ })).toBeVisible();
  await page.getByLabel(/^Wie viele waren da/).fill('24');
  await page.getByLabel(/^davon zum ersten Mal/).fill('25');
  await page.getByLabel(/^Arbeitsstunden/).fill('4,5');
  await page.getByLabel(/^Kosten in Euro/).fill('30');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.locator('a[href="#firstTimers"]')).toBeVisible();
  await checkPage();
  await page.getByLabel(/^davon zum ersten Mal/).fill('12');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Die Erprobung ist eingetragen.')).toBeVisible();
  await checkPage();
}

test('an idea is described, tried, evaluated, told to everybody and adjusted', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const name = `Suppe im Hof ${Math.random().toString(36).slice(2, 8)}`;
  await signInAs('coordinator');
  await addTried(page, name, checkPage);
  await page.getByRole('link', { name: 'Auswerten' }).click();
  // 30 euros for 12 people.
  await expect(page.getByText('2,50 €')).toBeVisible();
  await checkPage();
  await page.getByRole('radio', { name: 'Teilweise' }).check();
  await page.getByLabel('Was hat geklappt?').fill('Geheimnotiz: Die Suppe.');
  await page.getByLabel('Was machen wir anders?').fill('Mehr Schüsseln.');
  await page.getByRole('button', { name: 'Auswertung speichern' }).click();

  await page.getByRole('link', { name: 'Allen davon erzählen' }).click();
  await checkPage();
  await page.getByLabel('Was wir ausprobieren').fill('Wir kochen mit Ihnen im Hof.');
  await page.getByRole('button', { name: 'Veröffentlichen' }).click();
  await expect(page.getByText('Es steht jetzt auf der öffentlichen Seite.')).toBeVisible();
  const format = page.url();
  await page.goto('/ausprobiert');
  const told = page.getByRole('article', { name });
  await expect(told).toContainText('Was daraus wird, steht noch nicht fest.');
  await expect(told).toContainText('Einmal ausprobiert.');
  await expect(told).not.toContainText('waren dabei');
  await expect(page.getByText(/Geheim/)).toHaveCount(0);
  await checkPage();

  await page.goto(format);
  await page.getByRole('link', { name: 'Festlegen, was daraus wird' }).click();
  await checkPage();
  await page.getByRole('radio', { name: 'Anpassen' }).check();
  await page.getByRole('button', { name: 'Festlegen' }).click();
  await expect(page.getByText(`${name}, Fassung 2`)).toBeVisible();
  await page.goto('/ausprobiert');
  // How many came is told a day later: until then it may have been a mistake.
  await expect(told).toContainText('Das machen wir künftig anders');
  await expect(told).not.toContainText('waren dabei');
  await page.goBack();
  await page.getByRole('button', { name: 'Heute noch einmal erproben' }).click();
  await expect(page.getByLabel('Tag', { exact: true })).toHaveValue(inDays(0));
  await page.goto('/team/methoden/vergleich');
  const row = page.getByRole('row').filter({ hasText: name });
  await expect(row.first()).toContainText(
    '1 Erprobung, 24 Menschen, 12 zum ersten Mal, 4,5 Stunden',
  );
  await expect(page.getByText(`${name}, Fassung 2: noch nicht erprobt`)).toBeVisible();
  await checkPage();
});

for (const prefix of ['/en', '/de-LS']) {
  test(`what we try in ${prefix.slice(1)}`, { tag: '@reading' }, async ({ page, checkPage }) => {
    await page.goto(`${prefix}/ausprobiert`);
    await checkPage();
  });
}
