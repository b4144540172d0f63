import type { Page } from '@playwright/test';
import { wednesday } from '../days';
import { expect, test } from '../fixtures';
import { fillProposal, ONCE, sendProposal } from './sending';

type Check = () => Promise<void>;

async function lookUp(page: Page, number: string) {
  await page.goto('/nummer');
  await page.getByLabel('Nummer oder Geheim-Code').fill(number);
  await page.getByRole('button', { name: 'Ansehen', exact: true }).click();
  return page.getByRole('status').filter({ hasText: `Nr. ${number}` });
}

/** Presses the button with everything wrong; what was typed stays, each mistake has its link. */
async function sendWrongly(page: Page, checkPage: Check) {
  await page.getByRole('button', { name: 'Weiter: prüfen' }).click();
  const problems = page.locator('.error-summary');
  await expect(problems.getByRole('link')).toHaveCount(5);
  await checkPage();
  await page.getByLabel('Ihr Vorschlag in einem Satz').fill(`<b>${'zu lang '.repeat(12)}`);
  await page.getByRole('radio', { name: 'E-Mail', exact: true }).check();
  await page.getByLabel('E-Mail-Adresse, Telefonnummer oder Anschrift').fill('keine Adresse');
  await page.getByRole('button', { name: 'Weiter: prüfen' }).click();
  await expect(problems).toContainText('Höchstens 80 Zeichen');
  await expect(problems).toContainText('name@beispiel.de');
  await expect(page.getByLabel('Ihr Vorschlag in einem Satz')).toHaveValue(/^<b>zu lang/);
  await problems.getByRole('link', { name: /name@beispiel\.de/ }).click();
  await expect(page).toHaveURL(/#contact$/);
}

test('an idea goes from the door to the public page', async ({ page, signInAs, checkPage }) => {
  const title = `Licht am Weg ${ONCE()}`;
  await page.goto('/vorschlaege/neu');
  expect(await page.locator('script').count()).toBe(0);
  await checkPage();
  await page.getByRole('link', { name: 'Ich habe eine Idee' }).click();
  await checkPage();
  await sendWrongly(page, checkPage);

  await fillProposal(page, { title, mail: 'joerg@post.example' });
  await page.getByRole('button', { name: 'Weiter: prüfen' }).click();
  await expect(page.getByText('J. G.')).toBeVisible();
  await expect(page.getByText('E-Mail an joerg@post.example')).toBeVisible();
  await checkPage();
  await page.getByRole('button', { name: 'Etwas ändern' }).click();
  await expect(page.getByLabel('Ihr Vorschlag in einem Satz')).toHaveValue(title);
  await expect(page.getByRole('radio', { name: 'Alte Siedlung' })).toBeChecked();
  await page.getByRole('button', { name: 'Weiter: prüfen' }).click();
  await page.getByRole('button', { name: 'Vorschlag abschicken' }).click();
  await expect(page.getByText(/Sie bekommen bis .* eine Antwort/)).toBeVisible();
  await checkPage();

  const number = (await page.locator('.receipt-number strong').textContent())?.trim() ?? '';
  const found = await lookUp(page, number);
  await expect(found).toContainText('Eingegangen');
  await expect(page.locator('main')).not.toContainText(title);
  await checkPage();
  expect((await page.goto(`/vorschlaege/nr/${number}`))?.status()).toBe(404);

  await signInAs('coordinator');
  await page.goto('/team/vorschlaege');
  await checkPage();
  await page.getByRole('link', { name: title }).click();
  await checkPage();
  await page.getByLabel('Ort', { exact: true }).fill('');
  await page.getByRole('button', { name: 'Jetzt veröffentlichen' }).click();
  await expect(page.locator('.error-summary')).toContainText('ganzer Stadtteil');
  await page
    .getByLabel('Thema', { exact: true })
    .selectOption({ label: 'Wege, Treppen und Licht' });
  await page.getByLabel('Ort', { exact: true }).fill('Spielwiese');
  await page.getByRole('button', { name: 'Jetzt veröffentlichen' }).click();
  await expect(page.getByText(`Nr. ${number} ist veröffentlicht.`)).toBeVisible();

  await page.goto(`/team/vorschlaege/${number}`);
  await page.getByRole('link', { name: 'Abstimmung dazu vorbereiten' }).click();
  await expect(page.getByText(`Vorschlag Nr. ${number}`)).toBeVisible();

  await page.goto(`/vorschlaege/nr/${number}`);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText('J. G.').first()).toBeVisible();
  await expect(page.locator('main')).not.toContainText('Groß-Weiß');
  expect(await page.locator('script').count()).toBe(0);
  await checkPage();
  await page.goto('/vorschlaege/stadtteil/alte-siedlung');
  await expect(page.getByRole('link', { name: title })).toBeVisible();
  await expect(await lookUp(page, number)).toContainText('Veröffentlicht');
});

