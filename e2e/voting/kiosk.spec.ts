import type { Page } from '@playwright/test';
import { checkAndCast, expect, press, summary, test } from './house';

const LABELS = ['Kleinkindschaukel', 'Sonnensegel'];
const COOKIE = '__Host-stadtteilforum-urne';

async function openBox(page: Page, poll: number): Promise<void> {
  await page.goto(`/team/abstimmungen/${poll}`);
  await page.getByRole('link', { name: 'Urne auf diesem Gerät öffnen' }).click();
  await page.getByLabel('Ihr Code zum Schließen').fill('4711');
  await press(page, 'Abmelden und Urne öffnen');
  await expect(page.getByLabel('Code Ihrer Zugangskarte')).toBeVisible();
}

async function enterCard(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code Ihrer Zugangskarte').fill(code);
  await press(page, 'Weiter zum Stimmzettel');
}

const thanks = (page: Page) =>
  page.getByRole('heading', { name: 'Danke! Ihr Stimmzettel liegt in der Urne' });

/** Nothing of the voter before: no receipt, no name of an answer that is ticked. */
async function expectForgotten(page: Page, receipt: string): Promise<void> {
  await expect(page.getByLabel('Code Ihrer Zugangskarte')).toBeVisible();
  await expect(page.getByLabel('Code Ihrer Zugangskarte')).toHaveValue('');
  await expect(page.locator('body')).not.toContainText(receipt);
  await expect(page.locator('input:checked')).toHaveCount(0);
}

test('a box in the office takes a ballot and forgets its voter', async ({
  page,
  things,
  signInAs,
  checkPage,
}) => {
  const poll = await things.openPoll({ labels: LABELS });
  const card = await things.card();
  await signInAs('coordinator');
  await openBox(page, poll.number);
  await checkPage();
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name)).toContain(COOKIE);
  expect(cookies.map(({ name }) => name)).not.toContain('__Host-stadtteilforum');

  await enterCard(page, 'AAAA-AAAA-AAAA-AAAA');
  await expect(summary(page)).toBeVisible();
  await checkPage();
  await enterCard(page, card.code);
  await expect(page).toHaveURL(/\/zettel\//);
  await checkPage();
  const ballotUrl = page.url();
  await page.getByLabel('Sonnensegel').check();
  await checkAndCast(page, checkPage);
  await expect(thanks(page)).toBeVisible();
  await checkPage();
  const receiptUrl = page.url();
  const receipt = (await page.locator('.code-value').textContent())?.split(' ')[0] ?? '';
  expect(receipt).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{4}$/);
  await page.getByRole('link', { name: 'Ich brauche mehr Zeit' }).click();
  await expect(page.getByText('Nehmen Sie sich Zeit')).toBeVisible();
  expect(page.url()).toContain('time=more');

  await page.getByRole('link', { name: 'Fertig' }).click();
  await expectForgotten(page, receipt);
  for (const address of [receiptUrl, ballotUrl]) {
    await page.goto(address);
    await expectForgotten(page, receipt);
  }
  await enterCard(page, card.code);
  await expect(summary(page)).toContainText('schon abgestimmt');
  await page.goto(`/abstimmungen/stimmzettel/${poll.number}`);
  await expect(page).toHaveURL(/\/anmelden/);

  await page.goto('/abstimmungen/urne');
  await page.getByRole('link', { name: /Urne schließen/ }).click();
  await page.getByLabel('Ihr Code zum Schließen').fill('0815');
  await press(page, 'Urne auf diesem Gerät schließen');
  await expect(summary(page)).toContainText('nicht geöffnet');
  await checkPage();
  await page.getByLabel('Ihr Code zum Schließen').fill('4711');
  await press(page, 'Urne auf diesem Gerät schließen');
  await expect(page).toHaveURL(/\/anmelden/);
  await page.goto('/abstimmungen/urne');
  await expect(page.getByRole('heading', { name: 'Dieses Gerät ist keine Urne' })).toBeVisible();
  await checkPage();
});

