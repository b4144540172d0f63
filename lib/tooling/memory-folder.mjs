import fs from 'node:fs';
import os from 'node:os';

/** What is made there is gone with the machine; Linux has it. */
const IN_MEMORY = '/dev/shm';
/** A whole run of the tests had 0.5 GB there at most. */
const ROOM_BYTES = 3 * 1024 ** 3;

/**
 * Where tests keep what they throw away. Databases, browsers and whole instances are thousands of small
 * files, made and deleted for each file of tests: to copy a database takes up to a second on a busy disk,
 * in memory a twentieth of that.
 * @returns {string} a folder in memory; the usual one where memory is small or runs no programs, or where somebody has said which
 */
export function folderInMemory() {
  if (process.env.TMPDIR) return os.tmpdir();
  try {
    const { bavail, bsize } = fs.statfsSync(IN_MEMORY);
    fs.accessSync(IN_MEMORY, fs.constants.W_OK);
    const [, options = 'noexec'] = MOUNTED.exec(fs.readFileSync('/proc/mounts', 'utf8')) ?? [];
    const isFit = bavail * bsize >= ROOM_BYTES && !options.split(',').includes('noexec');
    return isFit ? IN_MEMORY : os.tmpdir();
  } catch {
    return os.tmpdir();
  }
}

const MOUNTED = /^\S+ \/dev\/shm \S+ (\S+)/m;
