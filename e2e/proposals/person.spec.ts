import { expect, test } from '../fixtures';
import { ONCE, sendProposal } from './sending';

test('the office puts name and contact of a proposal right, and deletes them on request', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const title = `Bank am Bach ${ONCE()}`;
  const { number, code } = await sendProposal(page, { title, mail: 'joerg.alt@post.example' });
  await signInAs('coordinator');
  await page.goto(`/team/vorschlaege/${number}`);
  await page.getByRole('link', { name: 'Name und Kontakt berichtigen oder löschen' }).click();
  await expect(page.getByLabel('Name der Person')).toHaveValue('Jörg Groß-Weiß');
  const contact = page.getByLabel('Antwort an die Person: E-Mail, Telefon oder Anschrift');
  await expect(contact).toHaveValue('joerg.alt@post.example');
  await checkPage();
  await contact.fill('joerg@');
  await page.getByRole('button', { name: 'Berichtigung speichern' }).click();
  await expect(page.locator('.error-summary')).toContainText('name@beispiel.de');
  await contact.fill('0151 5550123');
  await page.getByRole('radio', { name: 'Vorname' }).check();
  await page.getByRole('button', { name: 'Berichtigung speichern' }).click();
  await expect(page.getByText('Name und Kontakt sind berichtigt.')).toBeVisible();
  await expect(page.getByText('Jörg Groß-Weiß (öffentlich: Jörg)')).toBeVisible();
  await checkPage();

  await page.getByRole('link', { name: 'Name und Kontakt berichtigen oder löschen' }).click();
  await page.getByRole('button', { name: 'Name und Kontakt löschen' }).click();
  await expect(page.locator('.error-summary')).toContainText('dass die Person das möchte');
  await page.getByLabel('Ja, die Person möchte das.').check();
  await page.getByRole('button', { name: 'Name und Kontakt löschen' }).click();
  await expect(page.getByText('Name und Kontakt sind gelöscht.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.locator('main')).not.toContainText(/Groß-Weiß|5550123/);
  await page.goto(`/vorschlaege/quittung/${code}`);
  await expect(page.getByText('Nachbarin oder Nachbar').first()).toBeVisible();
});

test('whoever is signed in reads that what they send belongs to their account', async ({
  page,
  signInAs,
}) => {
  for (const path of ['/vorschlaege/neu/idee', '/unterstuetzung/anfragen']) {
    await page.goto(path);
    await expect(page.getByText('Wir speichern hier keine Adresse')).toBeVisible();
    await expect(page.getByText('gehört zu Ihrem Konto')).toHaveCount(0);
  }
  await signInAs('resident');
  for (const path of ['/vorschlaege/neu/idee', '/unterstuetzung/anfragen']) {
    await page.goto(path);
    await expect(page.getByText('gehört zu Ihrem Konto')).toBeVisible();
  }
});
