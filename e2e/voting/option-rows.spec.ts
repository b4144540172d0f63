import type { Page, Route } from '@playwright/test';
import { expect, test } from '../fixtures';

const TEXT = 'Bank am Weg; mit Lehne; 1.200 €\nHochbeete; 640,50 €';

const row = (page: Page, place: number) =>
  page.getByRole('group', { name: `Zeile ${place}`, exact: true });

/** As somebody without a mouse does it. */
async function press(page: Page, name: string, within = page.locator('main')): Promise<void> {
  await within.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
}

const isSaid = (page: Page, text: string) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();

/** Typed before the script came. */
async function typeEarly(page: Page): Promise<void> {
  const held: Route[] = [];
  let isHeld = true;
  await page.route('**/*.js', (route) => (isHeld ? void held.push(route) : route.continue()));
  await page.goto('/team/abstimmungen/neu?method=budget', { waitUntil: 'commit' });
  await page.getByLabel('Projekte mit Kosten').fill(TEXT);
  isHeld = false;
  await Promise.all(held.map((route) => route.continue()));
}

async function isAskedBeforeLeaving(page: Page): Promise<void> {
  const asked = page.waitForEvent('dialog');
  const left = page.evaluate(() => window.location.reload());
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await left;
}

async function moveUpTwice(page: Page, label: string): Promise<void> {
  await press(page, 'Nach oben', row(page, 3));
  await expect(row(page, 2).getByLabel('Name')).toHaveValue(label);
  await expect(row(page, 2).getByRole('button', { name: 'Nach oben' })).toBeFocused();
  await isSaid(page, 'Steht jetzt in Zeile 2.');
  await page.keyboard.press('Enter');
  // There is no way further up: the way back is at hand.
  await expect(row(page, 1).getByRole('button', { name: 'Nach unten' })).toBeFocused();
}

async function removeAndUndo(page: Page): Promise<void> {
  await press(page, 'Zeile entfernen', row(page, 2));
  await expect(row(page, 2).getByLabel('Name')).toBeFocused();
  await expect(row(page, 2).getByLabel('Name')).toHaveValue('Hochbeete');
  await isSaid(page, 'Zeile 2 ist entfernt.');
  await press(page, 'Entfernen rückgängig machen');
  await expect(row(page, 2).getByLabel('Name')).toBeFocused();
  await expect(row(page, 2).getByLabel('Name')).toHaveValue('Bank am Weg');
  await expect(row(page, 2).getByLabel('Kosten')).toHaveValue('1.200');
  await isSaid(page, 'Zeile 2 ist wieder da.');
  await expect(page.getByRole('button', { name: 'Entfernen rückgängig machen' })).toHaveCount(0);
}

test('options are kept row by row by keyboard, and the same text is sent', {
  tag: '@script',
}, async ({ page, signInAs, checkPage }) => {
  await signInAs('coordinator');
  await typeEarly(page);
  await press(page, 'Zeile für Zeile bearbeiten');
  await expect(row(page, 1).getByLabel('Name')).toHaveValue('Bank am Weg');
  await expect(row(page, 1).getByLabel('Erklärung')).toHaveValue('mit Lehne');
  await expect(row(page, 2).getByLabel('Kosten')).toHaveValue('640,50');
  await expect(page.getByText('Noch nicht gespeichert.')).toHaveCount(0);

  await press(page, 'Zeile dazu');
  await expect(row(page, 3).getByLabel('Name')).toBeFocused();
  await isSaid(page, 'Zeile 3 ist dazugekommen.');
  await expect(page.getByText('Noch nicht gespeichert.')).toBeVisible();
  await page.keyboard.type('Baum; klein');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Bei „Baum, klein“ fehlen die Kosten')).toBeVisible();
  await checkPage();

  await moveUpTwice(page, 'Baum; klein');
  await removeAndUndo(page);
  await isAskedBeforeLeaving(page);

  // The server judges the same text, says what it says without rows, and the rows stay.
  await page.getByRole('button', { name: 'Entwurf speichern' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Bei „Baum, klein“ fehlen');
  await row(page, 1).getByLabel('Kosten').fill('80');
  await press(page, 'Als Text bearbeiten');
  await expect(page.getByLabel('Projekte mit Kosten')).toHaveValue(
    'Baum, klein; 80\nBank am Weg; mit Lehne; 1.200\nHochbeete; 640,50',
  );
});
