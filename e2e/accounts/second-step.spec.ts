import type { Page } from '@playwright/test';
import { generate } from 'otplib';
import { expect, test } from '../fixtures';

async function signInByMail(page: Page, email: string) {
  await page.goto('/anmelden');
  await page.getByLabel('Ihre E-Mail-Adresse').fill(email);
  await page.getByRole('button', { name: 'Code schicken' }).click();
  await expect(page).toHaveURL(/\/anmelden\/code\//);
  await page.goto('/demo/mails');
  const row = page.getByRole('row').filter({ hasText: email });
  await row.filter({ hasText: 'Ihr Code' }).first().getByRole('link').click();
  const link = (await page.locator('main a[href*="/anmelden/link/"]').getAttribute('href')) ?? '';
  await page.goto(new URL(link).pathname);
  await page.getByRole('main').getByRole('button', { name: 'Anmelden' }).click();
  await expect(page).not.toHaveURL(/\/anmelden\/link\//);
}

async function renewCodes(staff: Page, secret: string, recovery: string): Promise<string> {
  await staff.goto('/konto');
  await staff.getByRole('link', { name: 'Neue Notfall-Codes' }).click();
  await expect(staff.getByText('Sie haben noch 10 Notfall-Codes.')).toBeVisible();
  await staff.getByLabel('Code, den die App gerade zeigt').fill(recovery);
  await staff.getByRole('button', { name: 'Neue Codes machen' }).click();
  await expect(staff.getByText('Der Code stimmt nicht.').first()).toBeVisible();
  // The code of now set the app up and counts once; a clock half a minute ahead is allowed.
  const soon = Math.floor(Date.now() / 1000) + 30;
  const next = await generate({ secret, epoch: soon });
  await staff.getByLabel('Code, den die App gerade zeigt').fill(next);
  await staff.getByRole('button', { name: 'Neue Codes machen' }).click();
  await expect(staff.getByRole('heading', { name: 'Ihre Notfall-Codes' })).toBeVisible();
  return (await staff.locator('main ol li').first().textContent()) ?? '';
}

test('somebody invited to the office sets up an app before seeing anything personal', async ({
  page,
  browser,
  signInAs,
  checkPage,
}) => {
  const email = `staff-${process.pid}-${Date.now()}@office.example`;
  await signInAs('admin');
  await page.goto('/team/personen');
  await checkPage();
  await page.getByRole('link', { name: 'Person einladen' }).click();
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByRole('checkbox', { name: /Stadtteilkoordination/ }).check();
  await checkPage();
  await page.getByRole('button', { name: 'Einladung verschicken' }).click();
  await expect(page.getByText(email).first()).toBeVisible();

  const { origin } = new URL(page.url());
  const staff = await browser.newPage({ baseURL: origin });
  await signInByMail(staff, email);
  // In the demo nobody needs an app; whoever wants one can set it up.
  await staff.goto('/team/vorschlaege');
  await expect(staff).toHaveURL(/\/anmelden\/zweiter-schritt/);
  await staff.goto('/anmelden/zweiter-schritt/einrichten');
  const shown = (await staff.locator('.code-value').textContent()) ?? '';
  const secret = shown.replace(/\s/g, '');
  await staff.getByLabel('Code, den die App jetzt zeigt').fill('000000');
  await staff.getByRole('button', { name: 'Einrichten' }).click();
  await expect(staff.getByText('Der Code stimmt nicht.').first()).toBeVisible();
  await staff.getByLabel('Code, den die App jetzt zeigt').fill(await generate({ secret }));
  await staff.getByRole('button', { name: 'Einrichten' }).click();
  await expect(staff.getByRole('heading', { name: 'Ihre Notfall-Codes' })).toBeVisible();
  const recovery = (await staff.locator('main ol li').first().textContent()) ?? '';
  await staff.goto('/team');
  await expect(staff).toHaveURL(/\/team$/);

  const renewed = await renewCodes(staff, secret, recovery);
  expect(renewed).not.toBe(recovery);
  await staff.close();

  const elsewhere = await browser.newPage({ baseURL: origin });
  await signInByMail(elsewhere, email);
  await expect(elsewhere).toHaveURL(/\/anmelden\/zweiter-schritt/);
  await elsewhere.getByLabel('Code aus der App oder ein Notfall-Code').fill(recovery);
  await elsewhere.getByRole('button', { name: 'Weiter' }).click();
  await expect(elsewhere.getByText('Der Code stimmt nicht.').first()).toBeVisible();
  await elsewhere.getByLabel('Code aus der App oder ein Notfall-Code').fill(renewed);
  await elsewhere.getByRole('button', { name: 'Weiter' }).click();
  await expect(elsewhere).toHaveURL(/\/team$/);
  await elsewhere.close();
});

test('a right that was taken away is gone on the next click', async ({
  page,
  browser,
  signInAs,
}) => {
  const email = `short-${process.pid}-${Date.now()}@office.example`;
  await signInAs('admin');
  await page.goto('/team/personen/einladen');
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByRole('checkbox', { name: /Stadtteilkoordination/ }).check();
  await page.getByRole('button', { name: 'Einladung verschicken' }).click();
  await expect(page.getByText(email).first()).toBeVisible();
  const staff = await browser.newPage({ baseURL: new URL(page.url()).origin });
  await signInByMail(staff, email);
  await staff.getByRole('button', { name: 'Zweiten Schritt bestätigen' }).click();
  await expect(staff).toHaveURL(/\/team$/);

  await page.goto('/team/personen');
  await page.getByRole('link', { name: email }).click();
  await page.getByRole('checkbox', { name: /Stadtteilkoordination/ }).uncheck();
  await page.getByRole('button', { name: 'Rechte speichern' }).click();
  await expect(page).toHaveURL(/\/team\/personen\?said=/);

  const response = await staff.goto('/team');
  expect(response?.status()).toBe(404);
  await staff.close();
});
