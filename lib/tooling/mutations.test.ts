import { describe, expect, it } from 'vitest';
import { mutationsOf } from './mutations.mjs';

const broken = (text: string) =>
  mutationsOf('lib/loans/commands.ts', text).map(({ kind, line, broken: after }) => [
    kind,
    line,
    after,
  ]);

describe('every guard of a file is broken by itself', () => {
  it.each([
    ['a row lock', 'lock', '`SELECT 1\n  FROM loans FOR UPDATE`', '`SELECT 1\n  FROM loans`', 2],
    [
      'a lock by name',
      'lock',
      "SELECT pg_advisory_xact_lock(hashtextextended('loans', 0))",
      "SELECT abs(hashtextextended('loans', 0))",
      1,
    ],
    [
      'a version that was seen',
      'version',
      'where: { id, [column]: seen } as Row,',
      'where: { id } as Row,',
      1,
    ],
    [
      'a right that is asked for',
      'right',
      "\nif (!mayLend(actor)) throw new AppError('NOT_FOUND');",
      "\nif (1 > 2) throw new AppError('NOT_FOUND');",
      2,
    ],
    [
      'a right that is named',
      'right',
      "lend: right('loans.lend', mayCoordinate),",
      "lend: right('loans.lend', () => true),",
      1,
    ],
    ['a period', 'limit', 'const KEPT_DAYS = 30;', 'const KEPT_DAYS = 61;', 1],
    ['a limit', 'limit', 'export const MOST_LOANS = 1_000;', 'export const MOST_LOANS = 2001;', 1],
    [
      'an audience',
      'audience',
      "note: textFor('PUBLIC', note, audience),",
      "note: textFor('PERSON', note, audience),",
      1,
    ],
  ])('%s', (_, kind, text, after, line) => {
    expect(broken(text)).toEqual([[kind, line, after]]);
  });

  it('one at a time', () => {
    const text = 'const KEPT_DAYS = 30;\nconst LOAN_MONTHS = 6;\n';
    expect(broken(text)).toEqual([
      ['limit', 1, 'const KEPT_DAYS = 61;\nconst LOAN_MONTHS = 6;\n'],
      ['limit', 2, 'const KEPT_DAYS = 30;\nconst LOAN_MONTHS = 13;\n'],
    ]);
  });

  it('but not how much of a list is shown', () => {
    expect(broken('const MOST_SHOWN = 200;')).toEqual([]);
  });
});
