import type { Page } from '@playwright/test';
import { DAY_MS } from '../../lib/core/day.mjs';
import { expect, signInOnPage, test } from '../fixtures';

/** Every line of every table of the report, as the file writes it: units stand beside the numbers there. */
async function rowsOf(page: Page): Promise<string[][]> {
  const groups = await page.locator('table.data-table').evaluateAll((tables) =>
    tables.map((table) => ({
      caption: table.querySelector('caption')?.textContent ?? '',
      rows: [...table.querySelectorAll('tbody tr')].map((row) =>
        [...row.querySelectorAll('.cell-value')].map(({ textContent }) => textContent ?? ''),
      ),
    })),
  );
  const units: Record<string, string> = { '%': 'Prozent', Tag: 'Tage', Tage: 'Tage' };
  return groups.flatMap(({ caption, rows }) =>
    rows.map(([name = '', value = '', ...more]) => {
      if (more.length > 0) return [name, value, ...more];
      const [number = '', unit = ''] = value.split(/\s/);
      const known = value === 'keine Angabe' ? value : number.replace('.', '');
      return [caption, name, known, units[unit] ?? 'Anzahl'];
    }),
  );
}

test('a funder reads figures and nothing else', async ({ page, checkPage }) => {
  await signInOnPage(page, 'funder');
  await expect(page).toHaveURL(/\/zahlen$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Quartal');
  await checkPage();
  const year = new Date().getFullYear();
  await page.getByRole('link', { name: String(year), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Zahlen: ${year}`);
  await expect(page.getByRole('row', { name: /Eingereichte Vorschläge \d+/ })).toBeVisible();
  // By district and way nothing stands before the year is closed.
  await expect(page.getByText('Diese Tabelle wird einmal gerechnet')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Nach Stadtteil und Weg' })).toHaveCount(0);
  await checkPage();

  const figures = page.getByRole('table', { name: 'Stadtteilforum', exact: true });
  await expect(figures.getByRole('link')).toHaveCount(0);
  // Other journeys go on meanwhile: page and file are compared as they stand at one moment.
  let lines: string[] = [];
  await expect(async () => {
    await page.reload();
    const href = await page.getByRole('link', { name: /CSV/ }).getAttribute('href');
    const file = await page.request.get(href ?? '');
    expect(file.headers()['content-type']).toContain('text/csv');
    lines = (await file.text()).split('\r\n').map((line) => line.replaceAll('"', ''));
    const shown = await rowsOf(page);
    expect(shown.length).toBeGreaterThan(20);
    for (const cells of shown) {
      expect(lines.map((line) => line.split(';'))).toContainEqual(cells);
    }
  }).toPass();
  expect(lines.at(-2)).toMatch(/1\.\sJanuar\s\d+\sbis\s.+31\.\sDezember\s\d+\.\sBerechnet\sam\s/);

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
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Abgehaltene Foren: ');
  await checkPage();
  for (const prefix of ['/de-LS', '/en']) {
    await page.goto(`${prefix}/zahlen`);
    await checkPage();
  }
});

test('a figure leads to as many records as it says', async ({ page, checkPage }) => {
  await signInOnPage(page, 'coordinator');
  await page.goto(`/zahlen?period=${new Date().getFullYear()}`);
  const links = await page
    .locator('table.data-table a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThanOrEqual(17);
  const figures = () =>
    page
      .locator('table.data-table tr:has(a) td .cell-value')
      .evaluateAll((all) => all.map(({ textContent }) => Number(textContent?.replace('.', ''))));
  const before = await figures();
  const listed: number[] = [];
  for (const link of links) {
    await page.goto(link);
    const added = await page
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => Number(row.querySelector('td.cell-end .cell-value')?.textContent ?? 1)),
      );
    listed.push(added.reduce((sum, one) => sum + one, 0));
  }
  // Other journeys go on meanwhile: a list has no fewer than the figure said before, and no more than it says after.
  await page.goto(`/zahlen?period=${new Date().getFullYear()}`);
  const after = await figures();
  const wrong = listed.flatMap((count, index) => {
    const [least = 0, most = 0] = [before[index], after[index]].toSorted(
      (a, b) => Number(a) - Number(b),
    );
    return count >= least && count <= most
      ? []
      : [`${links[index]}: ${least}–${most}, not ${count}`];
  });
  expect(wrong).toEqual([]);
  await page.goto(links[0] ?? '');
  await checkPage();
  await page.locator('tbody a').first().click();
  await expect(page).toHaveURL(/\/team\/vorschlaege\/\d+$/);
});

test('a quarter that is closed says so and leads to no lists', async ({ page, checkPage }) => {
  const past = new Date(Date.now() - 120 * DAY_MS);
  const period = `${past.getFullYear()}-Q${Math.ceil((past.getMonth() + 1) / 3)}`;
  await signInOnPage(page, 'coordinator');
  await expect(async () => {
    await page.goto(`/zahlen?period=${period}`);
    await expect(page.getByText(/Stand vom .+, abgeschlossen\./)).toBeVisible();
  }).toPass();
  await expect(page.getByText('Sie ändern sich nicht mehr')).toBeVisible();
  await expect(page.locator('table.data-table a')).toHaveCount(0);
  await expect(page.getByRole('row', { name: /Eingereichte Vorschläge \d+/ })).toBeVisible();
  await checkPage();
  const list = await page.goto(`/team/zahlen?period=${period}&figure=submitted`);
  expect(list?.status()).toBe(404);
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