test('the office asks back, the author answers and withdraws', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const title = `Bank am Weg ${ONCE()}`;
  const { number, code } = await sendProposal(page, { title });
  await signInAs('coordinator');
  await page.goto(`/team/vorschlaege/${number}`);
  await page.getByRole('link', { name: 'Nachfragen', exact: true }).click();
  await page.getByRole('button', { name: 'Frage abschicken' }).click();
  await expect(page.locator('.error-summary')).toContainText('Bitte schreiben Sie die Frage');
  await page.getByLabel('Ihre Frage').fill('An welchem der beiden Wege?');
  await page.getByRole('button', { name: 'Frage abschicken' }).click();
  await expect(page.getByText(`Die Frage zu Nr. ${number} ist gestellt.`)).toBeVisible();

  await page.goto(`/vorschlaege/quittung/${code.toLowerCase()}`);
  await expect(page.getByText('An welchem der beiden Wege?').first()).toBeVisible();
  await expect(page.getByText(/Bitte antworten Sie bis \S+ \d+\./)).toBeVisible();
  await checkPage();
  await page.getByRole('button', { name: 'Antwort abschicken' }).click();
  await expect(page.locator('.error-summary')).toContainText('Bitte schreiben Sie Ihre Antwort');
  await page.getByLabel('Ihre Antwort').fill('Am unteren Weg, hinter der Kurve.');
  await page.getByRole('button', { name: 'Antwort abschicken' }).click();
  await expect(page.getByText('Wir prüfen seit heute').first()).toBeVisible();

  await page.getByRole('link', { name: 'Vorschlag zurückziehen' }).click();
  await checkPage();
  await page.getByRole('button', { name: 'Ja, zurückziehen' }).click();
  await expect(page.getByText('Zurückgezogen').first()).toBeVisible();
  expect((await page.goto('/vorschlaege/quittung/AAAA-AAAA'))?.status()).toBe(404);
});

test('what is not published helps its author and stays hidden', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const title = `Streit im Aufgang ${ONCE()}`;
  const { number, code } = await sendProposal(page, { title });
  await signInAs('coordinator');
  await page.goto(`/team/vorschlaege/${number}`);
  await page.getByRole('link', { name: 'Nicht veröffentlichen' }).click();
  await page.getByRole('radio', { name: 'Es betrifft einzelne Personen' }).check();
  await page
    .getByLabel('Welche Hilfe bieten Sie an?')
    .fill('Kommen Sie gern zum Gespräch ins Büro.');
  await checkPage();
  await page.getByRole('button', { name: 'Nicht veröffentlichen und Bescheid geben' }).click();
  await expect(page.getByText(`Nr. ${number} wird nicht veröffentlicht.`)).toBeVisible();

  expect((await page.goto(`/vorschlaege/nr/${number}`))?.status()).toBe(404);
  const found = await lookUp(page, number);
  await expect(found).toContainText('Nicht veröffentlicht');
  await expect(page.locator('main')).not.toContainText('einzelne Personen');
  await page.goto(`/vorschlaege/quittung/${code}`);
  await expect(page.getByText('Kommen Sie gern zum Gespräch ins Büro.').first()).toBeVisible();
  await checkPage();
});

