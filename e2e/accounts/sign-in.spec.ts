import type { Page } from '@playwright/test';
import { readPdf } from '../../lib/testing/pdf';
import { expect, test } from '../fixtures';

let counter = 0;
const newAddress = () => {
  counter += 1;
  return `e2e-${process.pid}-${Date.now()}-${counter}@person.example`;
};

const mailForm = (page: Page) => page.locator('form', { has: page.locator('[name="email"]') });

async function askForCode(page: Page, email: string) {
  await page.goto('/anmelden');
  await page.getByLabel('Ihre E-Mail-Adresse').fill(email);
  await mailForm(page).getByRole('button', { name: 'Code schicken' }).click();
  await expect(page).toHaveURL(/\/anmelden\/code\//);
}

/** The demo shows its mails; the newest to this address is the one. */
async function openMail(page: Page, email: string): Promise<string> {
  await page.goto('/demo/mails');
  const row = page.getByRole('row').filter({ hasText: email });
  await row.first().getByRole('link').click();
  return (await page.getByRole('main').textContent()) ?? '';
}

test('by the code from the mail', { tag: '@script' }, async ({ page, checkPage }) => {
  const email = newAddress();
  await page.goto('/anmelden');
  await checkPage();
  await askForCode(page, email);
  await checkPage();
  const codePage = page.url();
  const code = /Ihr Code ist: (\S{9})/.exec(await openMail(page, email))?.[1] ?? '';
  await page.goto(codePage);
  await page.getByLabel('Code aus der E-Mail').fill('AAAA-AAAA');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await expect(page.getByRole('link', { name: /noch 7 Versuche/ })).toBeVisible();
  await checkPage();
  await page.getByLabel('Code aus der E-Mail').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await expect(page).toHaveURL(/\/konto$/);
  await expect(page.getByText(email)).toBeVisible();
  await checkPage();
});

test('by the link from the mail, which opening alone does not use up', async ({ page }) => {
  const email = newAddress();
  await askForCode(page, email);
  await openMail(page, email);
  const link = (await page.locator('main a[href*="/anmelden/link/"]').getAttribute('href')) ?? '';
  const path = new URL(link).pathname;
  await page.goto(path);
  await page.goto(path);
  await page.getByRole('main').getByRole('button', { name: 'Anmelden' }).click();
  await expect(page).toHaveURL(/\/konto$/);
  await page.goto('/konto/geraete');
  await page.getByRole('button', { name: 'Überall abmelden' }).click();
  await expect(page).toHaveURL(/\/anmelden$/);
  await page.goto(path);
  await page.getByRole('main').getByRole('button', { name: 'Anmelden' }).click();
  await expect(page.getByText('Dieser Link wurde schon benutzt.')).toBeVisible();
});

const DEVICE = '__Host-stadtteilforum-geraet';
const deviceCookie = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === DEVICE)?.value ?? '';

async function confirmLink(page: Page, email: string) {
  await openMail(page, email);
  const link = (await page.locator('main a[href*="/anmelden/link/"]').getAttribute('href')) ?? '';
  await page.goto(new URL(link).pathname);
  await page.getByRole('main').getByRole('button', { name: 'Anmelden' }).click();
  await expect(page).toHaveURL(/\/konto$/);
}

