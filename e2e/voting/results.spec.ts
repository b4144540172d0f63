import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import pg from 'pg';
import { openInstance } from '../../lib/tooling/own-instance.mjs';
import { expect, test } from '../fixtures';
import { addPastPoll, type PastPoll } from './past-polls';
import { POLLS } from './result-examples';

let own: Awaited<ReturnType<typeof openInstance>>;
let client: pg.Client;

test.beforeAll(async () => {
  own = await openInstance();
  client = new pg.Client({ connectionString: own.databaseUrl });
  await client.connect();
});

test.afterAll(async () => {
  await client.end();
  await own.close();
});

const at = (address: string) => new URL(address, own.url).href;

/** A poll that is over, and was looked at until it was counted: on a busy machine that takes longer than a page. */
async function addCounted(poll: PastPoll): Promise<number> {
  const number = await addPastPoll(client, poll);
  const page = async () => (await fetch(at(`/abstimmungen/${number}`))).text();
  await expect.poll(page, { timeout: 60_000 }).not.toContain('wird ausgezählt');
  return number;
}

const numbers = new Map<string, number>();

async function pageOf(page: Page, name: string): Promise<number> {
  const poll = POLLS[name];
  if (!poll) throw new Error(`no poll ${name}`);
  const number = numbers.get(name) ?? (await addCounted(poll));
  numbers.set(name, number);
  await page.goto(at(`/abstimmungen/${number}`));
  return number;
}

for (const [name, { question, says }] of Object.entries(POLLS)) {
  test(`a result says why, without script: ${name}`, { tag: '@reading' }, async ({
    page,
    checkPage,
  }) => {
    const number = await pageOf(page, name);
    await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
    for (const sentence of says) {
      await expect(page.getByText(sentence).first()).toBeVisible();
    }
    expect(await page.locator('script').count()).toBe(0);
    await checkPage();
    for (const language of ['de-LS', 'en']) {
      await page.goto(at(`/${language}/abstimmungen/${number}`));
      await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
      await checkPage();
    }
  });
}

test('below the quorum nothing is recommended', async ({ page, checkPage }) => {
  const number = await addCounted({
    ...{ question: 'Reichen zwölf Stimmen?', method: 'ONE', countRule: 'plurality' },
    ...{ labels: ['Ja, sie reichen', 'Sie reichen nicht'], ballots: [['A', 12]], quorum: 15 },
  });
  await page.goto(at(`/abstimmungen/${number}`));
  await expect(page.getByText('waren mindestens 15 Stimmzettel nötig. Es waren 12.')).toBeVisible();
  await expect(page.getByText('Empfehlung dieser Abstimmung')).toHaveCount(0);
  await expect(page.getByText('erst ab 20 Stimmzetteln')).toBeVisible();
  const file = await page.request.get(at(`/abstimmungen/${number}/stimmzettel.json`));
  expect(file.status()).toBe(404);
  await checkPage();
  await page.goto(at(`/abstimmungen/nachrechnen/${number}`));
  await expect(page.getByText('erst ab 20 Stimmzetteln')).toBeVisible();
  await checkPage();
});

test('whoever likes counts again on an own computer', async ({ page, checkPage }) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'recount-'));
  const save = async (address: string, name: string) => {
    const answer = await page.request.get(at(address));
    expect(answer.status(), address).toBe(200);
    fs.writeFileSync(path.join(folder, name), await answer.body());
    return path.join(folder, name);
  };
  const run = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' });

  const number = await pageOf(page, 'approval');
  const shown = (await page.locator('.checksum .code-value').textContent()) ?? '';
  const checksum = shown.replace(/\s/g, '').toLowerCase();
  const sums = await save(`/abstimmungen/${number}/stimmzettel.json`, 'poll.json');
  const recount = await save('/abstimmungen/nachrechnen/recount.mjs', 'recount.mjs');
  const own = run(recount, sums, checksum);
  expect(own.stdout).toContain('gleich');
  expect(own.status).toBe(0);
  await page.goto(at(`/abstimmungen/nachrechnen/${number}`));
  await expect(
    page.getByText(`node recount.mjs abstimmung-${number}.json ${checksum}`),
  ).toBeVisible();
  await checkPage();

  // Where a count needs whole ballots everybody gets its steps, and nobody a ballot.
  const shares = await pageOf(page, 'shares');
  await expect(
    page.getByText('Ganze Stimmzettel veröffentlichen wir trotzdem nicht'),
  ).toBeVisible();
  const ballots = await page.request.get(at(`/abstimmungen/${shares}/stimmzettel.json`));
  expect(ballots.status()).toBe(404);
  const table = await save(`/abstimmungen/${shares}/zaehltafel.json`, 'table.json');
  const steps = run(await save('/abstimmungen/nachrechnen/table.mjs', 'table.mjs'), table);
  expect(steps.stdout).toContain('folgt');
  expect(steps.status).toBe(0);
  fs.rmSync(folder, { recursive: true });
  await page.goto(at(`/abstimmungen/nachrechnen/${shares}`));
  await expect(page.getByText(`node table.mjs abstimmung-${shares}.json`)).toBeVisible();
  await checkPage();
});

