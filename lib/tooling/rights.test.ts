import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { testDatabase } from '@/lib/testing/database';
import { KEPT } from '@/lib/testing/role-watch';
import { parseSchema } from './checks/prisma-schema.mjs';
import { FUNCTIONS, type Granted, INNER_FUNCTIONS, TABLES } from './granted.mjs';
import { grantRights } from './rights.mjs';
import { databaseNamed } from './test-server.mjs';

testDatabase();

let owner: pg.Client;
let app: pg.Client;

beforeAll(async () => {
  const { pathname } = new URL(process.env.DATABASE_URL ?? '');
  owner = new pg.Client({
    connectionString: databaseNamed(inject('postgresUrl'), pathname.slice(1)),
  });
  app = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await app.connect();
});

afterAll(async () => {
  await app.end();
  await owner.end();
});

const models = () =>
  parseSchema(
    readdirSync('prisma/schema').map((file) => ({
      ...{ file, text: readFileSync(`prisma/schema/${file}`, 'utf8') },
    })),
  );

/** First column of each row. */
async function list(client: pg.Client, sql: string): Promise<string[]> {
  const { rows } = await client.query<[string]>({ text: sql, rowMode: 'array' });
  return rows.map(([value]) => value);
}

const HELD = `
  SELECT format('%s %s %s', kind, relname, attname) FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped,
    unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) AS kind
  WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'm', 'p', 'f')
    AND has_column_privilege(c.oid, a.attnum, kind)
  UNION ALL SELECT format('%s %s', kind, relname) FROM pg_class,
    unnest(ARRAY['DELETE', 'TRUNCATE', 'TRIGGER']) AS kind
  WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'm', 'p', 'f')
    AND has_table_privilege(oid, kind)`;

const COLUMNS = `
  SELECT format('%s %s %s', relname, attname, coalesce(attnum = ANY (indkey), false)) FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`;

/** What the list gives, in the words of the query above. */
function given(columns: readonly string[]): string[] {
  const all = columns.map((line) => line.split(' ') as [string, string, string]);
  const inTable = (table: string, keys: boolean) =>
    all.filter(([name, , key]) => name === table && (keys || key === 'f')).map(([, name]) => name);
  return Object.entries(TABLES).flatMap(([table, granted]: [string, Granted]) => {
    const names = (kind: string, wanted: Granted['insert'], keys: boolean) =>
      (wanted === 'every' ? inTable(table, keys) : (wanted ?? [])).map(
        (name) => `${kind} ${table} ${name}`,
      );
    return [
      ...(granted.read === false ? [] : names('SELECT', 'every', true)),
      ...names('INSERT', granted.insert, true),
      ...names('UPDATE', granted.update, false),
      ...(granted.delete ? [`DELETE ${table}`] : []),
    ];
  });
}

