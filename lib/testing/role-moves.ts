import type pg from 'pg';

/**
 * Everything the role of the program can try, read from the catalogue of the database: each column it
 * may write with every kind of value, each table it may delete from, each function it may call.
 */
export interface Catalogue {
  columns: Column[];
  functions: { name: string; types: string[] }[];
  labels: Map<string, string[]>;
}

interface Column {
  table: string;
  column: string;
  type: string;
  insert: boolean;
  update: boolean;
}

/** @param app a connection as the role itself */
export async function readCatalogue(app: pg.Client): Promise<Catalogue> {
  const columns = await app.query<Column>(`
    SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, NULL) AS type,
      has_column_privilege(c.oid, a.attnum, 'INSERT') AS insert,
      has_column_privilege(c.oid, a.attnum, 'UPDATE') AS update
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY c.relname, a.attnum`);
  const functions = await app.query<Catalogue['functions'][number]>(`
    SELECT p.oid::regproc::text AS name,
      ARRAY(SELECT format_type(t, NULL) FROM unnest(p.proargtypes) WITH ORDINALITY AS u(t, n) ORDER BY n) AS types
    FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND has_function_privilege(p.oid, 'EXECUTE')
      AND p.proname NOT IN ('try_all', 'touched', 'broken_since', 'told_by') AND p.prokind = 'f'
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`);
  const labels = await app.query<{ type: string; labels: string[] }>(`
    SELECT format_type(enumtypid, NULL) AS type, array_agg(enumlabel::text) AS labels FROM pg_enum GROUP BY 1`);
  return {
    columns: columns.rows,
    functions: functions.rows,
    labels: new Map(labels.rows.map(({ type, labels: of }) => [type, of])),
  };
}

const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  'timestamp with time zone': ["'2000-01-01'", 'clock_timestamp()', "'2100-01-01'"],
  boolean: ['true', 'false'],
  date: ["'2000-01-01'", "'2100-01-01'"],
  integer: ['0', '1', '1000000'],
  json: [`'{}'`],
  jsonb: [`'{}'`, `'[]'`, `'{"number": 0}'`],
  text: ["''", "'x'"],
};

export type Values = (type: string) => string[];

/** @param ids that something hangs on */
export function valuesFrom({ labels }: Catalogue, ids: readonly string[]): Values {
  return (type) => {
    if (type.endsWith('[]')) return [`'{}'::${type}`];
    if (type === 'uuid') return ids.map((id) => `'${id}'::uuid`);
    const named = labels.get(type)?.map((label) => `'${label}'::${type}`);
    return named ?? (SAMPLES[type] ?? []).map((value) => `${value}::${type}`);
  };
}

/** Rows a statement aims at, by table, as `ctid`. */
export type Rows = ReadonlyMap<string, readonly string[]>;

/** Each column with each value in each row. */
export function updates({ columns }: Catalogue, rows: Rows, values: Values): string[] {
  const writable = columns.filter(({ update }) => update);
  return writable.flatMap(({ table, column, type }) =>
    (rows.get(table) ?? []).flatMap((row) =>
      ['NULL', ...values(type)].map(
        (value) => `UPDATE ${table} SET "${column}" = ${value} WHERE ctid = '${row}' RETURNING *`,
      ),
    ),
  );
}

/** Each step of a poll together with each other column. */
export const stepsOfPolls = (catalogue: Catalogue, rows: Rows, values: Values): string[] =>
  updates(catalogue, new Map([['polls', rows.get('polls') ?? []]]), values).flatMap((update) =>
    values('"PollState"').map((state) => update.replace(' WHERE ', `, state = ${state} WHERE `)),
  );

/** A copy of each row under a new key, with one column changed at a time. */
export function inserts({ columns }: Catalogue, rows: Rows, values: Values): string[] {
  return [...rows].flatMap(([table, places]) => {
    const given = columns.filter((column) => column.table === table && column.insert);
    if (given.length === 0) return [];
    const copy = (place: string, changed = '', to = '') => {
      const taken = given.map(({ column }) => {
        if (column === changed) return to;
        return column === 'id' ? 'gen_random_uuid()' : `"${column}"`;
      });
      const names = given.map(({ column }) => `"${column}"`).join();
      return `INSERT INTO ${table} (${names}) SELECT ${taken.join()} FROM ${table} WHERE ctid = '${place}' RETURNING *`;
    };
    const [first] = places;
    const changes = given.flatMap(({ column, type }) =>
      column === 'id' || first === undefined
        ? []
        : values(type).map((value) => copy(first, column, value)),
    );
    return [...places.map((place) => copy(place)), ...changes];
  });
}

