import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from './project.mjs';

/**
 * What a change can reach, so that only those tests run: for unit tests all that import it (vitest knows),
 * for journeys those of the domains it lies in or, below `app`, imports from.
 */

const CODE = /^(?:app|components|lib|prisma)\/.*\.(?:[cm]?[jt]sx?|json|css|sql|prisma)$/;
const OWN_DOMAIN = /^(?:lib|components)\/([a-z-]+)\//;
const IMPORTED_DOMAIN = /from '@\/(?:lib|components)\/([a-z-]+)\//g;
/** What has no journeys of its own is seen in those of whoever shows it. */
const SEEN_IN = new Map([['elections', 'voting']]);
const TEST = /\.test\.tsx?$/;
const SPEC = /^e2e\/.*\.spec\.ts$/;

/**
 * @param {string} since a commit
 * @returns {Promise<string[]>} files that are other than they were then and still there
 */
export async function changedFiles(since) {
  const git = async (/** @type {string[]} */ ...args) => {
    const { stdout } = await promisify(execFile)('git', args, { cwd: PROJECT_ROOT });
    return stdout.split('\n').filter((line) => line !== '');
  };
  const changed = await git('diff', '--name-only', '--diff-filter=d', since);
  return [...changed, ...(await git('ls-files', '--others', '--exclude-standard'))];
}

/**
 * @param {readonly string[]} files
 * @param {readonly string[]} journeys folders of e2e
 * @param {(file: string) => string} [read]
 * @returns {{ unit: string[], e2e: string[] }} files to look for importers of; journeys to run
 */
export function reachOf(files, journeys, read = (file) => fs.readFileSync(file, 'utf8')) {
  const unit = files.filter((file) => CODE.test(file));
  // No journey sees what a unit test says.
  const seen = unit.filter((file) => !TEST.test(file));
  const domains = seen.flatMap((file) => domainsOf(file, read));
  const specs = files.filter((file) => SPEC.test(file));
  const folders = [...new Set(domains)].filter((domain) => journeys.includes(domain));
  return { unit, e2e: [...folders.sort().map((domain) => `e2e/${domain}/`), ...specs] };
}

/** @param {string} file @param {(file: string) => string} read */
function domainsOf(file, read) {
  const own = OWN_DOMAIN.exec(file)?.[1];
  if (own) return [SEEN_IN.get(own) ?? own];
  if (!file.startsWith('app/')) return [];
  return [...read(file).matchAll(IMPORTED_DOMAIN)].map(
    ([, domain = '']) => SEEN_IN.get(domain) ?? domain,
  );
}
