import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { inDays } from '../days';
import { expect, signIn, test } from '../fixtures';

/** Letters only: it is typed wherever a person can be named, also behind the wall, where no digits are taken. */
const personsName = () =>
  `Wilhelmine Kranich${Array.from({ length: 8 }, () => 'abcdefghij'[Math.floor(Math.random() * 10)]).join('')}`;

const tap = (page: Page, question: string, answer: string) =>
  page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check();

/** On Monday a round is planned; the evening before it, nobody has been there yet. */
async function planRound(page: Page, place: string): Promise<void> {
  await page.goto('/team/rundgang/neu');
  await page.getByLabel('Stadtteil', { exact: true }).selectOption({ label: 'Griesbacher Hang' });
  await page.getByLabel('Ort', { exact: true }).fill(place);
  await page.getByLabel('Tag', { exact: true }).fill(inDays(-1));
  await page.getByLabel('Von', { exact: true }).fill('10:00');
  await page.getByLabel('Bis', { exact: true }).fill('11:00');
  await page.getByRole('button', { name: 'Planen' }).click();
  await expect(page.getByText(/^\d+ Rundgang ist geplant/)).toBeVisible();
}

/** Its talk becomes an idea without a name, and somebody wants to be rung. @returns the number of the idea */
async function bringBackAnIdea(page: Page, place: string, person: string): Promise<string> {
  await page.goto('/team/rundgang/eintragen');
  if (!(await page.getByLabel('Stadtteil', { exact: true }).isVisible()))
    await page.getByRole('main').locator('summary').first().click();
  await page.getByLabel('Stadtteil', { exact: true }).selectOption({ label: 'Griesbacher Hang' });
  await page.getByLabel(/^Ort, nur grob/).fill(place);
  await tap(page, 'Wie viele Menschen?', '2');
  await page.getByRole('main').getByText('Notiz', { exact: true }).click();
  await page.getByLabel(/^Notiz ohne Personen/).fill(`${person} will eine Bank`);
  await page.getByRole('button', { name: 'Speichern' }).click();
  // A person is kept out of it before anything is kept.
  await expect(page.locator('main .error-summary')).toBeVisible();
  await page.getByLabel(/^Notiz ohne Personen/).fill('Am Weg fehlt eine Bank.');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByRole('link', { name: 'Daraus einen Vorschlag machen' }).click();
  await page.locator('#title').fill(`Bank: ${place}`);
  await page.getByRole('button', { name: 'Vorschlag speichern' }).click();
  await expect(page).toHaveURL(/number=\d+/);
  const number = new URL(page.url()).searchParams.get('number') ?? '';

  await page.goto('/team/rundgang/rueckruf');
  await page.getByLabel('Name', { exact: true }).fill(person);
  await page.getByLabel('Telefonnummer').fill('030 23125-177');
  await page.getByLabel('Worum geht es?').fill('Bank am Weg');
  await page.getByLabel(/^Die Person ist einverstanden/).check();
  await page.getByRole('button', { name: 'Auf die Anrufliste setzen' }).click();
  await expect(page.getByRole('link', { name: 'Zur Anrufliste' }).first()).toBeVisible();
  return number;
}

/** What the team agreed on becomes a task, which waits until it is done. */
async function meetAndFollowUp(page: Page, title: string): Promise<void> {
  await page.goto('/team/fortbildung/neu');
  await page.getByLabel('Was ist es?').selectOption({ label: 'Fortbildung' });
  await page.getByLabel('Tag', { exact: true }).fill(inDays(-1));
  await page.getByLabel('Stunden').fill('2');
  await page.getByLabel('Titel').fill(title);
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Eintragen' }).click();
  await page.getByRole('button', { name: 'Wir waren da' }).click();
  await page.getByRole('link', { name: 'Aufgabe anlegen' }).click();
  await page.getByLabel('Was ist zu tun?').fill(`Nacharbeiten: ${title}`);
  await page.getByLabel('Bis wann?').fill(inDays(-1));
  await page.getByRole('button', { name: 'Anlegen' }).click();
  await page.goto('/team');
  await expect(page.getByRole('link', { name: 'Heute' })).toHaveAttribute('aria-current', 'page');
  await page.goto('/team/aufgaben');
  await page.getByRole('link', { name: `Nacharbeiten: ${title}` }).click();
  await page.getByRole('button', { name: 'Gemacht' }).click();
  await expect(page.getByText('Die Aufgabe ist gemacht.')).toBeVisible();
}

