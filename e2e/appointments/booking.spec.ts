import type { Browser, Locator, Page } from '@playwright/test';
import pg from 'pg';
import { inDays } from '../days';
import { expect, signIn, test } from '../fixtures';

/** A word nobody else has, of letters only. */
const name = () =>
  `Kranich${Array.from({ length: 8 }, () => 'abcdefghij'[Math.floor(Math.random() * 10)]).join('')}`;

/** Tables of the rest of the program with a word in them. */
async function onTheOtherSide(word: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  const found: string[] = [];
  for (const { name: table } of rows) {
    const hit = await client.query(`SELECT FROM ${table} t WHERE t::text ~ $1`, [word]);
    if (hit.rowCount !== 0) found.push(table);
  }
  await client.end();
  return found;
}

/** Two appointments of one morning, at a place of one's own. */
async function offerTwo(page: Page, place: string): Promise<void> {
  const weekday = new Date(`${inDays(9)}T12:00:00Z`).getUTCDay() || 7;
  await page.getByLabel('Wochentag').selectOption(String(weekday));
  await page.getByLabel('Von', { exact: true }).fill('06:00');
  await page.getByLabel('Bis', { exact: true }).fill('07:00');
  await page.getByLabel('Wo', { exact: true }).fill(place);
  await page.getByLabel('Ab welchem Tag').fill(inDays(9));
  await page.getByLabel(/^Bis zu welchem Tag/).fill(inDays(9));
  await page.getByRole('button', { name: 'Zeiten eintragen' }).click();
}

/** For somebody who calls: one form, and number and code in no address. */
async function enterAtCounter(
  browser: Browser,
  { visitor, place }: { visitor: string; place: string },
): Promise<void> {
  const office = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(office, 'coordinator');
  const at = (path: string) => new URL(path, process.env.E2E_BASE_URL).href;
  await office.goto(at('/team/sprechstunde'));
  await office.getByRole('link', { name: 'Termin für jemanden eintragen' }).click();
  const time = office.getByRole('option').filter({ hasText: place }).first();
  await office.getByLabel('Wann und wo').selectOption((await time.getAttribute('value')) ?? '');
  await office.getByLabel('Wie die Person heißen möchte').fill(visitor);
  await office.getByLabel('Telefon, wenn die Person möchte').fill('030 23125-180');
  await office.getByRole('button', { name: 'Eintragen', exact: true }).click();
  await expect(office.getByRole('heading', { name: 'Der Termin ist eingetragen' })).toBeVisible();
  expect(new URL(office.url()).pathname).toBe('/team/sprechstunde/eingetragen');
  const slip = await office.getByRole('link', { name: /^Terminzettel/ }).getAttribute('href');
  // Which appointment, and neither its number nor its code.
  expect(slip).toMatch(/^\/api\/sprechstunde\/eingetragen\?slot=[0-9a-f-]{36}&locale=de$/);
  const paper = await office.request.get(at(slip ?? ''));
  expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf']);
  // A page of another one prints nothing, and after signing out nobody does.
  const status = async (path: string) => (await office.request.get(at(path))).status();
  expect(await status('/api/sprechstunde/eingetragen')).toBe(404);
  await office.getByRole('button', { name: 'Abmelden', exact: true }).first().click();
  await expect(office).toHaveURL(/\/$/);
  expect(await status(slip ?? '')).toBe(404);
  expect((await office.context().cookies()).map(({ name }) => name)).not.toContain(
    '__Host-stadtteilforum-sitzung-zettel',
  );
  await office.context().close();
}

/** Whoever counsels is ill that day; who has to be rung stands first. */
async function callOffAll(page: Page, visitor: string): Promise<Locator> {
  await page.goto('/sozialberatung/zeiten/frei');
  await page.getByLabel('Erster Tag').fill(inDays(9));
  await page.getByRole('button', { name: 'Diese Tage frei nehmen' }).click();
  await expect(page.getByRole('status')).toContainText('fällt aus');
  const call = page.getByRole('listitem').filter({ hasText: visitor });
  await expect(call.getByRole('link', { name: /23125/ })).toHaveAttribute('href', /^tel:/);
  return call;
}

async function takeBack(page: Page): Promise<void> {
  await page.goto('/sozialberatung/zeiten');
  const day = new Date(`${inDays(9)}T12:00:00Z`).toLocaleDateString('de-DE', {
    ...{ day: 'numeric', month: 'long', timeZone: 'UTC' },
  });
  const off = page.getByRole('listitem').filter({ hasText: day });
  await off.getByRole('button', { name: 'Doch Beratung' }).click();
  await expect(page.getByRole('status')).toContainText('Die Tage zählen wieder');
}