test('a pile of cards is typed by keyboard alone', { tag: '@script' }, async ({
  page,
  signInAs,
  checkPage,
}) => {
  await signInAs('coordinator');
  await page.goto('/team');
  // The way into the page, the first button, and the cursor stands where the title is typed.
  for (const key of ['Tab', 'Enter', 'Tab', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByLabel('Worum geht es?')).toBeFocused();
  await page.keyboard.type('Schachtisch am Siedlerheim');
  for (const key of ['Tab', 'Tab']) await page.keyboard.press(key);
  await page.keyboard.type('Siedlerheim');
  for (const key of ['Tab', 'Space', 'Tab', 'Tab', 'Tab', 'Tab']) await page.keyboard.press(key);
  await page.keyboard.type('030 23125-160');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Nr\. \d+ gespeichert/)).toBeVisible();
  await expect(page.getByText('Für die Antwort rufen Sie an.')).toBeVisible();
  await expect(page.getByLabel('Worum geht es?')).toBeFocused();
  await expect(page.getByRole('radio', { name: 'Keilbergring' })).toBeChecked();
  await expect(page.getByLabel('Worum geht es?')).toHaveValue('');
  await checkPage();
  await page.keyboard.press('Enter');
  await expect(page.locator('.error-summary')).toContainText('worum es geht');
});

test('similar proposals are shown before sending', async ({ page }) => {
  await page.goto('/vorschlaege/neu/idee');
  await fillProposal(page, { title: 'Kleinkindschaukel und Sonnensegel am Spielplatz' });
  await page
    .getByLabel('Was soll sich ändern und warum?')
    .fill(
      'Auf dem Spielplatz am Hang steht für die Kleinen nur das Federtier, und im Sommer brennt die Sonne.',
    );
  await page.getByRole('radio', { name: 'Griesbacher Hang' }).check();
  await page.getByLabel('Wo genau?').fill('Spielplatz am Hang');
  await page.getByRole('button', { name: 'Weiter: prüfen' }).click();
  await expect(page.getByRole('heading', { name: 'Gibt es das schon?' })).toBeVisible();
  await expect(page.getByText('Schaukel und Sonnensegel für den Spielplatz am Hang')).toBeVisible();
  const mine = page.getByRole('link', { name: /Das ist meins/ }).first();
  await expect(mine).toHaveAttribute('href', /\/vorschlaege\/unterstuetzen\/\d+$/);
});

test('supporting needs signing in and counts once', async ({ page, signInAs, checkPage }) => {
  await page.goto('/vorschlaege');
  await page.getByRole('link', { name: 'Mitfahrbank Richtung Innenstadt' }).click();
  const path = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Das ist mir auch wichtig' }).click();
  await expect(page).toHaveURL(/\/anmelden/);
  await signInAs('resident');
  await page.goto(path);
  await page.getByRole('link', { name: 'Das ist mir auch wichtig' }).click();
  await checkPage();
  const before = await page.locator('.page-meta').textContent();
  const takeBack = page.getByRole('button', { name: 'Doch nicht unterstützen' });
  const support = page.getByRole('button', { name: 'Das ist mir auch wichtig' });
  // The other project's resident is the same person and may have been here before.
  if (await takeBack.isVisible()) await takeBack.click();
  else await support.click();
  await expect(page.locator('.page-meta')).not.toHaveText(before ?? '');
  if (await takeBack.isVisible()) await takeBack.click();
  else await support.click();
  await expect(page.locator('.page-meta')).toHaveText(before ?? '');
});

const LANGUAGES = { German: '', 'easy German': '/de-LS', English: '/en' };

