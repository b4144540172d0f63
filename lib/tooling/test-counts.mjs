import fs from 'node:fs';
import { PROJECT_ROOT } from './project.mjs';
import { timesOfPlaywright, timesOfVitest } from './test-times.mjs';

/**
 * Adds up what the test runners report as JSON.
 *
 * @typedef {object} Counts
 * @property {number} passed
 * @property {string[]} failures one line each: which test, and the first line of why
 * @property {import('./test-times.mjs').Timed[]} times
 */

/** Terminals' colours are of no use in a list. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is how a colour begins
const COLOURS = /\u001b\[[0-9;]*m/g;

/** @param {string} file @returns {unknown} */
function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {string} test @param {string} [why] */
function asLine(test, why = '') {
  const [first = ''] = why.replace(COLOURS, '').trim().split('\n');
  const short = test.replace(`${PROJECT_ROOT}/`, '');
  return first ? `${short}: ${first}` : short;
}

/**
 * A runner that ended badly although no test failed (a file that cannot be loaded, an error outside
 * of any test, no report at all) counts as one failure, so that it is never taken for success.
 * @param {Counts} counts
 * @param {number} exitCode
 * @param {string} runner
 * @returns {Counts}
 */
function withExitCode({ passed, failures, times }, exitCode, runner) {
  if (exitCode === 0 || failures.length > 0) return { passed, failures, times };
  return { passed, times, failures: [`${runner} ended with ${exitCode} although no test failed`] };
}

/**
 * @typedef {object} VitestFile
 * @property {string} name
 * @property {string} status
 * @property {string} [message]
 * @property {number} startTime
 * @property {number} endTime
 * @property {{ fullName: string, status: string, failureMessages?: string[] }[]} assertionResults
 */

/** @param {VitestFile} file @returns {string[]} */
function failuresOfFile({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((result) => result.status === 'failed');
  // A file that breaks before its first test fails as a whole.
  if (failed.length === 0) return status === 'failed' ? [asLine(name, message)] : [];
  return failed.map((test) => asLine(`${name} ${test.fullName}`, test.failureMessages?.[0]));
}

/**
 * @param {string} file report of `vitest --reporter=json`
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countVitest(file, exitCode) {
  const report = /** @type {{ numPassedTests?: number, testResults?: VitestFile[] } | null} */ (
    readReport(file)
  );
  const failures = (report?.testResults ?? []).flatMap(failuresOfFile);
  const counts = { passed: report?.numPassedTests ?? 0, failures, times: timesOfVitest(report) };
  return withExitCode(counts, exitCode, 'vitest');
}

/**
 * @typedef {object} Suite
 * @property {string} file
 * @property {Suite[]} [suites]
 * @property {{ title: string, tests: { projectName: string, status: string, results: { duration: number, error?: { message?: string } }[] }[] }[]} [specs]
 */

/** @param {Suite} suite @returns {string[]} */
function failuresOfSuite({ file, suites = [], specs = [] }) {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) =>
        asLine(
          `e2e/${file} ${title} (${projectName})`,
          results.find(({ error }) => error)?.error?.message,
        ),
      ),
  );
  return [...own, ...suites.flatMap(failuresOfSuite)];
}

/**
 * @param {string} file report of Playwright's `json` reporter
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countPlaywright(file, exitCode) {
  const report = /** @type {{ stats?: { expected: number }, suites?: Suite[] } | null} */ (
    readReport(file)
  );
  const failures = (report?.suites ?? []).flatMap(failuresOfSuite);
  const times = timesOfPlaywright(report);
  return withExitCode(
    { passed: report?.stats?.expected ?? 0, failures, times },
    exitCode,
    'playwright',
  );
}
