import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

function tally(rule: string, name: string, content: string | Uint8Array) {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return run('--rule', rule, file);
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['lib/tooling/tally.mjs', ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const PROJECTS = `META
key;value
budget;100.50
vote_type;approval
PROJECTS
project_id;cost
bench;60.25
tree;40.25
swing;90
VOTES
voter_id;vote
1;bench,tree
2;bench
3;swing,tree
`;

const RANKINGS = JSON.stringify({
  candidates: ['A', 'B', 'C'],
  ballots: [
    { count: 4, ranking: ['A'] },
    { count: 3, ranking: ['B', 'C'] },
    { count: 2, ranking: ['C', 'B'] },
  ],
});

const BLT = `3 2
6 1 2 0
2 3 0
2 2 0
0
"Anna" "Ben" "Cem"
"Council"
`;

describe('npm run tally', () => {
  it('prints one line of JSON with the winners, what they cost and the budget', () => {
    const { status, stdout, stderr } = tally('greedy_votes', 'budget.pb', PROJECTS);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout.trimEnd()).not.toContain('\n');
    expect(JSON.parse(stdout)).toEqual({
      rule: 'greedy_votes',
      winners: ['bench', 'tree'],
      cost: 100.5,
      budget: 100.5,
    });
  });

  it('prints the rounds of a run-off', () => {
    expect(JSON.parse(tally('irv', 'ranking.json', RANKINGS).stdout)).toEqual({
      rule: 'irv',
      winners: ['B'],
      rounds: [
        { round: 1, votes: { A: '4', B: '3', C: '2' }, exhausted: '0', excluded: ['C'] },
        { round: 2, votes: { A: '4', B: '5' }, exhausted: '0', elected: ['B'] },
      ],
    });
  });

  it('prints quota, stages and ties of several seats', () => {
    const found = JSON.parse(tally('stv_scottish', 'council.blt', BLT).stdout);
    expect(found).toMatchObject({ winners: ['Anna', 'Ben'], quota: '4.00000' });
    expect(found.rounds[1]).toMatchObject({
      surplus: ['Anna'],
      votes: { Anna: '4.00000', Ben: '3.99998', Cem: '2.00000' },
    });
  });

  it('names a tie and what decided it', () => {
    const tied = JSON.stringify({ candidates: ['A', 'B'], ballots: [{ ranking: [['A', 'B']] }] });
    expect(JSON.parse(tally('plurality', 'tied.json', tied).stdout)).toMatchObject({
      winners: ['A', 'B'],
      ties: [{ between: ['A', 'B'], chosen: ['A', 'B'], by: 'shared' }],
    });
  });

  it.each([
    ['a broken file', 'greedy_votes', 'bad.pb', PROJECTS.replace('60.25', '-1'), ':7:7: '],
    ['a list without an end', 'irv', 'bad.json', RANKINGS.slice(0, -1), ':1:'],
    ['another encoding', 'irv', 'bad2.blt', Buffer.from(BLT, 'utf16le'), ':1:'],
    ['a name without a known ending', 'irv', 'ranking.txt', RANKINGS, ':1:1: '],
    ['a rule that needs a budget', 'mes_cost', 'council.blt', BLT, ':1:1: '],
    ['a rule that needs points', 'points', 'approvals.pb', PROJECTS, ':1:1: '],
  ])('refuses %s with its place and nothing on stdout', (_, rule, name, content, place) => {
    const { status, stdout, stderr } = tally(rule, name, content);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`${name}${place}`);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stderr.trimEnd()).not.toContain('\n');
  });

  it.each([
    ['nothing', []],
    ['no file', ['--rule', 'irv']],
    ['an unknown rule', ['--rule', 'dice', 'x.pb']],
    ['a name every object has', ['--rule', 'constructor', 'x.pb']],
    ['two files', ['--rule', 'irv', 'a.blt', 'b.blt']],
    ['an unknown option', ['--rule', 'irv', '--fast', 'a.blt']],
  ])('says how it is used when it is given %s', (_, args) => {
    const { status, stdout, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('Usage: npm run -s tally -- --rule RULE FILE');
  });

  it('says that a file is not there', () => {
    const { status, stderr } = run('--rule', 'irv', 'nowhere.blt');
    expect(status).toBe(2);
    expect(stderr).toContain('nowhere.blt:1:1: this file cannot be read');
  });

  it('says that a file is longer than any text may be', () => {
    const file = path.join(folder, 'endless.pb');
    writeFileSync(file, PROJECTS);
    truncateSync(file, 2 ** 30);
    const { status, stdout, stderr } = run('--rule', 'greedy_votes', file);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/endless\.pb:1:1: this file has more than \d+ bytes\n$/);
  });

  it('is quiet when nobody reads to the end', () => {
    // Enough that the pipe cannot hold it: about 370 kB.
    const names = Array.from({ length: 120 }, (_, index) => `name of candidate ${index}`);
    const file = path.join(folder, 'long.json');
    writeFileSync(file, JSON.stringify({ candidates: names, ballots: [] }));
    const command = `node lib/tooling/tally.mjs --rule irv "${file}" | head -c 9`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '{"rule":"', stderr: '' });
  });
});
