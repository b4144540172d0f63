import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from './project.mjs';

/**
 * What a change can reach, so that only those tests run: for unit tests all that import it (vitest knows),
 * for journeys those of the domains it lies in or, below `app`, imports from; of a foundation a few that go through
 * most of it.
 */

const CODE = /^(?:app|components|lib|prisma)\/.*\.(?:[cm]?[jt]sx?|json|css|sql|prisma)$/;
const OWN_DOMAIN = /^(?:lib|components)\/([a-z-]+)\//;
const IMPORTED_DOMAIN = /from '@\/(?:lib|components)\/([a-z-]+)\//g;
/** What has no journeys of its own is seen in those of whoever shows it. */
const SEEN_IN = new Map([['elections', 'voting']]);
/** What everything stands on is seen everywhere: a few journeys go through most of it, the rest is for the whole run. */
const FOUNDATION =
  /^(?:lib\/(?:core|server|cases|i18n)|components\/(?:ui|form|layout|office)|prisma)\/|^app\/[^/]+\.css$|^e2e\/[^/]+\.ts$/;
export const THROUGH_MOST = [
  'e2e/forum/sign-up.spec.ts',
  'e2e/platform/reading-pages.spec.ts',
  'e2e/proposals/not-saved.spec.ts',
  'e2e/proposals/proposal.spec.ts',
  'e2e/tasks/tasks.spec.ts',
];
/** What a domain says of its routes and actions is read by the guard of that name. */
const SAID_TO_GUARDS = /^e2e\/[a-z-]+\/guards\/(routes|actions)\.ts$/;
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
  const specs = [
    ...files.filter((file) => SPEC.test(file)),
    ...files.flatMap((file) => guardOf(file)),
    ...([...seen, ...files].some((file) => FOUNDATION.test(file)) ? THROUGH_MOST : []),
  ];
  const folders = [...new Set(domains)].filter((domain) => journeys.includes(domain));
  const isNew = (/** @type {string} */ spec) => !folders.includes(spec.split('/')[1] ?? '');
  return {
    unit,
    e2e: [
      ...folders.sort().map((domain) => `e2e/${domain}/`),
      ...[...new Set(specs)].filter(isNew),
    ],
  };
}

/** @param {string} file */
function guardOf(file) {
  const guard = SAID_TO_GUARDS.exec(file)?.[1];
  return guard === undefined ? [] : [`e2e/guards/${guard}.spec.ts`];
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
