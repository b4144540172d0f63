import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Obstacle } from '../project.mjs';
import { isAlive } from './postmaster.mjs';

const PATIENCE_MS = 60_000;
/** A file without a holder for so long was begun by somebody who died at it. */
const WRITTEN_MS = 5000;

/**
 * When the process began, where the system tells: its number alone may belong to somebody else by now,
 * and in a container every start has the same one.
 * @param {number} pid
 */
function beginningOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return '';
  }
}

/** @param {string} file @returns {string | null} */
function readIfThere(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** @param {string} file @param {string} held who and since when */
function isLeftBehind(file, held) {
  const [pid = '', beginning = ''] = held.split(' ');
  if (Number(pid) > 0) {
    return !isAlive(Number(pid)) || (beginning !== '' && beginning !== beginningOf(Number(pid)));
  }
  const since = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return Date.now() - since > WRITTEN_MS;
}

/**
 * Two may find the same lock left behind: it is moved aside, and what turns out to be another is put back.
 * @param {string} file @param {string} held
 */
function clearAway(file, held) {
  const aside = `${file}.${process.pid}`;
  try {
    fs.renameSync(file, aside);
    if (fs.readFileSync(aside, 'utf8') !== held) fs.linkSync(aside, file);
  } catch {
    // Somebody else was faster.
  }
  fs.rmSync(aside, { force: true });
}

/** @param {string} file @param {string} mine @returns {boolean} whether the lock is ours now */
function tryToLock(file, mine) {
  try {
    fs.writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Runs `work` while no other start of the same cluster does. A lock whose holder is dead counts for
 * nothing.
 * @template T
 * @param {string} home
 * @param {() => Promise<T>} work
 */
export async function oneAtATime(home, work) {
  const file = path.join(home, 'starting.lock');
  const mine = `${process.pid} ${beginningOf(process.pid)}`;
  const end = Date.now() + PATIENCE_MS;
  while (!tryToLock(file, mine)) {
    const held = readIfThere(file);
    if (held !== null && isLeftBehind(file, held)) clearAway(file, held);
    if (Date.now() > end) {
      throw new Obstacle(
        `Ein anderer Start (Prozess ${held?.split(' ')[0]}) legt die Datenbank in ${home} seit einer Minute an. Bitte diesen beenden und noch einmal starten.`,
      );
    }
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    if (readIfThere(file) === mine) fs.rmSync(file, { force: true });
  }
}
