import pg from 'pg';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { readEnv } from '../../core/env.mjs';
import { knownMigrations, migrate } from '../migrate.mjs';
import { createSteps } from '../steps.mjs';
import { databaseNamed } from '../test-server.mjs';
import { dropWhenFree } from './drop.mjs';
import { prepareDatabase } from './prepare.mjs';

let made: string[] = [];
afterEach(async () => {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  for (const name of made) await dropWhenFree(client, name);
  await client.end();
  made = [];
});

async function ask(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}
const onServer = (sql: string) => ask(inject('postgresUrl'), sql);

async function newDatabase(like = ''): Promise<string> {
  const name = `test_of_${process.pid}_prepare_${made.length}`;
  made.push(name);
  await onServer(`CREATE DATABASE ${name} ${like}`);
  return name;
}
const emptyDatabase = () => newDatabase();
/** Its tables are those of today, and nobody was there yet. */
const migratedDatabase = () =>
  newDatabase(`TEMPLATE ${inject('postgresTemplate')} STRATEGY FILE_COPY`);

/** What a start does to its database, with everything it says. */
async function start(name: string, more: Record<string, string> = {}) {
  const owner = { url: databaseNamed(inject('postgresUrl'), name), setting: 'DATABASE_OWNER_URL' };
  const work = { url: databaseNamed(inject('postgresWorkUrl'), name), setting: 'DATABASE_URL' };
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: work.url,
    AUTH_SECRET: 'x'.repeat(40),
    APP_URL: 'http://localhost:3000',
    DATA_DIR: '/nonexistent',
    DEMO: '0',
    ...more,
  };
  Object.assign(process.env, env);
  let said = '';
  const steps = createSteps({
    write: (text) => {
      said += text;
    },
  });
  const lines = await prepareDatabase({ owner, work, settings: readEnv(env), steps });
  return { said, lines };
}

const demo = { DEMO: '1' };

describe('starts at the same moment', () => {
  it('on an empty database: one makes it, the others find it done', async () => {
    const name = await emptyDatabase();
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => start(name, demo)));
    const nothing = all.filter(({ said }) => said.includes('nichts zu tun'));
    const waited = all.filter(({ said }) => said.includes('dieser wartet'));
    expect([nothing.length, waited.length]).toEqual([4, 4]);
    for (const { lines } of all) expect(lines.join()).toContain('/anmelden/demo');
    const url = databaseNamed(inject('postgresUrl'), name);
    expect(await ask(url, 'SELECT count(*)::int FROM office_settings')).toEqual([{ count: 1 }]);
  });

  it('on an older database: one brings it up to date', async () => {
    const name = await emptyDatabase();
    const url = databaseNamed(inject('postgresUrl'), name);
    const known = knownMigrations();
    await migrate(url, { only: known.slice(0, -2) });
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => start(name, demo)));
    const updated = all.filter(({ said }) => said.includes(known.slice(-2).join(', ')));
    expect(updated).toHaveLength(1);
  });
});

describe('a database of a later version', () => {
  it('is left as it is, rights and all', async () => {
    const name = await migratedDatabase();
    await start(name, demo);
    const url = databaseNamed(inject('postgresUrl'), name);
    const role = new URL(inject('postgresWorkUrl')).username;
    await ask(url, `CREATE TABLE later (); GRANT SELECT ON later TO ${role}`);
    await ask(
      url,
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29990101000000_later', now())`,
    );
    await expect(start(name, demo)).rejects.toThrow(/29990101000000_later.*npm run restore/);
    const [rights] = await ask(
      url,
      `SELECT has_table_privilege('${role}', 'later', 'SELECT') AS kept`,
    );
    expect(rights).toEqual({ kept: true });
  });
});

describe('a database filled as demo', () => {
  it('does not start in public, unless that was said in so many words', async () => {
    const name = await migratedDatabase();
    await start(name, demo);
    const open = { APP_URL: 'https://forum.example.org', DEMO: '' };
    await expect(start(name, open)).rejects.toThrow(/mit dem Beispiel gefüllt: Jeder Mensch/);
    await expect(start(name, { ...open, DEMO: '0' })).rejects.toThrow(/DEMO=public setzen/);
    expect((await start(name, { ...open, DEMO: 'public' })).lines.join()).toContain('/demo');
  });
});
