import { createHmac, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { provideDataFolder } from '../core/data-folder.mjs';
import { Obstacle } from './project.mjs';

/** The same keyed hash as `hashSecret` in `lib/core/tokens.ts`. @param {string} secret @param {string} purpose @param {string} value */
export function keyedHash(secret, purpose, value) {
  return createHmac('sha256', secret).update(`${purpose}\u0000${value}`).digest('base64url');
}

/** @param {string} file */
function createSecret(file) {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600 });
  try {
    // A link fails when the name is taken: of two first starts one wins, and both read the same.
    fs.linkSync(draft, file);
  } catch {
    // Some file systems know no links; there the last one wins.
    if (!fs.existsSync(file)) fs.renameSync(draft, file);
  }
  fs.rmSync(draft, { force: true });
}

/**
 * The secret of an instance that runs with its own database: made once, kept beside that database,
 * readable by its owner alone.
 * @param {string} dataDir
 * @returns {string}
 */
export function provideSecret(dataDir) {
  const file = path.join(dataDir, 'secret');
  try {
    provideDataFolder(dataDir);
    if (!fs.existsSync(file)) {
      createSecret(file);
    }
    return fs.readFileSync(file, 'utf8').trim();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Obstacle(`Das Geheimnis in ${file} lässt sich nicht lesen oder anlegen (${reason}).`);
  }
}
