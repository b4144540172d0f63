import { describe, expect, test } from 'vitest';
import { findProblems } from './check-budgets.mjs';
import { makeTree } from './fixture';

const FILE = 'lib/forum/rules.ts';
const TEST = 'lib/forum/rules.test.ts';

const lines = (count: number, line = 'export {};') => `${line}\n`.repeat(count);

/** What the check says of one file, with its line. */
const said = (file: string, text: string) =>
  findProblems(makeTree({ [file]: text })).map(({ line, message }) => `${line} ${message}`);

describe('check-budgets: sizes', () => {
  test('is silent up to the limits', () => {
    const small = Object.fromEntries(['a', 'b', 'c'].map((name) => [`lib/${name}/rules.ts`, '']));
    expect(findProblems(makeTree({ ...small, [FILE]: lines(250), [TEST]: lines(400) }))).toEqual(
      [],
    );
  });

  test('finds long files and a house of long files', () => {
    expect(said(FILE, lines(251))).toEqual([
      '251 has 251 lines, at most 250',
      '1 the median file has 251 lines: at most 90, better 70',
    ]);
    expect(said(TEST, lines(401))).toEqual(['401 has 401 lines, at most 400']);
  });
});

describe('check-budgets: what is never done', () => {
  test.each([
    ['const x: any = 1;', 'the type any'],
    ['/** @param {any} x */', 'the type any in a comment'],
    ['// @ts-ignore', 'silences the compiler'],
    ['// @ts-expect-error', '@ts-expect-error without a reason'],
    ['// biome-ignore lint/style/useConst: no', 'biome-ignore without a reason'],
    ['/* eslint-disable */', 'silences a check'],
    ['// TODO later', 'a note without an issue'],
    ["test.skip('x', f);", 'test.skip: every test runs'],
    ["describe.only('x', f);", 'describe.only: every test runs'],
    ["it.todo('x');", 'it.todo: every test runs'],
    ['page.waitForTimeout(100);', 'waits a fixed time'],
    ['db.$queryRawUnsafe(text);', 'builds SQL from strings'],
    ['db.$executeRawUnsafe(text);', 'builds SQL from strings'],
    ['Prisma.raw(text);', 'builds SQL from strings'],
    ['const props = { dangerouslySetInnerHTML: x };', 'builds markup from strings'],
    [`const place = '${['', 'root', 'data'].join('/')}';`, 'trace of one machine'],
    [`const host = '${['registry', 'npmjs', 'org'].join('.')}';`, 'trace of one machine'],
  ])('%s', (text, message) => {
    expect(said(FILE, `\n${text}\n`)).toEqual([expect.stringContaining(`2 ${message}`.slice(2))]);
    expect(said(FILE, `\n${text}\n`)[0]).toMatch(/^2 /);
  });

  test('the same with a reason or an issue is accepted', () => {
    const text = `
      // biome-ignore lint/style/useConst: the loop below sets it
      // @ts-expect-error: the library forgets this overload
      // TODO(#12) when the map comes
      // {many} words in a comment say nothing about types
      /** @param {string} x any text */`;
    expect(said(FILE, text)).toEqual([]);
  });

  test('a written date is found in journeys and guards alone', () => {
    const text = "export const day = '2027-03-03';\nexport const path = `/monat/2027-03`;";
    expect(said('e2e/calendar/a.spec.ts', text)).toHaveLength(2);
    expect(said(FILE, text)).toEqual([]);
  });

  test.each([
    ["const zone = 'Europe/Berlin';", 'a time zone'],
    ['const text = `in Europe/Vienna`;', 'a time zone'],
    ['const day = 24 * 60 * 60 * 1000;', "a day's length"],
    ['const week = 7 * 24 * 3_600_000;', "a day's length"],
    ['const until = days * 24 * 60 * 60;', "a day's length"],
    ['const day = 24 * HOUR_MS;', "a day's length"],
    ['const month = 2_592_000;', "a day's length"],
    ["const column = new Date('2026-12-01T00:00:00Z');", 'a day without time'],
  ])('%s is said once', (text, message) => {
    expect(said(FILE, text)).toEqual([expect.stringContaining(message)]);
  });

  test('what is no day and no zone is left alone, and so is what a test looks at', () => {
    const text = 'const a = [90 * 60 * 1000, hours * 3_600_000, 24, 0 * 24 * 60 * 60];';
    expect(said(FILE, `${text}\nconst b = 'Europe';`)).toEqual([]);
    const zone = "const zone = 'Europe/Berlin';";
    expect(said('lib/forum/rules.test.ts', zone)).toEqual([]);
    expect(said('lib/testing/forum.ts', zone)).toHaveLength(1);
    expect(said('lib/forum/rules.test.ts', 'const day = 24 * 60 * 60 * 1000;')).toHaveLength(1);
  });

  test('markup in a page and a trace in a document are found as well', () => {
    const markup = 'export const A = () => <p dangerouslySetInnerHTML={x} />;';
    expect(said('components/ui/a.tsx', markup)).toHaveLength(1);
    expect(said('README.md', `see ${['', 'work', 'main'].join('/')}`)).toHaveLength(1);
  });
});
