import { expect, signInOnPage, test } from '../fixtures';

test('a funder reads figures and nothing else', async ({ page, checkPage }) => {
  await signInOnPage(page, 'funder');
  await expect(page).toHaveURL(/\/zahlen$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Quartal');
  await checkPage();
  const year = new Date().getFullYear();
  await page.getByRole('link', { name: String(year), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Zahlen: ${year}`);
  await expect(page.getByRole('row', { name: /Eingereichte Vorschläge \d+/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Nach Stadtteil und Weg' })).toContainText('–');
  await checkPage();

  const figures = page.getByRole('table', { name: 'Stadtteilforum', exact: true });
  await expect(figures.getByRole('link')).toHaveCount(0);
  const href = await page.getByRole('link', { name: /CSV/ }).getAttribute('href');
  const file = await page.request.get(href ?? '');
  expect(file.headers()['content-type']).toContain('text/csv');
  expect(await file.text()).toContain('Vorschläge;Eingereichte Vorschläge;');

  for (const path of ['/team', '/team/vorschlaege', '/team/forum', '/sozialberatung', '/partner']) {
    expect((await page.goto(path))?.status()).toBe(404);
  }
  // From the account the figures are one press away.
  await page.goto('/konto');
  await page.getByRole('link', { name: 'Zu den Zahlen' }).click();
  await expect(page).toHaveURL(/\/zahlen$/);
});

test('the office finds the lists behind its figures', async ({ page, checkPage }) => {
  await signInOnPage(page, 'coordinator');
  await page.getByRole('link', { name: 'Zahlen', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Zahlen', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await checkPage();
  await page.getByRole('link', { name: 'Abgehaltene Foren' }).click();
  await expect(page).toHaveURL(/\/team\/forum$/);
  for (const prefix of ['/de-LS', '/en']) {
    await page.goto(`${prefix}/zahlen`);
    await checkPage();
  }
});

test('figures of a time that is none are those of today', async ({ page, signInAs }) => {
  await signInAs('funder');
  for (const period of ['2999', '2026-Q9', '=1+1', '%00']) {
    await page.goto(`/zahlen?period=${encodeURIComponent(period)}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Quartal');
    const file = await page.request.get(`/api/zahlen?period=${encodeURIComponent(period)}`);
    expect(file.status()).toBe(404);
  }
});

test('one person in two areas changes them by a press', async ({ page, checkPage }) => {
  await signInOnPage(page, 'both');
  await expect(page).toHaveURL(/\/team$/);
  await expect(page.getByText('Sie arbeiten gerade als Stadtteilkoordination.')).toBeVisible();
  await checkPage();
  expect((await page.goto('/sozialberatung'))?.status()).toBe(404);

  await page.goto('/team');
  await page.getByRole('button', { name: 'Zur Sozialberatung wechseln' }).click();
  await expect(page).toHaveURL(/\/sozialberatung$/);
  await expect(page.getByText('Sie arbeiten gerade als Sozialberatung.')).toBeVisible();
  await checkPage();
  for (const path of ['/team', '/team/vorschlaege', '/zahlen']) {
    expect((await page.goto(path))?.status()).toBe(404);
  }
  await page.goto('/konto');
  await page.getByRole('button', { name: 'Zur Stadtteilkoordination wechseln' }).click();
  await expect(page).toHaveURL(/\/team$/);
});

test('a counsellor has a first page of their own', async ({ page, checkPage }) => {
  await signInOnPage(page, 'counsellor');
  await expect(page).toHaveURL(/\/sozialberatung$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('mein Bereich');
  await expect(page.getByRole('button', { name: /wechseln/ })).toHaveCount(0);
  await checkPage();
  await page.getByRole('link', { name: 'Was Ratsuchende lesen' }).click();
  await expect(page).toHaveURL(/\/beratung$/);
});
