import { describe, expect, it } from 'vitest';
import { winnersOf } from '@/lib/testing/elections';
import { decode, FileFault } from './file-fault.mjs';
import { parsePabulib } from './pabulib.mjs';

const TOWN = `META
key;value
description;A small town
num_projects;3
num_votes;3
budget;100
vote_type;approval
PROJECTS
project_id;cost;name
1;60;Bench
2;40;Tree
10;30;Swing
VOTES
voter_id;sex;vote
a;F;1,2
b;M;1
c;;10,1
`;

const read = (text: string) => parsePabulib(decode(new TextEncoder().encode(text)));

function faultOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return `${error.line}:${error.column} ${error.message}`;
  }
  return 'no fault';
}

/** The town with one thing changed; the change must have happened. */
function changed(from: string | RegExp, to: string): string {
  const text = TOWN.replace(from, to);
  expect(text).not.toBe(TOWN);
  return text;
}

describe('a file that is right', () => {
  it('is read with its projects, costs and votes', () => {
    const election = read(TOWN);
    expect(election.candidates.map(({ id, cost }) => [id, cost])).toEqual([
      ['1', 60n],
      ['2', 40n],
      ['10', 30n],
    ]);
    expect(election.papers.map(({ ranks }) => ranks)).toEqual([[[0, 1]], [[0]], [[2, 0]]]);
    expect(election).toMatchObject({ budget: 100n, unit: 1n });
  });

  const HARMLESS: [string, string | RegExp, string][] = [
    ['no line key;value', 'key;value\n', ''],
    ['a byte order mark', 'META', '\uFEFFMETA'],
    ['line ends of Windows', /\n/g, '\r\n'],
    ['line ends of old Macs', /\n/g, '\r'],
    ['no line end at the end', /\n$/, ''],
    ['empty lines', 'PROJECTS\n', '\n\nPROJECTS\n\n'],
    ['semicolons at the end', /(?<=[a-z0-9])\n/gi, ';;\n'],
    ['spaces around', /;/g, ' ; '],
    ['quotes with semicolon, quote and line end', 'Bench', '"A ""bench""; green\nand wide"'],
    ['quotes around some words only', 'Bench', '"Green" bench'],
    ['quotes around a list', '1,2', '"1,2"'],
    ['spaces in a list', '1,2', '1, 2'],
    ['columns in another order', /voter_id;sex;vote[\s\S]*/, 'vote;voter_id\n1,2;a\n1;b\n10,1;c\n'],
    ['totals that do not agree', 'project_id;cost;name\n1;60', 'project_id;cost;votes\n1;60'],
    ['limits nobody kept', 'vote_type', 'min_length;3\nmax_length;1\nvote_type'],
    ['a remark that stands twice', 'num_votes;3', 'num_votes;3\ncomment;a;b\ncomment;c'],
    ['no counts', /num_.*\n/g, ''],
    ['no kind of vote', 'vote_type;approval\n', ''],
    ['costs with a point', '1;60', '1;60.00'],
    ['costs as a spreadsheet leaves them', '1;60', '1;60.000000000000004'],
    ['the end of a page in a name', 'Bench', 'Bench\v\f'],
    ['sections in small letters', 'PROJECTS', 'projects'],
    ['a kind of vote in capitals', 'vote_type;approval', 'vote_type;Approval'],
  ];
  it.each(HARMLESS)('may have %s', (_, from, to) => {
    const election = read(changed(from, to));
    expect(election.papers.map(({ ranks }) => ranks)).toEqual([[[0, 1]], [[0]], [[2, 0]]]);
    expect(winnersOf('greedy_votes', election)).toEqual(winnersOf('greedy_votes', read(TOWN)));
  });

  it('keeps cents, whoever writes them with a comma or a point', () => {
    const election = read(changed('1;60', '1;60,5').replace('budget;100', 'budget;100.25'));
    expect(election).toMatchObject({ unit: 100n, budget: 10_025n });
    expect(election.candidates[0]?.cost).toBe(6050n);
  });

  it('takes names every object has as plain names', () => {
    const text = TOWN.replace(/\b10\b/g, '__proto__').replace(/\b2\b/g, 'constructor');
    const election = read(text);
    expect(winnersOf('greedy_votes', election)).toEqual(['1', '__proto__']);
    expect(winnersOf('mes_cost_add1', election)).toContain('1');
    expect(winnersOf('phragmen_seq', election)).toHaveLength(2);
  });

  it('reads orders, points and a single choice', () => {
    const as = (type: string, votes: string) =>
      read(
        TOWN.replace('approval', type)
          .replace(/voter_id[\s\S]*/, votes)
          .replace(/num_votes.*\n/, ''),
      ).papers;
    expect(as('ordinal', 'voter_id;vote\na;2,10\nb;\n')).toEqual([
      { count: 1, ranks: [[1], [2]] },
      { count: 1, ranks: [] },
    ]);
    expect(as('choose-1', 'voter_id;vote\na;2\n')).toEqual([{ count: 1, ranks: [[1]] }]);
    for (const type of ['cumulative', 'scoring']) {
      expect(as(type, 'voter_id;points;vote\na;1,5,1;1,2,10\n')).toEqual([
        {
          count: 1,
          ranks: [[1], [0, 2]],
          points: new Map([
            [0, 1n],
            [1, 5n],
            [2, 1n],
          ]),
        },
      ]);
    }
  });
});