/** To the other time of that place; a page of before takes away nothing it does not show. */
async function moveAway(resident: Page, place: string): Promise<void> {
  const stale = await resident.context().newPage();
  await stale.goto(resident.url());
  await resident.getByText('Andere Zeit nehmen').click();
  const instead = resident.getByRole('option').filter({ hasText: place }).first();
  await resident.getByLabel('Neue Zeit').selectOption((await instead.getAttribute('value')) ?? '');
  await resident.getByRole('button', { name: 'Zeit ändern' }).click();
  await expect(resident.getByRole('status')).toContainText('Der Termin ist verlegt:');
  await stale.getByText('Termin absagen').first().click();
  await stale.getByRole('button', { name: 'Termin absagen' }).click();
  await expect(stale.getByText('liegt inzwischen zu einer anderen Zeit').first()).toBeVisible();
  await stale.close();
}

test('an appointment is offered, taken without an account, seen by its counsellor alone, moved and given back', async ({
  page,
  browser,
  signInAs,
  checkPage,
}) => {
  const visitor = name();
  await signInAs('counsellor');
  await page.goto('/sozialberatung/termine');
  await checkPage();
  await page.getByRole('button', { name: 'Meinen Terminkalender öffnen' }).click();
  await expect(page.getByRole('navigation', { name: 'Beratung: Bereiche' })).toBeVisible();
  await checkPage();
  const place = `Raum ${visitor}`;
  await page.goto('/sozialberatung/zeiten/neu');
  await checkPage();
  await offerTwo(page, place);
  await expect(page.getByRole('status')).toContainText('2 neue Termine sind frei');
  await checkPage();

  const other = await browser.newContext({ javaScriptEnabled: false });
  const resident = await other.newPage();
  await resident.goto(new URL('/sprechstunde', page.url()).href);
  // Where there is much, later days are folded away.
  const later = resident.getByText('Spätere Termine');
  if ((await later.count()) > 0) await later.click();
  const row = resident.getByRole('listitem').filter({ hasText: place });
  await row.first().getByRole('link').click();
  await resident.getByLabel('Wie sollen wir Sie nennen?').fill(`${visitor} hat 3 Fragen`);
  await resident.getByRole('button', { name: 'Termin nehmen' }).click();
  await expect(resident.locator('a[href="#name"]')).toBeVisible();
  await resident.getByLabel('Wie sollen wir Sie nennen?').fill(visitor);
  await resident.getByLabel('Telefon, wenn Sie möchten').fill('030 23125-179');
  await resident.getByRole('button', { name: 'Termin nehmen' }).click();
  await expect(resident.getByRole('heading', { name: 'Der Termin gehört Ihnen' })).toBeVisible();
  const slip = await resident.getByRole('link', { name: /^Terminzettel/ }).getAttribute('href');
  const pdf = await other.request.get(new URL(slip ?? '', page.url()).href);
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);

  await page.goto('/sozialberatung/termine');
  await page.getByRole('link', { name: visitor }).click();
  await expect(page.getByText('030 23125-179')).toBeVisible();
  await checkPage();
  // Whoever else counsels, and opens their own, does not find it.
  const colleague = await (await browser.newContext()).newPage();
  await signIn(colleague, 'admin');
  expect((await colleague.goto(page.url()))?.status()).toBe(404);
  await colleague.context().close();

  expect(await onTheOtherSide(visitor)).toEqual([]);
  await moveAway(resident, place);
  await resident.getByText('Termin absagen').first().click();
  await resident.getByRole('button', { name: 'Termin absagen' }).click();
  await expect(resident.getByRole('heading', { name: 'Sie haben abgesagt' })).toBeVisible();
  await other.close();
  await page.goto('/sozialberatung/termine');
  await expect(page.getByText(visitor, { exact: true })).toHaveCount(0);

  await enterAtCounter(browser, { visitor, place });
  const call = await callOffAll(page, visitor);
  await checkPage();
  await call.getByRole('button', { name: `${visitor} hat Bescheid: Angaben löschen` }).click();
  await expect(page.getByText(visitor, { exact: true })).toHaveCount(0);
  await takeBack(page);
});

/** Hours without appointments, the whole of today. */
async function openToday(page: Page, room: string): Promise<void> {
  await page.goto('/sozialberatung/zeiten/neu');
  const weekday = new Date(`${inDays(0)}T12:00:00Z`).getUTCDay() || 7;
  await page.getByLabel('Wochentag').selectOption(String(weekday));
  await page.getByLabel('Von', { exact: true }).fill('00:00');
  await page.getByLabel('Bis', { exact: true }).fill('00:00');
  await page.getByLabel('Wie', { exact: true }).selectOption('WALK_IN');
  await page.getByLabel('Wo', { exact: true }).fill('Zimmer von Frau Lange');
  await page.getByLabel(/^Bis zu welchem Tag/).fill(inDays(0));
  await page.getByRole('button', { name: 'Zeiten eintragen' }).click();
  await expect(page.locator('.error-summary')).toContainText('Bis: Das Ende muss');
  await page.getByLabel('Bis', { exact: true }).fill('23:59');
  await page.getByRole('button', { name: 'Zeiten eintragen' }).click();
  await expect(page.locator('.error-summary')).toContainText('sieht wie ein Name aus');
  await page.getByLabel('Wo', { exact: true }).fill(room);
  await page.getByRole('button', { name: 'Zeiten eintragen' }).click();
  await expect(page.getByRole('status')).toContainText('ohne Termin kommen');
}