test('the back button shows nothing of the voter before', { tag: '@script' }, async ({
  page,
  things,
  signInAs,
}) => {
  const poll = await things.openPoll({ labels: LABELS });
  const card = await things.card();
  await signInAs('coordinator');
  await openBox(page, poll.number);
  await enterCard(page, card.code);
  await page.getByLabel('Sonnensegel').check();
  await checkAndCast(page, async () => undefined);
  await expect(thanks(page)).toBeVisible();
  const receipt = (await page.locator('.code-value').textContent())?.split(' ')[0] ?? '';
  await page.getByRole('link', { name: 'Fertig' }).click();
  await expectForgotten(page, receipt);
  for (let steps = 0; steps < 4; steps += 1) {
    // A page that was the answer to a form is not shown again without asking; that is an answer too.
    await page.goBack({ timeout: 5_000 }).catch(() => null);
    await expect(page.locator('body')).not.toContainText(receipt);
    await expect(page.getByText('Sie wählen', { exact: true })).toHaveCount(0);
    await expect(page.locator('input:checked')).toHaveCount(0);
  }
});

test('somebody without district says once where they live; leaving casts nothing', async ({
  page,
  house,
  things,
  signInAs,
  checkPage,
}) => {
  const districtId = house.homes.districts[0];
  const name = await house.one<string>('SELECT name FROM districts WHERE id = $1', [districtId]);
  const poll = await things.openPoll({ labels: LABELS, districtId, districtName: name });
  const card = await things.card();
  await signInAs('coordinator');
  await openBox(page, poll.number);
  await enterCard(page, card.code);
  await expect(
    page.getByRole('heading', { name: 'In welchem Stadtteil wohnen Sie?' }),
  ).toBeVisible();
  await checkPage();
  await page.getByLabel(name).check();
  await press(page, 'Weiter zum Stimmzettel');
  await page.getByLabel('Sonnensegel').check();
  const ballotUrl = page.url();
  await page.getByRole('link', { name: 'Abbrechen, nichts abgeben' }).click();
  await expect(page.getByLabel('Code Ihrer Zugangskarte')).toBeVisible();
  await page.goto(ballotUrl);
  await expect(page.getByText('Der vorige Stimmzettel ist geschlossen')).toBeVisible();
  expect(
    await house.one('SELECT count(*)::int FROM roll_entries WHERE poll_id = $1', [poll.id]),
  ).toBe(0);
  await enterCard(page, card.code);
  await page.getByLabel(name).check();
  await press(page, 'Weiter zum Stimmzettel');
  await page.getByLabel('Ich enthalte mich').check();
  await checkAndCast(page, checkPage);
  await expect(thanks(page)).toBeVisible();
});

/** Where nothing watches for keys, the page itself goes back after two minutes. */
const expectIdle = (page: Page) =>
  expect(page.locator('meta[http-equiv="refresh"]')).toHaveAttribute(
    'content',
    '120;url=/api/urne?locale=de',
  );

test('the receipt leads back to the start by itself', { tag: '@script' }, async ({
  page,
  things,
  signInAs,
  javaScriptEnabled,
}) => {
  const poll = await things.openPoll({ labels: LABELS });
  await signInAs('coordinator');
  await openBox(page, poll.number);
  if (!javaScriptEnabled) await expectIdle(page);
  await enterCard(page, (await things.card()).code);
  if (!javaScriptEnabled) await expectIdle(page);
  await page.getByLabel('Sonnensegel').check();
  if (javaScriptEnabled) await page.clock.install();
  await checkAndCast(page, async () => undefined);
  await expect(thanks(page)).toBeVisible();
  if (javaScriptEnabled) {
    // The time begins when the page has woken up.
    await expect(async () => {
      await page.clock.fastForward(31_000);
      await expect(page.getByLabel('Code Ihrer Zugangskarte')).toBeVisible({ timeout: 1000 });
    }).toPass();
    return;
  }
  await expect(page.locator('meta[http-equiv="refresh"]')).toHaveAttribute(
    'content',
    '30;url=/api/urne?locale=de',
  );
});
