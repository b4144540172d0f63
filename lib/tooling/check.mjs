import fs from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { inLines } from './checks/report.mjs';
import { checkNodeVersion, prepare } from './prepare.mjs';
import { describeFailure, PROJECT_ROOT } from './project.mjs';
import { packageScript, runNode } from './run-command.mjs';
import { createSteps, formatSeconds } from './steps.mjs';

/**
 * `npm run check`: the gates that need no running app. All of them run, so that one look shows
 * everything there is to mend. Our own gates share this process: each file is parsed once, by
 * whichever asks first. Meanwhile the programs run beside it, one after another.
 *
 * @typedef {import('./checks/report.mjs').Problem} Problem
 * @typedef {{ code: number, output: string }} Outcome
 * @typedef {{ name: string, run: () => Promise<Outcome> }} Gate
 * @typedef {{ findProblems: (root: string) => Problem[] | Promise<Problem[]> }} OwnCheck
 */

/** @param {string} name @param {() => Promise<OwnCheck>} load after packages are there @returns {Gate} */
const ownCheck = (name, load) => ({
  name,
  run: async () => {
    const problems = await (await load()).findProblems(PROJECT_ROOT);
    return { code: problems.length === 0 ? 0 : 1, output: inLines(problems).join('\n') };
  },
});

/** @param {string} name @param {() => string[]} command @returns {Gate} */
const program = (name, command) => ({
  name,
  run: async () => {
    const [script = '', ...args] = command();
    if (fs.existsSync(path.resolve(PROJECT_ROOT, script))) return runNode([script, ...args]);
    return { code: 1, output: `${script} is missing` };
  },
});

/** @type {{ programs: Gate[], own: Gate[] }} */
const GATES = {
  programs: [
    program('types', () => [packageScript('typescript', 'tsc'), '--noEmit']),
    program('lint and format', () => [
      packageScript('@biomejs/biome', 'biome'),
      'check',
      '--config-path=lib/tooling',
      '--error-on-warnings',
      '.',
    ]),
    program('migrations', () => ['lib/tooling/check-migrations.mjs']),
    program('dead code', () => [packageScript('knip'), '--config=lib/tooling/knip.json']),
  ],
  own: [
    ownCheck('check-directions', () => import('./checks/check-directions.mjs')),
    ownCheck('check-domains', () => import('./checks/check-domains.mjs')),
    ownCheck('check-entries', () => import('./checks/check-entries.mjs')),
    ownCheck('check-schema', () => import('./checks/check-schema.mjs')),
    ownCheck('check-models', () => import('./checks/check-models.mjs')),
    ownCheck('check-tags', () => import('./checks/check-tags.mjs')),
    ownCheck('check-messages', () => import('./checks/check-messages.mjs')),
    ownCheck('check-budgets', () => import('./checks/check-budgets.mjs')),
  ],
};

/** @param {Gate} gate @returns {Promise<boolean>} */
async function runGate({ name, run }) {
  const began = performance.now();
  const { code, output } = await run().catch(failed);
  const took = formatSeconds(performance.now() - began);
  process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${took})\n`);
  if (code !== 0) process.stdout.write(`${output.trimEnd()}\n\n`);
  return code === 0;
}

/** A gate that breaks is red, and the others are looked at all the same. @param {unknown} error */
const failed = (error) => ({ code: 1, output: describeFailure(error) });

process.chdir(PROJECT_ROOT);
try {
  checkNodeVersion();
  await prepare(createSteps(), { build: false });
  /** @type {string[]} */
  const failed = [];
  const inTurn = async (/** @type {Gate[]} */ gates) => {
    for (const gate of gates) if (!(await runGate(gate))) failed.push(gate.name);
  };
  await Promise.all([inTurn(GATES.programs), inTurn(GATES.own)]);
  process.stdout.write(
    failed.length === 0 ? 'All gates passed.\n' : `Failed: ${failed.join(', ')}\n`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`\n${describeFailure(error)}\n`);
  process.exitCode = 1;
}
