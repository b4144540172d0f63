import type pg from 'pg';

/**
 * What every request may write, or the background: tries that were counted, forms that were answered, what is told to
 * many, quarters that are closed.
 */
export const BOOKKEEPING = [
  ...['rate_buckets', 'form_submissions', 'operation_marks', 'tellings', 'period_figures'],
];

/** The background sends mails meanwhile; only that there is one, for whom and about what, counts. */
const SHOWN: Record<string, string> = { outgoing_mails: '(t.id, t.recipient, t.subject)' };

export type Fingerprint = ReadonlyMap<string, string>;

interface Known {
  /** How many rows, and the sum of the transactions that wrote them: the same as long as nobody wrote. */
  touched: string;
  /** Number and content. */
  state: string;
}

/** What was found last, so that only tables somebody has written to are read whole again. */
const known = new WeakMap<pg.Client, Map<string, Known>>();

/**
 * The question about all tables, planned once for each client: to plan it takes five times as long as
 * to answer it, and it is asked before and after each of thousands of requests.
 */
const asked = new WeakMap<pg.Client, Promise<pg.QueryConfig>>();

/** Number and content of the rows of every table. */
export async function fingerprint(client: pg.Client): Promise<Fingerprint> {
  const last = known.get(client) ?? new Map<string, Known>();
  known.set(client, last);
  const touched = await touchedOf(client);
  const written = [...touched].filter(([name, mark]) => last.get(name)?.touched !== mark);
  const states = await statesOf(
    client,
    written.map(([name]) => name),
  );
  for (const [name, state] of states) last.set(name, { touched: touched.get(name) ?? '', state });
  return new Map([...touched.keys()].map((name) => [name, last.get(name)?.state ?? '']));
}

async function touchedOf(client: pg.Client): Promise<Map<string, string>> {
  const question = asked.get(client) ?? questionFor(client);
  asked.set(client, question);
  const { rows } = await client.query<{ name: string; mark: string }>(await question);
  return new Map(rows.map(({ name, mark }) => [name, mark]));
}

async function questionFor(client: pg.Client): Promise<pg.QueryConfig> {
  const all = [...(await tablesOf(client)), ...(await walledTablesOf(client))];
  const tables = all.filter((table) => !BOOKKEEPING.includes(table));
  const parts = tables.map(
    (table) =>
      `SELECT '${table}' AS name, count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) AS mark FROM ${table}`,
  );
  return { name: 'touched', text: parts.join(' UNION ALL ') };
}

async function statesOf(client: pg.Client, tables: string[]): Promise<[string, string][]> {
  if (tables.length === 0) return [];
  const parts = tables.map((table) => {
    const row = `md5(${SHOWN[table] ?? 't'}::text)`;
    return `SELECT '${table}' AS name, count(*) || ' ' || coalesce(md5(string_agg(${row}, '' ORDER BY ${row})), '') AS state FROM ${table} t`;
  });
  const { rows } = await client.query<{ name: string; state: string }>(parts.join(' UNION ALL '));
  return rows.map(({ name, state }) => [name, state]);
}

/** Goes with its session; who may end one says the row about that. */
const DESKS = 'counselling.desks';

/** Names of the tables that differ. */
export function changedTables(before: Fingerprint, after: Fingerprint): string[] {
  const changed = [...after]
    .filter(([name, state]) => before.get(name) !== state)
    .map(([name]) => name);
  return changed.filter((name) => name !== DESKS || !changed.includes('user_sessions'));
}

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
