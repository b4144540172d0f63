import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { to as copyTo } from 'pg-copy-streams';
import { underStartLock } from '../database/start-lock.mjs';
import { Obstacle } from '../project.mjs';
import { holdFiles, writeFiles } from './files.mjs';
import { END_OF_ROWS, FORMAT, linesOf, RowSum } from './format.mjs';
import { copyOut, listCounters, listMigrations, listTables, READ_ALIKE } from './tables.mjs';

/** Rows are handed on in pieces of this size. */
const PIECE = 1 << 16;

/** A file that gets its name when it is whole and on the disk; only its owner may read it. */
class BackupFile {
  #zip = createGzip();
  #hash = createHash('sha256');
  #file;
  #draft;
  #out;
  /** @type {Buffer[]} */
  #piece = [];
  #size = 0;

  /** @param {string} file */
  constructor(file) {
    this.#file = file;
    this.#draft = `${file}.part`;
    const folder = path.dirname(path.resolve(file));
    if (!fs.existsSync(folder)) throw new Obstacle(`Den Ordner ${folder} gibt es nicht.`);
    this.#out = fs.createWriteStream(this.#draft, { mode: 0o600, flush: true });
    this.#zip.pipe(this.#out);
    this.#out.on('error', (error) => this.#zip.destroy(error));
    // Whoever waits for a piece to be written hears of it; without a listener Node would end here.
    this.#zip.on('error', () => undefined);
  }

  /** @param {string | Buffer} line without its end */
  async line(line) {
    const bytes = Buffer.concat([Buffer.from(line), Buffer.from('\n')]);
    this.#hash.update(bytes);
    this.#piece.push(bytes);
    this.#size += bytes.length;
    if (this.#size >= PIECE) await this.#handOn();
  }

  async #handOn() {
    const piece = Buffer.concat(this.#piece);
    this.#piece = [];
    this.#size = 0;
    if (!this.#zip.write(piece)) await once(this.#zip, 'drain');
  }

  async close() {
    await this.line(JSON.stringify({ sha256: this.#hash.copy().digest('hex') }));
    await this.#handOn();
    this.#zip.end();
    await finished(this.#out);
    fs.renameSync(this.#draft, this.#file);
  }

  throwAway() {
    this.#zip.destroy();
    this.#out.destroy();
    fs.rmSync(this.#draft, { force: true });
  }
}

/**
 * Writes everything there is into one file, as it was at one moment, while people go on working.
 * @param {object} options
 * @param {import('../database/connection.mjs').Target} options.owner
 * @param {string} options.file
 * @param {string} options.secret see `Head`
 * @param {import('../../files/storage.mjs').Storage} options.storage
 * @param {(rows: number) => void} [options.onRows] hears how far it is
 * @returns {Promise<{ tables: number, rows: number, files: number, missing: string[] }>} `missing`: keys of
 *   files that are named and not in the store
 */
export async function writeBackup({ owner, file, secret, storage, onRows = () => undefined }) {
  if (fs.existsSync(file)) throw new Obstacle(`Die Datei ${file} gibt es schon.`);
  const out = new BackupFile(file);
  try {
    // No start changes the tables in the middle of it.
    const written = await underStartLock(
      owner,
      async (client) => {
        await client.query(READ_ALIKE);
        await holdFiles(client);
        await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        await out.line(JSON.stringify(await headOf(client, secret)));
        let rows = 0;
        const tables = await listTables(client);
        for (const table of tables) {
          rows += await writeTable(client, out, table, (count) => onRows(rows + count));
        }
        await out.line(JSON.stringify({ counters: await listCounters(client) }));
        const files = await writeFiles(client, out, storage);
        return { tables: tables.length, rows, ...files };
      },
      { shared: true },
    );
    await out.close();
    return written;
  } catch (error) {
    out.throwAway();
    throw error;
  }
}

/**
 * @param {import('pg').Client} client
 * @param {string} secret
 * @returns {Promise<import('./format.mjs').Head>}
 */
async function headOf(client, secret) {
  const { rows } = await client.query("SELECT current_setting('server_version') AS postgres");
  return {
    stadtteilforum: 'backup',
    format: FORMAT,
    madeAt: new Date().toISOString(),
    postgres: rows[0].postgres,
    migrations: await listMigrations(client),
    secret,
  };
}

/**
 * @param {import('pg').Client} client
 * @param {BackupFile} out
 * @param {import('./format.mjs').TableStart} table
 * @param {(rows: number) => void} onRows
 */
async function writeTable(client, out, table, onRows) {
  await out.line(JSON.stringify(table));
  const sum = new RowSum();
  for await (const row of linesOf(client.query(copyTo(copyOut(table))))) {
    sum.add(row);
    await out.line(row);
    onRows(sum.rows);
  }
  await out.line(END_OF_ROWS);
  await out.line(JSON.stringify(sum.end));
  return sum.rows;
}
