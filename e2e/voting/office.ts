import { expect, type Page } from '@playwright/test';
import { inDays } from '../days';
import type { DemoRole } from '../fixtures';

export const OPTIONS = ['Kleinkindschaukel', 'Sonnensegel', 'Zwei Schattenbäume'];

type SignIn = (role: DemoRole) => Promise<void>;

/** Open since yesterday, for two weeks. */
export async function fillTimes(page: Page): Promise<void> {
  const opens = page.getByRole('group', { name: 'Beginn' });
  await opens.getByLabel('Datum').fill(inDays(-1));
  await opens.getByLabel('Uhrzeit').fill('08:00');
  const closes = page.getByRole('group', { name: 'Ende' });
  await closes.getByLabel('Datum').fill(inDays(14));
  await closes.getByLabel('Uhrzeit').fill('18:00');
}

/** The number of the poll whose page this is. */
export async function numberOf(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/team\/abstimmungen\/\d+(?:\?|$)/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Ticks everything somebody who checks has to look at, and approves. */
export async function approve(page: Page): Promise<void> {
  for (const box of await page
    .getByRole('group', { name: 'Ich habe geprüft' })
    .getByRole('checkbox')
    .all())
    await box.check();
  await page.getByRole('button', { name: 'Abstimmung freigeben' }).click();
}

/** One of the office writes a poll, another one checks and releases it; the answer is its number. */
export async function openPoll(page: Page, signInAs: SignIn, question: string): Promise<string> {
  await signInAs('coordinator');
  await page.goto('/team/abstimmungen/neu');
  await page.getByRole('link', { name: 'Eine Antwort', exact: true }).click();
  await page.getByLabel('Frage', { exact: true }).fill(question);
  await page.getByLabel('Antworten', { exact: true }).fill(OPTIONS.join('\n'));
  await page.getByLabel('Wer muss danach entscheiden?').fill('Stadtverwaltung, Bauamt');
  await fillTimes(page);
  await page.getByRole('button', { name: 'Entwurf speichern' }).click();
  const number = await numberOf(page);
  await page.getByRole('button', { name: 'Zur Prüfung geben' }).click();
  await expect(page.getByText('Wartet auf Prüfung')).toBeVisible();
  await signInAs('admin');
  await page.goto(`/team/abstimmungen/${number}/pruefen`);
  await approve(page);
  await expect(page.getByText('Die Abstimmung läuft.')).toBeVisible();
  return number;
}
