import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Obstacle } from '../project.mjs';
import { explainFault } from './faults.mjs';

/**
 * Where a cluster lives and which user its server runs as.
 *
 * PostgreSQL refuses uid 0. When root starts the product the server runs as `nobody`, and a
 * server user cannot enter a folder below a 0700 folder (a clone in /root, for example). Such a
 * cluster lives under /var/lib and the data folder keeps a small file that points to it.
 *
 * @typedef {{ uid: number, gid: number } | null} ServerUser `null`: the user we are ourselves
 * @typedef {{ home: string, user: ServerUser }} Placement
 */

export const SYSTEM_HOME = '/var/lib/stadtteilforum';
/** @type {{ uid: number, gid: number }} */
const NOBODY = { uid: 65534, gid: 65534 };
const POINTER = 'postgres.json';
const OWNER = 'owner';

const isRoot = () => process.getuid?.() === 0;

/** @param {string} directory @param {{ uid: number, gid: number }} user */
function mayPass(directory, user) {
  const { mode, uid, gid } = fs.statSync(directory);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  return (mode & (gid === user.gid ? 0o010 : 0o001)) !== 0;
}

/**
 * Whether `user` may pass through `directory` and everything above it.
 * @param {string} directory an existing folder
 * @param {ServerUser} user
 */
export function canEnter(directory, user) {
  if (user === null) return true;
  let current = fs.realpathSync(directory);
  while (mayPass(current, user)) {
    const parent = path.dirname(current);
    if (parent === current) return true;
    current = parent;
  }
  return false;
}

/** @param {string} file @returns {string | null} */
function readIfThere(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** @param {string} dataDir @returns {string | null} the cluster's folder */
function readPointer(dataDir) {
  const text = readIfThere(path.join(dataDir, POINTER));
  if (text === null) return null;
  try {
    const { cluster } = JSON.parse(text);
    return typeof cluster === 'string' ? cluster : null;
  } catch {
    throw new Obstacle(
      `Die Datei ${path.join(dataDir, POINTER)} ist beschädigt; sie sagt, wo die Datenbank liegt. Bitte aus der Sicherung zurückholen.`,
    );
  }
}

/** @param {string} file @param {string} content */
function replaceFile(file, content) {
  fs.writeFileSync(`${file}.new`, content, { mode: 0o600, flush: true });
  fs.renameSync(`${file}.new`, file);
}

/**
 * Ties data folder and cluster to each other. The cluster knows its folder too: only so can a folder
 * that was moved be told from a copy.
 * @param {string} dataDir @param {string} cluster
 */
function tie(dataDir, cluster) {
  const pointer = {
    hinweis:
      'Die Datenbank liegt in dem Ordner "cluster", weil ihr Benutzer diesen Ordner nicht betreten darf. Bitte mitsichern.',
    cluster,
  };
  replaceFile(path.join(cluster, OWNER), `${fs.realpathSync(dataDir)}\n`);
  replaceFile(path.join(dataDir, POINTER), `${JSON.stringify(pointer, null, 2)}\n`);
}

/**
 * A folder under /var/lib for this data folder. One that holds data already belongs to a folder that
 * was moved away or deleted: whoever starts anew here gets a new one.
 * @param {string} dataDir
 */
function freshSystemHome(dataDir) {
  const hash = createHash('sha256').update(fs.realpathSync(dataDir)).digest('hex').slice(0, 16);
  let home = path.join(SYSTEM_HOME, hash);
  for (let number = 2; fs.existsSync(path.join(home, 'data')); number += 1) {
    home = path.join(SYSTEM_HOME, `${hash}-${number}`);
  }
  return home;
}

/**
 * The cluster an earlier start of root put elsewhere, or `null` when there is none for this folder.
 * @param {string} dataDir
 * @param {(line: string) => void} log
 */
function followPointer(dataDir, log) {
  const cluster = readPointer(dataDir);
  if (cluster === null || !fs.existsSync(path.join(cluster, 'data'))) return null;
  const owner = readIfThere(path.join(cluster, OWNER))?.trim() ?? '';
  if (owner === fs.realpathSync(dataDir)) return cluster;
  if (owner !== '' && readPointer(owner) === cluster) {
    // A copy must not write into the original's database.
    log(
      `Dieser Ordner ist eine Kopie von ${owner}: Er beginnt mit einer eigenen, leeren Datenbank.`,
    );
    return null;
  }
  tie(dataDir, cluster);
  return cluster;
}

/** @param {string} dataDir @param {string} own @returns {Placement} */
function placeForOrdinaryUser(dataDir, own) {
  const data = path.join(own, 'data');
  const owner = fs.existsSync(data) ? fs.statSync(data).uid : null;
  if (owner !== null && process.getuid && owner !== process.getuid()) {
    throw new Obstacle(
      `Die Datenbank in ${own} gehört einem anderen Benutzer (Nummer ${owner}). Bitte mit demselben Benutzer starten wie beim ersten Mal oder DATA_DIR auf einen anderen Ordner setzen.`,
    );
  }
  if (owner === null && readPointer(dataDir) !== null) {
    throw new Obstacle(
      `Die Datenbank zu ${dataDir} hat root angelegt. Bitte wieder als root starten oder DATA_DIR auf einen anderen Ordner setzen.`,
    );
  }
  return { home: own, user: null };
}

/** @param {string} dataDir @param {string} own @param {(line: string) => void} log @returns {Placement} */
function placeForRoot(dataDir, own, log) {
  const data = path.join(own, 'data');
  if (fs.existsSync(data)) {
    // Made by an ordinary user before: the server goes on running as that user.
    const { uid, gid } = fs.statSync(data);
    const user = uid === 0 ? NOBODY : { uid, gid };
    if (canEnter(own, user)) return { home: own, user };
    throw new Obstacle(
      `Der Benutzer der Datenbank (Nummer ${user.uid}) darf den Ordner ${own} nicht mehr betreten. Bitte die Rechte der Ordner darüber prüfen (x für andere) oder DATA_DIR auf einen anderen Ordner setzen.`,
    );
  }
  const existing = followPointer(dataDir, log);
  if (existing !== null) return { home: existing, user: NOBODY };
  if (canEnter(dataDir, NOBODY)) return { home: own, user: NOBODY };
  const home = freshSystemHome(dataDir);
  fs.mkdirSync(home, { recursive: true, mode: 0o711 });
  tie(dataDir, home);
  return { home, user: NOBODY };
}

/**
 * Decides where the cluster of `dataDir` lives and makes that folder.
 * @param {string} dataDir
 * @param {(line: string) => void} log
 * @returns {Placement}
 */
export function placeCluster(dataDir, log) {
  const root = isRoot();
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: root ? 0o711 : 0o700 });
    const own = path.join(dataDir, 'postgres');
    const placement = root ? placeForRoot(dataDir, own, log) : placeForOrdinaryUser(dataDir, own);
    fs.mkdirSync(placement.home, { recursive: true, mode: root ? 0o711 : 0o700 });
    return placement;
  } catch (error) {
    throw explainFault(error, dataDir);
  }
}

