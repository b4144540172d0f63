import { inDays } from '../days';
import { expect, test } from '../fixtures';

const name = (word: string) => `${word} ${Math.random().toString(36).slice(2, 8)}`;

test('a task begins at its thing, waits on the first page, is done and taken back', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const text = name('Schlüssel holen');
  await signInAs('coordinator');
  await page.goto('/team/partner');
  await page
    .getByRole('main')
    .getByRole('link', { name: /Bauamt/ })
    .first()
    .click();
  await expect(page.getByRole('link', { name: 'Aufgabe anlegen' })).toBeVisible();
  const step = name('Schlüssel besprechen');
  await page.getByRole('radio', { name: 'Anruf' }).check();
  await page.getByLabel('Worum ging es?').fill('Schlüssel für den Saal');
  await page.getByLabel('Was ist vereinbart?').fill(step);
  await page.getByRole('button', { name: 'Gespräch speichern' }).click();
  await expect(page.getByText(`Zuletzt vereinbart: ${step}`)).toBeVisible();
  await page.getByRole('link', { name: 'Daraus eine Aufgabe machen' }).click();
  await expect(page.getByLabel('Was ist zu tun?')).toHaveValue(step);
  await expect(page.getByText(/^Partner: .*Bauamt/)).toBeVisible();
  await checkPage();
  await page.getByLabel('Was ist zu tun?').fill(text);
  await page.getByLabel('Oder jemand ohne Konto').fill('Hausmeisterei');
  await page.getByLabel('Bis wann?').fill(inDays(-1));
  await page.getByRole('button', { name: 'Anlegen' }).click();
  await expect(page.getByRole('link', { name: text })).toBeVisible();
  await checkPage();

  await page.goto('/team/aufgaben');
  await expect(page.getByText(/^\d+ Aufgaben?$/)).toBeVisible();
  await checkPage();
  await page.getByRole('link', { name: text }).click();
  await checkPage();
  await page.getByRole('link', { name: 'Ändern' }).click();
  await checkPage();
  await page.getByLabel('Oder jemand ohne Konto').fill('');
  await page.getByRole('button', { name: 'Änderungen speichern' }).click();
  await expect(page.getByText('Die Aufgabe ist geändert.')).toBeVisible();
  await expect(page.getByText('Niemand', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Gemacht' }).click();
  await expect(page.getByText('Die Aufgabe ist gemacht.')).toBeVisible();
  await page.getByRole('button', { name: 'Zurücknehmen' }).click();
  await expect(page.getByText('Die Aufgabe ist wieder da.')).toBeVisible();
  await page.getByLabel('Warum macht das niemand mehr?').fill('Schlüssel ist da');
  await page.getByRole('button', { name: 'Verwerfen' }).click();
  await expect(page.getByText('Schlüssel ist da')).toBeVisible();
  await checkPage();
});

test('what somebody took on in the Forum is given to one of the team and taken back', async ({
  page,
  signInAs,
  checkPage,
}) => {
  await signInAs('coordinator');
  await page.goto('/team/aufgaben');
  await page
    .getByRole('link', { name: /^Jemandem von uns geben/ })
    .last()
    .click();
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.locator('a[href="#assigneeId"]')).toBeVisible();
  await checkPage();
  await page.getByLabel('Wer kümmert sich bei uns?').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Die Aufgabe ist gegeben.')).toBeVisible();
  await checkPage();
  await page
    .getByRole('link', { name: /^Wer von uns: ändern/ })
    .last()
    .click();
  await checkPage();
  await page.getByLabel('Wer kümmert sich bei uns?').selectOption({ label: 'Niemand von uns' });
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Niemand von uns hat diese Aufgabe mehr.')).toBeVisible();
});

test('an absence stands in the list until somebody is back', async ({
  page,
  signInAs,
  checkPage,
}) => {
  await signInAs('coordinator');
  await page.goto('/team/aufgaben');
  await page.getByRole('link', { name: 'Vertretung' }).click();
  await page.getByLabel('Erster Tag').fill(inDays(300));
  await page.getByLabel('Letzter Tag').fill(inDays(299));
  await page.getByRole('button', { name: 'Eintragen' }).click();
  await expect(page.locator('a[href="#until"]')).toBeVisible();
  await checkPage();
  await page.getByLabel('Letzter Tag').fill(inDays(301));
  await page.getByRole('button', { name: 'Eintragen' }).click();
  await expect(page.getByText('Die Abwesenheit ist eingetragen.')).toBeVisible();
  await checkPage();
  await page.getByRole('button', { name: 'Fällt aus' }).last().click();
  await expect(page.getByText('Die Abwesenheit ist gelöscht.')).toBeVisible();
});

test('whoever counsels does what the office gave, and what they wrote down the office never sees', async ({
  page,
  signInAs,
  checkPage,
}) => {
  const [given, own] = [name('Aushang prüfen'), name('Merkblatt falten')];
  await signInAs('coordinator');
  await page.goto('/team/aufgaben/neu');
  await page.getByLabel('Was ist zu tun?').fill(given);
  const who = page.getByLabel('Wer macht das?');
  const value = await who
    .locator('option', { hasText: '(Sozialberatung)' })
    .first()
    .getAttribute('value');
  await who.selectOption(value ?? '');
  await page.getByLabel('Bis wann?').fill(inDays(-1));
  await page.getByRole('button', { name: 'Anlegen' }).click();
  await expect(page.getByText('Die Aufgabe ist angelegt.')).toBeVisible();

  await signInAs('counsellor');
  await page.goto('/sozialberatung');
  await expect(page.getByRole('link', { name: given })).toBeVisible();
  await checkPage();
  await page.getByRole('link', { name: 'Alle meine Aufgaben' }).click();
  await checkPage();
  await page.getByRole('link', { name: 'Aufgabe aufschreiben' }).click();
  await page.getByLabel('Was ist zu tun?').fill('Frau Lindner zurückrufen');
  await page.getByRole('button', { name: 'Aufschreiben' }).click();
  await expect(page.locator('a[href="#text"]')).toBeVisible();
  await checkPage();
  await page.getByLabel('Was ist zu tun?').fill(own);
  await page.getByRole('button', { name: 'Aufschreiben' }).click();
  await expect(page.getByText('Die Aufgabe ist angelegt.')).toBeVisible();
  await checkPage();
  await page.goto('/sozialberatung/aufgaben/vertretung');
  await checkPage();
  await page.goto('/sozialberatung/aufgaben');
  await page.getByRole('link', { name: given }).click();
  await page.getByRole('button', { name: 'Gemacht' }).click();
  await expect(page.getByText('Die Aufgabe ist gemacht.')).toBeVisible();

  await signInAs('coordinator');
  await page.goto('/team/aufgaben');
  await expect(page.getByRole('link', { name: given })).toBeVisible();
  await expect(page.getByText(own)).toHaveCount(0);
});
