import type { Locator, Page } from '@playwright/test';
import { expect, summary, test } from './house';
import { OPTIONS, openPoll } from './office';

/** Presses Tab until the element has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('the keyboard does not get there');
}

type Check = () => Promise<void>;

/** From the empty ballot over a mistake and a change of mind to the checked choice. */
async function chooseAndCheck(page: Page, checkPage: Check): Promise<void> {
  const ballotUrl = page.url();
  const goOn = page.getByRole('button', { name: 'Weiter: prüfen' });
  await goOn.click();
  await expect(summary(page)).toContainText('Bitte wählen Sie eine Antwort');
  await checkPage();

  await page.getByLabel('Sonnensegel').check();
  await goOn.click();
  await expect(page.getByRole('heading', { name: 'Stimmt Ihr Stimmzettel so?' })).toBeVisible();
  await expect(page.getByText('Sonnensegel')).toBeVisible();
  expect(page.url()).toBe(ballotUrl);
  await checkPage();

  await page.getByRole('button', { name: 'Auswahl ändern' }).click();
  await expect(page.getByLabel('Sonnensegel')).toBeChecked();
  await goOn.click();
}

/** From the checked choice to the receipt, whose code is the answer. */
async function castAndRead(page: Page, checkPage: Check): Promise<string> {
  const cast = page.getByRole('button', { name: 'Stimmzettel einwerfen' });
  await cast.click();
  await expect(summary(page)).toContainText('Bitte bestätigen Sie Ihr Alter');
  await checkPage();
  await page.getByLabel(/Ich bin mindestens 14 Jahre alt/).check();
  await cast.click();

  const arrived = page.getByRole('heading', {
    level: 1,
    name: 'Ihr Stimmzettel liegt in der Urne',
  });
  await expect(arrived).toBeVisible();
  await expect(page.getByText('Sonnensegel')).toHaveCount(0);
  await checkPage();
  const receipt = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  expect(receipt).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{26}$/);
  return receipt;
}

async function lookUp(page: Page, checkPage: Check, receipt: string): Promise<void> {
  await page.goto('/abstimmungen/quittung');
  await page.getByLabel('Code Ihrer Quittung').fill(receipt.slice(0, 20));
  await page.getByRole('button', { name: 'Nachsehen' }).click();
  await expect(summary(page)).toContainText('26 Zeichen');
  await checkPage();
  await page.getByLabel('Code Ihrer Quittung').fill(receipt.toLowerCase());
  await page.getByRole('button', { name: 'Nachsehen' }).click();
}

test('a poll goes from the draft to a receipt', async ({ page, signInAs, checkPage }) => {
  const question = `Was zuerst auf den Spielplatz? (${Date.now()})`;
  await signInAs('coordinator');

  await page.goto('/team/abstimmungen/neu?method=eine');
  await page.getByRole('button', { name: 'Entwurf speichern' }).click();
  await expect(summary(page).getByRole('link').first()).toBeVisible();
  await checkPage();

  const number = await openPoll(page, signInAs, question);
  await checkPage();

  await page.goto(`/abstimmungen/${number}`);
  await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
  expect(await page.locator('script').count()).toBe(0);
  await expect(page.getByText('Das Ergebnis')).toHaveCount(0);
  await checkPage();

  await signInAs('resident');
  await page.goto(`/abstimmungen/${number}`);
  await page.getByRole('link', { name: 'Zum Stimmzettel' }).click();
  await chooseAndCheck(page, checkPage);
  const receipt = await castAndRead(page, checkPage);

  await page.goto(`/abstimmungen/stimmzettel/${number}`);
  await expect(page.getByText('Sie haben schon abgestimmt')).toBeVisible();
  await checkPage();
  await lookUp(page, checkPage, receipt);
  await expect(page.getByText(`Abstimmung ${number}:`)).toBeVisible();
});

