import { MONTH } from '../days';
import { expect, test } from '../fixtures';

test('the calendar as list and month, by district and by kind, and how to subscribe', {
  tag: '@reading',
}, async ({ page, checkPage }) => {
  await page.goto('/kalender');
  await expect(page.getByRole('heading', { level: 1, name: 'Was ist los?' })).toBeVisible();
  await checkPage();

  await page.getByRole('link', { name: 'Monat', exact: true }).click();
  await expect(page).toHaveURL(/\/kalender\/monat\/\d{4}-\d{2}$/);
  await expect(page.getByRole('table')).toBeVisible();
  await checkPage();
  const here = page.url();
  await page.getByRole('navigation', { name: 'Monat wechseln' }).getByRole('link').last().click();
  await expect(page).not.toHaveURL(here);

  const districts = page.getByRole('navigation', { name: 'Stadtteil' });
  await districts.getByRole('link', { name: 'Griesbacher Hang' }).click();
  await expect(page).toHaveURL(/\/kalender\/stadtteil\/griesbacher-hang\/monat\//);
  await page.getByRole('link', { name: 'Liste', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Was ist los: Griesbacher Hang');
  await checkPage();

  await page.getByText('Nur eine bestimmte Art von Terminen zeigen').click();
  await page.getByRole('link', { name: 'Kurs', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Termine: Kurs');
  await page.getByRole('link', { name: 'Handy- und Tablethilfe' }).first().click();
  await expect(page.getByText('Alle zwei Wochen am Freitag')).toBeVisible();
  await checkPage();

  await page.getByRole('link', { name: 'Termine aufs Telefon holen' }).click();
  await checkPage();
  const subscribe = page.getByRole('link', { name: 'Abonnieren – Keilbergring' });
  await expect(subscribe).toHaveAttribute(
    'href',
    /^webcal:\/\/.+\/kalender\/stadtteil\/keilbergring\/kalender\.ics$/,
  );
});

for (const prefix of ['/en', '/de-LS']) {
  test(`the calendar in ${prefix.slice(1)}`, { tag: '@reading' }, async ({ page, checkPage }) => {
    await page.goto(`${prefix}/kalender`);
    await checkPage();
    await page.goto(`${prefix}/kalender/abonnieren`);
    await checkPage();
  });
}

test('what does not exist is not found', { tag: '@reading' }, async ({ page }) => {
  for (const path of [
    '/kalender/monat/1999-01',
    `/kalender/monat/${MONTH.slice(0, 4)}-13`,
    '/kalender/art/nichts',
    '/kalender/stadtteil/nirgends',
    '/kalender/termin/nichts',
    '/kalender/art/nichts/kalender.ics',
  ]) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
});

test('an unchanged feed is not sent again', { tag: '@reading' }, async ({ page }) => {
  // Another journey may change the calendar between the two; then it is asked once more.
  await expect(async () => {
    const first = await page.request.get('/kalender.ics');
    const { etag = '' } = first.headers();
    expect(etag).not.toBe('');
    const headers = { 'if-none-match': etag };
    const second = await page.request.get('/kalender.ics', { headers });
    expect(second.status()).toBe(304);
  }).toPass();
});
