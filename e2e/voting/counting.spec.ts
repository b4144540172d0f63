import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import pg from 'pg';
import { DAY_MS } from '../../lib/core/day.mjs';
import { readPdf } from '../../lib/testing/pdf';
import { besideTheGuards, POLL_TABLES } from '../../lib/tooling/guards.mjs';
import { expect, signIn, test } from '../fixtures';

const LABELS = ['Kleinkindschaukel', 'Sonnensegel', 'Zwei Schattenbäume'];

interface Wishes {
  method: 'ONE' | 'RANKING';
  /** People who were given a paper. */
  issued: number;
}

const RULES = {
  ONE: { countRule: 'plurality', maxChoices: 1 },
  RANKING: { countRule: 'irv', maxChoices: LABELS.length },
} as const;

/** A poll on paper that has just ended, as it lies in the database; its number. */
async function pollToCount(wishes: Wishes): Promise<number> {
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await client.connect();
  const number = await besideTheGuards(client, POLL_TABLES, () => addPoll(client, wishes));
  await client.end();
  return number;
}

async function addPoll(client: pg.Client, { method, issued }: Wishes): Promise<number> {
  const id = randomUUID();
  const options = LABELS.map((label, index) => ({
    ...{ id: randomUUID(), label, note: '', costCents: null, lot: index + 1 },
  }));
  const closesAt = new Date(Date.now() - 60_000);
  const opensAt = new Date(closesAt.getTime() - 7 * DAY_MS);
  const rule = {
    ...{ version: 2, method, ...RULES[method], question: `Was zuerst? ${id.slice(0, 8)}` },
    ...{ description: '', easyText: '', options, pointsTotal: null, pointsPerOption: null },
    ...{ seats: 1, budgetCents: null, quorum: 0, channels: ['PAPER'], districtId: null },
    ...{ districtName: '', minAge: 14, needsForumRight: false, cardBatch: null },
    ...{ decidedBy: 'Stadtverwaltung, Bauamt', timeZone: 'Europe/Berlin' },
    ...{ opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() },
  };
  const { rows } = await client.query<{ number: number }>(
    `INSERT INTO polls (id, question, method, count_rule, max_choices, channels, decided_by,
       local_opens, local_closes, opens_at, closes_at, state, frozen_rule)
     VALUES ($1, $2, $3, $4, $5, '{PAPER}', $6, '', '', $7, $8, 'SCHEDULED', $9) RETURNING number`,
    [
      ...[id, rule.question, method, rule.countRule, rule.maxChoices, rule.decidedBy],
      ...[opensAt, closesAt, JSON.stringify(rule)],
    ],
  );
  for (const [position, option] of options.entries()) {
    await client.query(
      'INSERT INTO poll_options (id, poll_id, position, label) VALUES ($1, $2, $3, $4)',
      [option.id, id, position, option.label],
    );
  }
  await client.query(
    `INSERT INTO roll_entries (id, poll_id, channel)
     SELECT gen_random_uuid(), $1, 'PAPER' FROM generate_series(1, $2::int)`,
    [id, issued],
  );
  return rows[0]?.number ?? 0;
}

/** A second person at a device of their own. */
async function representative(browser: Browser, like: { javaScriptEnabled: boolean }) {
  const context = await browser.newContext({ ...like, locale: 'de-DE' });
  const page = await context.newPage();
  await signIn(page, 'representative');
  return page;
}

const sheet = (number: number) => `/abstimmungen/auszaehlung/${number}/papier`;

async function fillNumbers(page: Page, votes: readonly string[], spoiled: string): Promise<void> {
  for (const [index, label] of LABELS.entries()) {
    await page.getByLabel(`${index + 1}. ${label}`, { exact: true }).fill(votes[index] ?? '');
  }
  await page.getByLabel('Ungültige Zettel').fill(spoiled);
  await page.getByRole('button', { name: 'Prüfen' }).click();
}

const send = (page: Page) => page.getByRole('button', { name: 'Zählung eintragen' }).click();
const summary = (page: Page) => page.getByRole('main').getByRole('alert');

/** From the counted poll, of which nobody sees anything, to its record as page and file. */
async function publishAndRead(page: Page, number: number, checkPage: () => Promise<void>) {
  await page.goto(`/abstimmungen/${number}`);
  await expect(page.getByText('Kleinkindschaukel bekam')).toHaveCount(0);
  await page.goto(sheet(number));
  await expect(
    page.getByText('Was auf ihnen stand, ist einzeln nicht mehr zu sehen'),
  ).toBeVisible();
  await page.goto(`/abstimmungen/auszaehlung/${number}`);
  await checkPage();
  await page.getByRole('link', { name: 'Ergebnis ansehen und veröffentlichen' }).click();
  await checkPage();
  await page.getByRole('button', { name: 'Für alle veröffentlichen' }).click();
  await expect(page).toHaveURL(/\/team\/abstimmungen\/\d+\?said=/);
  await page.goto(`/abstimmungen/${number}`);
  await page.getByRole('link', { name: /Zählprotokoll ansehen/ }).click();
  await expect(page.getByText('eine Person aus dem Sprecherrat')).toBeVisible();
  await checkPage();
  const file = await page.request.get(`/api/abstimmungen/${number}/zaehlprotokoll`);
  expect(file.headers()['content-type']).toBe('application/pdf');
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
}

