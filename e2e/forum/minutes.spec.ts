import type { Page } from '@playwright/test';
import { inDays } from '../days';
import { expect, test } from '../fixtures';

/** The office plans a session with one item on its agenda; the answer is its number. */
async function plan(page: Page, title: string, day: string): Promise<string> {
  await page.goto('/team/forum/neu');
  await page.getByLabel('Titel').fill(title);
  await page.getByLabel('Tag', { exact: true }).fill(day);
  await page.getByLabel('Beginn').fill('00:00');
  await page.getByLabel('Ende').fill('23:59');
  await page.getByLabel('Ort', { exact: true }).fill('Siedlerheim');
  await page.getByRole('button', { name: 'Anlegen, weiter zur Tagesordnung' }).click();
  await page.getByLabel('Worum geht es?').fill('Weg zur Kaufhalle');
  await page.getByRole('button', { name: 'Punkt hinzufügen' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Weg zur Kaufhalle' })).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-2) ?? '';
}

async function hold(page: Page, number: string): Promise<void> {
  await page.goto(`/team/forum/${number}`);
  await page.getByRole('button', { name: 'Einladungen sind verschickt' }).click();
  await page.getByRole('button', { name: 'Das Forum hat begonnen' }).click();
  await page.getByRole('button', { name: 'Das Forum ist vorbei' }).click();
  await expect(page.getByText('Tragen Sie das Ergebnis ein.')).toBeVisible();
}

async function count(page: Page, number: string): Promise<void> {
  await page.goto(`/team/forum/${number}/ergebnis`);
  await page.getByLabel('Anwesende').fill('14');
  await page.getByLabel('Stimmberechtigte').fill('11');
  const saved = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: 'Zahlen speichern' }).click();
  await saved;
  await expect(page.getByRole('link', { name: 'Zahlen eintragen' })).toBeVisible();
  await page.getByRole('link', { name: 'Protokoll', exact: true }).click();
}

/** A word was wrong: the office takes them back. */
async function takeBackAndHandOverAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Protokoll zurückholen' }).click();
  await expect(page.getByLabel('1. Weg zur Kaufhalle')).toHaveValue(/März/);
  await page.getByRole('button', { name: 'An den Sprecherrat geben' }).click();
  await expect(page.getByText('Das Protokoll liegt beim Sprecherrat.')).toBeVisible();
}

test('minutes go from the office through the council to everybody', async ({
  page,
  signInAs,
  checkPage,
}) => {
  // Four people take turns here.
  test.slow();
  const title = `Mit Protokoll ${Date.now()}`;
  await signInAs('coordinator');
  const number = await plan(page, title, inDays(0));
  await hold(page, number);
  await page.getByRole('link', { name: 'Protokoll', exact: true }).click();
  await page.getByLabel('1. Weg zur Kaufhalle').fill('Der Weg wird im März gebaut.');
  await page.getByRole('button', { name: 'Entwurf speichern' }).click();
  await expect(page.getByText('Nur das Büro sieht ihn.')).toBeVisible();
  await checkPage();
  await page.getByRole('button', { name: 'An den Sprecherrat geben' }).click();
  await expect(page.locator('.error-summary, [role=alert]').first()).toContainText(
    'wie viele da waren',
  );
  await count(page, number);
  await page.getByRole('button', { name: 'An den Sprecherrat geben' }).click();
  await expect(page.getByText('Das Protokoll liegt beim Sprecherrat.')).toBeVisible();
  await checkPage();
  await takeBackAndHandOverAgain(page);
  await page.goto(`/forum/${number}`);
  await expect(page.getByText('im März gebaut')).toHaveCount(0);

  await signInAs('representative');
  await page.goto('/konto');
  await page.getByRole('link', { name: 'Forum: Ihre Aufgaben im Sprecherrat' }).click();
  await checkPage();
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('link', { name: 'Etwas stimmt nicht' }).click();
  await page.getByRole('button', { name: 'Ans Büro zurückgeben' }).click();
  await expect(page.locator('.error-summary')).toContainText('was nicht stimmt');
  await checkPage();
  await page.getByLabel('Was soll das Büro ändern?').fill('Es war April, nicht März.');
  await page.getByRole('button', { name: 'Ans Büro zurückgeben' }).click();
  await expect(page).toHaveURL(/\/konto\/forum\?said=/);

  await signInAs('coordinator');
  await page.goto(`/team/forum/${number}/protokoll`);
  await expect(page.getByText('Es war April, nicht März.')).toBeVisible();
  // Whoever hands over what was just typed hands over that.
  await page.getByLabel('1. Weg zur Kaufhalle').fill('Der Weg wird im April gebaut.');
  await page.getByRole('button', { name: 'An den Sprecherrat geben' }).click();
  await expect(page.getByText('Das Protokoll liegt beim Sprecherrat.')).toBeVisible();
  await expect(page.getByText('Der Weg wird im April gebaut.')).toBeVisible();

  await signInAs('representative');
  await page.goto(`/konto/forum/${number}/protokoll`);
  await page.getByRole('button', { name: 'Ja, Protokoll bestätigen' }).click();
  await expect(page.getByText('Das Protokoll ist bestätigt und öffentlich.')).toBeVisible();
  await checkPage();
  await page.goto(`/forum/${number}`);
  await expect(page.getByText('Vom Sprecherrat bestätigt am')).toBeVisible();
  await expect(page.getByText('Der Weg wird im April gebaut.')).toBeVisible();
  await checkPage();

  await signInAs('coordinator');
  await addAndCorrect(page, number, checkPage);
});

