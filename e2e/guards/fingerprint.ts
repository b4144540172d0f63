import type pg from 'pg';

/** What every request may write: tries that were counted, forms that were answered. */
export const BOOKKEEPING = ['rate_buckets', 'form_submissions', 'operation_marks'];

/** The background sends mails meanwhile; only that there is one, for whom and about what, counts. */
const SHOWN: Record<string, string> = { outgoing_mails: '(t.id, t.recipient, t.subject)' };

export type Fingerprint = ReadonlyMap<string, string>;

/** Number and content of the rows of every table. */
export async function fingerprint(client: pg.Client): Promise<Fingerprint> {
  const tables = (await tablesOf(client)).filter((table) => !BOOKKEEPING.includes(table));
  const parts = tables.map((table) => {
    const row = `md5(${SHOWN[table] ?? 't'}::text)`;
    return `SELECT '${table}' AS name, count(*) || ' ' || coalesce(md5(string_agg(${row}, '' ORDER BY ${row})), '') AS state FROM ${table} t`;
  });
  const { rows } = await client.query<{ name: string; state: string }>(parts.join(' UNION ALL '));
  return new Map(rows.map(({ name, state }) => [name, state]));
}

/** Names of the tables that differ. */
export function changedTables(before: Fingerprint, after: Fingerprint): string[] {
  return [...after].filter(([name, state]) => before.get(name) !== state).map(([name]) => name);
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

export async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
