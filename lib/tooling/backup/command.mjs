import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { readEnv } from '../../core/env.mjs';
import { provideDatabase } from '../database/provide.mjs';
import { describeFailure, Obstacle } from '../project.mjs';
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

/**
 * Runs the command with the database of the settings; a failure is a sentence and ends with 1.
 * @param {(command: Command) => Promise<void>} work
 */
export async function runCommand(work) {
  const steps = createSteps();
  try {
    const settings = readEnv();
    const { owner, work: workTarget, embedded } = await provideDatabase(settings, steps.note);
    try {
      await work({ settings, steps, owner, work: workTarget });
    } finally {
      await embedded?.running.stop();
    }
  } catch (error) {
    process.stderr.write(`\n${describeFailure(error)}\n`);
    process.exitCode = 1;
  }
}

/**
 * Where npm was called, not where the project lies.
 * @param {string} file
 */
export const fromHere = (file) => path.resolve(process.env.INIT_CWD ?? process.cwd(), file);

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
export function secretMark({ AUTH_SECRET, DATA_DIR, DATABASE_URL }) {
  const kept = path.join(DATA_DIR, 'secret');
  const isKept = DATABASE_URL === '' && fs.existsSync(kept);
  const secret = isKept ? fs.readFileSync(kept, 'utf8').trim() : AUTH_SECRET;
  return createHmac('sha256', secret).update('backup').digest('base64url');
}
