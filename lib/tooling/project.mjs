import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with `package.json`, whatever the working directory of the caller is. */
export const PROJECT_ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Something the person at the keyboard can put right. Its message is a plain German sentence
 * and is shown without a stack trace; every other error is a fault of ours and shows one.
 */
export class Obstacle extends Error {}

/**
 * @param {unknown} error
 * @returns {string} what to print for it
 */
export function describeFailure(error) {
  if (error instanceof Obstacle) return error.message;
  if (!(error instanceof Error)) return String(error);
  // EnvError and its like know how to speak for themselves.
  if ('sentences' in error && Array.isArray(error.sentences)) return error.sentences.join('\n');
  return error.stack ?? error.message;
}
