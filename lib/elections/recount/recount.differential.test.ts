import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { papersOf } from '@/lib/testing/ballots';
import { marksFrom, publishedFrom } from '@/lib/testing/publications';
import { COUNT_RULES, elections, levelElections, ruleWith } from '@/lib/voting/count/samples';
import { publishesOf } from '../published/publication.mjs';
import type { BallotPaper, CountRule, ElectionRule, PollMethod } from '../results/types';
import type { Publication } from '../types';

/**
 * Two programs that share nothing but the published words count the same elections. Another program
 * can be tried (`RECOUNT_PROGRAM`), and more of them (`RECOUNT_RUNS`, of each rule and each kind).
 */
const PROGRAM = path.resolve(process.env.RECOUNT_PROGRAM ?? 'lib/elections/recount/recount.mjs');
const RUNS = { numRuns: Number(process.env.RECOUNT_RUNS ?? 120) };

interface Recount {
  winners: string[];
  differences: string[];
}

let recount: (file: Publication, checksum?: string) => Recount | Promise<Recount>;

beforeAll(async () => {
  ({ recount } = (await import(pathToFileURL(PROGRAM).href)) as { recount: typeof recount });
});

type Cast = { rule: ElectionRule; papers: readonly BallotPaper[]; withdrawn?: readonly string[] };

async function expectSame({ rule, papers, withdrawn = [] }: Cast) {
  await expectRight(await publishedFrom(rule, papers, withdrawn));
  // What everybody gets where sums are enough.
  if (publishesOf(rule) === 'marks') await expectRight(await marksFrom(rule, papers, withdrawn));
}

async function expectRight(published: Publication) {
  const file = JSON.parse(JSON.stringify(published));
  const found = await recount(file, file.head);
  expect({ winners: [...found.winners].sort(), differences: found.differences }).toEqual({
    winners: [...file.result.winners].sort(),
    differences: [],
  });
}

/** A first option that costs nothing now and then. */
const withGift = (cast: Cast): Cast => ({
  ...cast,
  rule: {
    ...cast.rule,
    options: cast.rule.options.map((option, index) =>
      index === 0 && option.costCents !== null ? { ...option, costCents: 0 } : option,
    ),
  },
});

describe('the count and the recount agree', () => {
  it.each(COUNT_RULES)('in any election: %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(elections(name), fc.boolean(), async (cast, hasGift) => {
        await expectSame(hasGift ? withGift(cast) : cast);
      }),
      RUNS,
    );
  });

  it.each(COUNT_RULES)('where everything is equal and the lot decides: %s', async (name) => {
    await fc.assert(fc.asyncProperty(levelElections(name), expectSame), RUNS);
  });

  it.each(COUNT_RULES)('with many ballots: %s', async (name) => {
    const many = elections(name, { min: 60, max: 200 });
    await fc.assert(fc.asyncProperty(many, expectSame), { numRuns: Math.ceil(RUNS.numRuns / 10) });
  });
});

const METHODS: Partial<Record<CountRule, PollMethod>> = { irv: 'RANKING', stv_scottish: 'RANKING' };

describe('a lot both ways round', () => {
  const lots = { forwards: [1, 2, 3], backwards: [3, 2, 1] };
  it.each(
    Object.entries(lots).flatMap(([way, lot]) =>
      (['irv', 'stv_scottish', 'approval'] as const).map((rule) => [rule, way, lot] as const),
    ),
  )('%s, %s', async (countRule, _way, lot) => {
    const made = ruleWith({ countRule, method: METHODS[countRule] ?? 'UP_TO' });
    const options = made.options.map((option, index) => ({ ...option, lot: lot[index] ?? 0 }));
    for (const seats of countRule === 'irv' ? [1] : [1, 2]) {
      const rule = { ...made, options, seats };
      await expectSame({ rule, papers: papersOf(rule, ['A', 8], ['B', 8], ['C', 8]) });
    }
  });
});

const folder = mkdtempSync(path.join(tmpdir(), 'recount-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('on the command line', () => {
  it('says who is ahead and that it is the same', async () => {
    const rule = ruleWith({ countRule: 'stv_scottish', method: 'RANKING', seats: 2 });
    const file = await publishedFrom(rule, papersOf(rule, ['A', 8], ['B', 8], ['C', 8]));
    const place = path.join(folder, 'poll.json');
    writeFileSync(place, `${JSON.stringify(file)}\n`);
    const told = execFileSync(process.execPath, [PROGRAM, place, file.head], { encoding: 'utf8' });
    expect(told).toBe('Vorn: P001, P002\ngleich\n');
  });
});
