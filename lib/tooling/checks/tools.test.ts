import { spawnSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeTree, projectRoot } from './fixture';

/**
 * Runs a tool of the project on a small tree, with the project's own configuration.
 * @returns its exit code and all it printed
 */
function run(tool: string, args: readonly string[], files: Readonly<Record<string, string>>) {
  const root = makeTree(files);
  cpSync(path.join(projectRoot, 'tsconfig.json'), path.join(root, 'tsconfig.json'));
  cpSync(path.join(projectRoot, 'lib/tooling'), path.join(root, 'lib/tooling'), {
    recursive: true,
    filter: (from) => !/\.(?:mjs|ts)$/.test(from),
  });
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(root, 'node_modules'));
  const bin = path.join(projectRoot, 'node_modules/.bin', tool);
  const { status, stdout, stderr } = spawnSync(bin, args, { cwd: root, encoding: 'utf8' });
  return { status, text: `${stdout}\n${stderr}` };
}

const biome = (files: Readonly<Record<string, string>>) =>
  run('biome', ['check', '--config-path=lib/tooling', '--error-on-warnings'], files);

describe('biome.json', () => {
  const goodLine = "export const greet = (name: string) => name.trim() || 'Nachbarin';\n";

  test('is silent about good code and looks away from what is generated', () => {
    const { status, text } = biome({
      'app/[locale]/page.tsx': 'export default function Page() {\n  return <p>Glück auf</p>;\n}\n',
      'app/globals.css': '@import "tailwindcss";\n@theme {\n  --color-ink: #1b2430;\n}\n',
      'components/ui/greeting.ts': goodLine,
      'lib/tooling/say.ts': "console.log('built');\n",
      'prisma/generated/client.ts': 'var x: any = 1',
    });
    expect(text).toContain('Checked 7 files');
    expect(status).toBe(0);
  });

  test('is silent about functions of 60 lines, and about a group of tests', () => {
    const { status, text } = biome({
      'lib/forum/rules.ts': longFunction(60),
      'lib/forum/rules.test.ts': group(longTest(60).repeat(2)),
    });
    expect(text).toContain('Checked 5 files');
    expect(status).toBe(0);
  });

  test.each([
    ['lib/forum/rules.ts', 'export const f = (x: any) => x;\n', 'noExplicitAny'],
    ['lib/forum/rules.ts', "import { z } from 'zod';\n", 'noUnusedImports'],
    ['lib/forum/rules.ts', 'console.log(1);\n', 'noConsole'],
    ['lib/forum/rules.ts', 'export default 1;\n', 'noDefaultExport'],
    ['lib/forum/rules.ts', 'export const a = "double"\n', 'format'],
    ['lib/forum/MyRules.ts', 'export const a = 1;\n', 'useFilenamingConvention'],
    ['lib/forum/types.ts', "export * from './rules';\n", 'noReExportAll'],
    ['lib/forum/rules.test.ts', "test.only('x', () => {});\n", 'noFocusedTests'],
    ['components/ui/a.tsx', 'export const A = () => <img src="a.png" />;\n', 'useAltText'],
    ['components/ui/a.tsx', "import Link from 'next/link';\nLink();\n", 'noRestrictedImports'],
    ['lib/forum/rules.ts', longFunction(61), 'noExcessiveLinesPerFunction'],
    ['e2e/forum/a.spec.ts', longFunction(61), 'noExcessiveLinesPerFunction'],
    ['lib/forum/rules.test.ts', longFunction(61), 'A function of a test has more than 60 lines'],
    ['lib/forum/rules.test.ts', group(longTest(61)), 'A function of a test has more than 60 lines'],
    ['lib/forum/rules.ts', tangledFunction(), 'noExcessiveCognitiveComplexity'],
  ])('%s: %j → %s', (file, text, rule) => {
    const found = biome({ [file]: text });
    expect(found.text).toContain(rule);
    expect(found.status).toBe(1);
  });
});

/** Lines that do nothing, the first and the last among them. */
function longFunction(lines: number) {
  return `export function f(g: () => void) {\n${'  g();\n'.repeat(lines - 2)}}\n`;
}

const longTest = (lines: number) => `  test('y', () => {\n${'    g();\n'.repeat(lines - 2)}  });\n`;

const group = (tests: string) => `describe('x', () => {\n${tests}});\n`;

/** Five questions inside each other: 1 + 2 + 3 + 4 + 5 > 10. */
function tangledFunction() {
  const [open, close] = ['if (a) {\n', '}\n'];
  return `export function f(a: boolean) {\n${open.repeat(5)}return 1;\n${close.repeat(5)}return 2;\n}\n`;
}

describe('tsconfig.json', () => {
  const tsc = (text: string, file = 'lib/forum/rules.ts') =>
    run('tsc', ['--noEmit', '--incremental', 'false'], { [file]: text });

  test('is silent about good code', () => {
    expect(tsc("export const first = (list: string[]) => list[0] ?? '';")).toMatchObject({
      status: 0,
    });
  });

  test.each([
    ['an index that may be empty', 'export const f = (l: string[]): string => l[0];'],
    ['undefined for a missing one', 'export const x: { a?: string } = { a: undefined };'],
    ['a parameter without type', 'export const f = (x) => x;'],
    ['a way out without value', 'export function f(a: boolean) { if (a) return 1; }'],
  ])('finds %s', (_, text) => {
    const found = tsc(text);
    expect(found.text).toMatch(/lib\/forum\/rules\.ts\(1,\d+\): error TS/);
    expect(found.status).not.toBe(0);
  });

  test('checks plain JavaScript by its comments', () => {
    const text = '/** @param {string} a */\nexport const f = (a) => a;\nf(1);\n';
    expect(tsc(text, 'lib/core/env.mjs').text).toContain('lib/core/env.mjs(3,3): error TS2345');
  });
});

describe('knip.json', () => {
  const knip = (files: Readonly<Record<string, string>>) =>
    run('knip', ['--config', 'lib/tooling/knip.json', '--no-config-hints', '--no-progress'], {
      'package.json':
        '{ "name": "small", "dependencies": { "next": "*", "react": "*", "react-dom": "*" } }',
      'next.config.js': 'export default {};',
      'app/[locale]/page.tsx': `
        import type { Metadata } from 'next';
        import { a } from '@/lib/forum/rules';
        export const metadata: Metadata = {};
        export default function Page() { return a; }`,
      'lib/forum/rules.ts': 'export const a = 1;',
      ...files,
    });

  test('is silent when everything is used', () => {
    const { text, status } = knip({});
    expect(text.trim()).toBe('');
    expect(status).toBe(0);
  });

  test.each([
    ['lib/forum/policy.ts', 'export const b = 1;', 'Unused files'],
    ['lib/forum/rules.ts', 'export const a = 1;\nexport const b = 2;', 'Unused exports'],
    ['lib/forum/rules.ts', "import 'left-pad';\nexport const a = 1;", 'Unlisted dependencies'],
    ['package.json', '{ "name": "x", "dependencies": { "next": "*", "zod": "*" } }', 'Unused dep'],
  ])('%s: %j → %s', (file, text, heading) => {
    const found = knip({ [file]: text });
    expect(found.text).toContain(heading);
    expect(found.status).toBe(1);
  });
});