test('two people count papers: a mistake, a difference, and then the result for everybody', async ({
  page,
  browser,
  signInAs,
  checkPage,
  javaScriptEnabled,
}) => {
  test.slow();
  const number = await pollToCount({ method: 'ONE', issued: 6 });
  await signInAs('coordinator');
  await page.goto('/team/abstimmungen');
  await page.goto('/team');
  await expect(page.getByText('Zwei Personen müssen zählen').first()).toBeVisible();
  await page.goto(`/team/abstimmungen/${number}`);
  await page.getByRole('link', { name: 'Zur Auszählung' }).click();
  await checkPage();
  const checklist = page.getByRole('link', { name: 'Diese Schritte als Prüfliste drucken' });
  const file = await page.request.get((await checklist.getAttribute('href')) ?? '');
  expect((await readPdf(await file.body())).text).toMatch(/Prüfliste für die Auszäh\s*lung/);
  await page.getByRole('link', { name: 'Zählung eintragen' }).click();
  await checkPage();

  await fillNumbers(page, ['3', 'zwei', ''], '1');
  await expect(summary(page)).toContainText('Bitte schreiben Sie eine Zahl');
  await expect(page.getByLabel('Sonnensegel')).toHaveValue('zwei');
  await checkPage();
  await fillNumbers(page, ['3', '2', ''], '1');
  await expect(page.getByText('5 gültige Zettel und 1 ungültiger: zusammen 6.')).toBeVisible();
  await checkPage();
  await send(page);
  await expect(page.getByText('Jetzt muss eine zweite Person zählen')).toBeVisible();
  await checkPage();

  const second = await representative(browser, { javaScriptEnabled: javaScriptEnabled ?? true });
  await second.goto('/konto/forum');
  await second.goto(`/abstimmungen/auszaehlung/${number}`);
  await second.getByRole('link', { name: 'Zählung eintragen' }).click();
  // Blind: nothing of what the first person wrote is on the page.
  await expect(second.getByLabel('Kleinkindschaukel')).toHaveValue('');
  await fillNumbers(second, ['2', '3', ''], '1');
  await send(second);
  const differs = second.getByRole('table', { name: 'Hier haben Sie verschieden gezählt' });
  await expect(differs.getByRole('row')).toHaveCount(3);
  await expect(differs).not.toContainText('Ungültige Zettel');

  await page.reload();
  await expect(page.getByText('Die beiden Zählungen sind nicht gleich')).toBeVisible();
  await checkPage();
  await fillNumbers(second, ['3', '2', ''], '1');
  await send(second);
  await expect(second.getByText('Das Büro veröffentlicht jetzt das Ergebnis.')).toBeVisible();
  await second.context().close();

  await publishAndRead(page, number, checkPage);
});

test('lines of rankings: each wrong line is named, more papers than people need two remarks', {
  tag: '@script',
}, async ({ page, browser, signInAs, checkPage, javaScriptEnabled }) => {
  test.slow();
  const number = await pollToCount({ method: 'RANKING', issued: 3 });
  await signInAs('coordinator');
  await page.goto('/team/abstimmungen');
  await page.goto(sheet(number));
  const lines = (one: Page) => one.getByLabel('Für jeden Zettel eine Zeile');
  await lines(page).fill('3 1 2\n4 1\n2x 1\n1 1');
  await page.getByRole('button', { name: 'Prüfen' }).click();
  await expect(summary(page)).toContainText('Zeile 2 „4 1“');
  await expect(summary(page)).toContainText('Zeile 4 „1 1“');
  await expect(lines(page)).toHaveValue('3 1 2\n4 1\n2x 1\n1 1');
  await checkPage();
  const good = '3 1 2\n2x 1\n1 2\n-';
  await lines(page).fill(good);
  if (javaScriptEnabled) await expect(page.getByText('Bisher: 5 Zettel')).toBeVisible();
  await page.getByRole('button', { name: 'Prüfen' }).click();
  await expect(page.getByText('5 gültige Zettel und kein ungültiger: zusammen 5.')).toBeVisible();
  await checkPage();
  await send(page);
  await expect(page.getByText('Jetzt muss eine zweite Person zählen')).toBeVisible();
  const second = await representative(browser, { javaScriptEnabled: javaScriptEnabled ?? true });
  await second.goto(sheet(number));
  await lines(second).fill(good);
  await second.getByRole('button', { name: 'Prüfen' }).click();
  await send(second);
  for (const one of [second, page]) {
    if (one === page) await page.reload();
    await expect(one.getByText('Es sind mehr Zettel als Personen')).toBeVisible();
    if (one === page) await checkPage();
    await one.getByLabel('Was haben Sie geprüft?').fill('Alle Zettel tragen einen Code von uns.');
    await one.getByRole('button', { name: 'So bestätigen' }).click();
    if (one === second) await expect(one.getByText('Sie haben bestätigt.')).toBeVisible();
  }
  await second.context().close();
  await expect(page.getByText('Die Auszählung ist fertig.')).toBeVisible();
  await page.getByRole('link', { name: 'Ergebnis ansehen und veröffentlichen' }).click();
  await expect(page.getByText('Im Verzeichnis stehen 3 Personen')).toBeVisible();
  await checkPage();
});

test('somebody chooses to be reminded, and stops it without signing in', async ({
  page,
  signInAs,
  checkPage,
}) => {
  await signInAs('resident');
  await page.goto('/konto/erinnerungen');
  await checkPage();
  await page.getByLabel('Ich möchte an Abstimmungen erinnert werden.').check();
  await page.getByRole('button', { name: 'Speichern' }).click();
  const row = page.locator('.summary-row', { hasText: 'Erinnerungen an Abstimmungen' });
  await expect(row).toContainText('an');
  // Who only opens the address is not told that they are off.
  await page.goto('/abstimmungen/erinnerungen/abbestellt?said=reminders.stopped');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Erinnerungen abbestellen');
  await checkPage();
  expect((await page.goto('/abstimmungen/erinnerungen/nicht-von-uns'))?.status()).toBe(404);
});
