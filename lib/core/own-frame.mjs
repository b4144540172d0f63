import fs from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where in our own code an error came from, as `lib/voting/commands.ts:61`.
 *
 * A stack begins with the message, and a message can hold anything, also lines that look like frames.
 * So the message is cut off, and only what names a file that lies in the project is believed.
 */

/** Bundled code is somewhere in `.next`, so the project is where the process was started. */
const ROOT = process.cwd();
const FRAME =
  /^ {4}at (?:async )?(?:.* \()?((?:file:\/\/)?\/[^()\n]+|[A-Za-z]:\\[^()\n]+):(\d{1,7}):(\d{1,7})\)?$/;
const MOST_FRAMES = 60;
/** A map of a bundle is large; a fault that repeats finds it read already. */
const MOST_MAPS = 8;

/** @type {Map<string, SourceMap | null>} */
const maps = new Map();

/**
 * @param {Error} error
 * @returns {string | undefined} the first frame of ours, else the first one of a package
 */
export function ownFrame(error) {
  const places = framesOf(error)
    .map(placeOf)
    .filter((place) => place !== null);
  return places.find((place) => !place.startsWith('node_modules/')) ?? places[0];
}

/** @param {Error} error */
function framesOf({ stack, message }) {
  if (typeof stack !== 'string') return [];
  const said = typeof message === 'string' && message !== '' ? stack.indexOf(message) : -1;
  const frames = said < 0 ? stack : stack.slice(said + message.length);
  return frames.split('\n', MOST_FRAMES);
}

/** @param {string} line @returns {string | null} path below the project and line */
function placeOf(line) {
  const [, named = '', row = '', column = ''] = FRAME.exec(line) ?? [];
  const file = named.startsWith('file://') ? fileOf(named) : named;
  if (file === '' || !isBelow(file)) return null;
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) return null;
  return sourceOf(file, Number(row), Number(column)) ?? shown(file, Number(row));
}

/** @param {string} url */
function fileOf(url) {
  try {
    return fileURLToPath(url);
  } catch {
    return '';
  }
}

/** @param {string} file */
const isBelow = (file) => file.startsWith(`${ROOT}${path.sep}`);

/** @param {string} file @param {number} row */
const shown = (file, row) => `${path.relative(ROOT, file).replaceAll(path.sep, '/')}:${row}`;

/**
 * The place before bundling.
 * @param {string} file
 * @param {number} row
 * @param {number} column
 */
function sourceOf(file, row, column) {
  const map = mapOf(file);
  if (map === null) return undefined;
  const found = map.findEntry(row - 1, column - 1);
  if (!('originalSource' in found)) return undefined;
  const source = path.resolve(path.dirname(file), String(found.originalSource));
  return isBelow(source) ? shown(source, found.originalLine + 1) : undefined;
}

/** @param {string} file */
function mapOf(file) {
  const known = maps.get(file);
  if (known !== undefined) return known;
  const map = readMap(`${file}.map`);
  if (maps.size >= MOST_MAPS) maps.clear();
  maps.set(file, map);
  return map;
}

/** @param {string} file */
function readMap(file) {
  try {
    return new SourceMap(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
