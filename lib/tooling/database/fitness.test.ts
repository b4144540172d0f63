import net, { type AddressInfo } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openLine } from '../../testing/silent-line';
import { copyTemplate, databaseNamed } from '../test-server.mjs';
import { connect, withConnection } from './connection.mjs';
import { checkFitness, checkWorkRole } from './fitness.mjs';

let line: Awaited<ReturnType<typeof openLine>>;
let mute: net.Server;
let database: Awaited<ReturnType<typeof copyTemplate>>;

const prefix = `test_of_${process.pid}_fitness`;
const owner = () => ({ url: database.url, setting: 'DATABASE_OWNER_URL' });
const workUrl = (name: string) => databaseNamed(inject('postgresWorkUrl'), name);
const nameOf = (url: string) => new URL(url).pathname.slice(1);

beforeAll(async () => {
  line = await openLine(inject('postgresUrl'));
  mute = net.createServer().listen(0, '127.0.0.1');
  const template = inject('postgresTemplate');
  database = await copyTemplate(inject('postgresUrl'), template, 'fitness');
});
afterAll(async () => {
  line.close();
  mute.close();
  await database.drop();
});

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** An address with something wrong in it. */
function wrong(change: (url: URL) => void): string {
  const url = new URL(databaseNamed(line.url, nameOf(database.url)));
  change(url);
  return url.href;
}

describe('a database that cannot be connected', () => {
  const cases: [string, () => string, RegExp][] = [
    [
      'password',
      () => wrong((url) => (url.password = 'geraten')),
      /^Die Datenbank auf 127\.0\.0\.1:\d+ weist die Rolle „stadtteilforum“ ab: Das Passwort in DATABASE_URL stimmt nicht/,
    ],
    [
      'no password',
      () => wrong((url) => (url.password = '')),
      /^In DATABASE_URL fehlt das Passwort der Rolle „stadtteilforum“\.$/,
    ],
    [
      'role',
      () => wrong((url) => (url.username = 'niemand')),
      /weist die Rolle „niemand“ ab: .* oder es gibt die Rolle nicht\.$/,
    ],
    [
      'database',
      () => wrong((url) => (url.pathname = '/nirgends')),
      /gibt es keine Datenbank „nirgends“\. Bitte anlegen oder den Namen in DATABASE_URL prüfen\.$/,
    ],
    [
      'host',
      () => wrong((url) => (url.hostname = 'datenbank.invalid')),
      /„datenbank\.invalid“ aus DATABASE_URL (?:gibt es im Netz nicht|ist nicht zu finden)/,
    ],
    [
      'port',
      () => wrong((url) => (url.port = '1')),
      /^Auf 127\.0\.0\.1:1 .* läuft keine Datenbank/,
    ],
    [
      'encryption',
      () => wrong((url) => (url.search = '?sslmode=require')),
      /kann die Verbindung nicht verschlüsseln, DATABASE_URL verlangt es aber\.$/,
    ],
    [
      'silence',
      () => wrong((url) => (url.port = String((mute.address() as AddressInfo).port))),
      /antwortet nicht\. Bitte Rechner, Anschluss und Firewall prüfen\.$/,
    ],
  ];

  it.each(cases)('%s: is said in a sentence without the password', async (_what, url, sentence) => {
    const target = { url: url(), setting: 'DATABASE_URL' };
    const failed = await connect(target, { connectMs: 3000 }).then(
      (client) => client.end().then(() => 'connected'),
      (error: Error) => error.message,
    );
    expect(failed).toMatch(sentence);
    const { password } = new URL(database.url);
    expect(failed).not.toContain(password);
    expect(failed).not.toContain('geraten');
  });
});

