import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromFile } from 'file-type';

/**
 * Bytes on their way in. They lie in a file of their own, whole and on the disk, before anything else is
 * done with them; nothing of the name somebody gave them comes along.
 *
 * @typedef {object} Received
 * @property {string} key under which a store keeps it; random
 * @property {string} path where it lies until a store has it
 * @property {number} bytes
 * @property {string} hash SHA-256, base64url
 * @property {string} type what its content says it is; empty when it says nothing
 *
 * @typedef {AsyncIterable<Uint8Array> | Iterable<Uint8Array>} Bytes
 */

export class TooLarge extends Error {
  /** @param {number} most */
  constructor(most) {
    super(`more than ${most} bytes`);
    this.name = 'TooLarge';
  }
}

/**
 * Takes bytes in as they come. What is too large is let go at the limit: no more of it is read, and
 * nothing of it stays.
 * @param {Bytes} chunks
 * @param {{ folder: string, most: number }} options `most` in bytes
 * @returns {Promise<Received>}
 * @throws {TooLarge}
 */
export async function receive(chunks, { folder, most }) {
  await fs.promises.mkdir(folder, { recursive: true, mode: 0o700 });
  const key = randomUUID();
  const file = path.join(folder, key);
  const hash = createHash('sha256');
  let bytes = 0;
  /** @param {AsyncIterable<Uint8Array>} source */
  async function* measured(source) {
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > most) throw new TooLarge(most);
      hash.update(chunk);
      yield chunk;
    }
  }
  // Opened before anything can be cut off: a stream opens it in its own time, also after it was cleared away.
  const opened = await fs.promises.open(file, 'wx', 0o600);
  try {
    const out = opened.createWriteStream({ flush: true });
    await pipeline(Readable.from(chunks), measured, out);
    const found = await fileTypeFromFile(file);
    return { key, path: file, bytes, hash: hash.digest('base64url'), type: found?.mime ?? '' };
  } catch (error) {
    await fs.promises.rm(file, { force: true });
    throw error;
  }
}

/**
 * What a process that was killed left behind.
 * @param {string} folder
 * @param {Date} before
 */
export async function clearIncoming(folder, before) {
  for (const name of await namesIn(folder)) {
    const file = path.join(folder, name);
    const found = await fs.promises.stat(file).catch(() => null);
    if (found && found.mtime < before) await fs.promises.rm(file, { force: true });
  }
}

/** @param {string} folder @returns {Promise<string[]>} */
async function namesIn(folder) {
  try {
    return await fs.promises.readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
