import { describe, expect, it } from 'vitest';
import { winnersOf } from '@/lib/testing/elections';
import { FileFault } from './file-fault.mjs';
import { parseRankings } from './rankings.mjs';

const STREET = `{"candidates": ["A", "B", "C"],
 "ballots": [
  {"count": 2, "ranking": ["B", ["A", "C"]]},
  {"ranking": []}],
 "seats": 1}`;

function changed(from: string | RegExp, to: string): string {
  const text = STREET.replace(from, to);
  expect(text).not.toBe(STREET);
  return text;
}

function faultOf(text: string): string {
  try {
    parseRankings(text);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return `${error.line}:${error.column} ${error.message}`;
  }
  return 'no fault';
}

describe('rankings as JSON', () => {
  it('are read with equal ranks, empty papers and one seat', () => {
    const expected = {
      seats: 1,
      papers: [
        { count: 2, ranks: [[1], [0, 2]] },
        { count: 1, ranks: [] },
      ],
    };
    expect(parseRankings(STREET)).toMatchObject(expected);
    expect(parseRankings(changed(',\n "seats": 1', ''))).toMatchObject(expected);
    expect(parseRankings(changed(/\n/g, '\r\n\t'))).toMatchObject(expected);
    expect(parseRankings(changed('"A", "B"', '"\\u0041", "B"'))).toMatchObject(expected);
    expect(parseRankings(changed(/^\{/, '{"id": 7, "note": ["x"], '))).toMatchObject(expected);
  });

  it('take any name as a name, in the order of the list', () => {
    const text = STREET.replaceAll('"A"', '"__proto__"')
      .replaceAll('"B"', '"10"')
      .replaceAll('"C"', '"9"');
    const election = parseRankings(text);
    expect(election.candidates.map(({ id }) => id)).toEqual(['__proto__', '10', '9']);
    for (const rule of ['irv', 'schulze_margins', 'plurality', 'stv_scottish'] as const) {
      expect(winnersOf(rule, election)).toEqual(['10']);
    }
  });

  const BROKEN: [string, string | RegExp, string, string][] = [
    ['an empty file', /[\s\S]*/, '', '1:1 the file ends too early'],
    ['no JSON', /[\s\S]*/, 'A > B', '1:1 this is not JSON'],
    ['a list', /[\s\S]*/, '[]', '1:1 the file must be an object'],
    ['an end too early', / "seats[\s\S]*/, '', '5:1 the file ends too early'],
    ['something after the end', /$/, ' x', '5:14 nothing more belongs here'],
    ['a comma too many', '1}', '1,}', '5:13 a key belongs here'],
    ['a comma missing', '],\n "ballots"', ']\n "ballots"', '2:2 "," or "}" belongs here'],
    ['an open text', '"seats"', '"seats', '5:2 this is not JSON'],
    ['a wrong escape', '"A"', '"\\x"', '1:17 this text is not written correctly'],
    ['a key twice', '"seats": 1', '"seats": 1, "seats": 2', '5:14 "seats" stands here twice'],
    ['an unknown key', '"seats"', '"seat"', '5:10 "seat" is not known here'],
    ['no candidates', '["A", "B", "C"]', '[]', '1:1 there are no candidates'],
    ['no ballots', '"ballots"', '"title"', '1:1 "ballots" is missing'],
    ['a candidate twice', '"B", "C"]', '"A", "C"]', '1:22 "A" stands twice'],
    ['a number for a name', '"A", "B"', '1, "B"', '1:17 a name belongs here'],
    ['an unknown candidate', '["B"', '["D"', '3:28 there is no candidate "D"'],
    ['a name every object has', '["B"', '["toString"', '3:28 there is no candidate'],
    ['a candidate twice on a paper', '["A", "C"]]', '["A", "B"]]', '3:39 "B" stands twice'],
    ['a count below zero', '"count": 2', '"count": -2', '3:13 the count must be at least 0'],
    ['a broken count', '"count": 2', '"count": 2.5', '3:13 the count must be a whole number'],
    ['a count as text', '"count": 2', '"count": "2"', '3:13 the count must be a whole number'],
    ['an endless count', '"count": 2', '"count": 1e99', '3:13 the count must be a whole number'],
    ['no seats', '"seats": 1', '"seats": 0', '5:11 the number of seats must be at least 1'],
    ['more seats than candidates', '"seats": 1', '"seats": 4', '5:11 4 seats, but only 3'],
    ['ranks within ranks', '["A", "C"]]', '[["A"], "C"]]', "3:34 a candidate's name belongs here"],
    ['a ranking that is none', '"ranking": []', '"ranking": {}', '4:15 the ranking must be a list'],
  ];
  it.each(BROKEN)('%s is refused where it is', (_, from, to, fault) => {
    expect(faultOf(changed(from, to))).toContain(fault);
  });

  it('a depth without end', () => {
    expect(faultOf('['.repeat(1_000_000))).toBe('1:22 this is nested too deeply');
  });
});
