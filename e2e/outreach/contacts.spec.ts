import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';

const name = (word: string) => `${word} ${Math.random().toString(36).slice(2, 8)}`;

const tap = (page: Page, question: string, answer: string) =>
  page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check();

/** Where somebody is is folded away once it is known. */
async function openWhere(page: Page): Promise<void> {
  if (!(await page.getByLabel('Stadtteil', { exact: true }).isVisible()))
    await page.getByRole('main').locator('summary').first().click();
}

const openNote = async (page: Page) => {
  if (!(await page.getByLabel(/^Notiz ohne Personen/).isVisible()))
    await page.getByRole('main').getByText('Notiz', { exact: true }).click();
};

test('a talk is entered in eight taps, goes on from where it was, and is taken back', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const place = name('Bäckerwagen');
  await signInAs('coordinator');
  await page.goto('/team/rundgang/eintragen');
  await checkPage();
  // A talk stays where somebody is; that is said once.
  await openWhere(page);
  await page.getByLabel('Stadtteil', { exact: true }).selectOption({ label: 'Alte Siedlung' });
  await page.getByLabel(/^Ort, nur grob/).fill('Keilbergring 12');
  await tap(page, 'Wie viele Menschen?', '3');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(
    page.getByText(/„Keilbergring 12“ sieht wie eine Hausnummer aus/).first(),
  ).toBeVisible();
  await checkPage();
  await openWhere(page);
  await page.getByLabel(/^Ort, nur grob/).fill(place);
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('heading', { name: 'Gespeichert' })).toBeVisible();
  await checkPage();

  // From now on: seven taps.
  await expect(page.getByText(`Wo: ${place}, Alte Siedlung, `)).toBeVisible();
  await tap(page, 'Wie viele Menschen?', '2');
  await tap(page, 'Wie viele zum ersten Mal?', 'alle');
  await tap(page, 'Wie alt, nach Augenmaß?', '65 und älter');
  await tap(page, 'Worum ging es?', 'Verkehr und Bus');
  await tap(page, 'Wie war die Stimmung?', 'offen');
  await tap(page, 'Was kam heraus?', 'Karte dagelassen');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('heading', { name: 'Gespeichert' })).toBeVisible();
  const saved = page.url();
  await page.goto('/team/rundgang/kontakte');
  await checkPage();
  await expect.poll(() => listed(page, place)).toHaveLength(2);
  const entered = await listed(page, place);
  expect(entered.filter((row) => row.includes('2 Menschen, 2 zum ersten Mal'))).toHaveLength(1);
  await page.goto(saved);
  await page.getByRole('button', { name: 'Diesen Eintrag zurücknehmen' }).click();
  await expect(page.getByText('Der Eintrag ist gelöscht.')).toBeVisible();
  await expect.poll(() => listed(page, place)).toHaveLength(1);

  await page.goto('/team/rundgang');
  await page.getByRole('main').getByRole('link', { name: 'Statistik', exact: true }).click();
  await checkPage();
  const ages = page.getByRole('table', { name: /^Alter, nach Augenmaß/ });
  await expect(ages.getByRole('row', { name: /^18 bis 64/ })).toBeVisible();
});

/** Rows of talks at a place; others enter hundreds meanwhile, and no order of a day says which page it is on. */
async function listed(page: Page, place: string, enough = Number.POSITIVE_INFINITY) {
  const rows: string[] = [];
  for (let at = 1; ; at += 1) {
    await page.goto(`/team/rundgang/kontakte?page=${at}`);
    rows.push(...(await page.getByRole('row').filter({ hasText: place }).allInnerTexts()));
    const isLast = (await page.getByRole('main').locator('a[rel="next"]').count()) === 0;
    if (isLast || rows.length >= enough) return rows;
  }
}

/** On the page of the list that shows it. */
async function rowOf(page: Page, place: string) {
  await listed(page, place, 1);
  return page.getByRole('row').filter({ hasText: place });
}