describe('a file that is not right is refused where it is wrong', () => {
  const BROKEN: [string, string | RegExp, string, string][] = [
    ['no projects', 'PROJECTS\n', '', 'the section PROJECTS is missing'],
    ['no votes', /VOTES[\s\S]*/, '', '12:12 the section VOTES is missing'],
    ['a section twice', /$/, 'VOTES\nvoter_id;vote\n', '18:1 the section VOTES begins a second'],
    [
      'another order',
      /^(META[\s\S]*)(PROJECTS[\s\S]*)(VOTES[\s\S]*)$/,
      '$2$1$3',
      '1:1 the sections are not',
    ],
    ['something before it', 'META', 'x\nMETA', '1:1 the file does not begin with META'],
    ['no header', /voter_id[\s\S]*/, '', '13:1 the section has no header'],
    ['a header that is a row', 'voter_id;sex;vote\n', '', '14:1 there is no column "voter_id"'],
    ['a column twice', 'sex', 'vote', '14:15 the column "vote" stands twice'],
    ['no costs', 'cost', 'price', '9:1 there is no column "cost"'],
    ['no budget', 'budget;100\n', '', '1:1 META has no budget'],
    ['two budgets', 'budget;100', 'budget;100\nbudget;200', '7:1 "budget" stands a second time'],
    ['a budget of two parts', 'budget;100', 'budget;100;5', '6:12 "budget" has more than one'],
    ['a budget below zero', 'budget;100', 'budget;-100', '6:8 the budget is below zero'],
    ['a budget in words', 'budget;100', 'budget;hundred', '6:8 the budget is not a plain number'],
    ['an empty budget', 'budget;100', 'budget;', '6:8 the budget is not a plain number'],
    ['a key alone', 'budget;100', 'budget', '6:1 a key and a value belong here'],
    ['a power of ten', 'budget;100', 'budget;1e2', '6:8 the budget is not a plain number'],
    ['thousands parted', 'budget;100', 'budget;1,000', '6:8 the budget is not a plain number'],
    ['an endless number', 'budget;100', `budget;${'9'.repeat(5000)}`, '6:8 the budget is not'],
    ['a cost below zero', '2;40', '2;-40', '11:3 the cost is below zero'],
    ['a cost in words', '2;40', '2;free', '11:3 the cost is not a plain number: "free"'],
    ['no cost', '2;40;Tree', '2', '11:1 the cost is missing'],
    ['no id', '2;40', ';40', '11:1 the project has no id'],
    ['a project twice', '10;30', '2;30', '12:1 project "2" stands twice'],
    [
      'fewer projects',
      'num_projects;3',
      'num_projects;4',
      '4:14 META says 4 projects, the file has 3',
    ],
    ['more votes', 'num_votes;3', 'num_votes;2', '5:11 META says 2 votes, the file has 3'],
    ['a count in words', 'num_votes;3', 'num_votes;three', '5:11 the number of votes is not'],
    ['another kind of vote', 'approval', 'dice', '7:11 "dice" is no kind of vote known here'],
    ['an unknown project', 'b;M;1', 'b;M;99', '16:5 there is no project "99"'],
    ['a name every object has', 'b;M;1', 'b;M;toString', '16:5 there is no project "toString"'],
    ['an unknown project in a list', '10,1', '10, 3', '17:8 there is no project "3"'],
    ['a project twice on a paper', '10,1', '1,10,1', '17:9 project "1" is named twice'],
    ['a gap in a list', '1,2', '1,,2', '15:7 a choice is empty'],
    ['a comma at the end', '1,2', '1,2,', '15:9 a choice is empty'],
    ['a voter twice', 'b;M', 'a;M', '16:1 voter "a" votes a second time'],
    ['no voter', 'b;M', ';M', '16:1 the voter has no id'],
    ['a row cut short', 'b;M;1', 'b', '16:1 the vote is missing'],
    ['more fields', 'b;M;1', 'b;M;1;2', '16:7 more fields than columns'],
    ['an open quote', 'Tree', '"Tree', '11:6 a quotation mark is not closed'],
    ['a quote that swallows a row', 'Tree\n', '"Tree\n"x";', '11:6 a quotation mark is not closed'],
    ['garbage at the end', /$/, '%%EOF\n', '18:1 '],
    ['no points', 'approval', 'cumulative', '14:1 there is no column "points"'],
    ['a zero byte', 'Tree', 'Tr\0ee', '11:8 a control character stands here'],
    ['an empty file', /[\s\S]*/, '', '1:1 the section META is missing'],
  ];
  it.each(BROKEN)('%s', (_, from, to, fault) => {
    expect(faultOf(() => read(changed(from, to)))).toContain(fault);
  });

  it('points that do not fit the choices', () => {
    const cumulative = (row: string) =>
      TOWN.replace('approval', 'cumulative')
        .replace(/num_votes.*\n/, '')
        .replace(/voter_id[\s\S]*/, `voter_id;vote;points\n${row}\n`);
    const fault = (row: string) => faultOf(() => read(cumulative(row)));
    expect(fault('a;1,2;3')).toBe('14:7 2 projects, but 1 numbers of points');
    expect(fault('a;1,2')).toBe('14:3 2 projects, but 0 numbers of points');
    expect(fault('a;1,2;3,x')).toBe('14:9 "x" is no whole number of points');
    expect(fault('a;1,2;3,1.5')).toBe('14:9 "1.5" is no whole number of points');
  });

  it('other encodings', () => {
    const bytes = (encoding: BufferEncoding, text = TOWN) =>
      faultOf(() => parsePabulib(decode(Buffer.from(text, encoding))));
    expect(bytes('utf16le')).toBe('1:2 a control character stands here');
    expect(bytes('utf16le', `\uFEFF${TOWN}`)).toBe('1:1 this is not UTF-8 text');
    expect(bytes('latin1', TOWN.replace('Tree', 'B\u00e4ume'))).toBe('11:7 this is not UTF-8 text');
    expect(bytes('latin1', `${TOWN}`.replace('a;F', '\u00e4;F'))).toContain('15:1 this is not');
    const both = Buffer.concat([Buffer.from('META\n\uFFFD\n'), Buffer.from([0xff])]);
    expect(faultOf(() => decode(both))).toBe('3:1 this is not UTF-8 text');
  });

  it('two hundred thousand projects are counted like any', () => {
    const projects = Array.from({ length: 200_000 }, (_, index) => `X${index};999;x`);
    const text = changed('10;30', `${projects.join('\n')}\n10;30`).replace(/num_.*\n/g, '');
    expect(winnersOf('greedy_votes', read(text))).toEqual(winnersOf('greedy_votes', read(TOWN)));
  });

  it('a hundred thousand open quotes in no time', () => {
    const long = changed(/c;;10,1\n/, `c;;10,1\n${'x;"\n'.repeat(100_000)}`);
    const began = performance.now();
    expect(faultOf(() => read(long))).toMatch(/^\d+:\d+ /);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
