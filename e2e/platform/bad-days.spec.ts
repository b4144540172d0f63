import { expect, test } from '@playwright/test';
import pg from 'pg';
import { hiddenFields, Visitor } from '../../lib/tooling/bench/browserless.mjs';
import { openInstance } from '../../lib/tooling/own-instance.mjs';

// These pull plugs, so they have an app and a database of their own.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

let own: Awaited<ReturnType<typeof openInstance>>;

test.beforeAll(async () => {
  own = await openInstance();
});

test.afterAll(async () => {
  await own.close();
});

const PROPOSAL = '/vorschlaege/neu/idee';

async function typedProposal(visitor: Visitor, title: string): Promise<[string, string][]> {
  const { html } = await visitor.page(PROPOSAL);
  const radio = html.match(/<input\b[^>]*name="districtId"[^>]*>/)?.[0] ?? '';
  const district = /value="([^"]+)"/.exec(radio)?.[1] ?? '';
  return [
    ...hiddenFields(html, 'name="title"'),
    ['title', title],
    ['body', 'Ein Vorschlag, der auch einen schlechten Tag überstehen soll.'],
    ['districtId', district],
    ['place', ''],
    ['categoryId', ''],
    ['nameChoice', 'NEIGHBOUR'],
    ['name', ''],
    ['contactKind', 'NUMBER'],
    ['contact', ''],
    ['formStep', 'send'],
  ];
}

test('what one process changes, every process shows at the next request', async () => {
  const second = await own.openSecondApp();
  try {
    for (const base of [own.url, second.url])
      expect(await (await fetch(`${base}/impressum`)).text()).toContain('Keilbergring 12');
    const admin = new Visitor(own.url, '10.9.0.1');
    await admin.send(await admin.prepared('/anmelden/demo', 'value="admin"', []));
    const { html } = await admin.page('/team/einstellungen/buero');
    const fields = formValues(html, 'name="street"').map(([name, value]): [string, string] => [
      name,
      name === 'street' ? 'Neue Straße 7' : value,
    ]);
    const answer = await admin.send(admin.shot('/team/einstellungen/buero', fields));
    expect(answer.status).toBe(303);
    expect(await (await fetch(`${own.url}/impressum`)).text()).toContain('Neue Straße 7');
    await expect
      .poll(async () => (await fetch(`${second.url}/impressum`)).text(), {
        intervals: [5],
        timeout: 1000,
      })
      .toContain('Neue Straße 7');
  } finally {
    await second.close();
  }
});

test('while the database is gone reading goes on and nothing typed is lost', async () => {
  const visitor = new Visitor(own.url, '10.9.0.2');
  const fields = await typedProposal(visitor, 'Eine Bank trotz allem');
  const before = await (await fetch(`${own.url}/vorschlaege`)).text();
  await own.stopDatabase();
  try {
    const reading = await fetch(`${own.url}/vorschlaege`);
    expect(reading.status).toBe(200);
    expect(await reading.text()).toBe(before);
    expect((await fetch(`${own.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${own.url}/bereit`)).status).toBe(503);
    const answer = await visitor.send(visitor.shot(PROPOSAL, fields));
    expect(answer.status).toBe(200);
    expect(answer.html).toContain('Eine Bank trotz allem');
    expect(answer.html).toMatch(/Es wurde nichts gespeichert/);
  } finally {
    await own.startDatabase();
  }
  await expect
    .poll(async () => (await fetch(`${own.url}/bereit`)).status, { timeout: 15_000 })
    .toBe(200);
  const again = await visitor.send(visitor.shot(PROPOSAL, fields));
  expect(again.status).toBe(303);
});

test('every acknowledged proposal is there after the plug was pulled', async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    let pulled = false;
    const writer = async (number: number) => {
      for (let index = 0; !pulled; index += 1) {
        const visitor = new Visitor(own.url, `10.9.${round + 1}.${number}`);
        const title = `Runde ${round}, Schreiber ${number}, Nummer ${index}`;
        const fields = await typedProposal(visitor, title);
        const answer = await visitor.send(visitor.shot(PROPOSAL, fields));
        if (answer.status === 303) acknowledged.push(title);
      }
    };
    const writers = [1, 2, 3].map((number) => writer(number).catch(() => undefined));
    await expect.poll(() => acknowledged.length, { intervals: [5] }).toBeGreaterThan(round * 5 + 5);
    own.killEverything();
    pulled = true;
    await Promise.all(writers);
    await own.startAgain();
  }
  const client = new pg.Client({ connectionString: own.databaseUrl });
  await client.connect();
  const { rows } = await client.query('SELECT title FROM proposals');
  await client.end();
  const stored = new Set(rows.map(({ title }) => title));
  expect(acknowledged.filter((title) => !stored.has(title))).toEqual([]);
});

/** Everything a form would send as it stands: hidden fields and what the fields show. */
function formValues(html: string, marker: string): [string, string][] {
  const form =
    (html.split('<form').find((part) => part.includes(marker)) ?? '').split('</form>')[0] ?? '';
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/type="(?:hidden|checkbox|radio|submit)"/.test(tag));
  const texts = inputs.map((tag): [string, string] => [
    /\sname="([^"]*)"/.exec(tag)?.[1] ?? '',
    /\svalue="([^"]*)"/.exec(tag)?.[1] ?? '',
  ]);
  const areas = [...form.matchAll(/<textarea\b[^>]*\sname="([^"]*)"[^>]*>([^<]*)/g)].map(
    ([, name, value]): [string, string] => [name ?? '', value ?? ''],
  );
  return [...hiddenFields(html, marker), ...texts, ...areas].filter(
    ([name]) => name !== '' && name !== 'website',
  );
}
