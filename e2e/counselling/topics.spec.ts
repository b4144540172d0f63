import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';

const LISTS = ['forWhom', 'whatWeDo', 'pleaseBring', 'notDone'];

/** Types a draft, with an amount of money at first. */
async function writeTopic(page: Page, title: string): Promise<void> {
  await page.goto('/team/themenseiten/neu');
  await page.getByLabel('Überschrift').fill(title);
  await page
    .getByLabel('Einleitung')
    .fill('Jemand braucht Hilfe im Alltag. Wir helfen beim Antrag.');
  for (const part of LISTS) {
    await page.locator(`textarea[name=${part}]`).fill(`- ${part}: eins\n\n- ${part}: zwei`);
  }
  await page.getByLabel('Gut zu wissen').fill('Es gibt 347 Euro.');
  await page.getByLabel('Wie oft soll jemand die Seite prüfen?').selectOption('6');
  await page.getByRole('button', { name: 'Als Entwurf speichern' }).click();
  await expect(page.locator('.error-summary')).toContainText('Bitte keine Geldbeträge');
  await expect(page.getByLabel('Überschrift')).toHaveValue(title);
  await page.getByLabel('Gut zu wissen').fill('Der Antrag kostet nichts.');
  await page.getByRole('button', { name: 'Als Entwurf speichern' }).click();
  await expect(page.getByText('Es ist ein Entwurf')).toBeVisible();
}

test('the office writes a topic page, stands for it, and everybody reads it, without script', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const title = `Pflegegrad beantragen ${Date.now()}`;
  await signInAs('coordinator');
  await writeTopic(page, title);
  await checkPage();
  const office = new URL(page.url()).pathname;

  // Nobody can publish what nobody has looked at.
  await expect(page.getByRole('button', { name: /veröffentlichen/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Geprüft, stimmt' }).click();
  await page.getByRole('button', { name: 'Fassung 1 veröffentlichen' }).click();
  await expect(page.getByText(/geprüft am .* von Stadtteilkoordination/)).toBeVisible();
  await page.getByRole('link', { name: 'Seite ansehen, wie alle sie lesen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.getByRole('listitem').filter({ hasText: 'notDone: zwei' })).toBeVisible();
  await expect(page.getByText(/Zuletzt geprüft am/)).toBeVisible();
  expect(await page.locator('script').count()).toBe(0);
  await checkPage();
  const open = new URL(page.url()).pathname;

  // Whoever reads English is told why this is German, and finds the page from where people look.
  await page.goto(`/en${open}`);
  await expect(page.getByText('This page is in German only.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'de');
  for (const list of ['/beratung', '/wegweiser']) {
    await page.goto(list);
    await expect(page.getByRole('link', { name: title })).toBeVisible();
  }

  await page.goto(office);
  await page.getByRole('link', { name: /^Englisch ändern/ }).click();
  await page.getByLabel('Überschrift').fill('Applying for a care level');
  await page.getByRole('button', { name: 'Als neue Fassung speichern' }).click();
  await page.getByRole('link', { name: 'Fassung 2 ansehen' }).click();
  await page.getByRole('link', { name: 'Englisch', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Applying for a care level');
  await checkPage();
  // What is public stays as it was until the newer edition is published.
  await page.goto(`/en${open}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

  await page.goto(office);
  await page.getByRole('button', { name: 'Von der Seite nehmen' }).click();
  await expect(page.getByText('Von der Seite genommen.')).toBeVisible();
  expect((await page.goto(open))?.status()).toBe(404);
});

test('what is due says so to everybody and to the office, and one click says it is still right', async ({
  page,
  signInAs,
  checkPage,
}) => {
  await page.goto('/beratung/thema/schulden-strom');
  await expect(page.getByRole('heading', { name: 'Wir prüfen diese Seite gerade' })).toBeVisible();
  await checkPage();
  await page.goto('/beratung/thema/wohngeld');
  await expect(page.getByText('Wir prüfen diese Seite gerade')).toHaveCount(0);
  // A counsellor has to confirm the new law first.
  expect((await page.goto('/beratung/thema/grundsicherungsgeld'))?.status()).toBe(404);

  await signInAs('coordinator');
  await page.goto('/team');
  await page.getByRole('link', { name: 'Rechnung kann nicht bezahlt werden', exact: true }).click();
  await expect(page).toHaveURL(/\/team\/themenseiten\//);
  await page.goto('/team/themenseiten');
  await expect(page.getByRole('row').filter({ hasText: 'Rechnung' })).toContainText('fällig seit');
  await expect(page.getByRole('row').filter({ hasText: 'Geld für Schule' })).toContainText(
    'bald fällig',
  );
  await checkPage();
  await page.getByRole('link', { name: 'Rechnung kann nicht bezahlt werden' }).click();
  const office = new URL(page.url()).pathname;
  await page.getByRole('button', { name: 'Geprüft, stimmt noch' }).click();
  await expect(page.getByText('Als geprüft eingetragen.')).toBeVisible();
  await page.goto('/beratung/thema/schulden-strom');
  await expect(page.getByText('Wir prüfen diese Seite gerade')).toHaveCount(0);
  await page.goto(office);
  await page.getByRole('button', { name: 'Prüfung von heute zurücknehmen' }).click();
  await expect(page.getByText('Zurückgenommen.')).toBeVisible();
});

test('whoever has a letter from an authority is led to the counselling, not into the form', async ({
  page,
  checkPage,
}) => {
  for (const [prefix, ask, letter] of [
    ['', 'Hilfe anfragen', 'Ich habe einen Brief vom Amt oder brauche Rat für mich'],
    ['/de-LS', 'Um Hilfe bitten', 'Ich habe einen Brief vom Amt. Oder ich brauche Rat für mich.'],
    ['/en', 'Ask for help', 'I have a letter from an authority or need advice for myself'],
  ] as const) {
    await page.goto(`${prefix}/unterstuetzung`);
    await page.getByRole('link', { name: ask }).first().click();
    await expect(page).toHaveURL(`${prefix}/unterstuetzung/neu`);
    await checkPage();
    await page.getByRole('link', { name: letter }).click();
    await expect(page).toHaveURL(`${prefix}/beratung`);
    await expect(page.locator('a[href$="/beratung/thema/brief-vom-amt"]')).toBeVisible();
  }
  await page.goto('/unterstuetzung/anfragen');
  await page.getByRole('link', { name: 'Hier geht es weiter' }).click();
  await expect(page).toHaveURL('/unterstuetzung/neu');
});
