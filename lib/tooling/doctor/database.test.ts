import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readEnv } from '../../core/env.mjs';
import { databaseNamed, dropDatabases } from '../test-server.mjs';
import { checkDatabase } from './database.mjs';

const name = `test_doctor_${randomBytes(4).toString('hex')}`;
const foreign = `${name}_ascii`;
let server: pg.Client;

beforeAll(async () => {
  server = new pg.Client({ connectionString: inject('postgresUrl') });
  await server.connect();
  await server.query(`CREATE DATABASE ${name} TEMPLATE ${inject('postgresTemplate')}`);
  await server.query(
    `CREATE DATABASE ${foreign} TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'`,
  );
});
afterAll(async () => {
  await dropDatabases(inject('postgresUrl'), [name, foreign]);
  await server.end();
});

const look = (database: string, more: Record<string, string> = {}) => {
  const url = databaseNamed(inject('postgresUrl'), database);
  return checkDatabase(readEnv({ DATABASE_URL: url, ...more }));
};
const about = (findings: Awaited<ReturnType<typeof look>>, part: string) =>
  findings.filter((one) => one.part === part).map(({ level, sentence }) => `${level} ${sentence}`);

describe('a database', () => {
  it('that is well is described, with what is worth knowing', async () => {
    const findings = await look(name);
    expect(about(findings, 'Datenbank')[0]).toMatch(/^good PostgreSQL \d+.*UTF8/);
    // The tests run without it, and the doctor sees that.
    expect(about(findings, 'Datenbank').join('\n')).toMatch(/bad fsync ist aus/);
    expect(about(findings, 'Uhr')).toEqual([expect.stringMatching(/^good/)]);
    expect(about(findings, 'Migrationen')).toEqual([expect.stringMatching(/^good.*passen/)]);
    expect(about(findings, 'Rechte')).toEqual([expect.stringMatching(/^look Eine Rolle/)]);
    expect(about(findings, 'Beratung')).toEqual([expect.stringMatching(/^look .*ausgeschaltet/)]);
    expect(about(findings, 'Sicherung')[0]).toMatch(/^look Es wurde noch keine/);
    expect(JSON.stringify(findings)).not.toContain(
      new URL(inject('postgresUrl')).password || '\u0000',
    );
  });

  it('whose text is not UTF-8 is none', async () => {
    expect(about(await look(foreign), 'Datenbank')[0]).toMatch(/^bad .*SQL_ASCII.*UTF8/);
  });

  it('of an earlier or later version says so', async () => {
    const client = new pg.Client({ connectionString: databaseNamed(inject('postgresUrl'), name) });
    await client.connect();
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29990101000000_later', now())`,
    );
    expect(about(await look(name), 'Migrationen')).toEqual([
      expect.stringMatching(/^bad.*1 Änderungen einer neueren/),
    ]);
    await client.query(
      `DELETE FROM _prisma_migrations WHERE id = 'x' OR migration_name LIKE '%operation_marks'`,
    );
    expect(about(await look(name), 'Migrationen')).toEqual([
      expect.stringMatching(/^look 1 stehen noch aus/),
    ]);
    await client.end();
  });

  it.each([['is not there', 'test_nowhere', /^bad .*keine Datenbank „test_nowhere“/]])(
    'that %s',
    async (_name, database, sentence) => {
      expect(about(await look(database), 'Datenbank')).toEqual([expect.stringMatching(sentence)]);
    },
  );

  it('nobody answers for', async () => {
    const findings = await checkDatabase(
      readEnv({ DATABASE_URL: 'postgresql://a:geheim@127.0.0.1:1/c' }),
    );
    expect(about(findings, 'Datenbank')).toEqual([
      expect.stringMatching(/^bad .*läuft keine Datenbank/),
    ]);
    expect(JSON.stringify(findings)).not.toContain('geheim');
  });
});
