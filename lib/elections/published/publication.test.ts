import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { publishedFrom } from '@/lib/testing/publications';
import { COUNT_RULES, elections, ruleWith } from '@/lib/voting/count/samples';
import { parseBlt } from '../files/blt.mjs';
import { parsePabulib } from '../files/pabulib.mjs';
import { count } from '../methods/count.mjs';
import type { CountRule } from '../results/types';
import type { Publication } from '../types';
import { writeBlt } from './blt';
import { writeCsv } from './csv';
import { writePabulib } from './pabulib';
import { ballotFilesOf } from './publication.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'ledger-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Nobody recommends what nobody marked; counting programs elsewhere may list it all the same. */
function markedOnly(file: Publication, winners: readonly string[]): string[] {
  const marked = new Set(file.ballots.flat(2).filter((mark) => typeof mark === 'string'));
  return winners.map((name) => name.slice(0, 4)).filter((id) => marked.has(id));
}

/**
 * Every form of a file that another program can count. A ballot that names nothing but a withdrawn
 * option still counts for the quota of a seat; the Pabulib form, made for projects, cannot say that.
 */
const readAgain = (file: Publication, seats: number) => [
  ...(file.rule === 'stv_scottish' ? [] : [parsePabulib(writePabulib(file, null))]),
  ...(file.method === 'RANKING' || seats > 1 ? [blt(file)] : []),
];

function blt(file: Publication) {
  const read = parseBlt(writeBlt(file));
  if (read.seats !== file.seats) throw new Error('the number of seats was lost');
  if (file.method !== 'POINTS') return read;
  return parsePabulib(writePabulib(file, 12));
}

describe('published files', () => {
  it.each(COUNT_RULES)('lead to the same winners when they are counted again: %s', async (rule) => {
    await fc.assert(
      fc.asyncProperty(elections(rule), async (election) => {
        const file = await publishedFrom(election.rule, election.papers, election.withdrawn);
        const again = readAgain(file, election.rule.seats).map(
          (read) => count(rule, { ...read, seats: file.seats }).winners,
        );
        expect(again.length).toBeGreaterThan(0);
        for (const winners of again) {
          expect(markedOnly(file, winners)).toEqual(file.result.winners);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each(COUNT_RULES)('are read by npm run tally: %s', async (countRule) => {
    const file = await exampleOf(countRule);
    const read = (name: string, text: string) => {
      const place = path.join(folder, name);
      writeFileSync(place, text);
      const args = ['lib/tooling/tally.mjs', '--rule', countRule, place];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      return markedOnly(file, (JSON.parse(stdout) as { winners: string[] }).winners);
    };
    if (file.method === 'RANKING') {
      expect(read('poll.blt', writeBlt(file))).toEqual(file.result.winners);
    } else {
      expect(read('poll.pb', writePabulib(file, null))).toEqual(file.result.winners);
    }
  });
});

/** The first random election of a rule with one seat, or several for rankings, and enough ballots. */
async function exampleOf(countRule: CountRule): Promise<Publication> {
  const found = fc
    .sample(elections(countRule, { min: 20, max: 24 }), { seed: 5, numRuns: 200 })
    .find(({ rule }) => rule.method === 'RANKING' || rule.seats === 1);
  if (!found) throw new Error('no election with one seat among two hundred');
  return await publishedFrom(found.rule, found.papers, found.withdrawn);
}

describe('ballotFilesOf', () => {
  it('has nothing where too few took part', () => {
    expect(ballotFilesOf(ruleWith(), { head: '' })).toEqual([]);
  });

  it('has the form for rankings where the other one would lose something', () => {
    const files = (changes: Parameters<typeof ruleWith>[0]) =>
      ballotFilesOf(ruleWith(changes), { head: 'x' });
    expect(files({})).toEqual(['json', 'csv', 'pb']);
    expect(files({ seats: 2 })).toContain('blt');
    expect(files({ method: 'RANKING', countRule: 'irv' })).toContain('blt');
  });
});

describe('writeCsv', () => {
  it('has a row for each ballot and a column for each option', async () => {
    const rule = ruleWith({ method: 'RANKING', countRule: 'irv' });
    const [a = '', b = '', c = ''] = rule.options.map(({ id }) => id);
    const file = await publishedFrom(rule, [
      { choices: [c, a], points: [] },
      { choices: [], points: [] },
      { choices: [b], points: [] },
    ]);
    expect(writeCsv(file)).toBe(
      '\ufeffNr;P001 Bank;P002 Schaukel;P003 Sonnensegel\r\n1;2;;1\r\n2;;;\r\n3;;1;\r\n',
    );
  });

  it('writes points as they were given', async () => {
    const rule = ruleWith({ method: 'POINTS', countRule: 'points', pointsPerOption: 3 });
    const [a = '', b = ''] = rule.options.map(({ id }) => id);
    const text = writeCsv(await publishedFrom(rule, [{ choices: [b, a], points: [1, 3] }]));
    expect(text.split('\r\n')[1]).toBe('1;3;1;');
  });

  it.each(['=HYPERLINK("http://x.example";"y")', '+1', '-1', '@SUM(1)', '\tx'])(
    'lets nobody smuggle in a formula: %s',
    async (label) => {
      const labels = [label, 'zwei; drei', '"vier"'];
      const file = await publishedFrom(ruleWith({ labels }), []);
      const [header = ''] = writeCsv(file).slice(1).split('\r\n');
      const cells = header.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
      expect(cells).toHaveLength(4);
      for (const cell of cells) expect(cell).toMatch(/^"?[A-Z]/);
    },
  );
});
