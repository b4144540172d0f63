import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';

/**
 * Keeps files in a folder of this machine. Where one lies follows from its key alone.
 *
 * @typedef {import('./incoming.mjs').Received} Received
 */

/** @param {string} root @returns {import('./storage.mjs').Keeper} */
export function folderKeeper(root) {
  const placeOf = (/** @type {string} */ key) => path.join(root, key.slice(0, 2), key);
  return {
    async keep({ path: from, key }) {
      const to = placeOf(key);
      await fs.promises.mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
      await fs.promises.rename(from, to);
      // A name is on the disk only when the folder is that it stands in.
      await syncFolder(path.dirname(to));
      await syncFolder(root);
    },
    async open(key) {
      const stream = fs.createReadStream(placeOf(key));
      try {
        await once(stream, 'open');
        return stream;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async has(key) {
      return fs.existsSync(placeOf(key));
    },
    async remove(key) {
      await fs.promises.rm(placeOf(key), { force: true });
    },
  };
}

/** @param {unknown} error */
const isMissing = (error) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** @param {string} folder */
async function syncFolder(folder) {
  // Windows opens no folders.
  if (process.platform === 'win32') return;
  const handle = await fs.promises.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
