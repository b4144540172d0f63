import fs from 'node:fs';
import path from 'node:path';
import { fingerprint } from '../fingerprint.mjs';
import { Obstacle } from '../project.mjs';
import { isInUse, PATIENCE, patiently } from './patience.mjs';

/**
 * What is in force in the database beside tables: functions and triggers, each in one file of `prisma/sql`
 * and nowhere else. The files are applied as a whole whenever they, or the migrations below them, are
 * others than last time; `lib/decisions/0013-sql-stands-once.md`.
 *
 * @typedef {import('pg').Client} Client
 */

/** Triggers with a function of ours; somebody who looks after the database may have others. */
const OUR_TRIGGERS = `
  SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass) AS drop
  FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid JOIN pg_proc p ON p.oid = tgfoid
  JOIN pg_namespace n ON n.oid = relnamespace
  WHERE NOT tgisinternal AND nspname IN ('public', 'counselling')
    AND pronamespace = relnamespace AND proowner = current_user::regrole`;

/**
 * Tables such a trigger stands on, always in the same order. Who votes locks some of them one after the
 * other; a start that waits for one while it holds others would keep everybody waiting behind it.
 */
const TABLES = `
  SELECT string_agg(format('%I.%I', nspname, relname), ', ' ORDER BY nspname, relname) AS tables
  FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
  WHERE nspname IN ('public', 'counselling') AND relkind IN ('r', 'p') AND relowner = current_user::regrole`;

/** @param {string} prismaDir @returns {{ name: string, sql: string }[]} in the order of their numbers */
export function standingSql(prismaDir) {
  // Where the folder was forgotten nothing may start: it would be a program without guards.
  const folder = path.join(prismaDir, 'sql');
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, sql: fs.readFileSync(path.join(folder, name), 'utf8') }));
}

/**
 * @param {Client} client the owner's, which holds the lock of the start
 * @param {string} prismaDir
 * @param {import('./patience.mjs').Patience} [patience]
 * @returns {Promise<boolean>} whether there was something to be done
 * @throws {Obstacle} when a file cannot be applied; everything is then as before
 */
export async function applyStandingSql(client, prismaDir, patience = PATIENCE) {
  const files = standingSql(prismaDir);
  if (files.length === 0) return false;
  const mark = fingerprint(prismaDir, ['sql', 'migrations']);
  const known = await client.query('SELECT FROM public.applied_sql WHERE mark = $1', [mark]);
  if (known.rowCount !== 0) return false;
  await patiently('Die Funktionen der Datenbank lassen sich', patience, () =>
    applyAll(client, { files, mark, lockMs: patience.lockMs }),
  );
  return true;
}

/**
 * All of it, or nothing where somebody else has a table for too long.
 * @param {Client} client
 * @param {{ files: { name: string, sql: string }[], mark: string, lockMs: number }} what
 */
async function applyAll(client, { files, mark, lockMs }) {
  await client.query('BEGIN');
  try {
    await client.query('SET LOCAL search_path = public');
    const { rows: found } = await client.query(TABLES);
    // For all of them together, not for each.
    await client.query(`SET LOCAL statement_timeout = ${lockMs}`);
    await client.query(`LOCK TABLE ${found[0].tables} IN ACCESS EXCLUSIVE MODE`);
    await client.query('SET LOCAL statement_timeout TO DEFAULT');
    await client.query(`SET LOCAL lock_timeout = ${lockMs}`);
    // One that no file makes any more, or only those of another version, would go on guarding.
    const { rows } = await client.query(OUR_TRIGGERS);
    for (const { drop } of rows) await client.query(drop);
    for (const file of files) await applyFile(client, file);
    await client.query('DELETE FROM applied_sql');
    await client.query('INSERT INTO applied_sql (mark) VALUES ($1)', [mark]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** @param {Client} client @param {{ name: string, sql: string }} file */
async function applyFile(client, { name, sql }) {
  try {
    await client.query(sql);
  } catch (error) {
    if (isInUse(error)) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Obstacle(
      `Die Funktionen der Datenbank lassen sich nicht aktualisieren (prisma/sql/${name}): ${why}`,
    );
  }
}
