import { expect, test } from '@playwright/test';
import { openInstance } from '../../lib/tooling/own-instance.mjs';
import { listPlainPages } from '../guards/route-files';

test.describe.configure({ mode: 'serial', timeout: 900_000 });

let own: Awaited<ReturnType<typeof openInstance>>;

test.beforeAll(async () => {
  own = await openInstance({ demo: false });
});

test.afterAll(async () => {
  await own.close();
});

test('an office that is no demo offers no sign-in by one click and shows no mails', async ({
  page,
}) => {
  for (const path of ['/anmelden/demo', '/demo/mails']) {
    const response = await page.goto(`${own.url}${path}`);
    expect(response?.status()).toBe(404);
  }
  await page.goto(own.url);
  await expect(page.getByText(/Vorführung/)).toHaveCount(0);
  await expect(page.locator('a[href$="/unterwegs"]:not([hreflang])')).toHaveCount(0);
  await page.goto(`${own.url}/anmelden`);
  await expect(page.getByRole('link', { name: /ausprobieren/i })).toHaveCount(0);
});

test('its first admin comes in by the invitation that the start printed', async ({ page }) => {
  const link = own.lines.find((line) => line.startsWith('http')) ?? '';
  expect(link).toContain('/anmelden/einladung/');
  const response = await page.goto(link);
  expect(response?.status()).toBe(200);
  await expect(page.getByRole('main').getByRole('button')).toBeVisible();
});

test('its public pages leave out what nobody has filled in yet', async ({ page }) => {
  for (const path of ['/impressum', '/wegweiser', '/beratung', '/etwas-ist-kaputt', '/ueber-uns']) {
    await page.goto(`${own.url}${path}`);
    const said = await page.locator('main :is(p, address, dd)').allTextContents();
    const unfinished = said.filter((text) => /^\s*[.,]|[:,]\s*$/.test(text));
    expect(unfinished, path).toEqual([]);
  }
});

/** Said by offices that filled it in; of this one nobody knows. */
const CLAIMS = [
  ...['Schweigepflicht', 'ausgebildet', 'zum Leihen da', 'Kaffeemaschine', 'gibt es Töpfe'],
  ...['Wir kennen die Leute', 'Stadtteilfonds', 'Schaukästen', 'leitet ihn', 'Öffnungszeiten'],
  ...['Verbraucherschlichtung', 'alten Telefonen', 'innerhalb von zwei Wochen', 'im November 2026'],
  ...[
    'Niemand weiß, wem eine Karte gehört',
    'Forum entscheidet',
    'Beratung kostet nichts',
    'vertraulich',
  ],
  ...['Formulare gemeinsam', 'Rechtsberatung', 'Antrag mit Ihnen', 'Karte im Büro'],
  ...['dorthin, wo die Leute sind', 'Auf Wunsch rufen wir für Sie an'],
  ...['Wir kommen zu Ihnen', 'heute geschlossen'],
  ...['sucht jemanden', 'stellen den Kontakt', 'mit Ihnen zusammen ein', 'Im Wegweiser steh'],
];

test('its public pages claim nothing that nobody has said of it, nor do head and foot of them', async ({
  page,
}) => {
  const paths = listPlainPages(['(public)', '(act)']);
  for (const room of ['/', '/unterwegs', '/ausprobiert', '/sprechstunde', '/kalender/abonnieren'])
    expect(paths).toContain(room);
  for (const path of paths) {
    await page.goto(`${own.url}${path}`);
    const text = (await page.locator('body').textContent()) ?? '';
    expect(text.trim(), path).not.toBe('');
    expect(
      CLAIMS.filter((claim) => text.includes(claim)),
      path,
    ).toEqual([]);
  }
});

test('it offers no counselling that nobody has spoken of, and its address says what there is', async ({
  page,
}) => {
  const toIt = page.locator('a[href$="/beratung"]:not([hreflang])');
  for (const path of [
    ...['/', '/vorschlaege/neu', '/unterstuetzung', '/unterstuetzung/neu', '/datenschutz'],
    ...['/wegweiser', '/beratung'],
  ]) {
    await page.goto(`${own.url}${path}`);
    await expect(toIt, path).toHaveCount(0);
  }
  const main = page.getByRole('main');
  await expect(main).toContainText(
    'Über eine eigene Beratung hat das Büro hier nichts geschrieben',
  );
  await expect(main).not.toContainText('Kommen Sie vorbei');
  await expect(main.getByRole('link', { name: 'Zum Wegweiser' })).toBeVisible();
  await expect(main.getByRole('link', { name: '112' })).toBeVisible();
});

test('its public pages say in words that nothing is there yet', async ({ page }) => {
  for (const path of [
    '/',
    '/vorschlaege',
    '/forum',
    '/abstimmungen',
    '/kalender',
    '/unterstuetzung',
    '/beratung',
  ]) {
    const response = await page.goto(`${own.url}${path}`);
    expect(response?.status(), path).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});
