import type { Page } from '@playwright/test';
import { expect, summary, test } from './house';
import { approve, fillTimes, numberOf, OPTIONS } from './office';

const PROJECTS = [
  'Bank am Weg; mit Lehne; 1.200 €',
  'Hochbeete; 640,50',
  'Spielekiste; 310 Euro',
].join('\n');

/** The office writes a budget poll, over its mistakes; the answer is its number. */
async function writeBudget(page: Page, question: string): Promise<string> {
  await page.goto('/team/abstimmungen');
  await page.getByRole('link', { name: 'Neue Abstimmung' }).click();
  await page.getByRole('link', { name: 'Budget verteilen' }).click();
  await page.getByLabel('Frage', { exact: true }).fill(question);
  await page.getByLabel('Wie viel Geld wird verteilt?').fill('1.500 €');
  await page.getByLabel('Projekte mit Kosten').fill(`${PROJECTS}\nBaum`);
  await page.getByLabel('Wie viele Projekte darf man ankreuzen?').fill('3');
  await page.getByLabel('Wer muss danach entscheiden?').fill('Stadtverwaltung, Bauamt');
  await fillTimes(page);
  await page.getByRole('button', { name: 'Entwurf speichern' }).click();
  await expect(summary(page)).toContainText('Bei „Baum“ fehlen die Kosten.');
  await expect(page.getByLabel('Projekte mit Kosten')).toHaveValue(`${PROJECTS}\nBaum`);
  await page.getByLabel('Projekte mit Kosten').fill(PROJECTS);
  await page.getByRole('button', { name: 'Entwurf speichern' }).click();
  return await numberOf(page);
}

test('a draft goes to a second person and back, and opens when it is right', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const question = `Wofür geben wir 1.500 € aus? (${Date.now()})`;
  await signInAs('coordinator');
  await page.goto('/team/abstimmungen/neu');
  await checkPage();
  const number = await writeBudget(page, question);
  await expect(page.getByText('Bank am Weg – mit Lehne – 1.200').first()).toBeVisible();
  await expect(
    page.getByText('Das Geld wird ohne zu runden auf alle Stimmzettel verteilt').first(),
  ).toBeVisible();
  await checkPage();
  await page.getByRole('button', { name: 'Zur Prüfung geben' }).click();
  await expect(page.getByText('Wartet auf Prüfung')).toBeVisible();
  // Nobody checks what they have written themselves.
  await page.goto(`/team/abstimmungen/${number}/pruefen`);
  await expect(page.getByRole('button', { name: 'Abstimmung freigeben' })).toHaveCount(0);

  await signInAs('representative');
  await page.goto('/konto');
  await page.getByRole('link', { name: question }).click();
  await checkPage();
  await page.getByRole('button', { name: 'Abstimmung freigeben' }).click();
  await expect(summary(page)).toContainText('haken Sie alles ab');
  await page.getByRole('link', { name: 'Zurückgeben', exact: true }).click();
  await checkPage();
  await page.getByLabel('Was soll anders werden?').fill('Die Bank ist zu teuer.');
  await page.getByRole('button', { name: 'Mit Hinweis zurückgeben' }).click();
  await expect(page).toHaveURL(/\/konto(?:\?said=[^#]*)?(?:#answer)?$/);
  await expect(page.getByRole('link', { name: question })).toHaveCount(0);

  await signInAs('coordinator');
  await page.goto(`/team/abstimmungen/${number}`);
  await expect(page.getByText('Die Bank ist zu teuer.')).toBeVisible();
  await page.getByRole('link', { name: 'Entwurf ändern' }).click();
  await checkPage();
  await page.getByLabel('Projekte mit Kosten').fill(PROJECTS.replace('1.200', '900'));
  await page.getByRole('button', { name: 'Änderungen speichern' }).click();
  await page.getByRole('button', { name: 'Zur Prüfung geben' }).click();
  await expect(page.getByText('Wartet auf Prüfung')).toBeVisible();

  await signInAs('admin');
  await page.goto('/team');
  await page.getByRole('link', { name: question, exact: true }).click();
  await checkPage();
  await approve(page);
  await expect(page.getByText('Die Abstimmung läuft.')).toBeVisible();
  await page.goto(`/abstimmungen/${number}`);
  await expect(page.getByText('Bank am Weg').first()).toBeVisible();
  await expect(
    page.getByText('Das Geld wird ohne zu runden auf alle Stimmzettel verteilt').first(),
  ).toBeVisible();
  await checkPage();
});

test('the kind of a draft can be changed, and what both kinds ask for stays', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const question = `Wie soll der Platz heißen? (${Date.now()})`;
  await signInAs('coordinator');
  const number = await writeBudget(page, question);
  await page.goto(`/team/abstimmungen/${number}/aendern`);
  await page.getByRole('link', { name: 'Andere Art wählen' }).click();
  await expect(page.getByText('So ist es jetzt')).toBeVisible();
  await page.getByRole('link', { name: 'Reihenfolge', exact: true }).click();
  await expect(page.getByLabel('Frage', { exact: true })).toHaveValue(question);
  await expect(page.getByLabel('Wie viel Geld wird verteilt?')).toHaveCount(0);
  await page.getByLabel('Antworten', { exact: true }).fill('Lindenplatz\nBergmannsplatz\nMarkt');
  await page.getByLabel('Paarweise nach Stimmen (Schulze)').check();
  await checkPage();
  await page.getByRole('button', { name: 'Änderungen speichern' }).click();
  await expect(page.getByText('Je zwei Antworten werden verglichen').first()).toBeVisible();

  await page.goto(`/team/abstimmungen/${number}/aendern`);
  await page.getByRole('link', { name: 'Andere Art wählen' }).click();
  await page.getByRole('link', { name: 'Mehrere Antworten', exact: true }).click();
  await page.getByLabel('Wie viele Antworten darf man ankreuzen?').fill('2');
  await page.getByRole('button', { name: 'Änderungen speichern' }).click();
  await expect(page.getByText(/(?:höchstens|bis zu) 2\b/).first()).toBeVisible();
});

test('a try-out is filled, counted and thrown away, and nobody else sees it', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const question = `Nur zum Üben? (${Date.now()})`;
  await signInAs('coordinator');
  await writeBudget(page, question);
  await page.getByRole('button', { name: 'Probelauf beginnen' }).click();
  await expect(page.getByText('PROBE – keine echte Abstimmung')).toBeVisible();
  const trial = await numberOf(page);
  await page.getByLabel('Wie viele erfundene Stimmzettel?').fill('30');
  await page.getByRole('button', { name: 'Einwerfen' }).click();
  await expect(page.getByText('In der Probe liegen 30 Stimmzettel.')).toBeVisible();
  await checkPage();

  await page.getByRole('link', { name: 'Selbst einen Stimmzettel ausfüllen' }).click();
  await expect(page.getByText('PROBE – keine echte Abstimmung')).toBeVisible();
  await page.getByLabel(/Spielekiste/).check();
  await page.getByRole('button', { name: 'Weiter: prüfen' }).click();
  await page.getByLabel(/Ich bin mindestens 14 Jahre alt/).check();
  await page.getByRole('button', { name: 'Stimmzettel einwerfen' }).click();
  await expect(page).toHaveURL(new RegExp(`/team/abstimmungen/${trial}\\?said=`));

  await page.getByRole('button', { name: 'Probe beenden und auszählen' }).click();
  await expect(page.getByRole('heading', { name: 'Das Ergebnis' })).toBeVisible();
  await expect(page.getByText('PROBE – keine echte Abstimmung')).toBeVisible();
  await checkPage();

  expect((await page.request.get(`/abstimmungen/${trial}`)).status()).toBe(404);
  for (const path of ['/', '/abstimmungen', '/abstimmungen/archiv']) {
    expect(await (await page.request.get(path)).text()).not.toContain(question);
  }
  await page.getByRole('button', { name: 'Probe endgültig wegwerfen' }).click();
  await expect(page).toHaveURL(/\/team\/abstimmungen\?said=/);
  expect((await page.request.get(`/team/abstimmungen/${trial}`)).status()).toBe(404);
});

