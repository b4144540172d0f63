import type { Page } from '@playwright/test';
import { checkAndCast, expect, press, summary, test } from './house';

const LABELS = ['Kleinkindschaukel', 'Sonnensegel', 'Zwei Schattenbäume'];

const arrived = (page: Page) =>
  expect(page.getByRole('heading', { name: 'Ihr Stimmzettel liegt in der Urne' })).toBeVisible();

test('options are put in order', async ({ page, things, signInAs, checkPage }) => {
  const poll = await things.openPoll({
    ...{ method: 'RANKING', countRule: 'irv', maxChoices: 3, labels: LABELS },
  });
  await page.goto(`/abstimmungen/${poll.number}`);
  // The rule promises that the lot is published before anybody votes.
  await expect(page.getByText(`Ausgelost vor dem Beginn: ${LABELS.join(', ')}`)).toBeVisible();
  await signInAs('resident');
  await page.goto(`/abstimmungen/stimmzettel/${poll.number}`);
  await checkPage();
  await page.getByLabel('Kleinkindschaukel').selectOption('2. Wahl');
  await page.getByLabel('Sonnensegel').selectOption('2. Wahl');
  await press(page, 'Weiter: prüfen');
  await expect(summary(page)).toContainText(
    'Die 2. Wahl haben Sie „Kleinkindschaukel“ und „Sonnensegel“ gegeben',
  );
  await checkPage();
  await summary(page).getByRole('link').click();
  await expect(page.getByLabel('Kleinkindschaukel')).toBeFocused();
  await expect(page.getByLabel('Kleinkindschaukel').locator('option:checked')).toHaveText(
    '2. Wahl',
  );
  await page.getByLabel('Sonnensegel').selectOption('1. Wahl');
  await press(page, 'Weiter: prüfen');
  const lines = page.getByRole('main').getByRole('listitem');
  await expect(lines).toHaveText(['1. Wahl: Sonnensegel', '2. Wahl: Kleinkindschaukel']);
  await press(page, 'Auswahl ändern');
  await expect(page.getByLabel('Sonnensegel').locator('option:checked')).toHaveText('1. Wahl');
  await checkAndCast(page, checkPage);
  await arrived(page);
});

test('points are given out, by keyboard', { tag: '@script' }, async ({
  page,
  things,
  signInAs,
  checkPage,
  javaScriptEnabled,
}) => {
  const poll = await things.openPoll({
    ...{ method: 'POINTS', countRule: 'points', maxChoices: 3, labels: LABELS },
    ...{ pointsTotal: 5, pointsPerOption: 3 },
  });
  await signInAs('resident');
  await page.goto(`/abstimmungen/stimmzettel/${poll.number}`);
  for (const label of LABELS.slice(0, 2)) {
    await page.getByLabel(label).focus();
    await page.keyboard.type('3');
  }
  if (javaScriptEnabled) await expect(page.getByText('Das sind zu viele Punkte')).toBeVisible();
  await press(page, 'Weiter: prüfen');
  await expect(summary(page)).toContainText('Zusammen 6 Punkte vergeben, höchstens 5 sind möglich');
  await checkPage();
  await page.getByLabel('Sonnensegel').selectOption('1 Punkt');
  if (javaScriptEnabled) await expect(page.getByText('4 Punkte vergeben, 1 übrig.')).toBeVisible();
  await checkAndCast(page, checkPage);
  await arrived(page);
});

test('projects are chosen with what they cost', { tag: '@script' }, async ({
  page,
  things,
  signInAs,
  checkPage,
  javaScriptEnabled,
}) => {
  const poll = await things.openPoll({
    ...{ method: 'BUDGET', countRule: 'mes_cost_add1u', maxChoices: 2, labels: LABELS },
    ...{ budgetCents: 400_000, costs: [250_000, 120_050, 90_000] },
  });
  await signInAs('resident');
  await page.goto(`/abstimmungen/stimmzettel/${poll.number}`);
  await expect(page.getByText(/Sonnensegel \(1\.200,50/)).toBeVisible();
  for (const label of [/Kleinkindschaukel/, /Sonnensegel/]) await page.getByLabel(label).check();
  const sum = page.getByText(/Zusammen 3\.700,50\s€ von 4\.000\s€/);
  await expect(sum).toHaveCount(javaScriptEnabled ? 1 : 0);
  await checkPage();
  await checkAndCast(page, checkPage);
  await arrived(page);
});

test('an option is withdrawn while somebody reads the ballot', async ({
  page,
  house,
  things,
  signInAs,
  checkPage,
}) => {
  const poll = await things.openPoll({ labels: LABELS });
  await signInAs('resident');
  await page.goto(`/abstimmungen/stimmzettel/${poll.number}`);
  await page.getByLabel('Kleinkindschaukel').check();
  await things.agreedStop(poll);
  await house.one('UPDATE poll_options SET withdrawn_at = now() WHERE id = $1', [poll.option]);
  await press(page, 'Weiter: prüfen');
  await expect(summary(page)).toContainText('„Kleinkindschaukel“ steht nicht mehr zur Wahl');
  await page.goto(`/abstimmungen/stimmzettel/${poll.number}`);
  await expect(page.getByLabel('Kleinkindschaukel')).toBeDisabled();
  await expect(page.locator('s', { hasText: 'Kleinkindschaukel' })).toBeVisible();
  await checkPage();
  await page.getByLabel('Sonnensegel').check();
  await checkAndCast(page, checkPage);
  await arrived(page);
});

test('a poll by hand promises no secrecy and shows no ballot', async ({
  page,
  things,
  checkPage,
}) => {
  const poll = await things.openPoll({ channels: ['HANDS'] });
  await page.goto(`/abstimmungen/${poll.number}`);
  await expect(page.getByText('Das ist nicht geheim')).toBeVisible();
  await expect(page.getByText('Wie Ihre Stimme geheim bleibt')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Zum Stimmzettel' })).toHaveCount(0);
  // Equals share here, so no lot is drawn.
  await expect(page.getByText('Ausgelost vor dem Beginn')).toHaveCount(0);
  await checkPage();
});

test('a poll on other ways says which', async ({ page, things, signInAs, checkPage }) => {
  const poll = await things.openPoll({ channels: ['KIOSK', 'PAPER'] });
  await page.goto(`/abstimmungen/${poll.number}`);
  await expect(page.getByText('So können Sie auch abstimmen:')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Zum Stimmzettel' })).toHaveCount(0);
  await signInAs('resident');
  await page.goto(`/abstimmungen/stimmzettel/${poll.number}`);
  await expect(page.getByText('Diese Abstimmung läuft nicht im Internet')).toBeVisible();
  await expect(page.getByText('Sie stimmen auf Papier ab.')).toBeVisible();
  await checkPage();
});

test('whoever was signed out meanwhile is told so, and has the ballot as it was', {
  tag: '@script',
}, async ({ page, things, signInAs, checkPage }) => {
  const poll = await things.openPoll({ labels: LABELS });
  await signInAs('resident');
  await page.goto(`/abstimmungen/stimmzettel/${poll.number}`);
  await page.getByLabel('Sonnensegel').check();
  await page.context().clearCookies();
  await press(page, 'Weiter: prüfen');
  await expect(page.locator('.error-summary')).toContainText('Sie sind nicht mehr angemeldet');
  await expect(page.getByLabel('Sonnensegel')).toBeChecked();
  const link = page.getByRole('link', { name: 'In einem zweiten Fenster anmelden' });
  await expect(link).toHaveAttribute('href', new RegExp(`next=.*stimmzettel.*${poll.number}`));
  await checkPage();
});
