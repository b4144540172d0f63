import type { Page } from '@playwright/test';
import { inDays } from '../days';
import { expect, test } from '../fixtures';

const name = (word: string) => `${word} ${Math.random().toString(36).slice(2, 8)}`;

/** A line that says no hours is refused with its number, and stays as it was typed. */
async function putStopRight(page: Page): Promise<void> {
  await expect(page.locator('a[href="#stops"]')).toBeVisible();
  const stops = page.getByLabel(/^Weitere Orte danach/);
  await expect(stops).toHaveValue('18:15 Uhr Garten am Hang');
  await stops.fill('18:15–19:00 Garten am Hang');
  await page.getByRole('button', { name: 'Planen' }).click();
}

/** Everybody reads where it goes then. */
async function goesOn(page: Page, place: string): Promise<void> {
  const there = page.getByRole('listitem').filter({ hasText: place }).first();
  await expect(there.getByRole('listitem').filter({ hasText: 'Garten am Hang' })).toBeVisible();
}

test('a round is planned, stands in the calendar, is called off with its reason and opened again', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const place = name('Kiosk');
  await signInAs('coordinator');
  await page.goto('/team/rundgang');
  await checkPage();
  await page.getByRole('link', { name: 'Rundgang planen' }).click();
  await checkPage();
  await page.getByLabel('Stadtteil', { exact: true }).selectOption({ label: 'Keilbergring' });
  await page.getByLabel('Ort', { exact: true }).fill(place);
  await page.getByLabel('Tag', { exact: true }).fill(inDays(3));
  await page.getByLabel('Von', { exact: true }).fill('17:00');
  await page.getByLabel('Bis', { exact: true }).fill('15:00');
  await page.getByLabel(/^Jede Woche bis/).fill(inDays(12));
  await page.getByLabel(/^Was nehmen wir mit/).fill(`Geheimliste ${place}`);
  await page.getByLabel(/^Weitere Orte danach/).fill('18:15 Uhr Garten am Hang');
  await page.getByRole('button', { name: 'Planen' }).click();
  await putStopRight(page);
  await expect(page.locator('a[href="#until"]')).toBeVisible();
  await expect(page.getByLabel('Ort', { exact: true })).toHaveValue(place);
  await checkPage();
  await page.getByLabel('Bis', { exact: true }).fill('18:00');
  await page.getByRole('button', { name: 'Planen' }).click();
  await expect(page.getByText(/^\d+ Rundg(?:ang ist|änge sind) geplant\./)).toBeVisible();
  await checkPage();

  await page.goto('/unterwegs');
  await expect(page.getByRole('heading', { level: 3, name: place }).first()).toBeVisible();
  await expect(page.getByText('Geheimliste')).toHaveCount(0);
  await goesOn(page, place);
  await checkPage();
  await page.goto('/kalender/art/unterwegs');
  await expect(page.getByText(place).first()).toBeVisible();
  await checkPage();

  await page.goto('/team/rundgang');
  await page
    .getByRole('link', { name: `Öffnen – ${place}` })
    .first()
    .click();
  await expect(page.getByText('Eine Person geht allein.')).toBeVisible();
  await checkPage();
  await page.getByLabel('Warum fällt der Rundgang aus?').fill('Sturmwarnung');
  await page.getByRole('button', { name: 'Absagen' }).click();
  await expect(page.getByText('Der Rundgang ist abgesagt.')).toBeVisible();
  await checkPage();
  const round = page.url();
  await page.goto('/unterwegs');
  const row = page.getByRole('listitem').filter({ hasText: place }).first();
  await expect(row.getByText('Fällt aus: Sturmwarnung')).toBeVisible();
  await checkPage();

  await page.goto(round);
  await page.getByRole('button', { name: 'Wieder öffnen' }).click();
  await expect(page.getByText('Der Rundgang ist wieder offen.')).toBeVisible();
  await page.getByRole('link', { name: 'Ändern oder verschieben' }).click();
  await checkPage();
  await page.getByLabel('Von', { exact: true }).fill('16:30');
  await page.getByRole('button', { name: 'Änderungen speichern' }).click();
  await expect(page.getByText('Der Rundgang ist geändert.')).toBeVisible();
});

test('a round that is over waits, is closed with what was learnt, and a quiet place gets one', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const place = name('Markt');
  await signInAs('coordinator');
  await page.goto('/team/rundgang');
  const quiet = page.getByRole('link', { name: /^Runde hierher planen/ }).first();
  const [, words = ''] = ((await quiet.textContent()) ?? '').split(' – ');
  const here = (await quiet.getAttribute('href')) ?? '';
  await quiet.click();
  await expect(page.getByLabel('Ort', { exact: true })).toHaveValue(words);
  await page.getByLabel('Ort', { exact: true }).fill(place);
  await page.getByLabel('Tag', { exact: true }).fill(inDays(-1));
  await page.getByLabel('Von', { exact: true }).fill('10:00');
  await page.getByLabel('Bis', { exact: true }).fill('11:00');
  await page.getByRole('button', { name: 'Planen' }).click();
  await page.goto('/team');
  await expect(page.getByText(/vorbei und noch offen/).first()).toBeVisible();
  await page.getByRole('link', { name: /Zu den Rundgängen/ }).click();
  await page.getByRole('link', { name: `Öffnen – ${place}` }).click();
  await page.getByLabel('Was haben wir gelernt?').fill('Mittags ist mehr los.');
  await page.getByRole('button', { name: 'Abschließen' }).click();
  await expect(page.getByText('Der Rundgang ist abgeschlossen.')).toBeVisible();
  await expect(page.getByText('Mittags ist mehr los.')).toBeVisible();
  await checkPage();
  const again = new URL(here, page.url());
  again.searchParams.set('place', place.toUpperCase());
  await page.goto(again.toString());
  await expect(page.getByText('Mittags ist mehr los.')).toBeVisible();
  await checkPage();
});

for (const prefix of ['/en', '/de-LS']) {
  test(`where to meet us in ${prefix.slice(1)}`, { tag: '@reading' }, async ({
    page,
    checkPage,
  }) => {
    await page.goto(`${prefix}/unterwegs`);
    await checkPage();
  });
}
