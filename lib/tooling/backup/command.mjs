import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { readEnv } from '../../core/env.mjs';
import { provideDatabase } from '../database/provide.mjs';
import { describeFailure, Obstacle, PROJECT_ROOT } from '../project.mjs';
import { createSteps } from '../steps.mjs';

/**
 * What `npm run backup` and `npm run restore` have in common.
 *
 * @typedef {object} Command
 * @property {Readonly<import('../../core/env.mjs').Env>} settings
 * @property {import('../steps.mjs').Steps} steps
 * @property {import('../database/connection.mjs').Target} owner
 * @property {import('../database/connection.mjs').Target} work
 */

/** Where the command was called. npm goes to the project and keeps the place. */
const CALLED_IN = process.env.INIT_CWD ?? process.cwd();

/**
 * Runs the command with the database of the settings; a failure is a sentence and ends with 1.
 * @template T
 * @param {() => T} read looks at what was typed, before anything is started because of it
 * @param {(command: Command, typed: T) => Promise<void>} work
 */
export async function runCommand(read, work) {
  const steps = createSteps();
  try {
    const typed = read();
    // Where the start has its data, whoever calls from where.
    process.chdir(PROJECT_ROOT);
    const settings = readEnv({ ...process.env, NODE_ENV: 'production' });
    const { owner, work: workTarget, embedded } = await provideDatabase(settings, steps.note);
    try {
      await work({ settings, steps, owner, work: workTarget }, typed);
    } finally {
      await embedded?.running.stop();
    }
  } catch (error) {
    process.stderr.write(`\n${describeFailure(error)}\n`);
    process.exitCode = 1;
  }
  // The engine of the migrations leaves a timer behind, for which one would wait ten seconds.
  process.exit();
}

/** @param {string} file as it was typed */
export const fromHere = (file) => path.resolve(CALLED_IN, file);

/**
 * @param {readonly string[]} args
 * @param {readonly string[]} known options without a value
 * @returns {{ file: string | undefined, options: ReadonlySet<string> }}
 */
export function readArguments(args, known) {
  const options = new Set(args.filter((arg) => arg.startsWith('-')));
  const files = args.filter((arg) => !arg.startsWith('-'));
  const unknown = [...options].filter((option) => !known.includes(option));
  if (unknown.length > 0) throw new Obstacle(`Die Angabe ${unknown[0]} ist unbekannt.`);
  if (files.length > 1) throw new Obstacle('Bitte genau eine Datei angeben.');
  return { file: files[0], options };
}

/**
 * What the secret of the instance leaves behind in a backup: enough to tell whether it is the same, and
 * nothing by which it could be found.
 * @param {Readonly<import('../../core/env.mjs').Env>} settings
 */
export function secretMark({ AUTH_SECRET, DATA_DIR }) {
  return markOf(AUTH_SECRET || keptSecret(DATA_DIR));
}

/**
 * Whether what was made with the secret behind a mark is accepted here, now or for a while yet.
 * @param {string} mark
 * @param {Readonly<import('../../core/env.mjs').Env>} settings
 */
export function isAccepted(mark, settings) {
  return [secretMark(settings), ...settings.AUTH_SECRET_OLD.map(markOf)].includes(mark);
}

/** @param {string} secret */
const markOf = (secret) => createHmac('sha256', secret).update('backup').digest('base64url');

/** Without one in the settings the start has made one. @param {string} dataDir */
function keptSecret(dataDir) {
  const file = path.join(dataDir, 'secret');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : '';
}
