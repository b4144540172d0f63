import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fingerprint } from '../fingerprint.mjs';
import { Obstacle } from '../project.mjs';

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
  WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace
    AND pronamespace = 'public'::regnamespace AND proowner = current_user::regrole`;

/**
 * Tables such a trigger stands on, always in the same order. Who votes locks some of them one after the
 * other; a start that waits for one while it holds others would keep everybody waiting behind it.
 */
const TABLES = `
  SELECT string_agg(format('%I.%I', nspname, relname), ', ' ORDER BY relname) AS tables
  FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
  WHERE nspname = 'public' AND relkind IN ('r', 'p') AND relowner = current_user::regrole`;

/** @typedef {{ lockMs: number, tries: number, pauseMs: number }} Patience for whoever works with the tables */
/**
 * Shorter than `deadlock_timeout` (1 s), so that whoever votes is never the one who is broken off.
 * @type {Patience}
 */
const PATIENCE = { lockMs: 800, tries: 20, pauseMs: 1000 };
/** `lock_not_available`, `deadlock_detected`, `query_canceled` */
const IN_USE = ['55P03', '40P01', '57014'];

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
 * @param {Patience} [patience]
 * @returns {Promise<boolean>} whether there was something to be done
 * @throws {Obstacle} when a file cannot be applied; everything is then as before
 */
export async function applyStandingSql(client, prismaDir, patience = PATIENCE) {
  const files = standingSql(prismaDir);
  if (files.length === 0) return false;
  const mark = fingerprint(prismaDir, ['sql', 'migrations']);
  const known = await client.query('SELECT FROM public.applied_sql WHERE mark = $1', [mark]);
  if (known.rowCount !== 0) return false;
  for (let left = patience.tries; left > 0; left -= 1) {
    if (await applied(client, { files, mark, lockMs: patience.lockMs })) return true;
    // Everybody who had to wait behind it goes first.
    if (left > 1) await sleep(patience.pauseMs);
  }
  throw new Obstacle(
    'Die Funktionen der Datenbank lassen sich gerade nicht aktualisieren: Ein anderes Programm arbeitet so lange mit ihren Tabellen. Es ist alles wie vorher. Bitte lange Abfragen und Sicherungen abwarten oder andere laufende Instanzen anhalten, dann noch einmal starten.',
  );
}

/**
 * All of it, or nothing where somebody else has a table for too long.
 * @param {Client} client
 * @param {{ files: { name: string, sql: string }[], mark: string, lockMs: number }} what
 */
async function applied(client, { files, mark, lockMs }) {
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
    return true;
  } catch (error) {
    await client.query('ROLLBACK');
    if (isInUse(error)) return false;
    throw error;
  }
}

/** @param {unknown} error */
const isInUse = (error) =>
  error instanceof Error && 'code' in error && IN_USE.includes(String(error.code));

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