test('a poll is called off by two, with a reason everybody reads', async ({
  page,
  things,
  signInAs,
  checkPage,
}) => {
  const { number } = await things.openPoll();
  const reason = 'Die Bank wird im Frühjahr ohnehin erneuert.';
  await signInAs('coordinator');
  await page.goto(`/team/abstimmungen/${number}`);
  await page.getByRole('link', { name: /^Nachträge/ }).click();
  await page.getByRole('link', { name: 'Abstimmung absagen' }).click();
  await page.getByLabel('Begründung', { exact: true }).fill('kurz');
  await page.getByRole('button', { name: 'Absage zur Zustimmung vorlegen' }).click();
  await expect(summary(page)).toContainText('mindestens 10 Zeichen');
  await expect(page.getByLabel('Begründung', { exact: true })).toHaveValue('kurz');
  await page.getByLabel('Begründung', { exact: true }).fill(reason);
  await page.getByRole('button', { name: 'Absage zur Zustimmung vorlegen' }).click();
  await expect(page.getByText(/Jemand anderes aus dem Büro/)).toBeVisible();
  await expect(page.getByRole('button', { name: /endgültig/ })).toHaveCount(0);
  await checkPage();
  await page.goto(`/abstimmungen/${number}`);
  await expect(page.getByRole('link', { name: 'Zum Stimmzettel' })).toBeVisible();
  await expect(page.getByText(reason)).toHaveCount(0);

  await signInAs('representative');
  await page.goto('/konto');
  await page.locator(`a[href$="/abstimmungen/pruefen/${number}"]`).click();
  await expect(page.getByText(reason)).toBeVisible();
  await checkPage();
  await page.getByRole('button', { name: 'Zustimmen und endgültig absagen' }).click();
  await expect(page.getByText('Abgesagt').first()).toBeVisible();
  await expect(page.getByText(reason)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Zum Stimmzettel' })).toHaveCount(0);
  await checkPage();

  await signInAs('coordinator');
  await page.goto(`/team/abstimmungen/${number}`);
  await page.getByRole('link', { name: 'Begründung berichtigen' }).click();
  await checkPage();
  await page.getByLabel('Begründung', { exact: true }).fill('Die Bank ist schon erneuert.');
  await page.getByLabel('Warum berichtigen Sie das?').fill('Es war veraltet.');
  await page.getByRole('button', { name: 'Berichtigung speichern' }).click();
  await expect(page.getByRole('status')).toContainText('Die Begründung ist berichtigt.');
  await page.goto(`/abstimmungen/${number}`);
  await expect(page.getByText('Die Bank ist schon erneuert.')).toBeVisible();
  await expect(page.getByText(/^Berichtigt am .*: Es war veraltet\.$/)).toBeVisible();
  await expect(page.getByText(reason)).toHaveCount(0);
});

test('several answers may be ticked, by keyboard alone', { tag: '@script' }, async ({
  page,
  things,
  signInAs,
  javaScriptEnabled,
}) => {
  const { number } = await things.openPoll({
    ...{ method: 'UP_TO', countRule: 'approval', maxChoices: 2, labels: OPTIONS },
  });
  await signInAs('resident');
  await page.goto(`/abstimmungen/stimmzettel/${number}`);
  for (const option of OPTIONS) {
    await tabTo(page, page.getByLabel(option));
    await page.keyboard.press('Space');
  }
  await tabTo(page, page.getByRole('button', { name: 'Weiter: prüfen' }));
  await page.keyboard.press('Enter');
  if (javaScriptEnabled) await expect(summary(page)).toBeFocused();
  await expect(summary(page)).toContainText('3 Antworten gewählt, höchstens 2 sind möglich');
  await tabTo(page, page.getByLabel(OPTIONS[0] ?? ''));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Weiter: prüfen' }));
  await page.keyboard.press('Enter');
  const checkTitle = page.getByRole('heading', { level: 1, name: 'Stimmt Ihr Stimmzettel so?' });
  await expect(checkTitle).toBeVisible();
  if (javaScriptEnabled) await expect(checkTitle).toBeFocused();
  await tabTo(page, page.getByLabel(/Ich bin mindestens/));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Stimmzettel einwerfen' }));
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('heading', { name: 'Ihr Stimmzettel liegt in der Urne' }),
  ).toBeVisible();
});

test('whoever is not signed in is led there and back', async ({ page, things, signInAs }) => {
  const { number } = await things.openPoll();
  await signInAs('admin');
  await page.goto('/team/abstimmungen');
  await page.context().clearCookies();
  await page.goto(`/abstimmungen/stimmzettel/${number}`);
  await expect(page).toHaveURL(/\/anmelden\?next=/);
  expect(decodeURIComponent(page.url())).toContain(`/abstimmungen/stimmzettel/${number}`);
});

test('the office accompanies and does not vote', async ({ page, things, signInAs, checkPage }) => {
  const { number } = await things.openPoll();
  await signInAs('coordinator');
  await page.goto(`/abstimmungen/stimmzettel/${number}`);
  await expect(page.getByText('Sie stimmen nicht mit ab.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Weiter: prüfen' })).toHaveCount(0);
  await checkPage();
});

test('the list of polls is a reading page in every language', async ({ page, checkPage }) => {
  for (const prefix of ['', '/de-LS', '/en']) {
    await page.goto(`${prefix}/abstimmungen`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.locator('script').count()).toBe(0);
    await checkPage();
  }
});