/**
 * A private folder for the server's socket. A socket path may have 107 bytes at most, so it
 * cannot simply lie in the data folder.
 * @param {Placement} placement
 * @param {string} temporary usually `os.tmpdir()`
 */
export function provideSocketDir({ home, user }, temporary) {
  const name = `sf-${createHash('sha256').update(fs.realpathSync(home)).digest('hex').slice(0, 12)}`;
  const owner = user?.uid ?? process.getuid?.() ?? 0;
  for (const parent of new Set([temporary, '/tmp', home])) {
    const directory = path.join(parent, name);
    // "/.s.PGSQL.5432" follows, and a lock file with five letters more.
    if (Buffer.byteLength(directory) > 88) continue;
    if (!fs.existsSync(parent) || !canEnter(parent, user)) continue;
    if (claimDirectory(directory, owner, user)) return directory;
  }
  throw new Obstacle(
    `Für die Verbindung zur Datenbank fehlt ein Ordner mit kurzem Namen. Bitte TMPDIR auf einen solchen Ordner setzen (jetzt: ${temporary}).`,
  );
}

/**
 * Leaves nothing in the temporary folder once the server is down.
 * @param {string} directory as the server named it; empty where it listens on TCP
 */
export function removeSocketDir(directory) {
  try {
    if (path.basename(directory).startsWith('sf-')) fs.rmdirSync(directory);
  } catch {
    // Not empty: the next start is already using it.
  }
}

/** @param {string} directory @param {number} owner @param {ServerUser} user */
function claimDirectory(directory, owner, user) {
  try {
    fs.mkdirSync(directory, { mode: 0o700 });
    if (user !== null) fs.chownSync(directory, user.uid, user.gid);
    return true;
  } catch {
    // It is there already: ours from last time, or put there by somebody else to listen in.
  }
  try {
    const found = fs.lstatSync(directory);
    return found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0;
  } catch {
    return false;
  }
}

/**
 * Deletes a cluster whose server is down, wherever it was put.
 * @param {Placement} placement
 * @param {string} dataDir
 */
export function removeCluster({ home }, dataDir) {
  fs.rmSync(home, { recursive: true, force: true });
  fs.rmSync(path.join(dataDir, POINTER), { force: true });
}
