import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { mutationsOf } from './mutations.mjs';
import { describeFailure, PROJECT_ROOT } from './project.mjs';
import { endRunningCommands, packageScript, runNode } from './run-command.mjs';
import { listenForStop } from './signals.mjs';
import { sqlMutationsOf, testsOfSql } from './sql-mutations.mjs';
import { startTestServer } from './test-server.mjs';

/**
 * `npm run mutate`: breaks every lock, right, limit and audience of the program, one at a time, in a copy of
 * the project, and runs the tests beside it; each has to make one of them fail. Further words are filters:
 * `npm run mutate -- lib/forum lock`. Guards of the database are broken in every run of the tests
 * (`database/guards.test.ts`); here only where they are named: `npm run mutate -- prisma/sql trigger`.
 *
 * @typedef {import('./mutations.mjs').Mutation} Mutation
 */

const KINDS = new Set([
  ...['lock', 'version', 'right', 'limit', 'audience'],
  ...['trigger', 'refusal', 'condition'],
]);
/** Every right stands there, with everybody who has it. */
const TABLE_OF_RIGHTS = 'lib/accounts/right.table.test.ts';
const LINKED = ['node_modules', 'prisma/generated'];

/** @param {string} folder @returns {string[]} */
const below = (folder) =>
  fs
    .readdirSync(path.join(PROJECT_ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')));

/** @param {readonly string[]} filters */
function findMutations(filters) {
  const kinds = filters.filter((word) => KINDS.has(word));
  const places = filters.filter((word) => !KINDS.has(word));
  const sql = places.some((place) => place.startsWith('prisma/sql')) ? below('prisma/sql') : [];
  return [...below('lib'), ...below('app/api'), ...sql]
    .filter((file) => /^(?!lib\/(?:testing|tooling)\/).*(?<!\.test)\.(?:ts|sql)$/.test(file))
    .filter((file) => places.length === 0 || places.some((place) => file.includes(place)))
    .flatMap((file) => {
      const breaks = file.endsWith('.sql') ? sqlMutationsOf : mutationsOf;
      return breaks(file, fs.readFileSync(path.join(PROJECT_ROOT, file), 'utf8'));
    })
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
}

/** The project as it stands, in a folder where it can be broken. */
function layCopy() {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'stf-mutate-'));
  for (const name of ['lib', 'app', 'components', 'prisma', 'package.json', 'tsconfig.json']) {
    fs.cpSync(path.join(PROJECT_ROOT, name), path.join(copy, name), {
      recursive: true,
      filter: (source) => !source.endsWith(path.join('prisma', 'generated')),
    });
  }
  for (const name of LINKED)
    fs.symlinkSync(path.join(PROJECT_ROOT, name), path.join(copy, name), 'dir');
  return copy;
}

/**
 * From near to far: the tests of its own folder, of its domain, and of whatever reads it.
 * @param {string} copy
 * @param {Mutation} mutation
 */
function* circlesOf(copy, { file, kind }) {
  if (kind === 'right') yield ['run', TABLE_OF_RIGHTS];
  if (file.endsWith('.sql')) {
    for (const tests of testsOfSql(file)) yield ['run', tests];
    return;
  }
  const folder = path.posix.dirname(file);
  const domain = file.split('/').slice(0, 2).join('/');
  const hasTests = fs
    .readdirSync(path.join(copy, folder))
    .some((name) => /\.test\.tsx?$/.test(name));
  if (hasTests) yield ['run', `${folder}/`];
  if (folder !== domain) yield ['run', `${domain}/`];
  yield ['related', '--run', file];
}

/**
 * @param {string} report what vitest wrote
 * @returns {string | undefined} the test that failed; one that cannot even be loaded says nothing
 */
function failedTestIn(report) {
  /** @type {{ testResults: { assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] }} */
  const { testResults } = JSON.parse(fs.readFileSync(report, 'utf8'));
  const failed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .find(({ status }) => status === 'failed');
  if (failed === undefined) return undefined;
  // On a busy machine a test may also fail because its time was up: whoever reads the table should see that.
  const isLate = failed.failureMessages.every((message) => /timed out/i.test(message));
  return `${isLate ? 'LATE ' : ''}${failed.fullName}`;
}

/**
 * @param {string} copy
 * @param {Mutation} mutation
 * @param {Record<string, string>} env
 * @returns {Promise<string | undefined>} the first test that failed
 */
async function noticedBy(copy, mutation, env) {
  const place = path.join(copy, mutation.file);
  const whole = fs.readFileSync(place);
  fs.writeFileSync(place, mutation.broken);
  try {
    for (const [command = 'run', ...places] of circlesOf(copy, mutation)) {
      const report = path.join(copy, 'report.json');
      fs.rmSync(report, { force: true });
      await runNode(
        [
          packageScript('vitest'),
          command,
          `--root=${copy}`,
          `--config=${path.join(copy, 'lib/tooling/vitest.config.ts')}`,
          '--bail=1',
          '--passWithNoTests',
          '--reporter=json',
          `--outputFile.json=${report}`,
          ...places,
        ],
        { env },
      );
      const failed = failedTestIn(report);
      if (failed !== undefined) return failed;
    }
    return undefined;
  } finally {
    fs.writeFileSync(place, whole);
  }
}

/** @param {string} copy @param {readonly Mutation[]} mutations */
async function breakAll(copy, mutations) {
  const server = await startTestServer();
  const env = { TEST_DATABASE_URL: server.url, TEST_WORK_URL: server.workUrl };
  /** @type {Mutation[]} */
  const survivors = [];
  try {
    for (const mutation of mutations) {
      const { kind, file, line, was } = mutation;
      const noticed = await noticedBy(copy, mutation, env);
      if (noticed === undefined) survivors.push(mutation);
      const found = noticed === undefined ? 'GREEN' : 'red  ';
      process.stdout.write(`${found} ${kind} ${file}:${line} ${was} | ${noticed ?? ''}\n`);
    }
  } finally {
    await server.remove();
  }
  return survivors;
}

process.chdir(PROJECT_ROOT);
listenForStop({ onStop: endRunningCommands, onImpatience: () => process.exit(130) });
const copy = layCopy();
try {
  const mutations = findMutations(process.argv.slice(2));
  const survivors = await breakAll(copy, mutations);
  process.stdout.write(`${mutations.length} broken, ${survivors.length} not noticed\n`);
  process.exitCode = mutations.length > 0 && survivors.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
} finally {
  fs.rmSync(copy, { recursive: true, force: true });
}
