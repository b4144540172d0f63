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
    ['a lock that lets keys be read', 'lock', '`SELECT 1 FOR NO KEY UPDATE`', '`SELECT 1`', 1],
    [
      'a whole table that is locked',
      'lock',
      'tx`LOCK TABLE loans IN SHARE ROW EXCLUSIVE MODE`',
      'tx`SELECT 1`',
      1,
    ],
    [
      'a lock somebody tries for',
      'lock',
      'tx`SELECT pg_try_advisory_xact_lock(7) AS got`',
      'tx`SELECT true AS got`',
      1,
    ],
    [
      'a lock a process tries for',
      'lock',
      "'SELECT pg_try_advisory_lock_shared($1, hashtext($2))'",
      "'SELECT ($1::int IS NOT NULL AND hashtext($2) IS NOT NULL)'",
      1,
    ],
    [
      'how often somebody tries',
      'limit',
      "{ name: 'loan', max: 1_0, windowSeconds: 60 }",
      "{ name: 'loan', max: 21, windowSeconds: 60 }",
      1,
    ],
    [
      'how often in an hour',
      'limit',
      "{ name: 'loan', max: 5, ...HOUR }",
      "{ name: 'loan', max: 11, ...HOUR }",
      1,
    ],
    [
      'a refusal of whoever was slower',
      'version',
      'const late = await takeVersion(tx.loan, id, seen);\n    if (late) return late;\n',
      'const late = await takeVersion(tx.loan, id, seen);\n    \n',
      1,
    ],
    [
      'the same in other words',
      'version',
      'if (await takeVersion(tx.loan, id, seen)) {',
      'if ((await takeVersion(tx.loan, id, seen)) && 1 > 2) {',
      1,
    ],
    [
      'a right something shown depends on',
      'right',
      'if (!LOAN_RIGHTS.lend.isHeldBy(who)) return [];',
      'if (1 > 2) return [];',
      1,
    ],
    ['a right asked for in a gate', 'right', 'admit(LOAN_RIGHTS.lend, who);', '{}', 1],
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

  it('but not how long something typed may be', () => {
    expect(broken('{ min: 1, max: 40 }')).toEqual([]);
  });

  it('but not how much of a list is shown', () => {
    expect(broken('const MOST_SHOWN = 200;')).toEqual([]);
  });
});
