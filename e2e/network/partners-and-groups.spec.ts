import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';

const name = (word: string) => `${word} ${process.pid} ${Date.now()}`;

/** Puts right what was just noted about a talk. */
async function correctTalk(page: Page, checkPage: () => Promise<void>) {
  await page.getByRole('link', { name: /^Gespräch vom .* ändern$/ }).click();
  await checkPage();
  await page.getByLabel('Worum ging es?').fill('Werkstatt im Keller');
  await page.getByRole('button', { name: 'Änderungen speichern' }).click();
  await expect(page.getByText('Werkstatt im Keller')).toBeVisible();
  await expect(page.getByText('Werkstatt im Hof')).toHaveCount(0);
}

test('a partner is taken in, made public, found by its word, put to rest', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const club = name('Radverein');
  const word = name('Speichen');
  await signInAs('coordinator');
  await page.goto('/team/partner');
  await checkPage();
  await page.getByRole('link', { name: 'Partner aufnehmen' }).click();
  await checkPage();
  await page.getByLabel('Name', { exact: true }).fill(club);
  await page.getByLabel('Art', { exact: true }).selectOption('ASSOCIATION');
  await page
    .getByLabel('Was macht der Partner im Stadtteil?')
    .fill('Repariert Räder mit Nachbarn.');
  await page.getByLabel('Wofür ist er zuständig?').fill(`${word}\nWerkzeug`);
  await page.getByLabel('Telefon').fill('keine Ziffern');
  await page.getByLabel('Ansprechpartner').fill('Frau Lindner, Durchwahl 12');
  await page.getByRole('button', { name: 'Aufnehmen' }).click();
  await expect(page.locator('a[href="#phone"]')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(club);
  await checkPage();
  await page.getByLabel('Telefon').fill('030 23125-140');
  await page.getByRole('button', { name: 'Aufnehmen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: club })).toBeVisible();
  await expect(page.getByText(/^Vorgeschlagen, seit/)).toBeVisible();
  await checkPage();
  const desk = page.url();

  await page.getByLabel('Anruf').check();
  await page.getByLabel('Worum ging es?').fill('Werkstatt im Hof');
  await page.getByRole('button', { name: 'Gespräch speichern' }).click();
  await expect(page.getByText(/^Angesprochen, seit/)).toBeVisible();
  await correctTalk(page, checkPage);
  await page.getByRole('link', { name: 'Stand der Partnerschaft ändern' }).click();
  await expect(page.getByLabel('Worum ging es?')).toHaveCount(0);
  await checkPage();
  await page.getByRole('button', { name: 'Als aktiv eintragen' }).click();
  await expect(page.getByText(/^Aktiv, seit/)).toBeVisible();

  await page.goto('/wegweiser');
  await checkPage();
  await expect(page.getByText(word).first()).toBeVisible();
  await page.getByRole('link', { name: 'Vereine', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Vereine', exact: true })).toBeInViewport();
  await expect(page.getByRole('heading', { name: club })).toBeVisible();
  await expect(page.getByText('Lindner')).toHaveCount(0);

  await page.goto(desk);
  await page.getByRole('link', { name: 'Angaben ändern' }).click();
  await checkPage();
  await page.getByRole('textbox', { name: /^Öffnungszeiten/ }).fill('Di 15 bis 18 Uhr');
  await page.getByRole('button', { name: 'Änderungen speichern' }).click();
  await expect(page.getByText('Di 15 bis 18 Uhr')).toBeVisible();
  await page.getByRole('link', { name: 'Stand der Partnerschaft ändern' }).click();
  await page.getByRole('button', { name: 'Partnerschaft beenden' }).click();
  await expect(page.getByText(/^Beendet, seit/)).toBeVisible();
  await expect(page.getByText('Lindner')).toHaveCount(0);
  await page.goto('/wegweiser');
  await expect(page.getByRole('heading', { name: club })).toHaveCount(0);
});

test('a partner changes its own entry, and is told when the office was faster', async ({
  page,
  browser,
  signInAs,
  checkPage,
}) => {
  await signInAs('partner');
  await page.goto('/partner');
  await page.getByRole('link', { name: 'Ihr Eintrag im Wegweiser' }).click();
  await checkPage();
  const hours = name('Mo 9 bis 12 Uhr, Klingel');
  const second = await page.context().newPage();
  await second.goto(page.url());
  await page.getByRole('textbox', { name: /^Öffnungszeiten/ }).fill(hours);
  await page.getByRole('button', { name: 'Eintrag speichern' }).click();
  await expect(page.getByText('Ihr Eintrag ist gespeichert.')).toBeVisible();
  await checkPage();
  const save = second.getByRole('button', { name: 'Eintrag speichern' });
  const field = second.getByRole('textbox', { name: /^Öffnungszeiten/ });
  const phone = second.getByLabel('Telefon');
  await field.fill('überschrieben');
  const number = await phone.inputValue();
  // Whatever the answer is, it brings back the version that was seen with the words: a mistake in a field …
  await phone.fill('keine Ziffern');
  await save.click();
  await expect(second.locator('a[href="#phone"]')).toBeVisible();
  await phone.fill(number);
  // … and the refusal itself, which leaves nothing to press again.
  await save.click();
  await expect(second.getByText('Das hat inzwischen jemand geändert')).toBeVisible();
  await expect(field).toHaveValue('überschrieben');
  await expect(save).toBeHidden();
  const [anew] = await Promise.all([
    second.waitForEvent('popup'),
    second.getByRole('link', { name: 'Seite in einem zweiten Fenster neu öffnen' }).click(),
  ]);
  await expect(anew.getByRole('textbox', { name: /^Öffnungszeiten/ })).toHaveValue(hours);
  const later = name('Di 9 bis 12 Uhr, Klingel');
  await anew.getByRole('textbox', { name: /^Öffnungszeiten/ }).fill(later);
  await anew.getByRole('button', { name: 'Eintrag speichern' }).click();
  await expect(anew.getByText('Ihr Eintrag ist gespeichert.')).toBeVisible();
  await anew.close();
  await second.close();
  const neighbour = await browser.newPage({ baseURL: new URL(page.url()).origin });
  await neighbour.goto('/wegweiser');
  await expect(neighbour.getByText(later)).toBeVisible();
  await neighbour.close();
});

test('a group is taken in, shown, rests and is not shown', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const group = name('Gartengruppe');
  await signInAs('coordinator');
  await page.goto('/team/initiativen');
  await checkPage();
  await page.getByRole('link', { name: 'Gruppe aufnehmen' }).click();
  await checkPage();
  await page.getByLabel('Name der Gruppe').fill(group);
  await page.getByLabel('Was macht die Gruppe?').fill('Pflegt die Beete.');
  await page.getByLabel('Wie viele machen mit?').fill('viele');
  await page.getByRole('button', { name: 'Aufnehmen' }).click();
  await expect(page.getByRole('link', { name: /Zahl von 1 bis 999/ })).toBeVisible();
  await checkPage();
  await page.getByLabel('Wie viele machen mit?').fill('7');
  await page.getByRole('button', { name: 'Aufnehmen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: group })).toBeVisible();
  await checkPage();
  const desk = page.url();
  await page.goto('/unterstuetzung');
  await expect(page.getByText(group)).toBeVisible();
  await page.goto(desk);
  for (const button of ['Ist aktiv', 'Macht Pause']) {
    await page.getByRole('link', { name: 'Stand der Gruppe ändern' }).click();
    await page.getByRole('button', { name: button }).click();
  }
  await expect(page.getByText('Steht zurzeit nicht öffentlich.', { exact: true })).toBeVisible();
  await page.goto('/unterstuetzung');
  await expect(page.getByText(group)).toHaveCount(0);
});
