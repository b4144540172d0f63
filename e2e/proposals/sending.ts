import type { Page } from '@playwright/test';
import { expect } from '../fixtures';

interface Draft {
  title: string;
  place?: string;
  mail?: string;
}

const CODE = /^[34679ACDEFGHJKMNPQRTWXY]{4}-[34679ACDEFGHJKMNPQRTWXY]{4}$/;
/** Alike in no two runs. */
export const ONCE = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

export async function fillProposal(page: Page, { title, place = 'Spielwiese', mail }: Draft) {
  await page.getByLabel('Ihr Vorschlag in einem Satz').fill(title);
  await page
    .getByLabel('Was soll sich ändern und warum?')
    .fill('Straßenlicht fehlt dort 🌙 und im Winter ist es um vier schon dunkel.');
  await page.getByRole('radio', { name: 'Alte Siedlung' }).check();
  await page.getByLabel('Wo genau?').fill(place);
  await page.getByRole('radio', { name: 'Nur die Anfangsbuchstaben' }).check();
  await page.getByLabel('Ihr Name', { exact: true }).fill('Jörg Groß-Weiß');
  if (!mail) return page.getByRole('radio', { name: /ich frage mit meiner Nummer/ }).check();
  await page.getByRole('radio', { name: 'E-Mail', exact: true }).check();
  return page.getByLabel('E-Mail-Adresse, Telefonnummer oder Anschrift').fill(mail);
}

/** From the form to the receipt; the answer is number and code as shown. */
export async function sendProposal(page: Page, draft: Draft) {
  await page.goto('/vorschlaege/neu/idee');
  await fillProposal(page, draft);
  await page.getByRole('button', { name: 'Weiter: prüfen' }).click();
  await expect(page.getByRole('heading', { name: 'Stimmt alles?' })).toBeVisible();
  await page.getByRole('button', { name: 'Vorschlag abschicken' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ist angekommen');
  const code = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
  expect(code).toMatch(CODE);
  const number = (await page.locator('.receipt-number strong').textContent())?.trim() ?? '';
  return { number, code };
}
