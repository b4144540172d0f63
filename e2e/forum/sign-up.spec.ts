import type { Page } from '@playwright/test';
import { readPdf } from '../../lib/testing/pdf';
import { inDays } from '../days';
import { expect, test } from '../fixtures';

const CODE = /^[34679ACDEFGHJKMNPQRTWXY]{8}$/;

/** Fills in a new session with few seats; the date lies beyond those of the demo. */
async function fillSession(page: Page, title: string, seats: string): Promise<void> {
  await page.getByLabel('Titel').fill(title);
  await page.getByLabel('Tag', { exact: true }).fill(inDays(120));
  await page.getByLabel('Beginn').fill('17:30');
  await page.getByLabel('Ende').fill('19:00');
  await page.getByLabel('Ort', { exact: true }).fill('Siedlerheim, großer Saal');
  await page.getByLabel('Plätze').fill(seats);
}

/** The office plans a session; the answer is its number. */
async function planSession(page: Page, title: string, seats: string): Promise<string> {
  await page.goto('/team/forum/neu');
  await fillSession(page, title, seats);
  await page.getByRole('button', { name: 'Anlegen, weiter zur Tagesordnung' }).click();
  await expect(page).toHaveURL(/\/team\/forum\/\d+\/tagesordnung\?said=/);
  return new URL(page.url()).pathname.split('/').at(-2) ?? '';
}

async function addItem(page: Page, title: string, minutes: string): Promise<void> {
  // Beside an agenda that is put in order the form is opened first.
  const open = page.getByRole('link', { name: 'Punkt hinzufügen' });
  if ((await open.count()) > 0) await open.click();
  await page.getByLabel('Worum geht es?').fill(title);
  await page.getByLabel('Dauer').fill(minutes);
  await page.getByRole('button', { name: 'Punkt hinzufügen' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: title })).toBeVisible();
}

interface Party {
  name: string;
  persons?: string;
  needs?: string[];
  phone?: string;
}

async function fillParty(page: Page, { name, persons = '1', needs = [], phone }: Party) {
  await page.getByLabel('Name oder Spitzname').fill(name);
  await page.getByLabel(/^Wie viele Personen kommen/).fill(persons);
  for (const need of needs) await page.getByLabel(need).check();
  if (!phone) return page.getByLabel('Gar nicht, ich frage selbst').check();
  await page.getByLabel('Am Telefon', { exact: true }).check();
  return page.getByLabel(/Telefonnummer/).fill(phone);
}

