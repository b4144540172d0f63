import type pg from 'pg';
import { standAgain, standAside } from '../../lib/tooling/guards.mjs';
import { PUBLIC_ROWS, TEXTS, WORD_ROWS } from './texts';
import { tablesOf } from './writes';

/** What must never be read as markup, and what must never be a link. */
const CANARY = '"><img src=x onerror=__x(1)>';
const SCRIPT_LINK = 'javascript:__x(2)//';

/** Where people's words stand in a document; what else is in it are numbers, keys and times. */
const WORDS_IN: Readonly<Record<string, readonly string[]>> = {
  'polls.frozen_rule': [
    ...['question', 'description', 'easyText', 'label', 'note', 'districtName', 'decidedBy'],
  ],
  'corrections.earlier': ['text', 'assignee', 'plain_text', 'place', 'note', 'result_note'],
};
const ADDRESS = /(?:^|_)(?:url|link)$/;

interface Column {
  table: string;
  column: string;
  isList: boolean;
  /** Documents hold words, too. */
  isDocument: boolean;
}

/** Every column with words in it there is, from the database's own catalogue. */
export async function textColumns(client: pg.Client): Promise<Column[]> {
  const tables = await tablesOf(client);
  const { rows } = await client.query<Column>(
    `SELECT table_name AS table, column_name AS column, data_type = 'ARRAY' AS "isList",
       data_type = 'jsonb' AS "isDocument"
     FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = ANY($1)
       AND (data_type IN ('text', 'jsonb') OR (data_type = 'ARRAY' AND udt_name = '_text'))
     ORDER BY 1, 2`,
    [tables],
  );
  return rows;
}

/** Marks of the columns whose words stand in a text: `agenda_items.note`, and whether its row was public. */
export function marksIn(text: string, columns: readonly string[]): string[] {
  const found = [...text.matchAll(/spalte(\d+)x(offen|zu)/g)];
  return [...new Set(found.map(([, index, row]) => `${columns[Number(index)]} ${row}`))];
}

/**
 * Writes the canary into every column people's words can get into, with the number of its column and whether
 * everybody may read that row.
 * @returns the columns by number
 */
export async function plantCanaries(client: pg.Client): Promise<string[]> {
  const planted = (await textColumns(client)).filter(
    ({ table, column }) => TEXTS.get(`${table}.${column}`) !== 'PROGRAM',
  );
  // What was published cannot be changed, which is right; here it stands in the way.
  const guarded = await tablesOf(client);
  await standAside(client, guarded);
  const limits = await limitsOf(client);
  for (const [index, column] of planted.entries()) await plantIn(client, column, index, limits);
  await standAgain(client, guarded);
  // Everything the app remembers is read anew.
  await client.query("SELECT pg_notify('stadtteilforum_page_cache', '*')");
  return planted.map(({ table, column }) => `${table}.${column}`);
}

/** Columns whose mark stands in no row at all. @param columns by the number they were planted with */
export async function columnsWithoutWords(
  client: pg.Client,
  columns: readonly string[],
): Promise<string[]> {
  const without: string[] = [];
  for (const [index, name] of columns.entries()) {
    const [table = '', column = ''] = name.split('.');
    const { rowCount } = await client.query(
      `SELECT FROM ${table} WHERE "${column}"::text LIKE $1 LIMIT 1`,
      [`%spalte${index}x%`],
    );
    if (rowCount === 0) without.push(name);
  }
  return without;
}

/** How many characters a column takes, by `table.column`, where a constraint says so: what is planted ends there. */
async function limitsOf(client: pg.Client): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ name: string; most: number }>(
    `SELECT conrelid::regclass || '.' || found[1] AS name, min(found[2]::int) AS most
     FROM pg_constraint, regexp_matches(pg_get_constraintdef(oid),
       'char_length\\("?(\\w+)"?\\) <= (\\d+)', 'g') AS found
     WHERE contype = 'c' GROUP BY 1`,
  );
  return new Map(rows.map(({ name, most }) => [name, most]));
}

async function plantIn(
  client: pg.Client,
  where: Column,
  index: number,
  limits: ReadonlyMap<string, number>,
): Promise<void> {
  const { table, column, isList, isDocument } = where;
  const rows = PUBLIC_ROWS[`${table}.${column}`] ?? PUBLIC_ROWS[table] ?? 'true';
  if (isDocument) return plantInDocuments(client, where, index, rows);
  const canary = ADDRESS.test(column) ? SCRIPT_LINK : CANARY;
  const limit = limits.get(`${table}.${column}`) ?? 4000;
  const mark = `lower($1) || CASE WHEN ${rows} THEN 'spalte${index}xoffen ' ELSE 'spalte${index}xzu ' END`;
  const value = isList ? `ARRAY[${mark}] || "${column}"` : `left(${mark} || "${column}", ${limit})`;
  const words = WORD_ROWS[`${table}.${column}`] ?? 'true';
  await client.query(`UPDATE ${table} t SET "${column}" = ${value} WHERE ${words}`, [canary]);
}

async function plantInDocuments(
  client: pg.Client,
  { table, column }: Column,
  index: number,
  isPublic: string,
): Promise<void> {
  const words = WORDS_IN[`${table}.${column}`] ?? [];
  const { rows } = await client.query<{ id: string; said: unknown; open: boolean }>(
    `SELECT id, "${column}" AS said, (${isPublic}) AS open FROM ${table} t WHERE "${column}" IS NOT NULL`,
  );
  for (const { id, said, open } of rows) {
    const mark = `${CANARY}spalte${index}x${open ? 'offen' : 'zu'} `;
    const marked = JSON.stringify(said, (name, value: unknown) =>
      typeof value === 'string' && words.includes(name) ? `${mark}${value}` : value,
    );
    await client.query(`UPDATE ${table} SET "${column}" = $2 WHERE id = $1`, [id, marked]);
  }
}

/** Stands in what only the office and the people themselves may read. */
export const PRIVATE = 'nur-unter-uns-4711';

/** Stands in what only who counsels there may read, and whoever has the appointment. */
export const COUNSELLED = 'nur-beratung-4711';

const OF_PEOPLE = {
  call_list_items: ['person', 'contact', 'message', 'subject', 'note'],
  invitations: ['email'],
  proposals: ['contact_value', 'question'],
  registrations: ['name', 'needs_note', 'contact_value'],
  sign_in_codes: ['email'],
  support_requests: ['title', 'body', 'wanted_for', 'group_name', 'name', 'contact_value'],
  support_steps: ['note'],
  users: ['email', 'display_name'],
};

/** Marks what is personal. @param except people who look around, and may read of themselves */
export async function markPrivate(client: pg.Client, except: readonly string[]): Promise<void> {
  for (const [table, columns] of Object.entries(OF_PEOPLE)) {
    const own = table === 'users' ? 'id' : 'NULL';
    const set = columns.map((column) => `"${column}" = $1 || "${column}"`).join(', ');
    await client.query(
      `UPDATE ${table} SET ${set} WHERE ${own}::text IS NULL OR ${own}::text <> ALL($2::text[])`,
      [PRIVATE, except],
    );
  }
  await client.query(
    `UPDATE counselling.bookings SET name = left($1 || coalesce(name, ''), 30) WHERE state <> 'CANCELLED_BY_VISITOR'`,
    [COUNSELLED],
  );
  await client.query(
    `UPDATE proposals SET title = left($1 || title, 120), body = $1 || body WHERE published_at IS NULL`,
    [PRIVATE],
  );
}
