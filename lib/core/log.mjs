import { randomUUID } from 'node:crypto';
import { factsOf } from './error-facts.mjs';
import { ownFrame } from './own-frame.mjs';
import { processState } from './process-state.mjs';

/**
 * The log: one JSON line for each event, for whoever runs the house. It takes what is listed here and
 * nothing else, each in its own form, so that no text, name, address, token or line break of anybody can
 * get in. The same for the HTTP front and for the code bundled by Next.
 *
 * @typedef {'info' | 'warn' | 'error'} Level
 *
 * @typedef {object} LogFields
 * @property {string} [id] of the request; the person who saw a fault was shown it
 * @property {string} [method]
 * @property {string} [route] pattern of the address, never the address: those hold codes
 * @property {number} [status]
 * @property {number} [milliseconds]
 * @property {string} [job]
 * @property {string} [form]
 * @property {string} [rule] of retention
 * @property {string} [poll] id of the row
 * @property {string} [reason] one of the words of the program
 */

const HEX = /^[0-9a-f-]{4,36}$/;
const WORD = /^[A-Za-z][\w.-]{0,60}$/;
/** @type {Readonly<Record<keyof LogFields, RegExp | 'number'>>} in the order in which they are written */
const FIELDS = {
  id: HEX,
  method: /^[A-Z]{1,10}$/,
  route: /^\/[\w[\].()/-]{0,120}$/,
  status: 'number',
  milliseconds: 'number',
  job: WORD,
  form: WORD,
  rule: WORD,
  poll: HEX,
  reason: WORD,
};
/** Stands where something had another form than its field. */
const UNFIT = '?';

/** What a fault is logged under and what the person who met it is shown. */
export const newFaultId = () => randomUUID().slice(0, 8);

/**
 * @param {Level} level
 * @param {string} event `noun.pastTense`
 * @param {LogFields} [fields]
 * @param {unknown} [error] its kind, codes and place are written, its message is not
 */
export function log(level, event, fields = {}, error = undefined) {
  if (typeof error === 'object' && error !== null) processState().loggedErrors.add(error);
  writeLine(level, event, fields, error === undefined ? {} : factsOf(error));
}

/** @param {Level} level @param {string} event @param {LogFields} fields @param {object} facts */
function writeLine(level, event, fields, facts) {
  const at = new Date().toISOString();
  const line = { at, level, event, ...ofRequest(), ...allowed(fields), ...facts };
  try {
    (level === 'error' ? process.stderr : process.stdout).write(`${JSON.stringify(line)}\n`);
  } catch {
    // The disk the log goes to is full; the house goes on without.
  }
}

/**
 * Faults are told of in several places; each is written down once.
 * @param {'warn' | 'error'} level
 * @param {Error} error
 */
export function logFault(level, error) {
  if (processState().loggedErrors.has(error)) return;
  log(level, processState().requests.getStore() ? 'page.failed' : 'process.failed', {}, error);
}

/** What is known of the request under way. */
function ofRequest() {
  const scope = processState().requests.getStore();
  if (!scope) return {};
  const { id, method, route } = scope;
  return allowed({ id: id || undefined, method: method || undefined, route: route || undefined });
}

/** @param {Partial<Record<keyof LogFields, string | number | undefined>>} fields */
function allowed(fields) {
  const names = /** @type {(keyof LogFields)[]} */ (Object.keys(FIELDS));
  return Object.fromEntries(
    names
      .filter((name) => fields[name] !== undefined)
      .map((name) => [name, inForm(FIELDS[name], fields[name])]),
  );
}

/** @param {RegExp | 'number'} form @param {unknown} value */
function inForm(form, value) {
  if (form === 'number') return typeof value === 'number' ? Math.round(value) : UNFIT;
  return typeof value === 'string' && form.test(value) ? value : UNFIT;
}

const SILENT = /** @type {const} */ (['log', 'info', 'debug', 'trace', 'dir', 'table']);

/**
 * From now on nothing reaches the output but through this log: what packages write to the console can
 * hold anything. Of an error there the same is kept as of every other one; mere words are left out.
 */
export function takeOverOutput() {
  for (const name of SILENT) console[name] = () => undefined;
  console.warn = spokenAs('warn');
  console.error = spokenAs('error');
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log('warn', 'process.warned', {}, warning));
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** @param {'warn' | 'error'} level */
function spokenAs(level) {
  return function spoken(/** @type {unknown[]} */ ...said) {
    const error = said.find((one) => one instanceof Error);
    if (error !== undefined) return logFault(level, error);
    const here = new Error('something was said');
    Error.captureStackTrace(here, spoken);
    writeLine(level, 'console.used', {}, { where: ownFrame(here) });
  };
}
