import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { papersOf } from '@/lib/testing/ballots';
import { resultFrom } from '@/lib/testing/publications';
import { elections, levelElections, ruleWith } from '@/lib/voting/count/samples';
import { tableOf } from '../published/publication.mjs';
import { shownResult } from '../results/shown';
import type { BallotPaper, ElectionRule, WholeResult } from '../results/types';
import type { PublishedTable } from '../types';
import { checkTable } from './table.mjs';

const PROGRAM = fileURLToPath(new URL('./table.mjs', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'table-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TABLES = [
  ...(['irv', 'stv_scottish', 'schulze_margins', 'schulze_winning_votes'] as const),
  'mes_cost_add1u',
] as const;

/** As anybody gets it. */
function tableFrom(
  rule: ElectionRule,
  papers: readonly BallotPaper[],
  withdrawn: readonly string[] = [],
): PublishedTable {
  const whole = {
    ...shownResult(resultFrom(rule, papers, withdrawn)),
    shows: 'all',
  } as WholeResult;
  return JSON.parse(JSON.stringify(tableOf(7, rule, whole)));
}

describe('a table that was counted', () => {
  const many = { min: 20, max: 60 };

  it.each(TABLES)('follows its rule in any election: %s', (name) => {
    fc.assert(
      fc.property(elections(name, many), ({ rule, papers, withdrawn }) => {
        const file = tableFrom(rule, papers, withdrawn);
        const { winners, problem } = checkTable(file);
        expect(problem).toBeNull();
        expect(winners.toSorted()).toEqual([...file.result.winners].toSorted());
      }),
      { numRuns: 200 },
    );
  });

  it.each(TABLES)('follows where everything is equal and the lot decides: %s', (name) => {
    fc.assert(
      fc.property(levelElections(name), ({ rule, papers }) => {
        if (papers.length < 5) return;
        expect(checkTable(tableFrom(rule, papers)).problem).toBeNull();
      }),
      { numRuns: 100 },
    );
  });
});

const ranked = (countRule: 'irv' | 'stv_scottish' | 'schulze_margins', seats = 1) => {
  const rule = ruleWith({ method: 'RANKING', countRule, seats });
  return tableFrom(rule, papersOf(rule, ['AC', 8], ['BA', 7], ['CB', 6]));
};

const money = () => {
  const { options, ...rest } = ruleWith({ method: 'BUDGET', countRule: 'mes_cost_add1u' });
  const costs = [30_000, 40_000, 50_000];
  const rule = {
    ...{ ...rest, budgetCents: 80_000 },
    options: options.map((option, at) => ({ ...option, costCents: costs[at] ?? 0 })),
  };
  return tableFrom(rule, papersOf(rule, ['AB', 8], ['B', 7], ['C', 6]));
};

type Rounds = NonNullable<PublishedTable['result']['rounds']>;
const withRounds = (file: PublishedTable, change: (rounds: Rounds) => Rounds) => ({
  ...file,
  result: { ...file.result, rounds: change(file.result.rounds ?? []) },
});

const CHANGED: Record<string, PublishedTable> = {
  'another one wins': { ...ranked('irv'), result: { ...ranked('irv').result, winners: ['P003'] } },
  'a vote more in a round': withRounds(ranked('irv'), ([first = {}, ...rest]) => [
    { ...first, P003: '9' },
    ...rest,
  ]),
  'votes that come from nowhere': withRounds(ranked('irv'), ([first = {}, second = {}]) => [
    first,
    { ...second, P002: '20' },
  ]),
  'votes taken from who stays': withRounds(ranked('irv'), ([first = {}, second = {}]) => [
    first,
    { ...second, P001: '7' },
  ]),
  'a round left out': withRounds(ranked('irv'), (rounds) => rounds.slice(0, 1)),
  'a round too many': withRounds(ranked('irv'), (rounds) => [...rounds, ...rounds.slice(-1)]),
  'another quota': {
    ...ranked('stv_scottish', 2),
    result: { ...ranked('stv_scottish', 2).result, quota: '3.00000' },
  },
  'a seat for another': {
    ...ranked('stv_scottish', 2),
    result: { ...ranked('stv_scottish', 2).result, winners: ['P003'] },
  },
  'a comparison turned round': {
    ...ranked('schulze_margins'),
    result: {
      ...ranked('schulze_margins').result,
      pairs: (ranked('schulze_margins').result.pairs ?? []).map(([a, b, x, y]) => [a, b, y, x]),
      winners: ['P003', 'P002', 'P001'],
    },
  },
  'a comparison left out': {
    ...ranked('schulze_margins'),
    result: { ...ranked('schulze_margins').result, pairs: [] },
  },
  'a share that does not pay': {
    ...money(),
    result: {
      ...money().result,
      purchases: (money().result.purchases ?? []).map((one) => ({ ...one, share: ['1', '1'] })),
    },
  },
  'money for another': { ...money(), result: { ...money().result, winners: ['P003'] } },
};

describe('a table somebody changed', () => {
  it('follows as long as nobody did', () => {
    for (const file of [ranked('irv'), ranked('stv_scottish', 2), money()])
      expect(checkTable(file).problem).toBeNull();
  });

  it.each(Object.entries(CHANGED))('is found: %s', (_what, file) => {
    expect(checkTable(file).problem).not.toBeNull();
  });
});

describe('what a table says', () => {
  it.each(TABLES)('is no whole ballot, and nothing secret: %s', (name) => {
    const [{ rule, papers } = { rule: ruleWith(), papers: [] }] = fc.sample(
      elections(name, { min: 20, max: 24 }),
      { seed: 3, numRuns: 1 },
    );
    const whole = { ...resultFrom(rule, papers), salt: 'secret' };
    const text = JSON.stringify(tableOf(7, rule, shownResult(whole) as WholeResult));
    expect(text).not.toContain('secret');
    expect(Object.keys(JSON.parse(text))).not.toContain('ballots');
  });
});

describe('on the command line', () => {
  const run = (text: string) => {
    const place = path.join(folder, 'table.json');
    writeFileSync(place, text);
    const { status, stdout } = spawnSync(process.execPath, [PROGRAM, place], { encoding: 'utf8' });
    return { status, lines: stdout.trim().split('\n') };
  };

  it('says who is ahead and whether it follows', () => {
    const file = ranked('irv');
    expect(run(JSON.stringify(file))).toEqual({
      ...{ status: 0, lines: [`Vorn: ${file.result.winners.join(', ')}`, 'folgt'] },
    });
    expect(run(JSON.stringify(CHANGED['a round left out']))).toMatchObject({ status: 1 });
    expect(run('{}')).toMatchObject({ status: 2 });
  });

  it('needs nothing but Node', () => {
    const text = readFileSync(PROGRAM, 'utf8');
    const imports = [...text.matchAll(/(?:from|import\() ?'([^']+)'/g)].map(([, name]) => name);
    expect(imports.filter((name) => !name?.startsWith('node:'))).toEqual([]);
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(250);
  });
});
