import type { Page } from '@playwright/test';
import { inDays } from '../days';
import { expect, test } from '../fixtures';

/**
 * A sheet of paper, from the first answer to the next empty one: a key behind each answer and one that sends, well within
 * 20 seconds.
 */
async function typeSheet(page: Page, answers: readonly string[], counted: string): Promise<void> {
  const begun = performance.now();
  for (const words of answers) {
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText(counted);
  await expect(page.getByLabel('Was ist gut?')).toBeFocused();
  await expect(page.getByLabel('Was ist gut?')).toHaveValue('');
  // What the program takes, and a hand that needs a third of a second for each key.
  const keys = answers.join('').length + answers.length + 1;
  expect((performance.now() - begun) / 1000 + keys / 3).toBeLessThan(20);
}

test('a survey is opened, answered on the web and from paper by keys alone, and somebody asks to be invited', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const title = `Was fehlt? ${Math.random().toString(36).slice(2, 8)}`;
  await signInAs('coordinator');
  await page.goto('/team/befragungen/neu');
  await checkPage();
  await page.getByLabel('Titel').fill(title);
  await page.getByLabel('Wer fragt, und wozu?').fill('Das Büro fragt, was fehlt.');
  await page.getByLabel('Erster Tag').fill(inDays(0));
  await page.getByLabel('Letzter Tag').fill(inDays(7));
  await page.getByLabel(/^Frage 1/).fill('Was ist gut?');
  await page.getByLabel(/^Frage 2/).fill('Was fehlt?');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await checkPage();
  await page.getByRole('button', { name: 'Befragung eröffnen' }).click();
  await expect(page.getByText('Die Befragung ist eröffnet.')).toBeVisible();
  const survey = page.url().replace(/\?.*/, '');

  await page.getByRole('link', { name: 'Antworten eintragen' }).click();
  await checkPage();
  await page.getByLabel('Was ist gut?').focus();
  await typeSheet(page, ['Die Ruhe', 'Eine Bank'], '1 Bogen');
  await typeSheet(page, ['Der Bus', 'Eine Bank'], '2 Bögen');

  await page.goto('/ausprobiert');
  const asked = page.getByRole('heading', { name: title }).locator('..');
  await asked.getByRole('link', { name: 'Antworten' }).click();
  await page.getByRole('button', { name: 'Antworten abschicken' }).click();
  await expect(page.locator('a[href="#answer1"]')).toBeVisible();
  await checkPage();
  await page.getByLabel('Was fehlt?').fill('Ein Laden');
  await page.getByRole('button', { name: 'Antworten abschicken' }).click();
  await expect(page.getByRole('heading', { name: 'Danke für Ihre Antworten' })).toBeVisible();
  await checkPage();
  const thanks = page.url();
  // Only who was led there by answering is thanked: the bare address leads to the questions.
  await page.goto(thanks.split('?')[0] ?? '');
  await expect(page.getByRole('heading', { name: 'Danke für Ihre Antworten' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Zur Befragung' }).click();
  await expect(page.getByRole('button', { name: 'Antworten abschicken' })).toBeVisible();
  await page.goto(thanks);
  await page.getByRole('link', { name: 'Ja, ich möchte eingeladen werden' }).click();
  await checkPage();
  await page.getByLabel('Wie heißen Sie?').fill('Renate V.');
  await page.getByLabel('Wie erreichen wir Sie?').fill('030 23125-111');
  await page.getByRole('button', { name: 'Ja, laden Sie mich ein' }).click();
  await expect(page.getByText('Sie stehen auf der Liste.')).toBeVisible();

  await page.goto(survey);
  await expect(page.getByText('3 Antworten', { exact: true })).toBeVisible();
  await checkPage();
  await page.getByRole('link', { name: 'Einladungsliste' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Renate V.' })).toContainText('Anruf');
  await checkPage();
  const sheet = await page.request.get(survey.replace('/team', '/api').concat('/bogen'));
  expect([sheet.status(), sheet.headers()['content-type']]).toEqual([200, 'application/pdf']);
});

test('who wanted to be invited is, once, and the survey says that calls still wait', async ({
  page,
  signInAs,
  checkPage,
}) => {
  await signInAs('coordinator');
  await page.goto('/team/befragungen');
  const told = page.getByRole('row').filter({ hasText: 'Was ist Ihnen am Hang wichtig?' });
  await expect(told).toContainText('Zurückgemeldet, Einladungen stehen noch aus');
  await told.getByRole('link').click();
  await page.getByRole('link', { name: 'Einladungsliste' }).click();
  await checkPage();
  await page.getByLabel('Wozu laden Sie ein').fill('Wir treffen uns am 12. Januar im Büro.');
  await page.getByRole('button', { name: 'Ansehen, was hinausgeht' }).click();
  await expect(page.getByText('1 Mail, 1 Anruf, 1 Brief.')).toBeVisible();
  await expect(page.getByText('Wir treffen uns am 12. Januar im Büro.')).toBeVisible();
  await checkPage();
  await page.getByRole('button', { name: 'Alle einladen' }).click();
  await expect(page.getByRole('status')).toContainText('1 Mail, 1 Anruf, 1 Brief');
  await expect(page.getByRole('row').filter({ hasText: 'Horst B.' })).toContainText('Brief');
  await checkPage();
  await page.getByRole('link', { name: 'Zur Anrufliste' }).click();
  // The background invites; whoever looks at once may come before it.
  const call = page.getByText('Einladung zu: Was ist Ihnen am Hang wichtig?').first();
  await expect(async () => {
    await page.reload();
    await expect(call).toBeVisible({ timeout: 1000 });
  }).toPass();

  await page.goto('/team/befragungen/neu');
  await page.getByLabel('Titel').fill('Wird nicht gefragt');
  await page.getByLabel('Wer fragt, und wozu?').fill('Das Büro fragt, was fehlt.');
  await page.getByLabel('Erster Tag').fill(inDays(0));
  await page.getByLabel('Letzter Tag').fill(inDays(7));
  await page.getByLabel(/^Frage 1/).fill('Was ist gut?');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByRole('link', { name: 'Entwurf löschen' }).click();
  await checkPage();
  await page.getByRole('button', { name: 'Entwurf löschen' }).click();
  await expect(page.getByRole('status')).toContainText('Der Entwurf ist gelöscht.');
});

test('what came of a survey', { tag: '@reading' }, async ({ page, checkPage }) => {
  for (const prefix of ['', '/en', '/de-LS']) {
    await page.goto(`${prefix}/befragung/HANG46/ergebnis`);
    await expect(page.getByText('Abends gehe ich den Weg nicht mehr.')).toBeVisible();
    await expect(page.getByText('Licht am Weg')).toHaveCount(0);
    await checkPage();
  }
});
