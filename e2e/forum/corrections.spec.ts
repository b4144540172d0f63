import type { Page } from '@playwright/test';
import { inDays } from '../days';
import { expect, test } from '../fixtures';

/** A session of today that is over, with one decision and one task, as the office typed them. */
async function held(page: Page, title: string): Promise<string> {
  await page.goto('/team/forum/neu');
  await page.getByLabel('Titel').fill(title);
  await page.getByLabel('Tag', { exact: true }).fill(inDays(0));
  await page.getByLabel('Beginn').fill('00:00');
  await page.getByLabel('Ende').fill('23:59');
  await page.getByLabel('Ort', { exact: true }).fill('Siedlerheim');
  await page.getByRole('button', { name: 'Anlegen, weiter zur Tagesordnung' }).click();
  await expect(page.getByLabel('Worum geht es?')).toBeVisible();
  const number = new URL(page.url()).pathname.split('/').at(-2) ?? '';
  await page.goto(`/team/forum/${number}`);
  await page.getByRole('button', { name: 'Einladungen sind verschickt' }).click();
  await page.getByRole('button', { name: 'Das Forum hat begonnen' }).click();
  await page.getByRole('button', { name: 'Das Forum ist vorbei' }).click();
  await expect(page.getByText('Tragen Sie das Ergebnis ein.')).toBeVisible();
  await page.goto(`/team/forum/${number}/ergebnis`);
  await page.getByRole('link', { name: 'Einen Beschluss eintragen' }).click();
  await page.getByLabel('Wortlaut').fill('Die Bank am der Treppe wird empfohlen.');
  await page.getByLabel('Nummer auf der Tagesordnung').fill('1');
  await page.getByLabel('Ja', { exact: true }).fill('9');
  await page.getByLabel('Vom Forum empfohlen').check();
  await page.getByRole('button', { name: 'Beschluss veröffentlichen' }).click();
  await expect(
    page.getByText('Die Bank am der Treppe wird empfohlen.', { exact: true }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Eine Aufgabe eintragen' }).click();
  await page.getByLabel('Was ist zu tun?').fill('Beim Bauhof anfragen');
  await page.getByLabel('Wer übernimmt es?').fill('Büro');
  await page.getByRole('button', { name: 'Aufgabe hinzufügen' }).click();
  await expect(page.getByText('Beim Bauhof anfragen')).toBeVisible();
  return number;
}

const REASON = 'Das Wort war falsch abgetippt.';

test('a decision and a task are corrected, and everybody reads when and why', async ({
  page,
  signInAs,
  checkPage,
}) => {
  test.slow();
  await signInAs('coordinator');
  const number = await held(page, `Mit Berichtigung ${Date.now()}`);
  // Read by somebody, and kept.
  await page.goto(`/forum/${number}`);
  await expect(
    page.getByText('Die Bank am der Treppe wird empfohlen.', { exact: true }),
  ).toBeVisible();
  await page.goto(`/team/forum/${number}/ergebnis`);
  const decision = page.getByRole('listitem').filter({ hasText: 'Die Bank am der Treppe' });
  await decision.getByRole('link', { name: 'Berichtigen' }).click();
  await checkPage();
  const colleague = await page.context().newPage();
  await colleague.goto(page.url());
  const form = (where: Page) =>
    where.locator('form', { has: where.getByRole('button', { name: 'Berichtigung speichern' }) });
  // Nothing was changed yet.
  await form(page).getByLabel('Warum berichtigen Sie das?').fill(REASON);
  await form(page).getByRole('button', { name: 'Berichtigung speichern' }).click();
  await expect(page.getByText('Es ist noch nichts geändert.').first()).toBeVisible();
  await form(page).getByLabel('Wortlaut').fill('Die Bank an der Treppe wird empfohlen.');
  await form(page).getByRole('button', { name: 'Berichtigung speichern' }).click();
  await expect(page.getByText(/^Berichtigt am .*falsch abgetippt/).first()).toBeVisible();
  await checkPage();
  // The second reads that somebody was faster, and keeps the words.
  await form(colleague).getByLabel('Wortlaut').fill('Die Bank bei der Treppe wird empfohlen.');
  await form(colleague).getByLabel('Warum berichtigen Sie das?').fill(REASON);
  await form(colleague).getByRole('button', { name: 'Berichtigung speichern' }).click();
  await expect(colleague.getByText('inzwischen jemand geändert').first()).toBeVisible();
  // From there it cannot be saved any more, so nothing offers to.
  await expect(form(colleague)).toHaveCount(0);
  const refused = colleague.locator('form', { has: colleague.getByRole('alert') });
  await expect(refused.getByLabel('Wortlaut')).toHaveValue(/bei der Treppe/);
  await colleague.close();

  await page.getByText('So stand es vorher').click();
  await expect(page.getByText('Die Bank am der Treppe')).toBeVisible();
  const task = page.getByRole('listitem').filter({ hasText: 'Beim Bauhof anfragen' });
  await task.getByRole('link', { name: 'Berichtigen' }).click();
  await form(page).getByLabel('Wer übernimmt es?').fill('Sprecherrat');
  await form(page).getByLabel('Warum berichtigen Sie das?').fill('Das Büro war nicht gemeint.');
  await form(page).getByRole('button', { name: 'Berichtigung speichern' }).click();
  await expect(page.getByText(/^Berichtigt am .*nicht gemeint/).first()).toBeVisible();

  await page.goto(`/forum/${number}`);
  await expect(page.getByText('Die Bank an der Treppe')).toBeVisible();
  await expect(page.getByText('am der Treppe')).toHaveCount(0);
  await expect(page.getByText(/^Berichtigt am/)).toHaveCount(2);
  await checkPage();
});
