import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** The project whose configurations the tests use. */
export const projectRoot = path.resolve(import.meta.dirname, '../../..');

/**
 * Writes a small tree into a folder of its own, which is gone after the test.
 * @param files content by path
 * @returns the folder
 */
export function makeTree(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'tree-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    const absolute = path.join(root, file);
    mkdirSync(path.dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
  }
  return root;
}

/** The problems of one file as one text, to look for words in. */
export function saidAbout(problems: readonly { file: string; message: string }[], file: string) {
  return problems
    .filter((problem) => problem.file === file)
    .map(({ message }) => message)
    .join('\n');
}

/** A manifest as far as the checks read it, by its path. */
export const manifest = (name: string, ...reads: string[]) => ({
  [`lib/${name}/domain.ts`]: `import { defineDomain } from '@/lib/manifest';
export const ${name} = defineDomain({ name: '${name}', reads: [${reads.map((other) => `'${other}'`)}] });\n`,
});

/** The list of all domains. */
export const listOf = (...names: string[]) => ({
  'lib/domains.ts': names
    .map((name) => `import { ${name} } from './${name}/domain';\n${name};\n`)
    .join(''),
});
