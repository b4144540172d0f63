import fs from 'node:fs';

/**
 * Adds up what the test runners report as JSON.
 *
 * @typedef {{ passed: number, failed: number }} Counts
 */

/** @param {string} file @returns {unknown} */
function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * A runner that ended badly although no test failed (a file that cannot be loaded, an error outside
 * of any test, no report at all) counts as one failure, so that it is never taken for success.
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
function withExitCode({ passed, failed }, exitCode) {
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed };
}

/**
 * @param {string} file report of `vitest --reporter=json`
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countVitest(file, exitCode) {
  const report =
    /** @type {{ numPassedTests?: number, numFailedTests?: number, testResults?: { status: string, assertionResults: { status: string }[] }[] } | null} */ (
      readReport(file)
    );
  // A file that breaks before its first test fails as a whole.
  const brokenFiles = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((result) => result.status !== 'failed'),
  );
  const failed = (report?.numFailedTests ?? 0) + brokenFiles.length;
  return withExitCode({ passed: report?.numPassedTests ?? 0, failed }, exitCode);
}

/**
 * @param {string} file report of Playwright's `json` reporter
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countPlaywright(file, exitCode) {
  const report =
    /** @type {{ stats?: { expected: number, unexpected: number, flaky: number } } | null} */ (
      readReport(file)
    );
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return withExitCode({ passed: expected, failed: unexpected + flaky }, exitCode);
}