/** From two pages of the same contact one proposal is made. */
async function propose(page: Page, note: string): Promise<void> {
  // Nothing has to be typed once more, and nothing stands twice.
  await expect(page.locator('#title')).toHaveValue(note);
  await expect(page.getByLabel(/^Mehr dazu/)).toHaveValue('');
  const beside = await page.context().newPage();
  await beside.goto(page.url());
  await page.getByRole('button', { name: 'Vorschlag speichern' }).click();
  await expect(page).toHaveURL(/\/team\/rundgang\/kontakte\?number=\d+/);
  await beside.getByRole('button', { name: 'Vorschlag speichern' }).click();
  await expect(beside.getByText(/dort steht, dass ein Vorschlag aufgenommen ist/)).toBeVisible();
  await beside.close();
  await page.getByRole('link', { name: /^Nr\. \d+ ansehen$/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(note);
}

test('an entry is put right, becomes a proposal, and a call back stands on the call list', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const place = name('Kaffeemobil');
  const note = `Eine Bank fehlt, ${place}`;
  await signInAs('coordinator');
  await page.goto('/team/rundgang/eintragen');
  await openWhere(page);
  await page.getByLabel('Stadtteil', { exact: true }).selectOption({ label: 'Keilbergring' });
  await page.getByLabel(/^Ort, nur grob/).fill(place);
  await tap(page, 'Wie viele Menschen?', '1');
  await openNote(page);
  await page.getByLabel(/^Notiz ohne Personen/).fill('Frau Lindner will eine Bank');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText(/„Frau Lindner“ sieht wie ein Name aus/).first()).toBeVisible();
  const words = page.getByLabel(/^Notiz ohne Personen/);
  await openNote(page);
  await words.fill(note);
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByRole('link', { name: 'Daraus einen Vorschlag machen' }).click();
  await checkPage();
  await propose(page, note);

  await (await rowOf(page, place)).getByRole('link').click();
  await checkPage();
  await page.getByLabel('Menschen', { exact: true }).fill('4');
  await page.getByRole('button', { name: 'Berichtigung speichern' }).click();
  await expect(page.getByText('Der Kontakt ist berichtigt.')).toBeVisible();
  const row = await rowOf(page, place);
  // Its words are a proposal now.
  await expect(row).not.toContainText('Eine Bank fehlt');
  await expect(row).toContainText('4 Menschen');
  await expect(row).toContainText('Vorschlag aufgenommen');
  await row.getByRole('link').click();
  await page.getByRole('link', { name: 'Kontakt löschen' }).click();
  await checkPage();
  await page.getByRole('button', { name: 'Löschen' }).click();
  await expect(page.getByText('Der Kontakt ist gelöscht.')).toBeVisible();

  await page.goto('/team/rundgang/rueckruf');
  await checkPage();
  const person = name('Erika');
  await page.getByLabel('Name', { exact: true }).fill(person);
  await page.getByLabel('Telefonnummer').fill('030 23125-188');
  await page.getByLabel('Worum geht es?').fill('Bank am Weg');
  await page.getByRole('button', { name: 'Auf die Anrufliste setzen' }).click();
  await expect(page.locator('a[href="#agreed"]')).toBeVisible();
  await page.getByLabel(/^Die Person ist einverstanden/).check();
  await page.getByRole('button', { name: 'Auf die Anrufliste setzen' }).click();
  await page.getByRole('link', { name: 'Zur Anrufliste' }).first().click();
  await expect(page.getByText(person).first()).toBeVisible();
  const call = page.getByRole('listitem').filter({ hasText: person }).first();
  await call.getByRole('button', { name: 'Erreicht', exact: true }).click();
  await expect(page.getByText('Name, Nummer und Anliegen haben wir gelöscht.')).toBeVisible();
  await expect(page.getByText(person)).toHaveCount(0);
});

test('a field that has to be put right stays in sight while somebody types', {
  tag: '@script',
}, async ({ page, signInAs }) => {
  await signInAs('coordinator');
  await page.goto('/team/rundgang/eintragen');
  await openWhere(page);
  await page.getByLabel('Stadtteil', { exact: true }).selectOption({ label: 'Alte Siedlung' });
  const place = page.getByLabel(/^Ort, nur grob/);
  await place.fill('Keilbergring 12');
  await tap(page, 'Wie viele Menschen?', '3');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.locator('main .error-summary')).toBeVisible();
  await place.press('End');
  await place.press('Backspace');
  await expect(page.locator('#place[aria-invalid]')).toHaveCount(0);
  await expect(place).toBeVisible();
});
