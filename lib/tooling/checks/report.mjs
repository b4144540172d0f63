import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ file: string, line: number, message: string }} Problem
 */

/**
 * Makes a check script runnable: `node check-x.mjs [root]` prints one line per problem and ends
 * with 1 if there is any. Does nothing when the script is imported, so that tests can call it.
 * @param {string} moduleUrl `import.meta.url` of the script
 * @param {(root: string) => Problem[] | Promise<Problem[]>} findProblems
 */
export async function runAsScript(moduleUrl, findProblems) {
  const started = process.argv[1];
  if (!started || realpathSync(started) !== realpathSync(fileURLToPath(moduleUrl))) return;
  const problems = await findProblems(path.resolve(process.argv[2] ?? '.'));
  for (const line of inLines(problems)) console.log(line);
  const name = path.basename(started, '.mjs');
  console.log(
    `${name}: ${problems.length === 0 ? 'no problems' : `${problems.length} problem(s)`}`,
  );
  if (problems.length > 0) process.exitCode = 1;
}

/**
 * @param {Problem[]} problems
 * @returns {string[]} one for each, by file and line
 */
export const inLines = (problems) =>
  [...problems]
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
    .map(({ file, line, message }) => `${file}:${line} ${message}`);
