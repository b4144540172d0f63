import fs from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { isUuid } from '../core/uuid.mjs';
import { bucketKeeper } from './bucket.mjs';
import { folderKeeper } from './folder.mjs';
import { clearIncoming, receive } from './incoming.mjs';

/**
 * The one store for files. Which rows name what lies in it stands in the database (`stored_files`), and a
 * row is there before its bytes are: whatever lies here can be found from there.
 *
 * @typedef {import('./incoming.mjs').Received} Received
 *
 * @typedef {object} Keeper
 * @property {(file: Received) => Promise<void>} keep once it returns the bytes outlast a power cut
 * @property {(key: string) => Promise<import('node:stream').Readable | null>} open `null`: not there
 * @property {(key: string) => Promise<boolean>} has
 * @property {(key: string) => Promise<void>} remove also what is not there
 *
 * @typedef {Keeper & {
 *   receive: (chunks: import('./incoming.mjs').Bytes, most: number) => Promise<Received>,
 *   read: (key: string) => Promise<Buffer | null>,
 *   discard: (file: Received) => Promise<void>,
 *   clearIncoming: (before: Date) => Promise<void>,
 * }} Storage
 */

/**
 * @param {Pick<import('../core/env.mjs').Env, 'DATA_DIR' | 'BUCKET'>} env
 * @returns {Storage}
 */
export function openStorage({ DATA_DIR, BUCKET }) {
  const root = path.join(/* turbopackIgnore: true */ DATA_DIR, 'files');
  const folder = path.join(root, 'incoming');
  const keeper = BUCKET === null ? folderKeeper(root) : bucketKeeper(BUCKET);
  return {
    // On the same disk as the folder, so that it moves there in one step.
    receive: (chunks, most) => receive(chunks, { folder, most }),
    discard: ({ path: file }) => fs.promises.rm(file, { force: true }),
    clearIncoming: (before) => clearIncoming(folder, before),
    keep: async (file) => keeper.keep({ ...file, key: checked(file.key) }),
    open: async (key) => keeper.open(checked(key)),
    // Whole; `null`: not there. Who may read it is asked before, where it is named.
    read: async (key) => {
      const stream = await keeper.open(checked(key));
      return stream && buffer(stream);
    },
    has: async (key) => keeper.has(checked(key)),
    remove: async (key) => keeper.remove(checked(key)),
  };
}

/** Only what we made ourselves becomes a place. @param {string} key */
function checked(key) {
  if (!isUuid(key)) throw new Error('this is no key of the store');
  return key;
}
