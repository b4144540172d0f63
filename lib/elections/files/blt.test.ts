import { describe, expect, it } from 'vitest';
import { winnersOf } from '@/lib/testing/elections';
import { parseBlt } from './blt.mjs';
import { FileFault } from './file-fault.mjs';

const COUNCIL = `4 2
3 1 3 4 0
4 2 0
0
"Anna"
"Ben"
"Cem"
"Dora"
"Council of the street"
`;

function changed(from: string | RegExp, to: string): string {
  const text = COUNCIL.replace(from, to);
  expect(text).not.toBe(COUNCIL);
  return text;
}

function faultOf(text: string): string {
  try {
    parseBlt(text);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return `${error.line}:${error.column} ${error.message}`;
  }
  return 'no fault';
}

describe('BLT', () => {
  it('is read with seats, papers and names', () => {
    expect(parseBlt(COUNCIL)).toMatchObject({
      seats: 2,
      papers: [
        { count: 3, ranks: [[0], [2], [3]] },
        { count: 4, ranks: [[1]] },
      ],
      candidates: [{ id: 'Anna' }, { id: 'Ben' }, { id: 'Cem' }, { id: 'Dora' }],
      lot: [0, 1, 2, 3],
    });
  });

  const HARMLESS: [string, string | RegExp, string][] = [
    ['line ends of Windows', /\n/g, '\r\n'],
    ['line ends of old Macs', /\n/g, '\r'],
    ['comments and blanks', '3 1 3 4 0', '# first "paper"\n\t3  1 3 4 0   # end'],
    ['names on one line', '"Anna"\n"Ben"', '"Anna" "Ben"'],
    ['comments over several lines', '3 1 3 4 0\n', '/* first\n"2 0" */ 3 1 /**/ 3 4 0\n'],
    ['source and remark after the title', /\n$/, '\n"Source"\n"Remark"'],
    ['notes for readers after the title', /$/, '\nAnna: 3 votes "of Ben\n4 2\n'],
    ['short names', /^[^"]*/, '4 2\n[nick a b c d]\n3 a c 4 0\n4 b 0\n0\n'],
    ['options it does not know', '4 2\n', '4 2\n[precision 6]\n'],
  ];
  it.each(HARMLESS)('may have %s', (_, from, to) => {
    expect(parseBlt(changed(from, to))).toEqual(parseBlt(COUNCIL));
  });

  it('reads who withdrew, the order of the lot, equal ranks, ranks left out, empty papers', () => {
    const election = parseBlt(
      changed('4 2\n3 1 3 4 0', '4 2\n[tie 4 3 2 1]\n[withdrawn 3]\n-1\n3 1=3 - 4 0\n2 0'),
    );
    expect(election.lot).toEqual([3, 2, 1, 0]);
    expect(election.candidates.map(({ withdrawn }) => withdrawn)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(election.papers.slice(0, 2)).toEqual([
      { count: 3, ranks: [[0, 2], [], [3]] },
      { count: 2, ranks: [] },
    ]);
  });

  it('may name each ballot', () => {
    const text = COUNCIL.replace('3 1 3 4 0', '(A-17) 1 1 3 4 0\n(no. 18) 1 3 0');
    expect(parseBlt(text).papers.slice(0, 2)).toEqual([
      { count: 1, ranks: [[0], [2], [3]] },
      { count: 1, ranks: [[2]] },
    ]);
  });

  it('reads short names wherever a candidate stands', () => {
    const text = changed(
      /^[^"]*/,
      '4 2\n[nick a b c d]\n[tie d 3 b a]\n[withdrawn c]\n3 a=b 4 0\n0\n',
    );
    const { lot, papers, candidates } = parseBlt(text);
    expect(lot).toEqual([3, 2, 1, 0]);
    expect(papers).toEqual([{ count: 3, ranks: [[0, 1], [3]] }]);
    expect(candidates.map(({ withdrawn }) => withdrawn)).toEqual([false, false, true, false]);
  });

  it('takes any name as a name', () => {
    const text = changed('Anna', '__proto__')
      .replace('Ben', 'the \\"big\\" one')
      .replace('Cem', '#0');
    expect(winnersOf('plurality', parseBlt(text))).toEqual(['the "big" one', '__proto__']);
    expect(winnersOf('irv', parseBlt(text))).toEqual(['the "big" one']);
  });

  const BROKEN: [string, string | RegExp, string, string][] = [
    ['an empty file', /[\s\S]*/, '', '1:1 the number of candidates is missing'],
    ['letters for numbers', '4 2', 'x 2', '1:1 the number of candidates is not a number'],
    ['no seats', '4 2', '4 0', '1:3 the number of seats is 0'],
    ['more seats than candidates', '4 2', '4 5', '1:3 5 seats, but only 4 candidates'],
    ['more seats than are left', '4 2\n', '4 2\n-1 -2 -3\n', '1:3 2 seats, but only 1'],
    ['a broken number', '3 1', '3.5 1', '2:1 how many such ballots is not a number'],
    ['a count below zero', '4 2 0', '-4 2 0', '3:1 how many such ballots is -4'],
    ['an endless count', '4 2 0', '9999999999 2 0', '3:1 how many such ballots is not'],
    ['an unknown candidate', '4 2 0', '4 5 0', '3:3 a candidate is 5'],
    ['a letter for a candidate', '4 2 0', '4 B 0', '3:3 a candidate is not a number: "B"'],
    ['a candidate twice', '3 1 3 4', '3 1 3 1', '2:7 candidate 1 stands twice on one ballot'],
    ['a ballot without end', '3 1 3 4 0', '3 1', '3:1 the 0 at the end of the ballot is missing'],
    ['no end of the ballots', '4 2 0\n0\n', '4 2 0\n', '4:1 how many such ballots is not a number'],
    [
      'ballots after the end',
      '0\n"Anna"',
      '0\n3 1 0\n"Anna"',
      '5:1 the name of candidate 1 belongs',
    ],
    ['a name too few', '"Dora"\n', '', '8:24 the title is missing'],
    ['no title', '"Council of the street"', '', '8:7 the title is missing'],
    ['a name twice', 'Ben', 'Anna', '6:1 "Anna" stands twice'],
    ['an empty name', 'Ben', ' ', '6:1 the name is empty'],
    ['an open quote', '"Ben"', '"Ben', '7:2 the name of candidate 3 belongs here'],
    [
      'a named ballot, perhaps of several',
      '3 1',
      '(A 17) 3 1',
      '2:8 the 1 of a ballot with a name',
    ],
    ['a short name twice', '4 2\n', '4 2\n[nick a b a d]\n', '2:2 every candidate needs one short'],
    ['a short name too few', '4 2\n', '4 2\n[nick a b c]\n', '2:2 every candidate needs one short'],
    ['a number as a short name', '4 2\n', '4 2\n[nick 2 1 c d]\n', '2:7 a short name that is'],
    ['a comment without end', '3 1', '/* 3 1', '2:1 how many such ballots is not a number'],
    ['an open bracket', '4 2\n', '4 2\n[withdrawn 1\n', '10:24 the end of the option is missing'],
    ['a short lot', '4 2\n', '4 2\n[tie 1 2]\n', '2:2 the order of the lot must name'],
  ];
  it.each(BROKEN)('%s is refused where it is', (_, from, to, fault) => {
    expect(faultOf(changed(from, to))).toContain(fault);
  });
});