/** Signs up on the public way; the answer is number and code as shown. */
async function signUp(page: Page, session: string, party: Party) {
  await page.goto(`/forum/anmelden/${session}`);
  await fillParty(page, party);
  await page.getByRole('button', { name: /Jetzt anmelden|Auf die Warteliste setzen/ }).click();
  await expect(page).toHaveURL(/\/forum\/anmeldung\//);
  const code = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  expect(code).toMatch(CODE);
  const shown = await page.locator('.receipt-number strong').textContent();
  return { number: shown?.trim() ?? '', code };
}

test('the office plans a session and its agenda, wrong input and all', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const title = `Testforum ${Date.now()}`;
  await signInAs('coordinator');
  await page.goto('/team/forum/neu');
  await fillSession(page, title, 'viele');
  await page.getByLabel('Ende').fill('17:00');
  await page.getByRole('button', { name: 'Anlegen, weiter zur Tagesordnung' }).click();
  await expect(page.locator('.error-summary')).toContainText('Zahl ab 1');
  await expect(page.getByLabel('Titel')).toHaveValue(title);
  await checkPage();
  await page.getByLabel('Plätze').fill('20');
  await page.getByRole('button', { name: 'Anlegen, weiter zur Tagesordnung' }).click();
  await expect(page.locator('.error-summary')).toContainText(
    'Das Ende muss nach dem Beginn liegen',
  );
  await page.getByLabel('Ende').fill('19:00');
  await page.getByRole('button', { name: 'Anlegen, weiter zur Tagesordnung' }).click();

  await addItem(page, 'Begrüßung', '5');
  await addItem(page, 'Bank am Weg', '100');
  await expect(page.getByText('105 von 90 Minuten, 15 zu viel')).toBeVisible();
  await page.getByRole('group', { name: 'Bank am Weg' }).getByText('Nach oben').click();
  await expect(page.getByRole('listitem').first()).not.toContainText('Begrüßung');
  const items = page.locator('main ol > li');
  await expect(items.first()).toContainText('Bank am Weg');
  await checkPage();
  await page.getByRole('group', { name: 'Bank am Weg' }).getByText('Streichen').click();
  await expect(page.getByText('5 von 90 Minuten', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Stand', exact: true }).click();
  await page.getByRole('button', { name: 'Einladungen sind verschickt' }).click();
  await expect(page.getByText('Die Einladungen sind verschickt.')).toBeVisible();
  await checkPage();
});

test('an invitation is a reading page in every language', { tag: '@reading' }, async ({
  page,
  checkPage,
}) => {
  for (const prefix of ['', '/de-LS', '/en']) {
    for (const path of ['/forum', '/forum/26', '/forum/25']) {
      await page.goto(`${prefix}${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await page.locator('script').count()).toBe(0);
      await checkPage();
    }
  }
});

type Check = () => Promise<void>;

/** Presses the button with everything wrong; what was typed stays, each mistake has its link. */
async function signUpWrongly(page: Page, session: string, checkPage: Check): Promise<void> {
  await page.goto(`/forum/${session}`);
  await expect(page.getByText('3 von 3 Plätzen sind noch frei.')).toBeVisible();
  await page.getByRole('link', { name: 'Zum Forum anmelden' }).click();
  await page.getByLabel('Wie viele Personen kommen?').fill('elf');
  await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
  const problems = page.locator('.error-summary');
  await expect(problems.getByRole('link')).toHaveCount(3);
  await expect(page.getByLabel('Wie viele Personen kommen?')).toHaveValue('elf');
  await checkPage();
  await problems.getByRole('link', { name: /Zahl von 1 bis 10/ }).click();
  await expect(page).toHaveURL(/#persons$/);
}

/** Gives seats back with number and code, after a code that does not fit. */
async function giveBack(page: Page, own: { number: string; code: string }, checkPage: Check) {
  await page.goto('/forum/abmelden');
  await page.getByLabel('Ihre Nummer').fill(own.number);
  await page.getByLabel('Ihr Geheim-Code').fill('ACDE-FGHJ');
  await page.getByRole('button', { name: 'Anmeldung öffnen' }).click();
  await expect(page.locator('.error-summary')).toContainText('passen nicht zusammen');
  await checkPage();
  await page.getByLabel('Ihr Geheim-Code').fill(own.code.toLowerCase());
  await page.getByRole('button', { name: 'Anmeldung öffnen' }).click();
  await page.getByText('Abmelden', { exact: true }).click();
  await page.getByRole('button', { name: 'Jetzt abmelden' }).click();
  await expect(page.getByRole('heading', { name: 'Sie sind abgemeldet' })).toBeVisible();
  await checkPage();
}

test('sign-up, waiting list, giving back and moving up', async ({ page, signInAs, checkPage }) => {
  await signInAs('coordinator');
  const session = await planSession(page, `Kleiner Raum ${Date.now()}`, '3');
  await page.context().clearCookies();
  await signUpWrongly(page, session, checkPage);

  const needs = ['Kinderbetreuung', 'Fahrdienst'];
  const family = await signUp(page, session, { name: 'Familie Groß-Weiß', persons: '2', needs });
  await expect(page.getByRole('heading', { name: 'Sie sind angemeldet' })).toBeVisible();
  await checkPage();
  // The public page knows at once.
  await page.goto(`/forum/${session}`);
  await expect(page.getByText('Einer von 3 Plätzen ist noch frei.')).toBeVisible();

  const name = `Ruth ${Date.now()}`;
  const first = await signUp(page, session, { name, persons: '3', phone: '030 23125-177' });
  await expect(page.getByRole('heading', { name: 'Sie stehen auf der Warteliste' })).toBeVisible();
  await expect(page.getByText('Sie stehen auf Platz 1 der Warteliste.')).toBeVisible();
  await checkPage();
  const second = await signUp(page, session, { name: 'Samir', persons: '2' });
  await expect(page.getByText('Vor Ihnen wartet eine Anmeldung.')).toBeVisible();
  await page.getByText('Personen oder Wünsche ändern').click();
  await page.getByLabel('Wie viele Personen kommen?').fill('4');
  await page.getByRole('button', { name: 'Änderung speichern' }).click();
  // It does not lie folded away, also where the page was made anew.
  await expect(page.locator('.error-summary')).toBeVisible();
  await expect(page.locator('.error-summary')).toContainText('Wer wartet');

  await giveBack(page, family, checkPage);
  await page.goto(`/forum/anmeldung/${first.code}`);
  await expect(page.getByText('Sie sind nachgerückt')).toBeVisible();
  await page.goto(`/forum/anmeldung/${second.code}`);
  await expect(page.getByText('Sie stehen auf Platz 1 der Warteliste.')).toBeVisible();

  await signInAs('coordinator');
  await page.goto('/team/anrufe');
  await expect(page.getByText(name).first()).toBeVisible();
});

/** What is called off gets no new day; its words can be put right. */
async function putReasonRight(page: Page, session: string, checkPage: Check): Promise<void> {
  await page.goto(`/team/forum/${session}/bearbeiten`);
  await expect(page.getByLabel('Tag', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Ein neues Forum planen' })).toBeVisible();
  await checkPage();
  await page.getByLabel('Warum das Forum ausfällt').fill('Die Heizung ist kaputt.');
  await page.getByRole('button', { name: 'Änderungen speichern' }).click();
  // Other words for everybody need a why, which everybody reads.
  await expect(page.locator('.error-summary').getByRole('link')).toHaveCount(1);
  await checkPage();
  await page.getByLabel('Wenn Sie diesen Satz ändern: warum?').fill('Es ist das ganze Haus.');
  await page.getByRole('button', { name: 'Änderungen speichern' }).click();
  await expect(page.getByText('Das ist gespeichert.')).toBeVisible();
  await page.goto(`/forum/${session}`);
  await expect(page.getByText('Die Heizung ist kaputt.')).toBeVisible();
  await expect(page.getByText('Es ist das ganze Haus.')).toBeVisible();
  await checkPage();
}

test('the office enters somebody, prints the list and calls it off', async ({
  page,
  signInAs,
  checkPage,
}) => {
  await signInAs('coordinator');
  const session = await planSession(page, `Mit Liste ${Date.now()}`, '10');
  await page.goto(`/team/forum/${session}/anmeldungen`);
  // The office is asked about somebody, not about itself.
  await expect(page.getByRole('main').locator('form').last()).not.toContainText(/\bIhre\b/);
  await fillParty(page, {
    name: 'Özlem und Karl',
    persons: '2',
    needs: ['Hilfe beim Hören'],
    phone: '030 23125-155',
  });
  await page.getByRole('button', { name: 'Eintragen' }).click();
  // The number is for the person, the code for nobody else.
  await expect(page.getByRole('status')).toContainText('Özlem und Karl hat einen Platz');
  await expect(page.getByRole('status')).toContainText('ruft die Person an');
  await expect(page.getByText('1 × Hilfe beim Hören')).toBeVisible();
  await checkPage();

  const list = await page.request.get(`/api/forum/${session}/teilnehmerliste`);
  const { text, pages } = await readPdf(await list.body());
  expect(pages).toHaveLength(1);
  expect(text).toContain('Özlem und Karl');
  expect(text).not.toContain('030 23125-155');
  expect(text).not.toContain('Hilfe beim Hören');

  await page.goto(`/team/forum/${session}/anmeldungen`);
  await page.getByRole('link', { name: /^Abmelden.*Özlem und Karl/ }).click();
  await page.getByRole('button', { name: 'Ja, abmelden' }).click();
  await expect(page.getByText('abgemeldet', { exact: true })).toBeVisible();

  await page.goto(`/team/forum/${session}`);
  await page.getByRole('link', { name: 'Absagen oder verschieben' }).click();
  await page.getByRole('button', { name: 'Allen Bescheid sagen' }).click();
  await expect(page.locator('.error-summary').getByRole('link')).toHaveCount(2);
  await checkPage();
  await page.getByLabel('Absagen', { exact: true }).check();
  await page.getByLabel('Warum?').fill('Die Heizung im Saal ist kaputt.');
  await page.getByRole('button', { name: 'Allen Bescheid sagen' }).click();
  await expect(page.getByRole('heading', { name: 'Dieses Forum fällt aus' })).toBeVisible();

  await page.goto(`/forum/${session}`);
  await expect(page.getByText('Die Heizung im Saal ist kaputt.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Zum Forum anmelden' })).toHaveCount(0);
  await checkPage();
  await page.goto(`/forum/anmelden/${session}`);
  await expect(page.getByRole('button', { name: 'Jetzt anmelden' })).toHaveCount(0);
  await putReasonRight(page, session, checkPage);
});

test('what came of a session is written down and public', async ({ page, signInAs, checkPage }) => {
  await signInAs('coordinator');
  const session = await planSession(page, `Mit Ergebnis ${Date.now()}`, '10');
  await page.goto(`/team/forum/${session}/ergebnis`);
  await expect(page.getByText('sobald das Forum begonnen hat')).toBeVisible();
  await page.goto(`/team/forum/${session}`);
  await page.getByRole('button', { name: 'Einladungen sind verschickt' }).click();
  // Months ahead it can be neither opened nor closed, but the wrong press can be taken back.
  await expect(page.getByText('Ab 60 Minuten vor Beginn')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Das Forum hat begonnen' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Letzten Schritt zurücknehmen' }).click();
  await expect(page.getByText('Die Einladungen zu diesem Termin sind noch nicht')).toBeVisible();
  await checkPage();
  await page.goto(`/team/forum/${session}/bearbeiten`);
  await page.getByLabel('Tag', { exact: true }).fill(inDays(0));
  await page.getByLabel('Beginn').fill('00:00');
  await page.getByLabel('Ende').fill('23:59');
  await page.getByRole('button', { name: 'Änderungen speichern' }).click();
  await expect(page).toHaveURL(new RegExp(`/team/forum/${session}\\?said=`));
  await page.getByRole('button', { name: 'Einladungen sind verschickt' }).click();
  await page.getByRole('button', { name: 'Das Forum hat begonnen' }).click();
  await page.getByRole('button', { name: 'Das Forum ist vorbei' }).click();
  await expect(page.getByText('Tragen Sie das Ergebnis ein.')).toBeVisible();

  await page.goto(`/team/forum/${session}/ergebnis`);
  await page.getByLabel('Anwesende').fill('18');
  await page.getByLabel('Stimmberechtigte').fill('15');
  const saved = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: 'Zahlen speichern' }).click();
  await saved;
  await expect(page.getByText('18', { exact: true })).toBeVisible();
  await checkPage();
  await page.getByRole('link', { name: 'Zahlen eintragen' }).click();
  await expect(page.getByLabel('Anwesende')).toHaveValue('18');
  await page.getByRole('link', { name: 'Einen Beschluss eintragen' }).click();
  await page.getByLabel('Wortlaut').fill('Das Forum empfiehlt eine Bank am Weg zur Kaufhalle.');
  await page.getByLabel('Nummer auf der Tagesordnung').fill('1');
  await page.getByLabel('Ja', { exact: true }).fill('7');
  await page.getByLabel('Nein', { exact: true }).fill('7');
  await page.getByLabel('Vom Forum empfohlen').check();
  await page.getByRole('button', { name: 'Beschluss veröffentlichen' }).click();
  await expect(page.locator('.error-summary')).toContainText('passt nicht zu den Stimmen');
  await checkPage();
  await page.getByLabel('Ja', { exact: true }).fill('8');
  await page.getByRole('button', { name: 'Beschluss veröffentlichen' }).click();
  await expect(page.getByText('8 dafür, 7 dagegen, 0 Enthaltungen')).toBeVisible();

  await page.goto(`/forum/${session}`);
  await expect(page.getByText('Vom Forum empfohlen')).toBeVisible();
  await expect(page.getByText('8 dafür, 7 dagegen, 0 Enthaltungen')).toBeVisible();
  await checkPage();
});

test('signing up by keyboard alone', { tag: '@script' }, async ({ page }) => {
  await page.goto('/forum/anmelden/26');
  await page.getByLabel('Name oder Spitzname').focus();
  await page.keyboard.type('Nachbarin mit Tastatur');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2');
  // Past the five needs and the remark to the ways of reaching, of which the last is chosen.
  for (let presses = 0; presses < 7; presses += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByLabel('Gar nicht, ich frage selbst')).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sie sind angemeldet' })).toBeVisible();
});
