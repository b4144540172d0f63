import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Obstacle } from '../project.mjs';
import { programPath } from './binaries.mjs';
import { explainServer } from './faults.mjs';
import { providePasswords } from './passwords.mjs';
import { provideSocketDir } from './placement.mjs';
import { disownPidFile, isPostgres, readPostmaster, waitUntil } from './postmaster.mjs';

/**
 * @typedef {object} Cluster
 * @property {string} home folder of the cluster: data, passwords, log
 * @property {string} data PostgreSQL's own folder
 * @property {import('./placement.mjs').ServerUser} user
 * @property {import('./binaries.mjs').Binaries} binaries
 * @property {{ admin: string, app: string, worker: string }} passwords
 */

export const ADMIN_ROLE = 'postgres';
/**
 * What the C library takes for a letter: pg_trgm asks it, not ICU, and under plain C it would see
 * no umlaut. The names differ between systems; C is the last resort.
 */
const CHARACTER_TYPES = ['C.UTF-8', 'de_DE.UTF-8', 'en_US.UTF-8', 'C'];
const READY_MS = 300_000;
const LOG_BYTES = 5_000_000;
const onWindows = process.platform === 'win32';

/** PG* variables of the caller would change what our server and its tools do. */
function serverEnvironment() {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^(PG|LC_|LANG)/.test(name)) delete env[name];
  }
  return env;
}

/** @param {Cluster['user']} user */
const runAs = (user) => (user === null ? {} : { uid: user.uid, gid: user.gid });

/**
 * @param {string} command @param {string[]} args @param {Cluster['user']} user
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runToEnd(command, args, user) {
  return new Promise((resolve, reject) => {
    // The caller's working directory may be one the server user cannot even look at.
    const child = spawn(command, args, {
      ...runAs(user),
      cwd: path.parse(command).root,
      env: serverEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/**
 * @param {Cluster} cluster
 * @param {string} draft the empty folder to fill
 * @param {string} passwordFile
 */
