import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The server process, seen through the file `postmaster.pid` that PostgreSQL keeps in its data
 * folder: pid, data folder, start time, port, socket folder, address, shared memory, state.
 *
 * @typedef {{ pid: number, port: number, socketDir: string, ready: boolean, leaving: boolean }} Postmaster
 */

/** @param {string} data */
const pidFile = (data) => path.join(data, 'postmaster.pid');

/**
 * @param {string} data the data folder
 * @returns {Postmaster | null} `null` when there is no file or it is only half written
 */
export function readPostmaster(data) {
  let lines;
  try {
    lines = fs.readFileSync(pidFile(data), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const state = (lines[7] ?? '').trim();
  return {
    pid,
    port: Number(lines[3] ?? 0),
    socketDir: lines[4] ?? '',
    ready: state === 'ready',
    leaving: state === 'stopping',
  };
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Whether `pid` is a living PostgreSQL. After a crash the number may belong to another program,
 * or to a dead process that nobody has reaped (a container without an init process).
 * @param {number} pid
 */
export function isPostgres(pid) {
  if (!isAlive(pid)) return false;
  try {
    if (process.platform === 'linux') {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
      const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      return name === 'postgres' && stat[stat.lastIndexOf(')') + 2] !== 'Z';
    }
    if (process.platform === 'win32') return true;
    return execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).includes(
      'postgres',
    );
  } catch {
    return false;
  }
}

/**
 * Takes a pid file out of the way whose process is no PostgreSQL any more. The file itself stays:
 * it names the shared memory by which PostgreSQL recognises forgotten children. Only the number is
 * replaced, by that of the new server's parent, which PostgreSQL knows cannot be a server.
 * @param {string} data
 */
export function disownPidFile(data) {
  const found = readPostmaster(data);
  if (found === null || isPostgres(found.pid)) return;
  const lines = fs.readFileSync(pidFile(data), 'utf8').split('\n');
  lines[0] = String(process.pid);
  fs.writeFileSync(pidFile(data), lines.join('\n'));
}

/**
 * @param {() => boolean} condition
 * @param {number} milliseconds
 * @returns {Promise<boolean>} whether it came true in time
 */
export async function waitUntil(condition, milliseconds) {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) return false;
    await sleep(15);
  }
  return true;
}

/**
 * Stops the server in order: open transactions are rolled back, everything is written.
 * @param {string} data
 * @param {number} pid
 */
export async function shutDown(data, pid) {
  const gone = () => !isPostgres(pid) || readPostmaster(data)?.pid !== pid;
  // Windows knows no signals; there the end of the process is all there is, and crash recovery
  // on the next start makes it good.
  for (const [signal, patience] of /** @type {const} */ ([
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ])) {
    if (gone()) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await waitUntil(gone, patience)) break;
  }
  // The pid file goes a moment before the process does.
  await waitUntil(() => !isPostgres(pid), 5_000);
}