/** What lacked in minutes everybody reads is added, and then put right; everybody reads both. */
async function addAndCorrect(page: Page, number: string, checkPage: () => Promise<void>) {
  await page.goto(`/team/forum/${number}/protokoll`);
  const missing = page.locator('#nachtrag');
  await missing.getByLabel('Worum es ging').fill('Licht am Weg');
  await missing.getByLabel('Was im Forum dazu gesagt wurde').fill('Alle waren dafür.');
  await missing.getByRole('checkbox').first().check();
  await missing.getByLabel('Warum es erst jetzt im Protokoll steht').fill('Es kam aus dem Saal.');
  await missing.getByRole('button', { name: 'Im Protokoll nachtragen' }).click();
  await expect(page.getByText('Alle waren dafür.')).toBeVisible();
  await page.getByRole('link', { name: 'Berichtigen' }).click();
  // One form at a time.
  await expect(page.locator('#nachtrag')).toHaveCount(0);
  await checkPage();
  const form = page.locator('form', {
    has: page.getByRole('button', { name: 'Berichtigung speichern' }),
  });
  await form.getByLabel('Was im Forum dazu gesagt wurde').fill('Fast alle waren dafür.');
  await form.getByLabel('Warum berichtigen Sie das?').fill('Eine Gegenstimme fehlte.');
  await form.getByRole('button', { name: 'Berichtigung speichern' }).click();
  await expect(page.getByText(/^Berichtigt am .*Gegenstimme/).first()).toBeVisible();
  await page.goto(`/forum/${number}`);
  await expect(page.getByText('Fast alle waren dafür.')).toBeVisible();
  await expect(page.getByText(/^Berichtigt am .*Gegenstimme/)).toBeVisible();
  await expect(page.getByText('nachgetragen oder berichtigt wurde, ist nicht')).toBeVisible();
  await checkPage();
}

test('the council sets an agenda and moderates, and opens nothing else', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const title = `Vom Sprecherrat vorbereitet ${Date.now()}`;
  await signInAs('coordinator');
  const number = await plan(page, title, inDays(130));
  await signInAs('representative');
  await page.goto('/konto/forum');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('link', { name: 'Punkt hinzufügen' }).click();
  // Nothing that could take away what is typed stands beside it.
  await expect(page.getByRole('button', { name: /moderiere|Streichen/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Punkt hinzufügen' }).click();
  await expect(page.locator('.error-summary')).toBeVisible();
  await checkPage();
  await page.getByLabel('Worum geht es?').fill('Unser Punkt');
  await page.getByRole('button', { name: 'Punkt hinzufügen' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Unser Punkt' })).toBeVisible();
  await page.getByLabel(/Mein Name darf auf der Einladung stehen/).check();
  await page.getByRole('button', { name: 'Ich moderiere' }).click();
  await expect(page.getByText('Sie moderieren dieses Forum.')).toBeVisible();
  await checkPage();
  await page.goto(`/forum/${number}`);
  await expect(page.getByText('Unser Punkt')).toBeVisible();
  await expect(page.getByText(/Renate Vogel.*\(Sprecherrat\)/)).toBeVisible();
  await page.goto(`/konto/forum/${number}`);
  await page.getByRole('button', { name: 'Ich moderiere doch nicht' }).click();
  await expect(page.getByRole('button', { name: 'Ich moderiere', exact: true })).toBeVisible();
  for (const path of ['/team', `/team/forum/${number}/protokoll`, '/zahlen', '/sozialberatung']) {
    expect((await page.goto(path))?.status()).toBe(404);
  }
});