async function runInitdb({ user, binaries }, draft, passwordFile) {
  const args = ['-D', draft, '-U', ADMIN_ROLE, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  // German order and German upper and lower case everywhere, whatever the machine's language is.
  args.push('-E', 'UTF8', '--locale-provider=icu', '--icu-locale=de', '--locale=C');
  let said = '';
  for (const characters of CHARACTER_TYPES) {
    const program = programPath(binaries, 'initdb');
    const { code, output } = await runToEnd(program, [...args, `--lc-ctype=${characters}`], user);
    if (code === 0) return;
    said = output;
    if (!output.includes('locale')) break;
  }
  throw new Error(said.trim().split('\n').slice(-4).join(' '));
}

/**
 * Makes the cluster unless it exists. It gets its final name only when it is complete, so a kill
 * half-way leaves nothing that looks like a database.
 * @param {Cluster} cluster
 */
async function createData(cluster) {
  const { home, data, user, passwords } = cluster;
  const draft = path.join(home, 'data.new');
  const passwordFile = path.join(home, 'initdb-password');
  fs.rmSync(draft, { recursive: true, force: true });
  fs.rmSync(passwordFile, { force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  fs.writeFileSync(passwordFile, passwords.admin, { mode: 0o600 });
  if (user !== null) {
    fs.chownSync(draft, user.uid, user.gid);
    fs.chownSync(passwordFile, user.uid, user.gid);
  }
  try {
    await runInitdb(cluster, draft, passwordFile);
    fs.renameSync(draft, data);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Obstacle(
      `Die Datenbank in ${home} lässt sich nicht anlegen: ${reason} Ist Platz auf dem Datenträger? Sonst bitte DATABASE_URL auf eine eigene Datenbank setzen.`,
    );
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

/** @param {Cluster} cluster */
function checkVersion({ home, data, binaries }) {
  const file = path.join(data, 'PG_VERSION');
  if (!fs.existsSync(file)) {
    throw new Obstacle(
      `Der Ordner ${data} ist keine vollständige Datenbank: Die Datei PG_VERSION fehlt. Bitte die Sicherung zurückholen, oder den Ordner wegnehmen, um neu anzufangen.`,
    );
  }
  const stored = fs.readFileSync(file, 'utf8').trim();
  const installed = binaries.version.split('.')[0];
  if (stored === installed) return;
  throw new Obstacle(
    `Die Daten in ${home} stammen von PostgreSQL ${stored}, eingebaut ist ${installed}. Bitte die Daten mit der alten Fassung sichern und in eine neue Datenbank einspielen.`,
  );
}

/**
 * @param {import('./placement.mjs').Placement} placement
 * @param {import('./binaries.mjs').Binaries} binaries
 * @returns {Promise<Cluster>}
 */
export async function provideCluster({ home, user }, binaries) {
  const data = path.join(home, 'data');
  const cluster = { home, data, user, binaries, passwords: providePasswords(home) };
  if (!fs.existsSync(data)) await createData(cluster);
  checkVersion(cluster);
  return cluster;
}

/** @param {Cluster} cluster */
function openLog({ home }) {
  const file = path.join(home, 'server.log');
  if ((fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES) {
    fs.renameSync(file, `${file}.1`);
  }
  return { file, descriptor: fs.openSync(file, 'a', 0o600) };
}

/** @returns {Promise<number>} */
function freeLoopbackPort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @param {Cluster} cluster @returns {Promise<string[]>} */
async function listenArguments(cluster) {
  if (onWindows) return ['-h', '127.0.0.1', '-p', String(await freeLoopbackPort())];
  // A socket only: no port is taken and no other machine or user can knock.
  const directory = provideSocketDir(cluster, os.tmpdir());
  // The folder is this cluster's alone, so what lies there belongs to a server that was killed.
  // PostgreSQL would believe its lock file if the number in it has been given to another process.
  for (const left of fs.readdirSync(directory)) fs.rmSync(path.join(directory, left));
  return ['-h', '', '-k', directory, '-p', '5432'];
}

/**
 * @param {Cluster} cluster
 * @param {Record<string, string>} settings
 * @returns {Promise<'ready' | 'busy'>} `busy`: children of a killed server still hold the data
 */
export async function launch(cluster, settings) {
  const options = {
    fsync: 'on',
    timezone: 'UTC',
    max_connections: '200',
    // Otherwise the whole row a constraint refused stands in the log, with all that people typed.
    log_error_verbosity: 'terse',
    ...settings,
  };
  const args = ['-D', cluster.data, ...(await listenArguments(cluster))];
  for (const [name, value] of Object.entries(options)) args.push('-c', `${name}=${value}`);
  disownPidFile(cluster.data);
  const log = openLog(cluster);
  const begin = fs.fstatSync(log.descriptor).size;
  // A group of its own: Ctrl-C reaches the whole foreground group, and the server must not go
  // before the app has answered its last request.
  const child = spawn(programPath(cluster.binaries, 'postgres'), args, {
    ...runAs(cluster.user),
    cwd: path.parse(cluster.home).root,
    env: serverEnvironment(),
    stdio: ['ignore', log.descriptor, log.descriptor],
    detached: true,
    windowsHide: true,
  });
  fs.closeSync(log.descriptor);
  let ended = false;
  child.on('error', () => (ended = true));
  child.on('exit', () => (ended = true));
  child.unref();
  const isReady = () => {
    const found = readPostmaster(cluster.data);
    return found?.pid === child.pid && found?.ready === true;
  };
  await waitUntil(() => ended || isReady(), READY_MS);
  if (!ended && isReady()) return 'ready';
  const said = fs.readFileSync(log.file, 'utf8').slice(begin);
  if (said.includes('is still in use')) return 'busy';
  const running = readPostmaster(cluster.data);
  if (running !== null && running.pid !== child.pid && isPostgres(running.pid)) return 'busy';
  throw new Obstacle(
    `Die Datenbank in ${cluster.home} startet nicht (${explainServer(said)}). Alles Weitere steht in ${log.file}.`,
  );
}
