import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Obstacle } from '../project.mjs';

/**
 * A backup is one compressed file of lines: a head, then for each table its name and columns, its rows as
 * PostgreSQL writes them, a line that ends them and what they add up to; then the counters, then each file
 * of the store in lines of base64, and what everything before adds up to. So a file that was cut off or
 * changed is told from a whole one before anything is touched.
 *
 * @typedef {object} Head
 * @property {'backup'} stadtteilforum
 * @property {number} format
 * @property {string} madeAt
 * @property {string} postgres version of the database
 * @property {string[]} migrations names of those that made its tables
 * @property {string} secret what the secret of the instance leaves behind; says nothing about it
 *
 * @typedef {{ table: string, columns: string[] }} TableStart
 * @typedef {{ rows: number, sum: string }} TableEnd
 * @typedef {{ name: string, last: string, called: boolean }} Counter
 * @typedef {{ file: string, hash: string }} FileStart its key in the store, and SHA-256 of its bytes
 */

/** Since 2 with the files of the store. */
export const FORMAT = 2;
/** PostgreSQL never writes a row like this: it doubles each backslash. */
export const END_OF_ROWS = '\\.';
const END = Buffer.from(END_OF_ROWS);

/** Adds rows up in a way that does not depend on their order. */
export class RowSum {
  #lanes = [0n, 0n];
  rows = 0;

  /** @param {Buffer} row without the line's end */
  add(row) {
    const hash = createHash('sha256').update(row).digest();
    this.#lanes = this.#lanes.map((lane, index) =>
      BigInt.asUintN(64, lane + hash.readBigUInt64BE(8 * index)),
    );
    this.rows += 1;
  }

  /** @returns {TableEnd} */
  get end() {
    return { rows: this.rows, sum: this.#lanes.map((lane) => lane.toString(16)).join('-') };
  }
}

/**
 * Cuts bytes into lines.
 * @param {AsyncIterable<Buffer>} chunks
 */
export async function* linesOf(chunks) {
  /** @type {Buffer[]} */
  let open = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(10); to !== -1; to = chunk.indexOf(10, from)) {
      yield open.length === 0
        ? chunk.subarray(from, to)
        : Buffer.concat([...open, chunk.subarray(from, to)]);
      open = [];
      from = to + 1;
    }
    if (from < chunk.length) open.push(chunk.subarray(from));
  }
  if (open.length > 0) yield Buffer.concat(open);
}

/** The lines of a file, with a sum of those that were taken. */
class SummedLines {
  #hash = createHash('sha256');
  #lines;
  #file;

  /** @param {string} file */
  constructor(file) {
    this.#file = file;
    this.#lines = linesOf(openFile(file));
  }

  async next() {
    const { value, done } = await this.#lines.next().catch((/** @type {unknown} */ error) => {
      throw asObstacle(error, this.#file);
    });
    if (done || value === undefined)
      throw new Obstacle(`Die Sicherung ${this.#file} ist nicht vollständig: Ihr Ende fehlt.`);
    return value;
  }

  /** @param {Buffer} line */
  count(line) {
    this.#hash.update(line).update('\n');
  }

  async *rows() {
    for (;;) {
      const line = await this.next();
      this.count(line);
      if (line.equals(END)) return;
      yield line;
    }
  }

  /** @param {string} sum */
  assertSum(sum) {
    if (sum === this.#hash.digest('hex')) return;
    throw new Obstacle(`Die Sicherung ${this.#file} wurde verändert: Ihre Prüfsumme stimmt nicht.`);
  }
}

/**
 * The parts of a backup in order; the rows of each table and file have to be taken before the next part.
 * @param {string} file
 * @returns {AsyncGenerator<{ head: Head } | { start: TableStart, rows: AsyncGenerator<Buffer> } | { end: TableEnd } | { counters: Counter[] } | { stored: FileStart, rows: AsyncGenerator<Buffer> }>}
 * @throws {Obstacle} when the file is no whole backup; as late as at its end
 */
export async function* readParts(file) {
  const lines = new SummedLines(file);
  const first = await lines.next();
  lines.count(first);
  yield { head: checkHead(parse(first, file), file) };
  for (;;) {
    const line = await lines.next();
    const part = parse(line, file);
    if ('sha256' in part) return lines.assertSum(part.sha256);
    lines.count(line);
    if ('table' in part) yield { start: part, rows: lines.rows() };
    else if ('file' in part) yield { stored: part, rows: lines.rows() };
    else if ('counters' in part) yield part;
    else yield { end: part };
  }
}

/** @param {Buffer} line @param {string} file */
function parse(line, file) {
  try {
    return Object(JSON.parse(line.toString()));
  } catch (error) {
    throw asObstacle(error, file);
  }
}

/** @param {string} file @returns {AsyncIterable<Buffer>} */
const openFile = (file) => {
  const unzip = createGunzip();
  fs.createReadStream(file)
    .on('error', (error) => unzip.destroy(error))
    .pipe(unzip);
  return unzip;
};

/** @param {Head} head @param {string} file @returns {Head} */
function checkHead(head, file) {
  if (head.stadtteilforum !== 'backup') throw new Obstacle(noBackup(file));
  if (head.format <= FORMAT) return head;
  throw new Obstacle(
    `Die Sicherung ${file} ist von einer neueren Fassung dieses Programms. Bitte erst das Programm aktualisieren.`,
  );
}

/** @param {string} file */
const noBackup = (file) =>
  `Die Datei ${file} ist keine Sicherung dieses Programms, oder sie ist beschädigt.`;

/** @param {unknown} error @param {string} file */
function asObstacle(error, file) {
  if (error instanceof Obstacle) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new Obstacle(`Die Datei ${file} gibt es nicht.`);
  if (code === 'EACCES') return new Obstacle(`Die Datei ${file} darf dieser Benutzer nicht lesen.`);
  if (code === 'Z_BUF_ERROR')
    return new Obstacle(`Die Sicherung ${file} ist nicht vollständig: Sie bricht mittendrin ab.`);
  if (code.startsWith('Z_') || error instanceof SyntaxError) return new Obstacle(noBackup(file));
  return error;
}
