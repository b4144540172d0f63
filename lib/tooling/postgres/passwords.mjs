import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Obstacle } from '../project.mjs';

/** @param {string} file @param {Record<string, string>} passwords */
function writePasswords(file, passwords) {
  // On the disk before it gets its name: a file cut off by a power failure would lock everybody out.
  fs.writeFileSync(`${file}.new`, JSON.stringify(passwords), { mode: 0o600, flush: true });
  fs.renameSync(`${file}.new`, file);
}

/** @param {string} file */
function readPasswords(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Obstacle(`Die Datei ${file} ist beschädigt. Bitte aus der Sicherung zurückholen.`);
  }
}

/**
 * Made once, kept for ever.
 * @param {string} home
 * @returns {{ admin: string, app: string, worker: string }}
 */
export function providePasswords(home) {
  const file = path.join(home, 'passwords.json');
  if (!fs.existsSync(file)) {
    if (fs.existsSync(path.join(home, 'data'))) {
      throw new Obstacle(
        `Zur Datenbank in ${home} fehlt die Datei passwords.json. Bitte aus der Sicherung zurückholen.`,
      );
    }
    const passwords = {
      admin: randomBytes(24).toString('base64url'),
      app: randomBytes(24).toString('base64url'),
    };
    writePasswords(file, passwords);
  }
  const passwords = readPasswords(file);
  if (passwords.worker) return passwords;
  const complete = { ...passwords, worker: randomBytes(24).toString('base64url') };
  writePasswords(file, complete);
  return complete;
}
