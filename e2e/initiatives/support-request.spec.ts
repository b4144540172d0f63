import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';

interface Wish {
  title: string;
  phone?: string;
  kinds?: string[];
}

async function fillRequest(page: Page, { title, phone, kinds = ['Raum'] }: Wish): Promise<void> {
  for (const kind of kinds) await page.getByLabel(kind, { exact: true }).check();
  await page.getByLabel('Worum geht es, in einem Satz?').fill(title);
  await page
    .getByLabel('Was haben Sie vor, und was fehlt dafür?')
    .fill('Einmal in der Woche ein warmer Raum mit ein paar Matten, ß und „Gänsefüßchen“.');
  await page.getByLabel('Griesbacher Hang').check();
  await page.getByLabel('Nur für mich').check();
  await page.getByLabel('Ihr Name').fill('Jana Weiß-Müller');
  if (!phone) return page.getByLabel('Gar nicht, ich frage selbst').check();
  await page.getByLabel('Per Anruf').check();
  return page.getByLabel('Telefonnummer').fill(phone);
}

const toCheck = (page: Page) => page.getByRole('button', { name: 'Weiter: prüfen' }).click();

/** Sends a request; the answer is its number and the path of its receipt. */
async function ask(page: Page, wish: Wish) {
  await page.goto('/unterstuetzung/anfragen');
  await fillRequest(page, wish);
  await toCheck(page);
  await page.getByRole('button', { name: 'Anfrage abschicken' }).click();
  await expect(page).toHaveURL(/\/unterstuetzung\/vorgang\//);
  const number = (await page.locator('.receipt-number strong').textContent())?.trim() ?? '';
  return { number, path: new URL(page.url()).pathname };
}

/** The office takes a step with a sentence. */
async function answer(page: Page, number: string, step: string, note: string, send: string) {
  await page.goto(`/team/anfragen/${number}`);
  await page.getByRole('link', { name: step, exact: true }).click();
  await page.getByLabel('Ihre Nachricht').fill(note);
  await page.getByRole('button', { name: send }).click();
  await expect(page.getByText(note).first()).toBeVisible();
}

test('what neighbours can get is a reading page in every language', async ({ page, checkPage }) => {
  for (const prefix of ['', '/de-LS', '/en']) {
    for (const path of ['/unterstuetzung', '/beratung']) {
      await page.goto(`${prefix}${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await page.locator('script').count()).toBe(0);
      await checkPage();
    }
  }
});

test('a neighbour asks, corrects mistakes, looks again, sends, and gets a number', {
  tag: '@script',
}, async ({ page, checkPage }) => {
  const title = `Raum für die Krabbelgruppe ${Date.now()}`;
  await page.goto('/unterstuetzung');
  await page.getByRole('link', { name: 'Hilfe anfragen' }).first().click();
  await page.getByRole('link', { name: 'Wir haben etwas vor' }).click();
  await checkPage();

  await page.getByLabel('Worum geht es, in einem Satz?').fill(title);
  await page.getByLabel('Wie viel Geld ungefähr?').fill('ungefähr hundert');
  await toCheck(page);
  const summary = page.locator('.error-summary');
  await expect(summary).toContainText('Bitte kreuzen Sie mindestens eines an.');
  await expect(summary).toContainText('Bitte schreiben Sie den Betrag in Euro');
  await expect(summary).toContainText('Bitte wählen Sie einen Stadtteil aus.');
  await expect(page.getByLabel('Worum geht es, in einem Satz?')).toHaveValue(title);
  await checkPage();

  await page.getByLabel('Wie viel Geld ungefähr?').fill('');
  await page.getByLabel('Per Brief').check();
  await expect(page.getByLabel('Name und Anschrift für den Brief')).toBeVisible();
  await fillRequest(page, { title });
  await toCheck(page);
  await expect(page.getByRole('heading', { name: 'Stimmt alles so?' })).toBeVisible();
  await expect(page.getByText('Jana Weiß-Müller')).toBeVisible();
  await checkPage();

  await page.getByRole('button', { name: 'Etwas ändern' }).click();
  await expect(page.getByLabel('Worum geht es, in einem Satz?')).toHaveValue(title);
  await expect(page.getByLabel('Raum', { exact: true })).toBeChecked();
  await page.getByLabel('Rat', { exact: true }).check();
  await toCheck(page);
  await expect(page.getByText('Raum, Rat')).toBeVisible();
  await page.getByRole('button', { name: 'Anfrage abschicken' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Danke. Ihre Anfrage ist angekommen.',
  );
  await expect(page.getByText('steht hier eine Antwort')).toBeVisible();
  await checkPage();
  const number = (await page.locator('.receipt-number strong').textContent())?.trim() ?? '';

  // The number alone tells the state and nothing else.
  await page.goto(`/nummer?number=${number}`);
  await expect(page.getByText('Die Anfrage ist im Büro angekommen')).toBeVisible();
  await expect(page.getByText(title)).toHaveCount(0);
});

test('the office makes an offer, the neighbour accepts it, the office finishes', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const title = `Gruppenraum am Dienstag ${Date.now()}`;
  const { number, path } = await ask(page, { title });
  await signInAs('coordinator');
  await page.goto('/team/anfragen');
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
  await checkPage();
  await page.goto(`/team/anfragen/${number}`);
  await page.getByRole('button', { name: 'Angebot schicken' }).click();
  await expect(page.locator('.error-summary')).toContainText(
    'Bitte schreiben Sie einen Satz dazu.',
  );
  await checkPage();
  await answer(page, number, 'Angebot machen', 'Dienstags ab 14 Uhr ist frei.', 'Angebot schicken');
  // It says so, and no form stands there open as if nothing had been sent.
  await expect(page.getByRole('status')).toContainText('Das ist eingetragen und steht im Verlauf.');
  await expect(page.getByLabel('Ihre Nachricht')).toHaveCount(0);
  await checkPage();

  await page.goto(path);
  await expect(page.getByText('Dienstags ab 14 Uhr ist frei.').first()).toBeVisible();
  await checkPage();
  await page.getByLabel('Möchten Sie etwas dazu sagen?').fill('Wunderbar, danke!');
  await page.getByRole('button', { name: 'Angebot annehmen' }).click();
  await expect(page.getByText('Die Unterstützung ist zugesagt').first()).toBeVisible();

  await answer(page, number, 'Abschließen', 'Der Raum ist reserviert.', 'Abschließen');
  // For a day it may have been a mistake.
  await expect(page.getByRole('link', { name: 'War ein Versehen' })).toBeVisible();
  await page.goto(path);
  await expect(page.getByText('Die Unterstützung ist abgeschlossen').first()).toBeVisible();
  await checkPage();
});

test('two of the office: the second sees that something changed, and keeps the text', async ({
  page,
  signInAs,
}) => {
  const { number, path } = await ask(page, { title: `Zu zweit geantwortet ${Date.now()}` });
  await signInAs('coordinator');
  await page.goto(`/team/anfragen/${number}`);
  await page.getByLabel('Ihre Nachricht').fill('Mein langer Text');
  const other = await page.context().newPage();
  await answer(other, number, 'Nachfragen oder klären', 'Wie viele?', 'Nachricht schicken');
  await other.goto(path);
  await other.getByLabel('Ihre Antwort').fill('Zwölf Personen');
  await other.getByRole('button', { name: 'Antwort abschicken' }).click();
  await expect(other.getByText('Zwölf Personen')).toBeVisible();
  await other.close();
  await page.getByRole('button', { name: 'Angebot schicken' }).click();
  await expect(page.getByText(/hat inzwischen jemand geändert/)).toBeVisible();
  await expect(page.getByLabel('Ihre Nachricht')).toHaveValue('Mein langer Text');
  await expect(page.getByRole('button', { name: 'Angebot schicken' })).toBeHidden();
});

test('a request is withdrawn by whoever holds the code, by nobody else', async ({
  page,
  checkPage,
}) => {
  const { path } = await ask(page, { title: `Doch nicht ${Date.now()}` });
  await page.getByRole('link', { name: 'Ich brauche die Unterstützung nicht mehr' }).click();
  await checkPage();
  await page.getByRole('button', { name: 'Ja, zurückziehen' }).click();
  await expect(page).toHaveURL(path);
  await expect(page.getByText('Die Anfrage wurde zurückgezogen').first()).toBeVisible();
  expect((await page.request.get('/unterstuetzung/vorgang/ACDE-FGHJ')).status()).toBe(404);
});

test('the office takes down a request on the phone', async ({ page, signInAs, checkPage }) => {
  await signInAs('coordinator');
  await page.goto('/team/anfragen/neu');
  await checkPage();
  await page.getByLabel('Was wird gebraucht?').fill('Leiter für den Bolzplatz');
  await page.getByLabel('Material und Werkzeug').check();
  await page.getByLabel('Keilbergring').check();
  await page.getByLabel('Telefonnummer').fill('030 23125-199');
  await page.getByRole('button', { name: 'Aufnehmen' }).click();
  await expect(page).toHaveURL(/\/team\/anfragen\/\d+\?said=/);
  await expect(page.getByText(/2\d{3}, am Telefon/)).toBeVisible();
  await checkPage();
});

test('residents do not see the office’s requests', async ({ page, signInAs }) => {
  await signInAs('resident');
  for (const path of ['/team', '/team/anfragen', '/team/anfragen/140', '/team/anrufe']) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
});
