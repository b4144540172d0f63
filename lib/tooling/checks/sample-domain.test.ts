import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { partsOf } from '../../../e2e/guards/parts';
import { readGranted } from '../granted.mjs';
import { packageScript } from '../run-command.mjs';
import { readDemoParts } from '../seed/parts.mjs';
import { findProblems as directions } from './check-directions.mjs';
import { findProblems as domains } from './check-domains.mjs';
import { findProblems as entries } from './check-entries.mjs';
import { findProblems as messages } from './check-messages.mjs';
import { findProblems as models } from './check-models.mjs';
import { findProblems as schema } from './check-schema.mjs';
import { findProblems as tags } from './check-tags.mjs';
import { projectRoot } from './fixture';
import { SAMPLE_DOMAIN } from './sample-domain';

const CODE = /\.(?:tsx?|mjs)$/;

const roots: string[] = [];

afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

/** Who speaks of everything that is written down, whoever it belongs to. */
const AUDIT_PAGES = [
  'components/office/audit-table.tsx',
  'app/[locale]/(team)/team/aenderungsprotokoll/page.tsx',
];

const LIST = readFileSync(path.join(projectRoot, 'lib/domains.ts'), 'utf8');

/** The one line, as somebody would add it. */
const listed = LIST.replace(
  'import { mail }',
  "import { loans } from './loans/domain';\nimport { mail }",
).replace('  office,\n]', '  office,\n  loans,\n]');

/**
 * The project as it is, with files added. What is there already lies behind links, which no check walks into: so
 * only what is new is looked at, against everything it can reach.
 */
function projectWith(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'project-')));
  roots.push(root);
  const folders = new Set([...Object.keys(files)].flatMap((file) => parentsOf(file)));
  linkAround(root, '', folders, files);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return root;
}

const parentsOf = (file: string) =>
  file.split('/').map((_, index, parts) => parts.slice(0, index).join('/'));

/** Folders that something is added to are made anew, with links to all that lies in them. */
function linkAround(
  root: string,
  folder: string,
  folders: ReadonlySet<string>,
  files: Readonly<Record<string, string>>,
): void {
  mkdirSync(path.join(root, folder), { recursive: true });
  for (const { name } of readdirSync(path.join(projectRoot, folder), { withFileTypes: true })) {
    const place = path.posix.join(folder, name);
    if (place in files || name === '.git') continue;
    if (folders.has(place)) linkAround(root, place, folders, files);
    else symlinkSync(path.join(projectRoot, place), path.join(root, place));
  }
}

const CHECKS = { directions, domains, entries, messages, models, schema, tags };

async function said(root: string, names = Object.keys(CHECKS) as (keyof typeof CHECKS)[]) {
  const found = await Promise.all(names.map((name) => CHECKS[name](root)));
  // The words of the rest lie behind links.
  const own = found.flat().filter(({ file }) => !AUDIT_PAGES.includes(file));
  return own.map(({ file, message }) => `${file}: ${message}`);
}

/** What must not compile; where it does, what is expected is missing and that is an error, too. */
const WRONG = `
import { row } from '@/e2e/guards/who-may';
import { loans } from '@/lib/loans/domain';
import { defineDomain } from '@/lib/manifest';

const { reads: _, ...withoutReads } = loans;
// @ts-expect-error: a key of the manifest is missing
defineDomain(withoutReads);
const { rights: __, ...withoutRights } = loans;
// @ts-expect-error: the same of its rights
defineDomain(withoutRights);
// @ts-expect-error: a tag is made by its domain, not written down
defineDomain({ ...loans, tags: { things: 'loans' } });
// @ts-expect-error: nobody of this name looks at the house
row(['stranger'], 'loans');
`;

describe('a new domain', () => {
  let complete: string;
  beforeAll(() => {
    const pages = AUDIT_PAGES.map((file) => [
      ...[file, readFileSync(path.join(projectRoot, file), 'utf8')],
    ]);
    complete = projectWith({
      ...SAMPLE_DOMAIN,
      ...Object.fromEntries(pages),
      'lib/domains.ts': listed,
    });
  });

  test('is taken with its own folders, one schema file, one migration and one line', async () => {
    expect(listed.split('\n')).toHaveLength(LIST.split('\n').length + 2);
    expect(await said(complete)).toEqual([]);
  });

  test('does not exist without its line', async () => {
    const root = projectWith(SAMPLE_DOMAIN);
    expect(await said(root, ['domains'])).toEqual([
      'lib/loans/domain.ts: loans is not in lib/domains.ts',
    ]);
  });

  const queries = "import { listLoans } from '@/lib/loans/queries';\nlistLoans;\n";
  const FOREIGN = {
    'lib/office/loans/queries.ts': queries,
    'lib/forum/loans/queries.ts': queries,
    'lib/mail/loans.ts': queries,
    'lib/core/loans.ts': queries,
    'lib/testing/loans.ts': queries,
    'lib/tooling/loans.mjs': queries,
    'lib/loans/planning/queries.ts': queries
      .replaceAll('Loans', 'Sessions')
      .replace('@/lib/loans/queries', '@/lib/forum/sessions/queries'),
    'lib/loans/planning/commands.ts': "import { makeLoan } from '../samples';\nmakeLoan;\n",
    'e2e/guards/loans.ts': "import { ROUTES } from '../loans/guards/routes';\nROUTES;\n",
    'e2e/forum/loans.ts': queries,
    'components/forum/loan-box.tsx':
      "import type { Loan } from '@/lib/loans/types';\nexport type X = Loan;\n",
    'components/home/loan-box.tsx':
      "import type { Loan } from '@/lib/loans/types';\nexport type X = Loan;\n",
    'app/[locale]/(team)/team/ausleihe/neu/page.tsx':
      "import { makeLoan } from '@/lib/loans/samples';\nmakeLoan;\n",
  };

  test('is named by nobody else, and names nobody it does not say', async () => {
    const root = projectWith({ ...SAMPLE_DOMAIN, 'lib/domains.ts': listed, ...FOREIGN });
    const refused = (await directions(root)).map(({ file }) => file);
    expect([...new Set(refused)].sort()).toEqual(Object.keys(FOREIGN).sort());
  });

  test('is found by every loop', async () => {
    expect((await readGranted(complete)).tables).toHaveProperty('loans');
    const e2e = path.join(complete, 'e2e');
    const ofGuards = async (name: string) =>
      JSON.stringify(await partsOf<Record<string, unknown>>(name, e2e));
    expect(await ofGuards('routes')).toContain('/team/ausleihe');
    expect(await ofGuards('actions')).toContain('team/ausleihe#lendAction');
    expect(await ofGuards('texts')).toContain('loans');
    const order = (await readDemoParts(complete)).map(({ name }) => name);
    expect(order).toContain('loans');
  });

  test('has the right types', async () => {
    const config = {
      extends: './tsconfig.json',
      compilerOptions: { preserveSymlinks: true, incremental: false, plugins: [] },
      include: ['wrong.ts', ...Object.keys(SAMPLE_DOMAIN).filter((file) => CODE.test(file))],
      exclude: [],
    };
    writeFileSync(path.join(complete, 'wrong.ts'), WRONG);
    writeFileSync(path.join(complete, 'tsconfig.new.json'), JSON.stringify(config));
    const tsc = packageScript('typescript', 'tsc');
    const { stdout, status } = spawnSync(
      process.execPath,
      [tsc, '--noEmit', '-p', 'tsconfig.new.json'],
      {
        cwd: complete,
        encoding: 'utf8',
      },
    );
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});
