import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderInMemory } from './memory-folder.mjs';
import { movedTo, ODD_MOMENTS } from './moved-clock.mjs';
import { buildWhenNeeded, checkNodeVersion, prepare } from './prepare.mjs';
import { describeFailure, PROJECT_ROOT } from './project.mjs';
import { endRunningCommands, runNode } from './run-command.mjs';
import { listenForStop } from './signals.mjs';
import { createSteps } from './steps.mjs';
import { summaryOfTimes } from './test-times.mjs';

/**
 * `npm test`: all tests. `npm test -- --unit` or `--e2e` only one half; further words are filters
 * (`npm test -- lib/voting`), and a filter that names a folder of one half runs only that half.
 * `--changed` runs what is reached by what was changed since the last commit, `--changed=main` since then.
 * `--at=2028-02-29T12:00:00+01:00` runs them as if it were then, `--odd` at all odd moments in turn.
 *
 * @typedef {import('./test-counts.mjs').Counts} Counts
 */

/** @param {readonly string[]} args */
function readArguments(args) {
  const filters = args.filter((arg) => arg !== '--unit' && arg !== '--e2e');
  const places = filters.filter((filter) => !filter.startsWith('-'));
  const within = (/** @type {RegExp} */ folder) =>
    places.length > 0 && places.every((place) => folder.test(place));
  return {
    filters,
    unit: !args.includes('--e2e') && !within(/^e2e\//),
    e2e: !args.includes('--unit') && !within(/^(?:lib|app|components)\//),
  };
}

/**
 * @param {ReturnType<typeof readArguments>} given
 * @returns {Promise<ReturnType<typeof readArguments> & { related?: string[] }>}
 */
async function narrowed(given) {
  const changed = given.filters.find((filter) => /^--changed(?:=|$)/.test(filter));
  if (changed === undefined) return given;
  const { changedFiles, reachOf } = await import('./changed.mjs');
  const files = await changedFiles(changed.split('=')[1] ?? 'HEAD');
  const reached = reachOf(files, fs.readdirSync('e2e'));
  const filters = given.filters.filter((filter) => filter !== changed);
  return {
    filters: [...filters, ...reached.e2e],
    related: reached.unit,
    unit: given.unit && reached.unit.length > 0,
    e2e: given.e2e && reached.e2e.length > 0,
  };
}

/** A build and three files of tests beside each other have had 4 GB. */
const isRoomy = () =>
  Math.min(os.totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) >= 7 * 1024 ** 3;

/**
 * Begins to build while the unit tests run: alone it leaves the second core of a small machine to nobody.
 * @returns what waits for its end, and tells of it then
 */
function buildMeanwhile() {
  /** @type {string[]} */
  const said = [];
  const steps = createSteps({ write: (text) => said.push(text) });
  const outcome = buildWhenNeeded(steps).then(
    () => null,
    (/** @type {unknown} */ error) => ({ error }),
  );
  return async () => {
    const failed = await outcome;
    process.stdout.write(said.join(''));
    if (failed) throw failed.error;
  };
}

/**
 * @param {import('./steps.mjs').Steps} steps
 * @param {(cleanup: () => Promise<unknown>) => void} onCleanup
 * @returns {Promise<Counts>}
 */
async function runTests(steps, onCleanup) {
  const given = await narrowed(readArguments(process.argv.slice(2)));
  const { filters, related, unit, e2e } = given;
  await prepare(steps, { build: false });
  const { startTestServer } = await import('./test-server.mjs');
  const { runPlaywright, runVitest } = await import('./test-runs.mjs');
  const server = await steps.step('Datenbank für Tests starten', startTestServer);
  onCleanup(server.remove);
  const { url: serverUrl, workUrl } = server;
  const run = { serverUrl, workUrl, filters, related, steps, onCleanup };
  const built = unit && e2e && isRoomy() ? buildMeanwhile() : () => buildWhenNeeded(steps);
  /** @type {Counts} */
  const total = { passed: 0, failures: [], times: [] };
  for (const half of [unit && runVitest, e2e && runPlaywright]) {
    if (half === false) continue;
    if (half === runPlaywright) await built();
    const { passed, failures, times } = await half(run);
    total.passed += passed;
    total.failures.push(...failures);
    total.times.push(...times);
  }
  return total;
}

/**
 * The same tests, in a process for which it is another day.
 * @param {readonly string[]} moments
 * @param {readonly string[]} args
 */
async function runElsewhen(moments, args) {
  let failed = 0;
  for (const moment of moments) {
    process.stdout.write(`\n${moment}\n`);
    const own = fileURLToPath(import.meta.url);
    const { code } = await runNode([own, ...args], { env: await movedTo(moment), show: true });
    if (code !== 0) failed += 1;
  }
  process.stdout.write(`${moments.length} moments, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

process.chdir(PROJECT_ROOT);
// All that the tests put away for a while, their programs and their browsers, too.
process.env.TMPDIR ??= folderInMemory();
// The same program is started dozens of times: what it was compiled to is kept for the next of them.
process.env.NODE_COMPILE_CACHE ??= path.join(PROJECT_ROOT, 'test-results', 'compiled');
const given = process.argv.slice(2);
const moment = given.find((arg) => arg.startsWith('--at='))?.slice('--at='.length);
if (moment !== undefined || given.includes('--odd')) {
  const args = given.filter((arg) => !arg.startsWith('--at=') && arg !== '--odd');
  process.exit(await runElsewhen(moment === undefined ? ODD_MOMENTS : [moment], args));
}
/** @type {(() => Promise<unknown>)[]} */
const cleanups = [];
let stopping = false;
listenForStop({
  onStop() {
    stopping = true;
    endRunningCommands();
  },
  onImpatience: () => process.exit(130),
});
/** @type {Counts} */
let total = { passed: 0, failures: [], times: [] };
try {
  checkNodeVersion();
  total = await runTests(createSteps(), (cleanup) => cleanups.push(cleanup));
} catch (error) {
  total.failures.push(stopping ? 'Abgebrochen.' : describeFailure(error));
}
for (const cleanup of cleanups.reverse()) {
  await cleanup().catch((error) => process.stderr.write(`${describeFailure(error)}\n`));
}
for (const line of summaryOfTimes(total.times)) process.stdout.write(`${line}\n`);
// Last of all, because the beginning of a long run is soon out of sight.
for (const failure of total.failures) process.stdout.write(`✘ ${failure}\n`);
process.stdout.write(`${total.passed} passed, ${total.failures.length} failed\n`);
process.exit(total.failures.length === 0 && !stopping ? 0 : 1);