test('an answer is withdrawn by law, with a reason everybody reads', async ({
  page,
  things,
  signInAs,
  checkPage,
}) => {
  const { number } = await things.openPoll({ labels: OPTIONS });
  await signInAs('coordinator');
  await page.goto(`/team/abstimmungen/${number}`);
  await page.getByRole('link', { name: /^Nachträge/ }).click();
  await checkPage();
  await page.getByRole('link', { name: 'Eine Antwort zurückziehen' }).click();
  await page.getByLabel('Sonnensegel').check();
  await page.getByRole('button', { name: 'Rückzug zur Zustimmung vorlegen' }).click();
  await expect(summary(page)).toContainText('Bitte füllen Sie dieses Feld aus.');
  await checkPage();
  await page.getByLabel('Öffentliche Begründung').fill('Der Denkmalschutz lässt es nicht zu.');
  await page.getByRole('button', { name: 'Rückzug zur Zustimmung vorlegen' }).click();
  await expect(page.getByText(/Jemand anderes aus dem Büro/)).toBeVisible();
  await signInAs('admin');
  await page.goto(`/team/abstimmungen/${number}`);
  await page.locator('p', { hasText: 'wartet auf Zustimmung' }).getByRole('link').click();
  await page.getByRole('button', { name: 'Zustimmen und Antwort endgültig zurückziehen' }).click();
  expect(await numberOf(page)).toBe(`${number}`);
  await page.goto(`/abstimmungen/${number}`);
  await expect(page.getByText('Der Denkmalschutz lässt es nicht zu.')).toBeVisible();
  await expect(page.locator('s', { hasText: 'Sonnensegel' }).first()).toBeVisible();
  await checkPage();
});

test('a published poll gets a note, and the archive is a reading page', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const text = `Ein Umschlag wurde übersehen. (${Date.now()})`;
  await page.goto('/abstimmungen');
  await signInAs('coordinator');
  await page.goto('/team/abstimmungen/1/nachtraege');
  await page.getByLabel('Was ist zu sagen?').fill(text);
  await page.getByRole('button', { name: 'Veröffentlichen' }).click();
  expect(await numberOf(page)).toBe('1');
  await expect(page.getByText('Ihre Anmerkung steht jetzt auf der')).toBeVisible();
  await page.goto('/abstimmungen/1');
  await expect(page.getByText(text)).toBeVisible();
  await checkPage();
  await page.goto('/abstimmungen');
  await page.getByRole('link', { name: 'Ältere Ergebnisse im Archiv' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.locator('script').count()).toBe(0);
  await checkPage();
});

test('the right to vote in the Forum is entered by address', async ({
  page,
  signInAs,
  checkPage,
}) => {
  await signInAs('coordinator');
  await page.goto('/team/abstimmungen');
  await page.getByRole('link', { name: 'Stimmrecht im Forum eintragen' }).click();
  await page.getByLabel('E-Mail-Adresse oder Nummer der Zugangskarte').fill('9999-1');
  await page.getByRole('button', { name: 'Eintragen' }).click();
  await expect(summary(page)).toContainText('gibt es kein Konto');
  await checkPage();
});
