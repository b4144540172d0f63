import type { Page } from '@playwright/test';
import { wednesday } from '../days';
import { expect, test } from '../fixtures';

const compact = (date: string) => date.replaceAll('-', '');

interface Wish {
  title: string;
  place: string;
}

async function fillEntry(page: Page, { title, place }: Wish): Promise<void> {
  await page.getByLabel('Wie heißt der Termin?').fill(title);
  await page.getByLabel('Was ist es?').selectOption({ label: 'Treffen' });
  await page.getByLabel('Griesbacher Hang').check();
  await page.getByLabel('Wo?').fill(place);
  await page.getByLabel('An welchem Tag?').fill(wednesday(1));
  await page.getByLabel('Von').fill('18:00');
  await page.getByLabel('Bis', { exact: true }).fill('19:30');
  await page.getByLabel('Jede Woche').check();
}

/** Text of a feed as a subscribed program gets it, folded lines put together again. */
async function readFeed(page: Page, path: string): Promise<string> {
  const response = await page.request.get(path);
  expect(response.status()).toBe(200);
  expect(response.headers()['content-type']).toBe('text/calendar; charset=utf-8');
  return (await response.text()).replaceAll('\r\n ', '');
}

/** The part of a feed about one title. */
const eventsOf = (feed: string, title: string) =>
  feed.split('BEGIN:VEVENT').filter((event) => event.includes(title));

const unique = (title: string, project: string) => `${title} ${project} ${Date.now()}`;

test('a partner adds a weekly date, cancels one day, and everybody sees it', async ({
  page,
  signInAs,
  checkPage,
}, { project }) => {
  const title = unique('Nähcafé', project.name);
  await signInAs('partner');
  await page.goto('/partner');
  await checkPage();
  await page.getByRole('link', { name: 'Neuen Termin eintragen' }).first().click();
  await checkPage();

  await page.getByLabel('Wie heißt der Termin?').fill(title);
  await page.getByRole('button', { name: 'Termin veröffentlichen' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'Bitte geben Sie ein Datum ein' }),
  ).toBeVisible();
  await expect(page.getByLabel('Wie heißt der Termin?')).toHaveValue(title);
  await checkPage();

  await fillEntry(page, { title, place: `Kita Haldenzwerge ${title}` });
  await page.getByRole('button', { name: 'Termin veröffentlichen' }).click();
  await expect(page.getByText('Gespeichert. Der Kalender zeigt es schon.')).toBeVisible();
  await expect(page.getByText('Jeden Mittwoch, 18:00 bis 19:30 Uhr')).toBeVisible();
  await checkPage();

  await page.goto('/kalender/stadtteil/griesbacher-hang');
  await expect(page.getByRole('link', { name: title })).toHaveCount(3);
  const feedPath = '/kalender/stadtteil/griesbacher-hang/kalender.ics';
  expect(eventsOf(await readFeed(page, feedPath), title)).toHaveLength(1);

  await page.goto('/partner');
  await page.getByRole('link', { name: `Ändern – ${title}` }).click();
  await page.locator(`a[href$="/datum/${wednesday(2)}"]`).click();
  await checkPage();
  await page.getByLabel('Es fällt aus').check();
  await page.getByLabel('Ein Satz dazu').fill('Die Nähmaschine ist in Reparatur.');
  await page.getByRole('button', { name: 'Speichern und veröffentlichen' }).click();
  await expect(page.getByText('Gespeichert. Der Kalender zeigt es schon.')).toBeVisible();

  await page.goto('/kalender');
  const cancelled = page.locator('li', { has: page.locator('s', { hasText: title }) });
  await expect(cancelled).toHaveCount(1);
  await expect(cancelled).toContainText('Fällt aus: Die Nähmaschine ist in Reparatur.');
  await checkPage();

  const events = eventsOf(await readFeed(page, '/kalender.ics'), title);
  expect(events).toHaveLength(2);
  const [series, override] = events;
  expect(series).toContain('RRULE:FREQ=WEEKLY;BYDAY=WE');
  expect(series).toContain('SEQUENCE:1');
  expect(override).toContain(`RECURRENCE-ID;TZID=Europe/Berlin:${compact(wednesday(2))}T180000`);
  expect(override).toContain('STATUS:CANCELLED');
});

test('a date is moved, the whole entry is cancelled and taken back', async ({
  page,
  signInAs,
  checkPage,
}, { project }) => {
  const title = unique('Lesekreis', project.name);
  await signInAs('partner');
  await page.goto('/partner/termin/neu');
  await fillEntry(page, { title, place: `Bücherei ${title}` });
  await page.getByRole('button', { name: 'Termin veröffentlichen' }).click();
  await expect(page.getByText('Gespeichert. Der Kalender zeigt es schon.')).toBeVisible();
  const entryPath = new URL(page.url()).pathname;

  await page.locator(`a[href$="/datum/${wednesday(1)}"]`).click();
  await page.getByLabel('Es findet zu einer anderen Zeit statt').check();
  await page.getByLabel('Von').fill('17:00');
  await page.getByLabel(/^Bis/).fill('16:00');
  await page.getByRole('button', { name: 'Speichern und veröffentlichen' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'Das Ende liegt vor dem Anfang.' }),
  ).toBeVisible();
  await page.getByLabel(/^Bis/).fill('18:00');
  await page.getByRole('button', { name: 'Speichern und veröffentlichen' }).click();
  await expect(page.getByText('Verlegt, geplant war')).toBeVisible();

  await page.getByLabel('Warum fällt es aus?').fill('Wasserschaden');
  await page.getByRole('button', { name: 'Ganz absagen' }).click();
  await expect(page.getByRole('heading', { name: 'Der Termin ist abgesagt' })).toBeVisible();
  await page.goto(entryPath.replace('/partner/', '/kalender/'));
  await expect(page.getByText('Alle Termine fallen aus.')).toBeVisible();
  await expect(page.getByText('Grund: Wasserschaden')).toBeVisible();
  await checkPage();
  const [off] = eventsOf(await readFeed(page, '/kalender/art/treffen/kalender.ics'), title);
  expect(off).toContain('STATUS:CANCELLED');

  await page.goto(entryPath);
  await page.getByRole('button', { name: 'Doch stattfinden lassen' }).click();
  await expect(page.getByText('Gespeichert. Der Kalender zeigt es schon.')).toBeVisible();
  const [on] = eventsOf(await readFeed(page, '/kalender/art/treffen/kalender.ics'), title);
  expect(on).toContain('STATUS:CONFIRMED');
  expect(on).toContain('SEQUENCE:3');
});

test('the office keeps its own dates, and those only partners see', async ({
  page,
  signInAs,
  checkPage,
}, { project }) => {
  const title = unique('Netzwerkrunde', project.name);
  await signInAs('coordinator');
  await page.goto('/team/kalender');
  await checkPage();
  await page.getByRole('link', { name: 'Neuen Termin eintragen' }).first().click();
  await fillEntry(page, { title, place: `Sitzungsraum ${title}` });
  await page.getByLabel('Nur für Partner, nicht öffentlich').check();
  await page.getByRole('button', { name: 'Termin veröffentlichen' }).click();
  await expect(page.getByText('Gespeichert.')).toBeVisible();
  await checkPage();
  const id = new URL(page.url()).pathname.split('/').at(-1);

  expect((await page.goto(`/kalender/termin/${id}`))?.status()).toBe(404);
  expect(eventsOf(await readFeed(page, '/kalender.ics'), title)).toEqual([]);
  await page.goto('/kalender');
  await expect(page.getByText(title)).toHaveCount(0);
});
