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

const biome = (files: Readonly<Record<string, string>>, ...more: string[]) =>
  run('biome', ['check', '--config-path=lib/tooling', '--error-on-warnings', ...more], files);

/** Runs a tool once for all cases: starting it takes longer than what it looks at. */
function once<T>(work: () => T): () => T {
  let done: { value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

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

  const bad: [file: string, text: string, rule: string][] = [
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
  ];
  /** Each in a folder of its own, beside which it is the only one with something to say. */
  const placeOf = (place: number) =>
    (bad[place]?.[0] ?? '').replace(/\/(?=[^/]*$)/, `/of-${place}/`);
  const found = once(() => {
    const files = bad.map(([, text], place) => [placeOf(place), text] as const);
    return biome(Object.fromEntries(files), '--max-diagnostics=none', '--reporter=github');
  });

  test.each(bad.map(([, text, rule], place) => [placeOf(place), text, rule]))(
    '%s: %j → %s',
    (file, text, rule) => {
      const lines = found()
        .text.split('\n')
        .filter((line) => /^::error /.test(line) && line.includes(`/${file},`));
      expect(lines.join('\n'), text).toContain(rule);
      expect(found().status).toBe(1);
    },
  );
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
  const tsc = (files: Readonly<Record<string, string>>) =>
    run('tsc', ['--noEmit', '--incremental', 'false'], files);

  test('is silent about good code', () => {
    const good = "export const first = (list: string[]) => list[0] ?? '';";
    expect(tsc({ 'lib/forum/rules.ts': good })).toMatchObject({ status: 0 });
  });

  const bad: [file: string, what: string, text: string][] = [
    ['may-be.ts', 'an index that may be empty', 'export const f = (l: string[]): string => l[0];'],
    [
      'missing.ts',
      'undefined for a missing one',
      'export const x: { a?: string } = { a: undefined };',
    ],
    ['typeless.ts', 'a parameter without type', 'export const f = (x) => x;'],
    ['wayout.ts', 'a way out without value', 'export function f(a: boolean) { if (a) return 1; }'],
    [
      'plain.mjs',
      'what plain JavaScript says in its comments',
      '/** @param {string} a */ export const f = (a) => a; f(1);',
    ],
  ];
  const found = once(() =>
    tsc(Object.fromEntries(bad.map(([file, , text]) => [`lib/forum/${file}`, text]))),
  );

  test.each(bad)('finds in %s %s', (file) => {
    expect(found().text).toMatch(new RegExp(`^lib/forum/${file}\\(1,\\d+\\): error TS`, 'm'));
    expect(found().status).not.toBe(0);
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

  const found = once(() =>
    knip({
      'lib/forum/policy.ts': 'export const b = 1;',
      'lib/forum/rules.ts': "import 'left-pad';\nexport const a = 1;\nexport const b = 2;",
      'package.json':
        '{ "name": "small", "dependencies": { "next": "*", "react": "*", "react-dom": "*", "zod": "*" } }',
    }),
  );

  test.each([
    ['Unused files', 'lib/forum/policy.ts'],
    ['Unused exports', 'b '],
    ['Unlisted dependencies', 'left-pad '],
    ['Unused dependencies', 'zod '],
  ])('%s: %s', (heading, name) => {
    // One line for the heading and how many there are, one for each of them.
    expect(found().text).toContain(`${heading} (1)\n${name}`);
    expect(found().status).toBe(1);
  });
});
