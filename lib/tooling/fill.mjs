import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT_ROOT } from './project.mjs';

const SEED = path.join(PROJECT_ROOT, 'lib', 'tooling', 'seed.mjs');

/**
 * Fills an empty database with the demo or the first invitation.
 * @param {{
 *   databaseUrl: string,
 *   env: Readonly<import('../core/env.mjs').Env>,
 *   steps: import('./steps.mjs').Steps,
 * }} options
 * @returns {Promise<string[]>} how to sign in, line by line
 */
export async function fillWhenEmpty({ databaseUrl, env, steps }) {
  if (!fs.existsSync(SEED)) return [];
  return await steps.step('Inhalt prüfen', async () => {
    const { seed } = await import(pathToFileURL(SEED).href);
    const { lines } = await seed({ databaseUrl, env, log: steps.note });
    return lines;
  });
}