describe('a database that does not fit', () => {
  const check = (target = owner(), wish = {}) =>
    withConnection(target, (client) =>
      checkFitness(client, { workRole: 'stadtteilforum_app', pool: 10, ...wish }),
    );
  const said = async (target = owner(), wish = {}) =>
    check(target, wish).then(
      () => 'fits',
      (error: Error) => error.message,
    );
  /** What the test's own server cannot be. */
  const told = (facts: Record<string, unknown>) =>
    checkFitness(
      {
        query: async (sql: string) => ({
          rows: [
            sql.includes('AS number') ? { version: '14.2', number: 180_000, ...facts } : facts,
          ],
        }),
      } as unknown as pg.Client,
      { workRole: 'x', pool: 10 },
    ).then(String, (error: Error) => error.message);

  it('none of this holds of a good one', async () => expect(await said()).toBe('fits'));

  it('too old', async () => {
    expect(await told({ number: 140_002 })).toBe(
      'Die Datenbank ist PostgreSQL 14.2; es braucht 15 oder neuer.',
    );
  });

  const good = { encoding: 'UTF8', mayCreate: true, places: 100, taken: 0, limit: null };
  it.each([
    [{ readOnly: true, database: 'forum' }, /lässt sich nur lesen/],
    [{ foreign: '_prisma_migrations', role: 'x' }, /^Die Tabellen gehören einer anderen Rolle/],
    [{ missing: ['unaccent'] }, /^Der Datenbank fehlt die Erweiterung unaccent\./],
    [
      { forbidden: ['pg_trgm', 'unaccent'], role: 'x' },
      /nicht einrichten\. Bitte einmal als Verwalter: CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent;$/,
    ],
  ])('%o', async (facts, sentence) => {
    expect(await told({ ...good, ...facts })).toMatch(sentence);
  });

  it('another encoding', async () => {
    await onServer(
      `CREATE DATABASE ${prefix}_latin TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER 'libc'`,
    );
    const target = { url: databaseNamed(inject('postgresUrl'), `${prefix}_latin`), setting: 'X' };
    expect(await said(target)).toMatch(/speichert Text als LATIN1; es braucht UTF8/);
    await onServer(`DROP DATABASE ${prefix}_latin`);
  });

  it('a role that may not create anything', async () => {
    const target = { url: workUrl(nameOf(database.url)), setting: 'DATABASE_URL' };
    expect(await said(target)).toMatch(/gehören einer anderen Rolle|nichts anlegen/);
    await onServer(`CREATE DATABASE ${prefix}_closed`);
    const empty = { url: workUrl(`${prefix}_closed`), setting: 'DATABASE_URL' };
    expect(await said(empty)).toMatch(/darf in der Datenbank „\w+“ nichts anlegen\. Bitte: ALTER/);
    await onServer(`DROP DATABASE ${prefix}_closed`);
  });

  it('too few connections', async () => {
    expect(await said(owner(), { pool: 1000 })).toMatch(/^Die Datenbank lässt höchstens \d+ Verb/);
    await onServer(`ALTER DATABASE ${nameOf(database.url)} CONNECTION LIMIT 7`);
    expect(await said()).toMatch(/höchstens 7 Verbindungen zu, dieses Programm braucht bis zu 24/);
    await onServer(`ALTER DATABASE ${nameOf(database.url)} CONNECTION LIMIT -1`);
  });
});

describe('the role of the running program', () => {
  const check = (url: string) =>
    withConnection(owner(), (client) =>
      checkWorkRole(client, { url, setting: 'DATABASE_URL' }),
    ).then(
      () => 'works',
      (error: Error) => error.message,
    );

  it('works with what the start gave it', async () => {
    expect(await check(workUrl(nameOf(database.url)))).toBe('works');
  });

  it('is looked for in the same database', async () => {
    await onServer(`CREATE DATABASE ${prefix}_other`);
    expect(await check(workUrl(`${prefix}_other`))).toMatch(/nicht in dieselbe Datenbank/);
    await onServer(`DROP DATABASE ${prefix}_other`);
  });

  it('does not come in with a wrong password', async () => {
    const url = new URL(databaseNamed(line.url, nameOf(database.url)));
    url.username = 'stadtteilforum_app';
    url.password = 'geraten';
    expect(await check(url.href)).toMatch(/weist die Rolle „stadtteilforum_app“ ab/);
  });

  it('cannot work without its rights', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('REVOKE ALL ON office_settings FROM stadtteilforum_app');
    await client.end();
    expect(await check(workUrl(nameOf(database.url)))).toMatch(/fehlen Rechte/);
  });
});
