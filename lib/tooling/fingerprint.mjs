import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * Stamps: a step writes down what it was made from, and is left out the next time when that is
 * still the same. Contents are compared, not times, which a checkout changes.
 */

/** @param {string} place @param {(name: string) => boolean} wanted @returns {string[]} */
function filesBelow(place, wanted) {
  const found = fs.statSync(place, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [place];
  return fs
    .readdirSync(place, { withFileTypes: true })
    .filter((entry) => wanted(entry.name))
    .flatMap((entry) => {
      const inner = path.join(place, entry.name);
      return entry.isDirectory() ? filesBelow(inner, wanted) : [inner];
    });
}

/**
 * @param {string} root
 * @param {readonly string[]} places files and folders below `root`; missing ones count as missing
 * @param {(name: string) => boolean} [wanted] which entries of folders count
 * @returns {string}
 */
export function fingerprint(root, places, wanted = () => true) {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of filesBelow(path.join(root, place), wanted).sort()) {
      const content = fs.readFileSync(file);
      hash.update(`${path.relative(root, file)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

/** @param {string} file @param {string} mark */
export function hasStamp(file, mark) {
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8').trim() === mark;
}

/** @param {string} file @param {string} mark */
export function writeStamp(file, mark) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${mark}\n`);
}
