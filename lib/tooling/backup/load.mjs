import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { Obstacle } from '../project.mjs';
import { assertStored } from './files.mjs';
import { linesOf, RowSum, readParts } from './format.mjs';
import { copyIn, copyOut, listTables, READ_ALIKE } from './tables.mjs';

/**
 * @typedef {import('pg').Client} Client
 * @typedef {import('./format.mjs').Head} Head
 * @typedef {import('./format.mjs').TableEnd} TableEnd
 */

const PIECE = 1 << 16;

/**
 * Reads a backup from its first to its last byte without touching anything.
 * @param {string} file
 * @returns {Promise<{ head: Head, rows: number }>}
 * @throws {Obstacle} when it is not whole
 */
export async function inspectBackup(file) {
  /** @type {Head | undefined} */
  let head;
  let rows = 0;
  let sum = new RowSum();
  for await (const part of readParts(file)) {
    if ('head' in part) head = part.head;
    else if ('start' in part) sum = await sumOf(part.rows);
    else if ('stored' in part) await assertStored(part.stored, part.rows, file);
    else if ('end' in part) {
      rows += part.end.rows;
      assertUnchanged(part.end, sum.end, file);
    }
  }
  // The first part is the head, or there is none of them.
  return { head: /** @type {Head} */ (head), rows };
}

/** @param {TableEnd} said @param {TableEnd} found @param {string} file */
function assertUnchanged(said, found, file) {
  if (isSame(said, found)) return;
  throw new Obstacle(`Die Sicherung ${file} wurde verändert: Zeilen fehlen oder sind andere.`);
}

/** @param {AsyncIterable<Buffer>} rows */
async function sumOf(rows) {
  const sum = new RowSum();
  for await (const row of rows) sum.add(row);
  return sum;
}

/** @param {TableEnd} one @param {TableEnd} other */
const isSame = (one, other) => one.rows === other.rows && one.sum === other.sum;

/**
 * Puts the rows of a backup into a database that has its tables and nothing else, and proves that they
 * are the same. Rules between tables and what tables do by themselves rest meanwhile; the former are
 * checked again for every row at the end. It happens as a whole or not at all.
 * @param {Client} client the owner's
 * @param {string} file which was inspected
 * @param {(rows: number) => void} [onRows]
 */
export async function loadBackup(client, file, onRows = () => undefined) {
  await client.query(READ_ALIKE);
  await client.query('BEGIN');
  const rest = await letRest(client);
  /** @type {Map<string, TableEnd>} */
  const expected = new Map();
  let table = '';
  let rows = 0;
  for await (const part of readParts(file)) {
    if ('start' in part) {
      table = part.start.table;
      await loadTable(client, part.start, part.rows, (count) => onRows(rows + count));
    } else if ('end' in part) {
      rows += part.end.rows;
      expected.set(table, part.end);
    } else if ('counters' in part) await setCounters(client, part.counters);
    // Files go to the store, once the tables are whole.
    else if ('stored' in part) await sumOf(part.rows);
  }
  for (const statement of rest) await client.query(statement);
  await compare(client, expected);
  await client.query('COMMIT');
  await client.query('ANALYZE');
}

/**
 * @param {Client} client
 * @param {import('./format.mjs').TableStart} start
 * @param {AsyncIterable<Buffer>} rows
 * @param {(rows: number) => void} onRows
 */
async function loadTable(client, start, rows, onRows) {
  // Some migrations write rows; those are in the backup.
  await client.query(`TRUNCATE ${start.table}`);
  const pieces = Readable.from(inPieces(rows, onRows));
  await pipeline(pieces, client.query(copyFrom(copyIn(start))));
}

/** @param {Client} client @param {readonly import('./format.mjs').Counter[]} counters */
async function setCounters(client, counters) {
  for (const { name, last, called } of counters)
    await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [name, last, called]);
}

/**
 * @param {AsyncIterable<Buffer>} rows
 * @param {(rows: number) => void} onRows
 */
async function* inPieces(rows, onRows) {
  /** @type {Buffer[]} */
  let piece = [];
  let size = 0;
  let count = 0;
  for await (const row of rows) {
    piece.push(row, Buffer.from('\n'));
    size += row.length + 1;
    count += 1;
    onRows(count);
    if (size < PIECE) continue;
    yield Buffer.concat(piece);
    piece = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(piece);
}

/**
 * @param {Client} client
 * @returns {Promise<string[]>} statements that put everything back in its place
 */
async function letRest(client) {
  const { rows } = await client.query(`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS off,
      format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS back
    FROM pg_constraint WHERE contype = 'f' AND connamespace::regnamespace::text NOT IN ('graphile_worker')
    UNION ALL
    SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname),
      format('ALTER TABLE %s ENABLE TRIGGER %I', tgrelid::regclass, tgname)
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT tgisinternal AND tgenabled = 'O' AND relnamespace::regnamespace::text <> 'graphile_worker'`);
  for (const { off } of rows) await client.query(off);
  return rows.map(({ back }) => back);
}

/**
 * @param {Client} client
 * @param {ReadonlyMap<string, TableEnd>} expected
 */
async function compare(client, expected) {
  for (const table of await listTables(client)) {
    const sum = await sumOf(linesOf(client.query(copyTo(copyOut(table)))));
    const end = expected.get(table.table);
    if (end && isSame(end, sum.end)) continue;
    throw new Obstacle(
      `Die Tabelle ${table.table} ist nach dem Einspielen nicht wie in der Sicherung. Es wurde nichts geändert.`,
    );
  }
}