export const deletes = (_of: Catalogue, rows: Rows): string[] =>
  [...rows].flatMap(([table, places]) => [
    `TRUNCATE ${table} CASCADE`,
    ...['true', ...places.map((row) => `ctid = '${row}'`)].map(
      (where) => `DELETE FROM ${table} WHERE ${where} RETURNING *`,
    ),
  ]);

export const looks = (tables: readonly string[]): string[] =>
  tables.flatMap((table) => [
    `SELECT * FROM ${table}`,
    `SELECT * FROM pg_stats WHERE tablename = '${table}'`,
  ]);

/** Each function with every combination of values that fit its types. */
export function calls({ functions }: Catalogue, values: Values): string[] {
  return functions.flatMap(({ name, types }) => {
    const combinations = types.reduce<string[][]>(
      (lists, type) => lists.flatMap((list) => values(type).map((value) => [...list, value])),
      [[]],
    );
    return combinations.map((given) => `SELECT * FROM ${name}(${given.join(', ')})`);
  });
}

/** What no catalogue lists: other clothes for the same table, the session's own clock, the owner's rights. */
export const DISGUISES: readonly string[] = [
  ...['SCHEDULED', 'CLOSED'].map(
    (state) => `DO $do$ BEGIN
      CREATE TEMP TABLE polls AS SELECT * FROM public.polls;
      UPDATE pg_temp.polls SET state = '${state}', result = NULL, sealed_at = NULL,
        opens_at = '2000-01-01', closes_at = CASE '${state}' WHEN 'CLOSED' THEN '2000-01-02' ELSE '2100-01-01' END::timestamptz;
    END $do$`,
  ),
  `DO $do$ BEGIN
    CREATE TEMP TABLE count_sheets AS SELECT * FROM public.count_sheets;
    UPDATE pg_temp.count_sheets SET agreed_at = '2000-01-01';
  END $do$`,
  `DO $do$ BEGIN
    CREATE FUNCTION pg_temp.database_clock() RETURNS timestamptz LANGUAGE sql RETURN '2100-01-01'::timestamptz;
    SET LOCAL search_path = pg_temp, public;
  END $do$`,
  `CREATE OR REPLACE FUNCTION database_clock() RETURNS timestamptz LANGUAGE sql RETURN '2100-01-01'::timestamptz`,
  'CREATE SCHEMA other',
  'CREATE TABLE public.other (id int)',
  'CREATE VIEW public.other AS SELECT * FROM ballots',
  'CREATE EXTENSION dblink',
  'SET LOCAL session_replication_role = replica',
  'ALTER TABLE polls DISABLE TRIGGER ALL',
  'DROP TRIGGER polls_go_their_way ON polls',
  'GRANT SELECT ON ballots TO PUBLIC',
  'SET LOCAL ROLE stadtteilforum',
  'SET LOCAL ROLE postgres',
];

/** Everything PostgreSQL itself offers that takes the name of a table or a query. */
export async function systemCalls(app: pg.Client): Promise<string[]> {
  const { rows } = await app.query<{ name: string; types: string[] }>(`
    SELECT p.oid::regproc::text AS name,
      ARRAY(SELECT format_type(t, NULL) FROM unnest(p.proargtypes) WITH ORDINALITY AS u(t, n) ORDER BY n) AS types
    FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind = 'f'
      AND has_function_privilege(p.oid, 'EXECUTE') AND p.prorettype <> 'trigger'::regtype`);
  const given: Readonly<Record<string, readonly string[]>> = {
    text: [`'ballots'`, `'SELECT choices FROM ballots'`],
    regclass: [`'ballots'`],
    oid: [`'ballots'::regclass::oid`],
    name: [`'ballots'`],
    boolean: ['true'],
    integer: ['1'],
    smallint: ['3::smallint'],
  };
  const ofTables = rows.filter(
    ({ types }) =>
      types.length <= 4 &&
      types.every((type) => type in given) &&
      types.some((type) => ['text', 'regclass', 'oid', 'name'].includes(type)),
  );
  return calls({ columns: [], functions: ofTables, labels: new Map() }, (type) => [
    ...(given[type] ?? []),
  ]);
}
