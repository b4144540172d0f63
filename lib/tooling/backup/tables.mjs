/**
 * What of a database belongs into a backup: every table but the lists of migrations and functions, which
 * making them writes anew, and but the queue: whatever is due is found without it (`app/catch-up.ts`).
 *
 * @typedef {import('pg').Client} Client
 * @typedef {import('./format.mjs').TableStart} TableStart
 * @typedef {import('./format.mjs').Counter} Counter
 */

/** The same bytes for the same row, wherever and whenever it is read. */
export const READ_ALIKE = `
SET client_encoding = 'UTF8'; SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres'; SET TimeZone = 'UTC';
SET extra_float_digits = 1; SET bytea_output = 'hex'; SET row_security = off; SET statement_timeout = 0`;

const OURS = `n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', 'graphile_worker')`;

/** @param {Client} client @returns {Promise<TableStart[]>} names ready to be used in a statement */
export async function listTables(client) {
  const { rows } = await client.query(`
    SELECT format('%I.%I', n.nspname, c.relname) AS table,
      array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relkind = 'r' AND ${OURS} AND c.relname NOT IN ('_prisma_migrations', 'applied_sql')
    GROUP BY 1 ORDER BY 1`);
  return rows;
}

/** @param {Client} client @returns {Promise<Counter[]>} */
export async function listCounters(client) {
  const { rows } = await client.query(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'S' AND ${OURS} ORDER BY 1`);
  /** @type {Counter[]} */
  const counters = [];
  for (const { name } of rows) {
    const state = await client.query(
      `SELECT last_value::text AS last, is_called AS called FROM ${name}`,
    );
    counters.push({ name, ...state.rows[0] });
  }
  return counters;
}

/** @param {Client} client @returns {Promise<string[]>} */
export async function listMigrations(client) {
  const { rows } = await client.query(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
  );
  return rows.map(({ name }) => name);
}

/** @param {TableStart} table */
export const copyOut = ({ table, columns }) => `COPY ${table} (${columns.join(', ')}) TO STDOUT`;
/** @param {TableStart} table */
export const copyIn = ({ table, columns }) => `COPY ${table} (${columns.join(', ')}) FROM STDIN`;
