import type { Page } from '@playwright/test';
import { readPdf } from '../../lib/testing/pdf';
import { expect, signIn, test } from '../fixtures';

/** Of one person only: the same number is the same person. */
const numberOf = (title: string) => title.replaceAll(/\D/g, '').slice(-8);

/** Somebody who wants to be told by phone or letter asks, so that the office owes an answer. */
async function askFor(
  page: Page,
  title: string,
  way: 'PHONE' | 'LETTER',
  number = numberOf(title),
): Promise<string> {
  await page.goto('/team/anfragen/neu');
  await page.getByLabel('Was wird gebraucht?').fill(title);
  await page.getByLabel('Rat', { exact: true }).check();
  await page.getByLabel('Keilbergring').check();
  await page.getByLabel('Name freiwillig').fill(`Frau ${title}`);
  if (way === 'PHONE') {
    await page.getByLabel('Telefonnummer').fill(`030 ${number}`);
  } else {
    await page.getByLabel('Brief', { exact: true }).check();
    await page
      .getByLabel('Name und Anschrift für den Brief')
      .fill(`Siedlerweg ${number}\n08289 Musterstadt`);
  }
  await page.getByRole('button', { name: 'Aufnehmen' }).click();
  await expect(page).toHaveURL(/\/team\/anfragen\/\d+\?said=/);
  await page.getByLabel('Ihre Nachricht').fill('Kommen Sie am Dienstag vorbei.');
  await page.getByRole('button', { name: 'Angebot schicken' }).click();
  await expect(page.getByText('Das Büro hat ein Angebot gemacht').first()).toBeVisible();
  return page.url();
}

test('today shows what waits, and each row leads to where it is done', async ({
  page,
  signInAs,
  checkPage,
}) => {
  await signInAs('coordinator');
  await page.goto('/team');
  await expect(page.getByRole('heading', { level: 1, name: 'Heute' })).toBeVisible();
  await checkPage();
  const rows = page.locator('.task');
  const hrefs = await rows
    .locator('.task-action a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(hrefs.length).toBeGreaterThan(2);
  for (const href of new Set(hrefs)) {
    expect((await page.request.get(href)).status(), href).toBe(200);
  }
  await page.goto('/en/team');
  await checkPage();
  // What does not fit is behind its link; where all of it fits, the page says so.
  await page.goto('/team?more=proposal');
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toContainText(/Noch \d+ Vorschl|Alles davon steht jetzt/);
  await checkPage();
});

test('a call is tried in vain, made, described and put back', async ({
  page,
  signInAs,
  checkPage,
}, { project }) => {
  const title = `Anruf ${project.name} ${Date.now()}`;
  await signInAs('coordinator');
  await askFor(page, title, 'PHONE');
  await page.goto('/team/anrufe');
  await checkPage();
  const row = page.getByRole('listitem').filter({ hasText: `Frau ${title}` });
  await row.getByRole('button', { name: 'Nicht erreicht – später' }).click();
  await expect(row).toContainText('Nicht erreicht:');
  await row.getByRole('button', { name: 'Erreicht', exact: true }).click();
  await expect(page.getByText(`Abgehakt: Frau ${title}`)).toBeVisible();
  await checkPage();
  await page.getByRole('link', { name: 'Eine Notiz dazu schreiben' }).click();
  await checkPage();
  await page.getByLabel('Notiz').fill('Die Tochter richtet es aus.');
  await page.getByRole('button', { name: 'Notiz speichern' }).click();
  await expect(row).toContainText('Die Tochter richtet es aus.');
  await row.getByRole('button', { name: 'Zurück auf die Liste' }).click();
  await expect(row.getByRole('button', { name: 'Erreicht', exact: true })).toBeVisible();
  await row.getByRole('link', { name: 'Notiz berichtigen' }).click();
  await checkPage();
  await page.getByLabel('Notiz').fill('Die Schwester richtet es aus.');
  await page.getByLabel('Warum berichtigen Sie das?').fill('Es war die Schwester.');
  await page.getByRole('button', { name: 'Berichtigung speichern' }).click();
  await expect(row).toContainText('Die Schwester richtet es aus.');
});

test('all that is owed to one person is one row, said together or in part', async ({
  page,
  signInAs,
  checkPage,
}, { project }) => {
  const [one, other] = [`Eins ${project.name} ${Date.now()}`, `Zwei ${project.name} ${Date.now()}`];
  await signInAs('coordinator');
  await askFor(page, one, 'PHONE');
  await askFor(page, other, 'PHONE', numberOf(one));
  await page.goto('/team/anrufe');
  const row = page.getByRole('listitem').filter({ hasText: `Frau ${one}, Frau ${other}` });
  await expect(row).toHaveCount(1);
  await expect(row.getByText('Kommen Sie am Dienstag vorbei.')).toHaveCount(2);
  await checkPage();
  const boxes = row.getByRole('checkbox');
  await expect(boxes).toHaveCount(2);
  await boxes.first().uncheck();
  await row.getByRole('button', { name: 'Erreicht', exact: true }).click();
  await expect(page.getByText(/^Abgehakt: Frau (?:Eins|Zwei)/)).toBeVisible();
  const rest = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Erreicht', exact: true }) })
    .filter({ hasText: new RegExp(`${one}|${other}`) });
  await expect(rest).toHaveCount(1);
  await checkPage();
});

test('who is slower than a colleague reads that nobody needs to call again', async ({
  page,
  browser,
  signInAs,
  checkPage,
  javaScriptEnabled,
  baseURL,
}, { project }) => {
  const title = `Zweimal ${project.name} ${Date.now()}`;
  await signInAs('coordinator');
  await askFor(page, title, 'PHONE');
  await page.goto('/team/anrufe');
  const options = {
    ...(baseURL ? { baseURL } : {}),
    javaScriptEnabled: javaScriptEnabled ?? true,
  };
  const context = await browser.newContext(options);
  const colleague = await context.newPage();
  await signIn(colleague, 'admin');
  await colleague.goto('/team/anrufe');
  const reached = (where: typeof page) =>
    where
      .getByRole('listitem')
      .filter({ hasText: `Frau ${title}` })
      .getByRole('button', { name: 'Erreicht', exact: true });
  await reached(colleague).click();
  await expect(colleague.getByText(`Abgehakt: Frau ${title}`)).toBeVisible();
  await context.close();
  await reached(page).click();
  await expect(page.getByText(`Schon abgehakt: Frau ${title}`)).toBeVisible();
  await expect(page.getByText('Bitte nicht noch einmal anrufen')).toBeVisible();
  await checkPage();
});

test('a letter is printed on one sheet and ticked off', async ({ page, signInAs }, { project }) => {
  const title = `Brief ${project.name} ${Date.now()}`;
  await signInAs('coordinator');
  await askFor(page, title, 'LETTER');
  await page.goto('/team/anrufe');
  const row = page.getByRole('listitem').filter({ hasText: `Frau ${title}` });
  const link = row.getByRole('link', { name: 'Brief drucken' });
  const answer = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(answer.headers()['cache-control']).toBe('private, no-store');
  const { text, pages } = await readPdf(await answer.body());
  expect(pages).toHaveLength(1);
  expect(text.replace(/\s+/g, ' ')).toContain(`Frau ${title}`);
  expect(text).toContain('Kommen Sie am Dienstag vorbei.');
  await row.getByRole('button', { name: 'Abgeschickt' }).click();
  await expect(page.getByText(`Abgehakt: Frau ${title}`)).toBeVisible();
});
