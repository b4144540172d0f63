import fs from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, sayer } from './finding.mjs';

/** @typedef {import('./finding.mjs').Finding} Finding */

const MB = 1024 * 1024;
const LITTLE = 1024 * MB;
const NOTHING = 128 * MB;

/**
 * The folder for data: there, ours, closed to others, with room in it.
 * @param {string} folder
 * @param {{ measure?: (folder: string) => Promise<{ bavail: number, bsize: number }> }} [options]
 * @returns {Promise<Finding[]>}
 */
export async function checkFolder(folder, { measure = statfs } = {}) {
  const say = sayer('Datenordner');
  const found = fs.statSync(folder, { throwIfNoEntry: false });
  if (!found) return [checkParent(folder)];
  if (!found.isDirectory())
    return [say('bad', `${folder} ist kein Ordner. Bitte DATA_DIR ändern.`)];
  try {
    const probe = path.join(folder, `.probe-${process.pid}`);
    fs.writeFileSync(probe, 'x');
    fs.rmSync(probe);
  } catch (error) {
    return [
      say(
        'bad',
        `In ${folder} lässt sich nichts schreiben (${codeOf(error)}). Bitte dem Benutzer des Programms geben: chown.`,
      ),
    ];
  }
  const { bavail, bsize } = await measure(folder);
  return [...ofRights(folder, found.mode), ofRoom(folder, bavail * bsize)];
}

/** @param {string} folder */
function checkParent(folder) {
  const say = sayer('Datenordner');
  let parent = path.dirname(folder);
  while (!fs.existsSync(parent)) parent = path.dirname(parent);
  try {
    fs.accessSync(parent, fs.constants.W_OK);
    return say('good', `${folder} gibt es noch nicht; der Start legt ihn an.`);
  } catch {
    return say(
      'bad',
      `${folder} gibt es nicht, und in ${parent} darf er nicht angelegt werden. Bitte anlegen und dem Benutzer des Programms geben.`,
    );
  }
}

/** @param {string} folder @param {number} mode @returns {Finding[]} */
function ofRights(folder, mode) {
  // Root's folder can be passed through by the user of the database that comes along.
  const others = process.getuid?.() === 0 ? 0o006 : 0o007;
  if (process.platform === 'win32' || (mode & others) === 0) return [];
  return [
    sayer('Datenordner')(
      'look',
      `${folder} dürfen andere auf diesem Rechner lesen. Bitte: chmod o-rwx ${folder}`,
    ),
  ];
}

/** @param {string} folder @param {number} free */
function ofRoom(folder, free) {
  const say = sayer('Datenordner');
  const room = `${Math.round(free / MB).toLocaleString('de-DE')} MB frei`;
  if (free < NOTHING)
    return say(
      'bad',
      `${folder}: nur ${room}. Bitte Platz schaffen; so lässt sich nichts mehr speichern.`,
    );
  if (free < LITTLE) return say('look', `${folder}: nur ${room}. Bitte bald Platz schaffen.`);
  return say('good', `${folder}, ${room}.`);
}
