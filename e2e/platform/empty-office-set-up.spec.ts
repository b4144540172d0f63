import { expect, type Page, test } from '@playwright/test';
import { generate } from 'otplib';
import { openInstance } from '../../lib/tooling/own-instance.mjs';

test.describe.configure({ mode: 'serial', timeout: 900_000 });

let own: Awaited<ReturnType<typeof openInstance>>;
let admin: Page;

test.beforeAll(async ({ browser }) => {
  own = await openInstance({ demo: false });
  admin = await browser.newPage({ baseURL: own.url });
});

test.afterAll(async () => {
  await admin.close();
  await own.close();
});

const save = () => admin.getByRole('button', { name: 'Speichern' }).click();
const saved = () => expect(admin.getByText('Gespeichert.')).toBeVisible();
const step = (title: string) => admin.locator('#setup li').filter({ hasText: title });

test('before anything is set a neighbour can hand in an idea', async ({ page }) => {
  await page.goto(`${own.url}/vorschlaege/neu/idee`);
  await page.getByLabel('Titel').or(page.locator('[name=title]')).first().fill('Eine Bank am Weg');
  await page.locator('[name=body]').fill('Wer schwer trägt, möchte sich hinsetzen können.');
  await expect(page.getByRole('group', { name: /Stadtteil/ })).toHaveCount(0);
  await page.locator('[name=nameChoice][value=NEIGHBOUR]').check();
  await page.locator('[name=contactKind][value=NUMBER]').check();
  await page.getByRole('button', { name: 'Weiter: prüfen' }).click();
  await page.getByRole('button', { name: /abschicken/i }).click();
  await expect(page).toHaveURL(/\/vorschlaege\/quittung\//);
});

test('the first admin comes in and is led to what is missing', async () => {
  await admin.goto(own.lines.find((line) => line.startsWith('http')) ?? '');
  await admin.locator('[name=email]').fill('chefin@office.example');
  await admin.getByRole('main').getByRole('button').click();
  await expect(admin).toHaveURL(/zweiter-schritt\/einrichten/);
  const secret = ((await admin.locator('.code-value').textContent()) ?? '').replace(/\s/g, '');
  await admin.getByLabel('Code, den die App jetzt zeigt').fill(await generate({ secret }));
  await admin.getByRole('button', { name: 'Einrichten' }).click();
  await admin.getByRole('link', { name: 'Ich habe die Codes, weiter' }).click();
  await expect(admin).toHaveURL(/\/team\/einstellungen$/);
  await expect(admin.getByRole('heading', { name: 'Ihr Büro einrichten' })).toBeVisible();
  await expect(admin.getByText('1 von 6 Schritten sind fertig.')).toBeVisible();
  await expect(step('Themen')).toContainText('fertig');
});

test('each step is done in turn, and the list is gone when all are', async () => {
  await step('Büro').getByRole('link').click();
  const office = {
    townName: 'Musterstadt',
    street: 'Ringweg 3',
    postalCode: '01234',
    phone: '030 23125-200',
    email: 'buero@office.example',
    carrierName: 'Träger e. V.',
  };
  for (const [name, value] of Object.entries(office))
    await admin.locator(`[name=${name}]`).fill(value);
  await save();
  await saved();
  await step('Öffnungszeiten').getByRole('link').click();
  await admin.locator('[name=day2]').fill('9-12');
  await save();
  await saved();
  await step('Stadtteile').getByRole('link').click();
  await admin.getByRole('link', { name: /Unser Stadtteil/ }).click();
  await admin.locator('[name=name]').fill('Am Ring');
  await admin.locator('[name=places]').fill('Marktplatz\nSpielplatz');
  await save();
  await expect(admin).not.toHaveURL(/item=/);
  await admin.goto('/team');
  await expect(admin.getByText('4 von 6 Schritten sind fertig.')).toBeVisible();
  await step('Etwas ist kaputt').getByRole('link').click();
  await admin.locator('[name=reportingName]').fill('Bürgertelefon');
  await admin.locator('[name=reportingPhone]').fill('030 23125-115');
  await save();
  await saved();
  await step('Rechtstexte').getByRole('link').click();
  await admin.locator('[name=privacyContact]').fill('Frau Datenschutz, 030 23125-300');
  await admin.locator('[name=supervisoryBody]').fill('Landesbeauftragte für Datenschutz');
  await save();
  await saved();
  await expect(admin.locator('#setup')).toHaveCount(0);
});

test('what was filled in stands on the public pages at once', async ({ page }) => {
  await page.goto(`${own.url}/impressum`);
  await expect(page.getByText('Ringweg 3').first()).toBeVisible();
  await page.goto(`${own.url}/vorschlaege/neu/idee`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await admin.goto('/team/vorschlaege');
  await expect(admin.getByRole('link', { name: 'Eine Bank am Weg' })).toBeVisible();
});
