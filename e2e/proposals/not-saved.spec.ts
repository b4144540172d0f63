import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { ONCE, sendProposal } from './sending';

const WRITTEN = 'An welchem der beiden Wege soll sie stehen?';

async function writeQuestion(page: Page, number: string): Promise<void> {
  await page.goto(`/team/vorschlaege/${number}`);
  await page.getByRole('link', { name: 'Nachfragen', exact: true }).click();
  await page.getByLabel('Ihre Frage').fill(WRITTEN);
}

const send = (page: Page) => page.getByRole('button', { name: 'Frage abschicken' }).click();

test('whoever is signed out while writing has the text, and a way on', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const { number } = await sendProposal(page, { title: `Bank ${ONCE()}` });
  await signInAs('coordinator');
  await writeQuestion(page, number);
  await page.context().clearCookies();
  await send(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Sie sind nicht mehr angemeldet',
  );
  await expect(page.getByText(WRITTEN)).toBeVisible();
  await checkPage();
  await page.getByRole('link', { name: 'Neu anmelden' }).click();
  await expect(page.getByLabel('E-Mail-Adresse')).toBeVisible();
  expect(decodeURIComponent(page.url())).toContain('/team/vorschlaege');
});

test('whoever is slower than a colleague reads so, and has the text', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const { number } = await sendProposal(page, { title: `Bank ${ONCE()}` });
  await signInAs('coordinator');
  await writeQuestion(page, number);
  const other = await page.context().newPage();
  await other.goto(`/team/vorschlaege/${number}`);
  await other.getByRole('link', { name: 'Nicht veröffentlichen' }).click();
  await other.getByRole('radio', { name: 'Es ist Werbung' }).check();
  await other.getByLabel('Welche Hilfe bieten Sie an?').fill('Kommen Sie gern ins Büro.');
  await other.getByRole('button', { name: 'Nicht veröffentlichen und Bescheid geben' }).click();
  await expect(other.getByText(`Nr. ${number} wird nicht veröffentlicht.`)).toBeVisible();
  await send(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Diesen Schritt gibt es hier nicht mehr',
  );
  await expect(page.getByText(WRITTEN)).toBeVisible();
  await checkPage();
  await page.getByRole('link', { name: 'Zum neuen Stand' }).click();
  await expect(page).toHaveURL(new RegExp(`/team/vorschlaege/${number}$`));
});