describe('the role of the program', () => {
  it('has what is listed for it, in every column, and nothing else', async () => {
    const expected = given(await list(owner, COLUMNS)).sort();
    expect((await list(app, HELD)).sort()).toEqual(expected);
  });

  it('calls the functions that are listed for it and no other of ours', async () => {
    const callable = await list(
      app,
      `SELECT p.oid::regprocedure::text FROM pg_proc p
       WHERE pronamespace = 'public'::regnamespace AND has_function_privilege(p.oid, 'EXECUTE')
         AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
    );
    const squeezed = FUNCTIONS.map((name) => name.replaceAll(', ', ','));
    expect(callable.sort()).toEqual([...squeezed].sort());
  });

  it('owns nothing, makes nothing, belongs to nobody', async () => {
    const more = await list(
      app,
      `SELECT 'schema ' || nspname FROM pg_namespace WHERE has_schema_privilege(oid, 'CREATE')
         AND nspname NOT LIKE 'pg\\_%temp\\_%'
       UNION ALL SELECT 'owns ' || relname FROM pg_class WHERE relowner = current_user::regrole
       UNION ALL SELECT 'is ' || roleid::regrole FROM pg_auth_members WHERE member = current_user::regrole
       UNION ALL SELECT 'sequence ' || relname FROM pg_class
       WHERE CASE WHEN relkind = 'S' AND relnamespace = 'public'::regnamespace
         THEN has_sequence_privilege(oid, 'UPDATE') END
       UNION ALL SELECT 'mighty' FROM pg_roles WHERE rolname = current_user
         AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication)
       UNION ALL SELECT 'replica' WHERE has_parameter_privilege('session_replication_role', 'SET')`,
    );
    expect(more).toEqual([]);
  });

  it('loses at the next start what somebody gave it or everybody', async () => {
    const before = await list(app, HELD);
    const role = app.escapeIdentifier(app.user ?? '');
    await owner.query(`
      GRANT ALL ON ballots TO ${role}; GRANT UPDATE (sealed_at) ON polls TO PUBLIC;
      GRANT CREATE ON SCHEMA public TO PUBLIC; GRANT EXECUTE ON FUNCTION shuffle_box(uuid) TO PUBLIC`);
    expect((await list(app, HELD)).length).toBeGreaterThan(before.length);
    const { pathname } = new URL(process.env.DATABASE_URL ?? '');
    const url = databaseNamed(inject('postgresUrl'), pathname.slice(1));
    expect(await grantRights(url, process.env.DATABASE_URL ?? '')).toBe(true);
    expect((await list(app, HELD)).sort()).toEqual(before.sort());
    for (const refused of [
      `SELECT shuffle_box(gen_random_uuid())`,
      'CREATE TABLE public.mine (id int)',
      'CREATE TEMP TABLE polls (id int)',
    ]) {
      await expect(app.query(refused), refused).rejects.toThrow(/permission denied/);
    }
  });
});

describe('whoever adds', () => {
  it('a table lists it, and with a promise its columns and how it is watched', () => {
    // The list of migrations is read only, to see whether the database fits the program.
    expect(TABLES._prisma_migrations).toEqual({});
    expect(Object.keys(TABLES).sort()).toEqual(
      ['_prisma_migrations', ...models().map(({ table }) => table)].sort(),
    );
    const promising = models().filter(({ doc }) => /^Promise: \S/m.test(doc));
    expect(promising.map(({ table }) => table).sort()).toEqual(Object.keys(KEPT).sort());
    const whole = promising.filter(({ table }) => TABLES[table ?? '']?.update === 'every');
    expect(whole.map(({ table }) => table)).toEqual([]);
  });

  it('a table lists it in the domain whose schema it stands in', async () => {
    for (const { file, table } of models()) {
      const [domain = ''] = file.replace('.prisma', '').split('-');
      if (table === null || domain === 'foundations') continue;
      const own = await import(`../${domain}/granted.mjs`);
      expect(Object.keys(own.tables), `${table} of ${file}`).toContain(table);
    }
  });

  it('a function that runs with the rights of the owner lists it', async () => {
    const mighty = await list(
      owner,
      `SELECT oid::regprocedure::text FROM pg_proc WHERE prosecdef
       AND pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`,
    );
    const listed = [...FUNCTIONS, ...INNER_FUNCTIONS].map((name) => name.replaceAll(', ', ','));
    expect(mighty.filter((name) => !listed.includes(name))).toEqual([]);
    expect(INNER_FUNCTIONS.filter((name) => !mighty.includes(name))).toEqual([]);
  });

  it('a promise around polls is kept only by whoever sees what is committed', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgfoid = 'sees_what_is_committed'::regproc`,
    );
    const guarded = rows.map(({ name }) => name);
    for (const table of ['polls', 'roll_entries', 'ballots', 'ballot_receipts', 'count_sheets'])
      expect(guarded).toContain(table);
    for (const level of ['REPEATABLE READ', 'SERIALIZABLE']) {
      await app.query(`BEGIN ISOLATION LEVEL ${level}`);
      await expect(app.query("UPDATE polls SET state = 'CANCELLED'")).rejects.toMatchObject({
        code: '23514',
      });
      await app.query('ROLLBACK');
    }
    // The red twin: as everybody else works, it is only told that there is none to be changed.
    await app.query("UPDATE polls SET state = 'CANCELLED' WHERE false");
  });

  it('a function says where its names are looked for, in which zone, and gives it to nobody', async () => {
    const loose = await list(
      owner,
      `SELECT oid::regprocedure::text FROM pg_proc p
       WHERE pronamespace::regnamespace::text IN ('public', 'counselling') AND proowner = current_user::regrole
         AND (prosqlbody IS NULL AND NOT 'search_path=public, pg_temp' = ANY (coalesce(proconfig, '{}'))
           OR proname <> 'database_clock' AND NOT 'TimeZone=UTC' = ANY (coalesce(proconfig, '{}'))
           OR EXISTS (SELECT 1 FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) WHERE grantee = 0))`,
    );
    expect(loose).toEqual([]);
  });
});
