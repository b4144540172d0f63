import fs from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { checkNodeVersion, prepare } from './prepare.mjs';
import { describeFailure, PROJECT_ROOT } from './project.mjs';
import { packageScript, runNode } from './run-command.mjs';
import { createSteps, formatSeconds } from './steps.mjs';

/**
 * `npm run check`: the gates that need no running app, one after another. All of them run, so that
 * one look shows everything there is to mend.
 *
 * @typedef {{ name: string, command: () => string[] }} Gate
 */

const CHECKS = 'lib/tooling/checks';

/** @param {string} script @returns {Gate} */
const ownCheck = (script) => ({ name: script, command: () => [`${CHECKS}/${script}.mjs`] });

/** @type {Gate[]} */
const GATES = [
  { name: 'types', command: () => [packageScript('typescript', 'tsc'), '--noEmit'] },
  {
    name: 'lint and format',
    command: () => [
      packageScript('@biomejs/biome', 'biome'),
      'check',
      '--config-path=lib/tooling',
      '--error-on-warnings',
      '.',
    ],
  },
  ownCheck('check-directions'),
  ownCheck('check-domains'),
  ownCheck('check-entries'),
  ownCheck('check-schema'),
  { name: 'migrations', command: () => ['lib/tooling/check-migrations.mjs'] },
  ownCheck('check-messages'),
  ownCheck('check-budgets'),
  {
    name: 'dead code',
    command: () => [packageScript('knip'), '--config=lib/tooling/knip.json'],
  },
];

/** @param {Gate} gate @returns {Promise<boolean>} */
async function runGate({ name, command }) {
  const began = performance.now();
  const [script = '', ...args] = command();
  const exists = fs.existsSync(path.resolve(PROJECT_ROOT, script));
  const { code, output } = exists
    ? await runNode([script, ...args])
    : { code: 1, output: `${script} is missing` };
  const took = formatSeconds(performance.now() - began);
  process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${took})\n`);
  if (code !== 0) process.stdout.write(`${output.trimEnd()}\n\n`);
  return code === 0;
}

process.chdir(PROJECT_ROOT);
try {
  checkNodeVersion();
  await prepare(createSteps(), { build: false });
  /** @type {string[]} */
  const failed = [];
  for (const gate of GATES) {
    if (!(await runGate(gate))) failed.push(gate.name);
  }
  process.stdout.write(
    failed.length === 0 ? 'All gates passed.\n' : `Failed: ${failed.join(', ')}\n`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`\n${describeFailure(error)}\n`);
  process.exitCode = 1;
}