/** A way of activating people is tried once more and looked at. */
async function tryAFormat(page: Page): Promise<void> {
  await page.goto('/team/methoden');
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  await page.getByRole('link', { name: /Erprobung planen/ }).click();
  await page.getByLabel('Tag', { exact: true }).fill(inDays(-1));
  await page.getByLabel('Stadtteil', { exact: true }).selectOption({ label: 'Keilbergring' });
  await page.getByRole('button', { name: 'Planen' }).click();
  await page.getByLabel(/^Wie viele waren da/).fill('9');
  await page.getByLabel(/^davon zum ersten Mal/).fill('4');
  await page.getByLabel(/^Arbeitsstunden/).fill('2');
  await page.getByLabel(/^Kosten in Euro/).fill('0');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Die Erprobung ist eingetragen.')).toBeVisible();
}

/** Whoever counsels offers a morning; the office enters somebody who rang. */
async function counsel(counsellor: Page, office: Page, person: string): Promise<void> {
  await counsellor.goto('/sozialberatung/termine');
  const open = counsellor.getByRole('button', { name: 'Meinen Terminkalender öffnen' });
  if (await open.isVisible()) await open.click();
  await counsellor.goto('/sozialberatung/zeiten/neu');
  const day = inDays(10);
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
  const place = `Zimmer ${person.slice(-8)}`;
  await counsellor.getByLabel('Wochentag').selectOption(String(weekday));
  await counsellor.getByLabel('Von', { exact: true }).fill('06:00');
  await counsellor.getByLabel('Bis', { exact: true }).fill('06:30');
  await counsellor.getByLabel('Wo', { exact: true }).fill(place);
  await counsellor.getByLabel('Ab welchem Tag').fill(day);
  await counsellor.getByLabel(/^Bis zu welchem Tag/).fill(day);
  await counsellor.getByRole('button', { name: 'Zeiten eintragen' }).click();
  await office.goto('/team/sprechstunde/eintragen');
  const time = office.getByRole('option').filter({ hasText: place }).first();
  await office.getByLabel('Wann und wo').selectOption((await time.getAttribute('value')) ?? '');
  await office.getByLabel('Wie die Person heißen möchte').fill(person);
  await office.getByRole('button', { name: 'Eintragen', exact: true }).click();
  await expect(office.getByRole('heading', { name: 'Der Termin ist eingetragen' })).toBeVisible();
  await counsellor.goto('/sozialberatung/termine');
  await expect(counsellor.getByRole('link', { name: person })).toBeVisible();
}

const textOf = async (page: Page, path: string) => (await page.request.get(path)).text();

test('one week of the office and of whoever counsels, from a round to what is reported', async ({
  page,
  browser,
  baseURL,
  signInAs,
  checkPage,
}) => {
  const [person, visitor] = [personsName(), personsName()];
  const place = `Haltestelle ${person.slice(-8)}`;
  await signInAs('coordinator');
  await planRound(page, place);
  const number = await bringBackAnIdea(page, place, person);
  await meetAndFollowUp(page, `Zuhören ${person.slice(-8)}`);
  await tryAFormat(page);

  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const counsellor = await context.newPage();
  await signIn(counsellor, 'counsellor');
  await counsel(counsellor, page, visitor);

  // On Friday the round is closed, and the idea is where ideas are looked at.
  await page.goto('/team');
  await page.getByRole('link', { name: /Zu den Rundgängen/ }).click();
  await page.getByRole('link', { name: `Öffnen – ${place}` }).click();
  await page.getByLabel('Was haben wir gelernt?').fill('Vormittags warten viele auf den Bus.');
  await page.getByRole('button', { name: 'Abschließen' }).click();
  await expect(page.getByText('Der Rundgang ist abgeschlossen.')).toBeVisible();
  await checkPage();
  await page.goto(`/team/vorschlaege/${number}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Bank: ${place}`);
  await checkPage();

  // Whoever was named is where that was said, and nowhere else.
  expect(await textOf(page, '/team/anrufe')).toContain(person);
  for (const path of ['/zahlen', '/api/zahlen', '/unterwegs', '/kalender.ics', '/ausprobiert'])
    expect(await textOf(page, path), path).not.toMatch(/Kranich/);
  for (const path of ['/team', '/team/anrufe', '/team/vorschlaege', '/team/aufgaben', '/konto'])
    expect(await textOf(page, path), path).not.toContain(visitor);
  for (const path of ['/sozialberatung/termine', '/sozialberatung/strichliste'])
    expect(await textOf(counsellor, path), path).not.toContain(person);
  const log = fs.readFileSync(process.env.E2E_LOG ?? '', 'utf8');
  expect(log).toContain('/team/rundgang/rueckruf');
  expect(log).not.toContain('Kranich');
  await context.close();
});
