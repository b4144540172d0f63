import type pg from 'pg';

/**
 * What every request may write, or the background: tries that were counted, forms that were answered, what is told to
 * many, quarters that are closed.
 */
export const BOOKKEEPING = [
  ...['rate_buckets', 'form_submissions', 'operation_marks', 'tellings', 'period_figures'],
  ...['counselling.tries', 'outreach_quarter_sums', 'outreach_quarter_rests'],
];

/** The background sends mails meanwhile; only that there is one, for whom and about what, counts. */
const SHOWN: Record<string, (row: string) => string> = {
  outgoing_mails: (row) => `(${row}.id, ${row}.recipient, ${row}.subject)`,
};

/** A moment in the life of a house. */
export type Mark = number;

/** Houses in which the database itself notes what is written. */
const watched = new WeakMap<pg.Client, Promise<void>>();

/** @returns this moment, for `changedSince` */
export async function markOf(client: pg.Client): Promise<Mark> {
  const watch = watched.get(client) ?? watchWrites(client);
  watched.set(client, watch);
  await watch;
  const { rows } = await client.query<{ last: number }>(
    'SELECT coalesce(max(id), 0)::int AS last FROM watch.writes',
  );
  return rows[0]?.last ?? 0;
}

/** Goes with its session; who may end one says the row about that. */
const DESKS = 'counselling.desks';

/** Names of the tables in which a row came, went or became another since then, whatever was undone is none. */
export async function changedSince(client: pg.Client, mark: Mark): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT DISTINCT name FROM watch.writes WHERE id > $1 ORDER BY name',
    [mark],
  );
  const changed = rows.map(({ name }) => name);
  return changed.filter((name) => name !== DESKS || !changed.includes('user_sessions'));
}

/**
 * Has the database note in a schema of its own, by a trigger for each way to write, which table a statement
 * has changed: to look through all of them before and after each of thousands of requests took longer than
 * the requests.
 */
async function watchWrites(client: pg.Client): Promise<void> {
  const tables = [...(await tablesOf(client)), ...(await walledTablesOf(client))];
  const kept = tables.filter((table) => !BOOKKEEPING.includes(table));
  await client.query(
    `CREATE SCHEMA watch;
     CREATE TABLE watch.writes (id serial PRIMARY KEY, name text NOT NULL);
     ${['', ...Object.keys(SHOWN)].map(noteOf).join(';')};
     ${kept.flatMap(triggersOf).join(';')}`,
  );
}

const noteName = (table: string) => (table in SHOWN ? `note_${table}` : 'note');

/** The function behind the triggers of one table; of all the others, where none is named. */
function noteOf(table: string): string {
  const shown = (row: string) => `${SHOWN[table]?.(row) ?? row}::text`;
  return `CREATE FUNCTION watch.${noteName(table)}() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
    DECLARE has_changed boolean;
    BEGIN
      IF TG_OP = 'INSERT' THEN has_changed := EXISTS (SELECT FROM new_rows);
      ELSIF TG_OP = 'DELETE' THEN has_changed := EXISTS (SELECT FROM old_rows);
      ELSE
        has_changed := EXISTS (SELECT ${shown('n')} FROM new_rows n EXCEPT ALL SELECT ${shown('o')} FROM old_rows o);
      END IF;
      IF has_changed THEN INSERT INTO watch.writes (name) VALUES (TG_ARGV[0]); END IF;
      RETURN NULL;
    END $$`;
}

const SEEN_BY = {
  insert: 'NEW TABLE AS new_rows',
  delete: 'OLD TABLE AS old_rows',
  update: 'OLD TABLE AS old_rows NEW TABLE AS new_rows',
};

const triggersOf = (table: string) =>
  Object.entries(SEEN_BY).map(
    ([way, rows]) =>
      `CREATE TRIGGER watch_${way} AFTER ${way} ON ${table} REFERENCING ${rows}
       FOR EACH STATEMENT EXECUTE FUNCTION watch.${noteName(table)}('${table}')`,
  );

/** Those of the tables in which a row, written as text, fits a pattern. */
export async function tablesMentioning(
  client: pg.Client,
  pattern: string,
  tables: readonly string[],
): Promise<string[]> {
  if (tables.length === 0) return [];
  const parts = tables.map(
    (table) => `SELECT '${table}' AS name WHERE EXISTS (
      SELECT 1 FROM ${table} t WHERE t::text ~ $1)`,
  );
  const { rows } = await client.query<{ name: string }>(parts.join(' UNION ALL '), [pattern]);
  return rows.map(({ name }) => name);
}

/** Those behind the wall of the counselling, which no page but its own has words of. */
async function walledTablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname = 'counselling' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

export async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