for (const [language, prefix] of Object.entries(LANGUAGES)) {
  test(`the reading pages are whole in ${language}`, { tag: '@reading' }, async ({
    page,
    checkPage,
  }) => {
    for (const path of [
      '/vorschlaege',
      '/vorschlaege/das-wurde-daraus',
      '/vorschlaege/ohne-antwort',
      '/vorschlaege/nr/104',
      '/etwas-ist-kaputt',
    ]) {
      await page.goto(`${prefix}${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await page.locator('script').count()).toBe(0);
      await checkPage();
    }
  });
}

test('a number nobody has, and something that is no number', async ({ page, checkPage }) => {
  await page.goto('/nummer?number=Nr.%209999999');
  await expect(page.getByText('Die Nummer 9999999 kennen wir nicht.')).toBeVisible();
  await checkPage();
  await page.goto('/nummer?number=%3Cscript%3E');
  await expect(page.getByText('Das ist keine Nummer.')).toBeVisible();
  const door = page.getByLabel('Nummer oder Geheim-Code');
  await expect(door).toHaveValue('<script>');
  await checkPage();
  await door.fill('ACDE-FGHJ');
  await page.getByRole('button', { name: 'Ansehen', exact: true }).click();
  await expect(page.locator('.error-summary')).toContainText(
    'mit diesem Code geht hier keine Seite auf',
  );
  expect(page.url()).not.toContain('ACDE');
});

test('number and code of an appointment lead to the page where appointments are', async ({
  page,
  checkPage,
}) => {
  await page.goto('/nummer');
  await page.getByLabel('Nummer oder Geheim-Code').fill('345678 ACDE-FGHJ');
  await page.getByRole('button', { name: 'Ansehen', exact: true }).click();
  await expect(
    page.getByText('Auf dieser Seite finden wir die Nummer 345678 nicht.'),
  ).toBeVisible();
  expect(page.url()).not.toContain('ACDE');
  await checkPage();
  await page.getByRole('main').getByRole('link', { name: 'Termin ansehen oder ändern' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Termin ansehen oder ändern');
});

test('a list on paper counts, is corrected and struck by the office', async ({
  page,
  signInAs,
  checkPage,
}) => {
  await signInAs('coordinator');
  await page.goto('/team/vorschlaege?group=published');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Nr\. \d+ bearbeiten|Nr\. \d+/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Unterschriftenlisten' }).click();
  await checkPage();
  const before = Number(
    /(\d+) Unterschriften? auf Papier/.exec(
      (await page.getByRole('main').textContent()) ?? '',
    )?.[1] ?? 0,
  );
  await page.getByLabel('Zahl der Unterschriften').fill('zwölf');
  await page.getByLabel('Datum auf der Liste').fill(wednesday(-8));
  await page.getByLabel('Wo lag die Liste aus?').fill('Bäckerei am Markt');
  await page.getByRole('button', { name: 'Liste eintragen' }).click();
  await expect(page.getByRole('link', { name: /Zahl von 1 bis 9999/ })).toBeVisible();
  await checkPage();
  await page.getByLabel('Zahl der Unterschriften').fill('12');
  await page.getByRole('button', { name: 'Liste eintragen' }).click();
  await expect(page.getByText(`${before + 12} Unterschriften auf Papier`)).toBeVisible();
  await checkPage();

  await page.getByRole('link', { name: 'Berichtigen oder streichen' }).first().click();
  await checkPage();
  const correct = page.locator('form', {
    has: page.getByRole('button', { name: 'Berichtigung speichern' }),
  });
  await correct.getByLabel('Zahl der Unterschriften').fill('9');
  await correct.getByLabel('Warum berichtigen Sie das?').fill('Drei Namen waren nicht zu lesen.');
  await correct.getByRole('button', { name: 'Berichtigung speichern' }).click();
  await expect(page.getByText(`${before + 9} Unterschriften auf Papier`)).toBeVisible();
  const struck = page.getByText(/^Gestrichen am/);
  const struckSoFar = await struck.count();
  expect(struckSoFar).toBeGreaterThan(0);

  const number = /vorschlaege\/(\d+)\//.exec(page.url())?.[1];
  await page.goto(`/vorschlaege/nr/${number}`);
  await expect(page.getByText(`davon ${before + 9} auf Papier`)).toBeVisible();
  await expect(page.getByText(/auf Papier berichtigt.*nicht zu lesen/).first()).toBeVisible();
  await page.goto(`/team/vorschlaege/${number}/unterschriften`);
  await page.getByRole('link', { name: 'Berichtigen oder streichen' }).first().click();
  await page.getByRole('link', { name: 'Diese Liste streichen' }).click();
  const strike = page.locator('form', {
    has: page.getByRole('button', { name: 'Diese Liste streichen' }),
  });
  await strike.getByLabel('Warum berichtigen Sie das?').fill('Die Liste war für etwas anderes.');
  await strike.getByRole('button', { name: 'Diese Liste streichen' }).click();
  await expect(struck).toHaveCount(struckSoFar + 1);
  await checkPage();
});
