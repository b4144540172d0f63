import { expect, test } from '@playwright/test';
import pg from 'pg';
import { hiddenFields, Visitor } from '../../lib/tooling/bench/browserless.mjs';
import { besideTheGuards } from '../../lib/tooling/guards.mjs';
import { openAlone } from '../../lib/tooling/own-instance.mjs';
import { openMailSink } from './mail-sink';

// These pull plugs, so they have an app and a database of their own.
test.describe.configure({ mode: 'serial', timeout: 900_000 });

let own: Awaited<ReturnType<typeof openAlone>>;
let sink: Awaited<ReturnType<typeof openMailSink>>;

test.beforeAll(async () => {
  sink = await openMailSink(400);
  own = await openAlone({ env: sink.env });
});

test.afterAll(async () => {
  await own.close();
  await sink.close();
});

const PROPOSAL = '/vorschlaege/neu/idee';

async function typedProposal(
  visitor: Visitor,
  title: string,
  [contactKind, contact] = ['NUMBER', ''],
): Promise<[string, string][]> {
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
    ['contactKind', contactKind],
    ['contact', contact],
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
        timeout: 60_000,
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
    await expect.poll(async () => (await fetch(`${own.url}/bereit`)).status).toBe(503);
    const answer = await visitor.send(visitor.shot(PROPOSAL, fields));
    expect(answer.status).toBe(200);
    expect(answer.html).toContain('Eine Bank trotz allem');
    expect(answer.html).toMatch(/Es wurde nichts gespeichert/);
  } finally {
    await own.startDatabase();
  }
  await expect
    .poll(async () => (await fetch(`${own.url}/bereit`)).status, { timeout: 60_000 })
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
    await expect
      .poll(() => acknowledged.length, { intervals: [5], timeout: 60_000 })
      .toBeGreaterThan(round * 5 + 5);
    await own.killEverything();
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

const LONG = { timeout: 60_000 };

test('what the app was doing when it was killed is done within a minute of its return, once', async () => {
  const client = new pg.Client({ connectionString: own.databaseUrl });
  await client.connect();
  const asked = async (sql: string, values: unknown[] = []) =>
    (await client.query(sql, values)).rows;
  const [poll] = await asked(`
    SELECT id FROM polls WHERE state = 'SCHEDULED' AND NOT is_test AND opens_at < now() LIMIT 1`);

  // Its count is under way: it waits for us.
  await besideTheGuards(client, ['polls'], () =>
    asked("UPDATE polls SET closes_at = now() - interval '1 second' WHERE id = $1", [poll.id]),
  );
  await client.query('BEGIN');
  await asked('SELECT id FROM polls WHERE id = $1 FOR UPDATE', [poll.id]);
  const queue = new pg.Client({ connectionString: own.databaseUrl });
  await queue.connect();
  await queue.query(
    "SELECT graphile_worker.add_job('seal-poll', json_build_object('pollId', $1::text))",
    [poll.id],
  );
  await queue.end();

  // And it is in the middle of twelve mails.
  sink.taken.length = 0;
  const people = Array.from({ length: 12 }, (_, index) => `person-${index}@person.example`);
  await Promise.all(
    people.map(async (person, index) => {
      const visitor = new Visitor(own.url, `10.8.0.${index}`);
      const fields = await typedProposal(visitor, `Bank Nummer ${index}`, ['MAIL', person]);
      expect((await visitor.send(visitor.shot(PROPOSAL, fields))).status).toBe(303);
    }),
  );
  await expect
    .poll(() => sink.taken.length, { intervals: [5], timeout: 60_000 })
    .toBeGreaterThan(2);
  own.killApp();
  const before = sink.taken.length;
  expect(before).toBeLessThan(12);
  await client.query('ROLLBACK');
  await own.startAppAgain();

  // Whoever hears of the poll once it is counted is none of these.
  const toThem = () => sink.taken.filter(({ to }) => people.includes(to));
  await expect.poll(() => new Set(toThem().map(({ to }) => to)).size, LONG).toBe(12);
  const stateOf = async () => (await asked('SELECT state FROM polls WHERE id = $1', [poll.id]))[0];
  await expect.poll(stateOf, LONG).not.toEqual({ state: 'SCHEDULED' });
  const closed = "action IN ('poll.closed', 'poll.published') AND subject_id = $1";
  const written = () => asked(`SELECT count(*)::int FROM audit_entries WHERE ${closed}`, [poll.id]);
  // It is shut first, and counted and written down in a moment.
  await expect.poll(written, LONG).toEqual([{ count: 1 }]);
  // A mail taken in the moment of the kill comes once more, and every mail server sees that it is the same.
  for (const person of people) {
    const ids = sink.taken.filter(({ to }) => to === person).map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(1);
  }
  expect(toThem().length).toBeLessThanOrEqual(14);
  const left = 'SELECT count(*)::int FROM graphile_worker.jobs WHERE locked_at IS NOT NULL';
  await expect.poll(() => asked(left)).toEqual([{ count: 0 }]);
  await client.end();
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
