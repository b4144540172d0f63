import type { Page, Route } from '@playwright/test';
import { test as base, expect } from '../voting/house';

/** What is cut off here is told by the browser, and by nobody else. */
const test = base.extend({
  quiet: async ({ page }, use) => {
    const noise: string[] = [];
    page.on('pageerror', (error) => noise.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') noise.push(message.text());
    });
    await use(undefined);
    expect(noise.filter((text) => !text.startsWith('Failed to load resource:'))).toEqual([]);
  },
});

const AT_FORM = 30_000;

type Failure = [name: string, said: string, answer: (route: Route) => Promise<void>];

const answered =
  (status: number, more: { contentType?: string } = {}) =>
  (route: Route) =>
    route.fulfill({ status, contentType: 'text/html', body: '<h1>Nein</h1>', ...more });

const FAILURES: Failure[] = [
  [
    'an updated server',
    'wurde inzwischen erneuert',
    (route) =>
      route.fulfill({ status: 404, headers: { 'x-nextjs-action-not-found': '1' }, body: 'nein' }),
  ],
  ['404', 'hat nicht geklappt', answered(404, { contentType: 'text/plain' })],
  ['409', 'hat nicht geklappt', answered(409)],
  ['413', 'war zu groß', answered(413)],
  ['500', 'hat nicht geklappt', answered(500)],
  ['a proxy that is never served', 'hat nicht geklappt', answered(502)],
  ['an answer of somebody else', 'hat nicht geklappt', answered(200)],
  ['a connection cut off', 'keine Verbindung', (route) => route.abort('connectionreset')],
];

/** What fails on the way of a form, without the page that shows it being touched. */
async function failing(page: Page, answer: (route: Route) => Promise<void>): Promise<void> {
  await page.unroute('**/*');
  await page.route('**/*', (route) =>
    route.request().method() === 'POST' ? answer(route) : route.continue(),
  );
}

async function expectSaid(page: Page, text: string): Promise<void> {
  const said = page.locator('main form').getByRole('alert');
  await expect(said).toContainText(text);
  await expect(said).toContainText('Das ging gerade nicht');
  await expect(said).toContainText('030 23125-100');
}

test('whatever fails on the way of a form, what was typed stays and can be sent again', async ({
  page,
}) => {
  await page.clock.install();
  await page.goto('/vorschlaege/neu/idee');
  const title = page.getByLabel('Ihr Vorschlag in einem Satz');
  const send = page.getByRole('button', { name: 'Weiter: prüfen' });
  await title.fill('Eine Bank am Weg');
  await page.getByRole('radio', { name: 'Alte Siedlung' }).check();
  const stays = async () => {
    await expect(title).toHaveValue('Eine Bank am Weg');
    await expect(page.getByRole('radio', { name: 'Alte Siedlung' })).toBeChecked();
    await expect(page).toHaveURL(/\/vorschlaege\/neu\/idee$/);
  };
  for (const [name, said, answer] of FAILURES)
    await test.step(name, async () => {
      await failing(page, answer);
      await send.click();
      await expectSaid(page, said);
      await stays();
    });

  await test.step('an answer that never comes', async () => {
    await failing(page, () => Promise.resolve());
    await send.click();
    await expect(page.getByText('Wird gesendet …')).toBeVisible();
    await page.clock.fastForward(AT_FORM);
    await expectSaid(page, 'dauert zu lange');
    await stays();
  });

  await test.step('no network', async () => {
    await page.unroute('**/*');
    await page.context().setOffline(true);
    await send.click();
    await expectSaid(page, 'keine Verbindung');
    await stays();
  });

  await page.context().setOffline(false);
  await send.click();
  await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible();
  await stays();
});

test('whoever is no longer signed in keeps what was typed, signs in beside it and sends it again', async ({
  page,
  signInAs,
}) => {
  await signInAs('coordinator');
  await page.goto('/team/forum/26/tagesordnung?item=new');
  const title = page.getByLabel('Worum geht es?');
  const save = page.getByRole('button', { name: 'Punkt hinzufügen' });
  await title.fill('Was zuerst auf den Platz?');
  await page.context().clearCookies();
  await save.click();
  await expectSaid(page, 'nicht mehr angemeldet');
  const link = page.getByRole('link', { name: 'In einem zweiten Fenster anmelden' });
  await expect(link).toHaveAttribute('href', /^\/anmelden\?reason=again/);
  await expect(title).toHaveValue('Was zuerst auf den Platz?');
  await signInAs('coordinator');
  // Sent again it is looked at; the demo's agenda stays as it is.
  await title.fill('W');
  await save.click();
  await expect(page.getByText('Bitte prüfen Sie diese Angaben')).toBeVisible();
});

test('a ballot that does not get through is as it was filled in', async ({
  page,
  things,
  signInAs,
}) => {
  const { number } = await things.openPoll();
  await signInAs('resident');
  await page.goto(`/abstimmungen/stimmzettel/${number}`);
  const first = page.getByRole('radio').first();
  await first.check();
  for (const button of ['Weiter: prüfen', 'Stimmzettel einwerfen']) {
    await failing(page, answered(500));
    await page.getByRole('button', { name: button }).click();
    await expectSaid(page, 'hat nicht geklappt');
    await page.unroute('**/*');
    if (button === 'Stimmzettel einwerfen') break;
    await expect(first).toBeChecked();
    await page.getByRole('button', { name: button }).click();
    await page.getByLabel(/Ich bin mindestens/).check();
  }
  await page.getByLabel(/Ich bin mindestens/).check();
  await page.getByRole('button', { name: 'Stimmzettel einwerfen' }).click();
  await expect(
    page.getByRole('heading', { name: 'Ihr Stimmzettel liegt in der Urne' }),
  ).toBeVisible();
});