test('a newer code ends the one of the same browser, and no stranger’s does', async ({
  page,
  browser,
  checkPage,
}) => {
  const email = newAddress();
  await askForCode(page, email);
  const firstPage = page.url();
  const first = /Ihr Code ist: (\S{9})/.exec(await openMail(page, email))?.[1] ?? '';
  const stranger = await browser.newPage({ baseURL: new URL(firstPage).origin });
  await askForCode(stranger, email);
  await stranger.close();
  await page.goto(firstPage);
  await page.getByRole('link', { name: 'Neuen Code holen' }).click();
  await checkPage();
  await page.getByLabel('Ihre E-Mail-Adresse').fill(email);
  await mailForm(page).getByRole('button', { name: 'Code schicken' }).click();
  await expect(page).toHaveURL(/\/anmelden\/code\//);
  await page.goto(firstPage);
  await page.getByLabel('Code aus der E-Mail').fill(first);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await expect(page.getByText('Dieser Code gilt nicht mehr.').first()).toBeVisible();
});

test('the browser is remembered without a name and forgets again', async ({ page, checkPage }) => {
  const email = newAddress();
  await askForCode(page, email);
  expect(await deviceCookie(page)).toBe('');
  await confirmLink(page, email);
  const value = await deviceCookie(page);
  expect(value).toMatch(/^[\w-]{43}\.\d+-[\w-]{43}$/);
  expect(value).not.toContain(email);
  await page.goto('/konto/geraete');
  await checkPage();
  await page.getByRole('button', { name: 'Abmelden und dieses Gerät vergessen' }).click();
  await expect(page).toHaveURL(/\/$/);
  expect(await deviceCookie(page)).toBe('');

  await askForCode(page, email);
  await confirmLink(page, email);
  await page.goto('/konto');
  await page.getByRole('button', { name: 'Abmelden', exact: true }).first().click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto('/anmelden');
  await page.getByText('Was merkt sich dieses Gerät?').click();
  await checkPage();
  await page.getByRole('button', { name: 'Dieses Gerät vergessen' }).click();
  // The answer is the same page, so its address does not tell that it has come.
  await expect.poll(() => deviceCookie(page)).toBe('');
});

test('goes on to where it was asked for', async ({ page }) => {
  await page.goto('/konto/angaben');
  await expect(page).toHaveURL(/\/anmelden\?next=/);
  const email = newAddress();
  await page.getByLabel('Ihre E-Mail-Adresse').fill(email);
  await mailForm(page).getByRole('button', { name: 'Code schicken' }).click();
  await expect(page).toHaveURL(/\/anmelden\/code\//);
  await openMail(page, email);
  const link = (await page.locator('main a[href*="/anmelden/link/"]').getAttribute('href')) ?? '';
  await page.goto(new URL(link).pathname);
  await page.getByRole('main').getByRole('button', { name: 'Anmelden' }).click();
  await expect(page).toHaveURL(/\/konto\/angaben$/);
});

test('wrong addresses keep what was typed', { tag: '@script' }, async ({ page, checkPage }) => {
  for (const wrong of ['', 'ohne-at-zeichen', 'a@b.example, c@d.example', '"x"@y.example']) {
    await page.goto('/anmelden');
    await page.getByLabel('Ihre E-Mail-Adresse').fill(wrong);
    await mailForm(page).getByRole('button', { name: 'Code schicken' }).click();
    await expect(page.locator('a[href="#email"]')).toBeVisible();
    await expect(page.getByLabel('Ihre E-Mail-Adresse')).toHaveValue(wrong);
  }
  await checkPage();
});

async function addAddress(page: Page, email: string) {
  await page.getByRole('link', { name: 'E-Mail-Adresse hinzufügen' }).click();
  await page.getByRole('button', { name: 'Code schicken' }).click();
  await expect(page.locator('.error-summary')).toBeVisible();
  await page.getByLabel('Ihre E-Mail-Adresse').fill(email);
  await page.getByRole('button', { name: 'Code schicken' }).click();
  await expect(page.getByText(email)).toBeVisible();
  const codePage = page.url();
  await page.goto('/demo/mails');
  await page.getByRole('row').filter({ hasText: email }).first().getByRole('link').click();
  const mail = (await page.getByRole('main').textContent()) ?? '';
  const [, code = ''] = /Ihr Code ist: (\S{4}-\S{4})/.exec(mail) ?? [];
  await page.goto(codePage);
  await page.getByLabel('Code aus der E-Mail').fill('XXXX-XXXX');
  await page.getByRole('button', { name: 'Adresse hinzufügen' }).click();
  await expect(page.getByText('Der Code stimmt nicht.').first()).toBeVisible();
  await page.getByLabel('Code aus der E-Mail').fill(code);
  await page.getByRole('button', { name: 'Adresse hinzufügen' }).click();
  await expect(page).toHaveURL(/\/konto\?said=/);
  await expect(page.getByText(email)).toBeVisible();
}

test('by a card that the office has printed, and not after it was voided', async ({
  page,
  browser,
  signInAs,
  checkPage,
}) => {
  await signInAs('coordinator');
  await page.goto('/team/karten');
  await checkPage();
  const label = `Probe ${Date.now()}`;
  await page.getByLabel('Wofür sind die Karten?').fill(label);
  await page.getByRole('button', { name: 'Karten erstellen' }).click();
  await expect(page).toHaveURL(/\/team\/karten\/./);
  await checkPage();
  const printPage = page.url();
  const file =
    (await page.getByRole('link', { name: /Karten als PDF/ }).getAttribute('href')) ?? '';
  const answer = await page.request.get(file);
  expect(answer.headers()['cache-control']).toBe('private, no-store');
  const { text, pages } = await readPdf(await answer.body());
  expect(pages).toHaveLength(1);
  const [code = ''] = /(?:[A-Z0-9]{4}-){3}[A-Z0-9]{4}/.exec(text) ?? [];
  const [, number = ''] = /Karte (\d+-\d+)/.exec(text) ?? [];
  await page.getByRole('button', { name: 'Gedruckt, Codes löschen' }).click();
  await expect(page).toHaveURL(/\/team\/karten\?said=/);
  await page.goto(printPage);
  await expect(page.getByRole('link', { name: /Karten als PDF/ })).toHaveCount(0);
  expect((await page.request.get(file)).status()).toBe(404);

  const neighbour = await browser.newPage({ baseURL: new URL(printPage).origin });
  await neighbour.goto('/anmelden/karte');
  await neighbour.getByLabel('Code auf Ihrer Karte').fill(code.toLowerCase());
  await neighbour.getByRole('button', { name: 'Mit der Karte anmelden' }).click();
  await expect(neighbour.getByText('Zugangskarte')).toBeVisible();
  await addAddress(neighbour, `${label.replace(/\W/g, '').toLowerCase()}@person.example`);

  await page.goto('/team/karten');
  await page.getByRole('link', { name: 'Eine Karte sperren' }).click();
  await page.getByLabel('Nummer oder Code der Karte').fill(number);
  await page.getByRole('button', { name: 'Karte sperren' }).click();
  await expect(page.locator('.error-summary')).toContainText('ob die E-Mail-Adresse bleiben soll');
  await checkPage();
  await page.getByLabel('Nummer oder Code der Karte').fill(number);
  await page.getByLabel('Nein oder weiß nicht: Adresse wegnehmen').check();
  await page.getByRole('button', { name: 'Karte sperren' }).click();
  const row = page.getByRole('row').filter({ hasText: label });
  await expect(row).toContainText('eine Karte gesperrt');
  await neighbour.goto('/konto');
  await expect(neighbour).toHaveURL(/\/anmelden/);
  await neighbour.goto('/anmelden/karte');
  await neighbour.getByLabel('Code auf Ihrer Karte').fill(code);
  await neighbour.getByRole('button', { name: 'Mit der Karte anmelden' }).click();
  await expect(neighbour.getByText('Diese Karte ist gesperrt.').first()).toBeVisible();
  await neighbour.close();
});