test('the list of receipts has everybody and can be looked up in', async ({ page, checkPage }) => {
  const number = await pageOf(page, 'approval');
  await page.getByRole('link', { name: 'Liste aller Quittungen' }).click();
  await expect(page.getByRole('heading', { name: '23 Quittungen' })).toBeVisible();
  const listed = await page.locator('.receipt-list li').allTextContents();
  expect(listed).toEqual([...listed].sort());
  const { rows } = await client.query(
    'SELECT receipt FROM ballot_receipts r JOIN polls p ON p.id = r.poll_id WHERE p.number = $1',
    [number],
  );
  expect(listed.map((text) => text.replace(/\s/g, '')).sort()).toEqual(
    rows.map(({ receipt }) => receipt).sort(),
  );
  await checkPage();
  await page.getByRole('link', { name: 'Ihre Quittung nachsehen' }).click();
  await page.getByLabel('Code Ihrer Quittung').fill(listed[0] ?? '');
  await page.getByRole('button', { name: 'Nachsehen' }).click();
  await expect(page.getByText(`Abstimmung ${number}:`)).toBeVisible();
});

test('the browser recounts and says whether it is equal', { tag: '@script' }, async ({
  page,
  checkPage,
  javaScriptEnabled,
}) => {
  for (const name of Object.keys(POLLS)) {
    await pageOf(page, name);
    await page.getByRole('link', { name: 'Hier im Browser nachrechnen' }).click();
    const start = page.getByRole('button', { name: 'Jetzt nachrechnen' });
    if (!javaScriptEnabled) {
      await expect(start).toHaveCount(0);
      await expect(page.getByText('In diesem Browser ist JavaScript aus.')).toBeVisible();
      continue;
    }
    await start.click();
    await expect(page.getByRole('heading', { name: 'Gleich', exact: true })).toBeVisible();
  }
  await checkPage();
});

test('the browser finds what somebody changed', { tag: '@script' }, async ({
  page,
  checkPage,
  javaScriptEnabled,
}) => {
  const number = await pageOf(page, 'yesNo');
  const address = at(`/abstimmungen/${number}/stimmzettel.json`);
  const file = await (await page.request.get(address)).json();
  await page.goto(at(`/abstimmungen/nachrechnen/${number}`));
  if (!javaScriptEnabled) {
    await expect(page.getByText('Installieren Sie Node.js')).toBeVisible();
    return;
  }
  const answerWith = (content: unknown) =>
    page.route(address, (route) => route.fulfill({ json: content }));
  const recount = async (says: string) => {
    await page.getByRole('button', { name: /nachrechnen$/ }).click();
    await expect(page.getByRole('status')).toContainText(says);
  };
  await answerWith({ ...file, ballots: [...file.ballots].reverse() });
  await recount('Die Prüfsumme ist eine andere als auf der Seite.');
  await checkPage();
  await answerWith('kein Stimmzettel');
  await recount('Das ist keine Datei mit Stimmzetteln dieser Seite.');
  await page.unroute(address);
  await recount('Es kommt dasselbe heraus wie veröffentlicht.');

  const mine = { ...file, ballots: [...file.ballots] };
  mine.ballots[4] = ['P002'];
  await page.getByText('Mit Ihrer eigenen Datei vergleichen').click();
  await page.getByLabel('Eine JSON-Datei, die Sie früher hier gespeichert haben.').setInputFiles({
    ...{ name: 'abstimmung.json', mimeType: 'application/json' },
    buffer: Buffer.from(JSON.stringify(mine)),
  });
  await recount('Der Stimmzettel Nr. 5 ist anders');
  await checkPage();
});

test('the browser finds a step that does not follow', { tag: '@script' }, async ({
  page,
  checkPage,
  javaScriptEnabled,
}) => {
  const number = await pageOf(page, 'runoff');
  const address = at(`/abstimmungen/${number}/zaehltafel.json`);
  const file = await (await page.request.get(address)).json();
  await page.goto(at(`/abstimmungen/nachrechnen/${number}`));
  if (!javaScriptEnabled) {
    await expect(page.getByText('Installieren Sie Node.js')).toBeVisible();
    return;
  }
  const [first, ...others] = file.result.rounds;
  const rounds = [{ ...first, P001: '20' }, ...others];
  await page.route(address, (route) =>
    route.fulfill({ json: { ...file, result: { ...file.result, rounds } } }),
  );
  await page.getByRole('button', { name: /nachrechnen$/ }).click();
  await expect(page.getByRole('status')).toContainText('folgt nicht der Regel: Durchgänge');
  await checkPage();
  await page.unroute(address);
  await page.getByRole('button', { name: /nachrechnen$/ }).click();
  await expect(page.getByRole('status')).toContainText('Jeder Schritt der Zähltafel folgt');
});