test('numbers are drawn and called, each once, and the screen shows nothing else', async ({
  page,
  signInAs,
  checkPage,
}) => {
  await signInAs('counsellor');
  await page.goto('/sozialberatung/termine');
  await page.getByRole('button', { name: 'Meinen Terminkalender öffnen' }).click();
  await openToday(page, 'Zimmer 2');
  await page.goto('/sozialberatung/nummern');
  await checkPage();
  const second = await page.context().newPage();
  await second.goto(page.url());
  const draw = (where: Page) => where.getByRole('button', { name: /^Nummer \d+ ausgeben$/ });
  const number = /\d+/.exec((await draw(page).textContent()) ?? '')?.[0] ?? '';
  await draw(page).click();
  await expect(page.getByRole('status')).toContainText(`Nummer ${number} ist ausgegeben`);
  // The same page in a second window gives out no other one.
  await draw(second).click();
  await expect(second.getByRole('status')).toContainText(`Nummer ${number} war schon ausgegeben`);
  await second.close();
  const call = page.getByRole('button', { name: /^Nummer \d+ aufrufen$/ });
  const where = page.getByLabel(/^Wohin/).first();
  await where.fill('Zimmer von Frau Müller');
  await call.click();
  await expect(page.locator('a[href="#place"]')).toContainText('Frau Müller');
  await where.fill('Zimmer 2');
  const called = /\d+/.exec((await call.textContent()) ?? '')?.[0] ?? '';
  await call.click();
  await expect(page.getByRole('status')).toContainText(`Nummer ${called} ist aufgerufen`);
  await page.getByLabel('Heute schon aufgerufen').selectOption(called);
  await page.getByRole('button', { name: 'Noch einmal aufrufen' }).click();
  await expect(page.getByRole('status')).toContainText(`Nummer ${called} ist aufgerufen`);
  await page.goto('/sprechstunde/aufruf');
  await expect(page.getByRole('heading', { name: 'Bitte eintreten' })).toBeVisible();
  await expect(page.getByText(/^Nummer \d+$/)).toBeVisible();
  await expect(page.locator('meta[http-equiv="refresh"]')).toHaveCount(1);
  // What loads itself anew is a barrier, so it can be stopped.
  await page.getByRole('link', { name: 'Nicht mehr neu laden' }).click();
  await expect(page.locator('meta[http-equiv="refresh"]')).toHaveCount(0);
  await checkPage();

  await page.goto('/sozialberatung/strichliste');
  await page.getByLabel(/^Monat(?! ohne)/).fill(inDays(-40).slice(0, 7));
  await page.getByLabel('Anzahl').fill('9');
  await page.getByRole('button', { name: 'Anzahl speichern' }).click();
  await expect(page.getByRole('status')).toContainText('Gespeichert.');
  await checkPage();
  await page.getByRole('link', { name: 'Ein Monat ohne Gespräch' }).click();
  await checkPage();
  await page.getByLabel('Monat ohne Gespräch', { exact: true }).fill(inDays(-75).slice(0, 7));
  await page.getByLabel('In diesem Monat hatte ich kein Gespräch').check();
  await page.getByRole('button', { name: 'Monat speichern' }).click();
  await expect(page.getByRole('cell', { name: 'kein Gespräch' }).first()).toBeVisible();
  await checkPage();
  await page.goto(`/sozialberatung/strichliste?year=${inDays(-40).slice(0, 4)}`);
  await page.getByRole('link', { name: /^Beratungsstatistik/ }).click();
  await expect(page.getByRole('heading', { name: 'Nach Monaten' })).toBeVisible();
  await checkPage();
});

test('whoever counsels sees from their first page what is to be checked and what they go to', async ({
  page,
  signInAs,
  checkPage,
}) => {
  await signInAs('counsellor');
  await page.goto('/sozialberatung');
  await checkPage();
  const draft = page.getByRole('listitem').filter({ hasText: 'noch nicht geprüft' }).first();
  await draft.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Das tun wir nicht' })).toBeVisible();
  await checkPage();
  await page.goto('/sozialberatung');
  await page.getByRole('link', { name: 'Meine Treffen und Fortbildungen' }).click();
  await expect(page.getByRole('button', { name: 'Tag und Stunden eintragen' })).toBeVisible();
  await checkPage();
});
