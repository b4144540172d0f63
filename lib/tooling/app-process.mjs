import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { nodePath } from './own-node.mjs';
import { Obstacle, PROJECT_ROOT } from './project.mjs';

/**
 * The app as a process of its own, as `npm start`, `npm run dev`, the journeys and the bench use it.
 *
 * @typedef {object} AppProcess
 * @property {string} url where it answers on this machine
 * @property {number} pid
 * @property {Promise<number>} exited its exit code, once it has ended
 * @property {() => Promise<number>} stop SIGTERM, and after 18 seconds SIGKILL; the exit code
 * @property {() => void} kill SIGKILL
 *
 * @typedef {object} AppOptions
 * @property {Record<string, string>} env DATABASE_URL, PORT, APP_URL and so on, see `env.mjs`
 * @property {string[]} [args] for the server
 * @property {string[]} [nodeArgs] for Node
 * @property {string} [logFile] takes the output instead of the terminal
 */

const SERVER = path.join(PROJECT_ROOT, 'lib', 'server', 'server.mjs');
/** Longer than the server itself takes at most. */
const STOP_MS = 18_000;
const READY_MS = 60_000;

/** A name under which this machine reaches what listens there. @param {string} host */
function reachable(host) {
  if (host === '' || host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function signalGroup(pid, signal) {
  try {
    // Windows has no groups.
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // Nobody left there: that is what was wanted.
  }
}

/**
 * @param {AppOptions} options
 * @returns {AppProcess}
 */
export function spawnApp({ env, args = [], nodeArgs = [], logFile }) {
  const output = logFile === undefined ? 'inherit' : fs.openSync(logFile, 'a');
  const follow = pathToFileURL(path.join(PROJECT_ROOT, 'lib/tooling/follow-parent.mjs')).href;
  const child = spawn(nodePath(), [...nodeArgs, '--import', follow, SERVER, ...args], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output, 'ipc'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  if (typeof output === 'number') fs.closeSync(output);
  const pid = child.pid ?? 0;
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code) => {
      // Whatever the server has started itself goes with it.
      if (pid > 0) signalGroup(pid, 'SIGKILL');
      resolve(code ?? 1);
    });
  });
  const kill = () => signalGroup(pid, 'SIGKILL');
  return {
    url: `http://${reachable(env.HOST ?? '')}:${env.PORT ?? ''}`,
    pid,
    exited,
    kill,
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(kill, STOP_MS);
      const code = await exited;
      clearTimeout(timer);
      return code;
    },
  };
}

/** @param {string} url */
async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * @param {AppProcess} app
 * @param {() => boolean} [isStopping] gives up without a complaint
 * @throws {Obstacle} when it ends or cannot work within a minute
 */
export async function waitUntilReady(app, isStopping = () => false) {
  let ended = false;
  void app.exited.then(() => {
    ended = true;
  });
  const end = Date.now() + READY_MS;
  while (!(await answers(`${app.url}/bereit`))) {
    if (isStopping()) return;
    if (ended)
      throw new Obstacle('Der Server hat sich gleich wieder beendet; der Grund steht darüber.');
    if (Date.now() > end) throw new Obstacle(await whyNotReady(app.url));
    await sleep(50);
  }
}

/** @param {string} url */
async function whyNotReady(url) {
  const signal = AbortSignal.timeout(5_000);
  const said = await fetch(`${url}/bereit`, { signal })
    .then((response) => response.text())
    .catch(() => '');
  const reasons = said.split('\n').flatMap((word) => NOT_READY[word] ?? []);
  if (said === '') return 'Der Server antwortet seit einer Minute nicht.';
  return `Der Server läuft, kann aber seit einer Minute nicht arbeiten: ${reasons.join('; ')}.`;
}

/** @type {Readonly<Record<string, string>>} by the word the server says */
const NOT_READY = {
  database: 'die Datenbank antwortet nicht oder nimmt nichts an',
  migrations: 'der Datenbank fehlen Änderungen dieser Fassung',
  listen:
    'Nachrichten der Datenbank kommen nicht an (ein Pooler dazwischen muss je Sitzung arbeiten)',
  disk: 'der Datenordner fehlt, oder er hat keinen Platz mehr',
  jobs: 'die Aufgaben im Hintergrund stehen still',
};
