import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { papersOf } from '@/lib/testing/ballots';
import { publishedFrom } from '@/lib/testing/publications';
import { ruleWith } from '@/lib/voting/count/samples';
import { headOf } from '../published/chain.mjs';
import type { Publication } from '../types';

const PROGRAM = fileURLToPath(new URL('./recount.mjs', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'recount-'));

afterAll(() => rmSync(folder, { recursive: true }));

describe('the second program', () => {
  it('is short and needs nothing but Node', () => {
    const text = readFileSync(PROGRAM, 'utf8');
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(280);
    const imports = [...text.matchAll(/(?:from|import\() ?'([^']+)'/g)].map(([, name]) => name);
    expect(imports.filter((name) => !name?.startsWith('node:'))).toEqual([]);
  });
});

const rule = ruleWith();
const ids = rule.options.map(({ id }) => id);
const papers = [
  ...Array.from({ length: 12 }, () => ({ choices: ids.slice(0, 1), points: [] })),
  ...Array.from({ length: 9 }, () => ({ choices: ids.slice(1, 3), points: [] })),
];

function run(file: Publication, ...more: string[]) {
  const place = path.join(folder, 'file.json');
  writeFileSync(place, JSON.stringify(file));
  const { status, stdout } = spawnSync(process.execPath, [PROGRAM, place, ...more], {
    encoding: 'utf8',
  });
  return { status, lines: stdout.trim().split('\n') };
}

type Change = (ballots: Publication['ballots']) => Publication['ballots'];

const CHANGES: Record<string, Change> = {
  'one ballot changed': ([, ...rest]) => [['P002'], ...rest],
  'a ballot dropped': ([, ...rest]) => rest,
  'a ballot added': (ballots) => [...ballots, ['P001']],
  'two ballots in another order': (ballots) => [...ballots].reverse(),
};

describe('a file somebody changed', () => {
  it('is equal as long as nobody did', async () => {
    const file = await publishedFrom(rule, papers);
    expect(run(file, file.head)).toEqual({ status: 0, lines: ['Vorn: P001', 'gleich'] });
  });

  it.each(Object.entries(CHANGES))('is found: %s', async (_what, change) => {
    const file = await publishedFrom(rule, papers);
    const changed = { ...file, ballots: change(file.ballots) };
    const found = run(changed, file.head);
    expect(found.status).toBe(1);
    expect(found.lines.at(-1)).toBe('verschieden: Prüfsumme der Stimmzettel');
  });

  it('is found by the checksum of the page, even if its own was made to fit', async () => {
    const file = await publishedFrom(rule, papers);
    const changed = { ...file, ballots: [...file.ballots].reverse() };
    const fitting = { ...changed, head: await headOf(changed) };
    expect(run(fitting).status).toBe(0);
    expect(run(fitting, file.head).status).toBe(1);
  });

  it('is found when only the result was changed', async () => {
    const file = await publishedFrom(rule, papers);
    const changed = { ...file, result: { ...file.result, winners: ['P002'] } };
    const fitting = { ...changed, head: await headOf(changed) };
    expect(run(fitting)).toEqual({ status: 1, lines: ['Vorn: P001', 'verschieden: Ergebnis'] });
    const votes = { ...file.result.votes, P002: 20 };
    const other = { ...file, result: { ...file.result, votes } };
    const [, verdict] = run({ ...other, head: await headOf(other) }).lines;
    expect(verdict).toBe('verschieden: Schaukel');
  });

  it.each(['irv', 'stv_scottish'] as const)(
    'is found when only a round was changed: %s',
    async (name) => {
      const ranked = ruleWith({ method: 'RANKING', countRule: name });
      const file = await publishedFrom(ranked, papersOf(ranked, ['A', 8], ['BA', 7], ['CB', 5]));
      expect(run(file).lines[1]).toBe('gleich');
      const [first = {}, ...others] = file.result.rounds ?? [];
      const rounds = [{ ...first, P002: name === 'irv' ? '6' : '6.00000' }, ...others];
      const other = { ...file, result: { ...file.result, rounds } };
      expect(run({ ...other, head: await headOf(other) }).lines[1]).toBe('verschieden: Durchgänge');
    },
  );

  it('may have its checksum as the page groups it', async () => {
    const file = await publishedFrom(rule, papers);
    const shown = file.head.toUpperCase().replace(/(.{8})(?=.)/g, '$1 ');
    expect(run(file, shown).status).toBe(0);
  });

  it.each(['', 'kein Text', '[]', '{}', 'null'])('is none of ours: %j', (text) => {
    const place = path.join(folder, 'none.json');
    writeFileSync(place, text);
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, place], {
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trimEnd()).not.toMatch(/\n| at /);
  });
});
