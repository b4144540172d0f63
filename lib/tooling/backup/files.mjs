import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { withConnection } from '../database/connection.mjs';
import { Obstacle } from '../project.mjs';
import { END_OF_ROWS, readParts } from './format.mjs';

/**
 * The files of the store in a backup, wherever they lie: in a folder or with a service.
 *
 * @typedef {import('pg').Client} Client
 * @typedef {import('../../files/storage.mjs').Storage} Storage
 * @typedef {import('./format.mjs').FileStart} FileStart
 * @typedef {import('../database/connection.mjs').Target} Target
 * @typedef {{ line: (line: string | Buffer) => Promise<void> }} Out
 */

/** The sweep takes it for itself before it removes a file (`lib/files/jobs.ts`). */
const FILES_LOCK = 7_310_042;
/** Far above what a form can bring. */
const MOST_BYTES = 1 << 30;

/**
 * Whatever is named now stays until the connection ends.
 * @param {Client} client
 */
export async function holdFiles(client) {
  await client.query('SELECT pg_advisory_lock_shared($1)', [FILES_LOCK]);
}

/**
 * @param {Client} client
 * @returns {Promise<(FileStart & { named: boolean })[]>} none in tables from before there was a store
 */
async function knownFiles(client) {
  const { rows: found } = await client.query("SELECT to_regclass('stored_files') AS name");
  if (found[0].name === null) return [];
  const { rows } = await client.query(
    `SELECT id AS file, hash, kept_at IS NOT NULL AND freed_at IS NULL AS named
     FROM stored_files ORDER BY id`,
  );
  return rows;
}

/**
 * One that is missing, or another than was put there, keeps nobody from saving everything else; whoever
 * saves is told.
 * @param {Client} client sees what the tables of this backup hold
 * @param {Out} out
 * @param {Storage} storage
 */
export async function writeFiles(client, out, storage) {
  const named = (await knownFiles(client)).filter((known) => known.named);
  /** @type {string[]} */
  const missing = [];
  for (const { file, hash } of named) {
    if (!(await writeFile({ file, hash }, out, storage))) missing.push(file);
  }
  return { files: named.length - missing.length, missing };
}

/**
 * Looks first whether it is still the file that was put there, and then writes what it has looked at.
 * @param {FileStart} start @param {Out} out @param {Storage} storage
 */
async function writeFile(start, out, storage) {
  const bytes = await storage.open(start.file);
  if (bytes === null) return false;
  const came = await storage.receive(bytes, MOST_BYTES);
  try {
    if (came.hash !== start.hash) return false;
    await out.line(JSON.stringify(start));
    for await (const piece of fs.createReadStream(came.path))
      await out.line(piece.toString('base64'));
    await out.line(END_OF_ROWS);
    return true;
  } finally {
    await storage.discard(came);
  }
}

/** @param {AsyncIterable<Buffer>} rows lines of base64 */
async function* bytesIn(rows) {
  for await (const row of rows) yield Buffer.from(row.toString(), 'base64');
}

/**
 * Whether the bytes are those that were saved.
 * @param {FileStart} start @param {AsyncIterable<Buffer>} rows @param {string} file
 */
export async function assertStored({ hash }, rows, file) {
  if ((await sumOf(bytesIn(rows))) === hash) return;
  throw new Obstacle(`Die Sicherung ${file} wurde verändert: Eine Datei in ihr ist eine andere.`);
}

/**
 * Puts the files of a backup into the store, then does what they are there for; those that lie there already
 * stay as they are, unless they have become others. If that fails, what was put there goes again: no row names it.
 * @template T
 * @param {string} file which was inspected
 * @param {Storage} storage
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withFiles(file, storage, work) {
  /** @type {string[]} */
  const placed = [];
  try {
    for await (const part of readParts(file)) {
      if ('stored' in part) await placeFile(part.stored, part.rows, storage, placed);
      else if ('start' in part) await passOver(part.rows);
    }
    return await work();
  } catch (error) {
    for (const key of placed) await storage.remove(key);
    throw error;
  }
}

/**
 * What lies there as another file than was saved is put right, and stays so: the row in use names it, too.
 * @param {FileStart} start @param {AsyncIterable<Buffer>} rows @param {Storage} storage @param {string[]} placed
 */
async function placeFile({ file: key, hash }, rows, storage, placed) {
  const lying = await storage.open(key);
  const there = lying && (await sumOf(lying));
  if (there === hash) return await passOver(rows);
  const came = await storage.receive(bytesIn(rows), MOST_BYTES);
  if (there === null) placed.push(key);
  await storage.keep({ ...came, key });
}

/** @param {AsyncIterable<Buffer>} pieces */
async function sumOf(pieces) {
  const sum = createHash('sha256');
  for await (const piece of pieces) sum.update(piece);
  return sum.digest('base64url');
}

/** @param {AsyncIterable<Buffer>} rows */
async function passOver(rows) {
  for await (const row of rows) void row;
}

/**
 * Before a database that was put aside is dropped: files that only it knows go with it.
 * @param {Target} owner @param {Target} aside @param {Storage} storage
 */
export async function forgetFiles(owner, aside, storage) {
  const kept = new Set((await withConnection(owner, knownFiles)).map(({ file }) => file));
  for (const { file } of await withConnection(aside, knownFiles)) {
    if (!kept.has(file)) await storage.remove(file);
  }
}
