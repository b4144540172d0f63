import { describe, expect, it } from 'vitest';
import {
  channelProblem,
  hasDuplicates,
  linesOf,
  methodOf,
  methodSlug,
  type OptionRow,
  optionLines,
  rowsOf,
  textOfRows,
} from './rules';

describe('answers as the office types them', () => {
  it('reads one option per line, what explains it behind a semicolon', () => {
    expect(optionLines(' Schaukel ; für Kleine\n\nSegel\n', 'ONE')).toEqual([
      { label: 'Schaukel', note: 'für Kleine', costCents: null },
      { label: 'Segel', note: '', costCents: null },
    ]);
  });

  it('reads the cost from the last part, also from a pasted table', () => {
    expect(
      optionLines('Bank am Weg; 1.200 €\nBaum; Linde; 80\nKiste\t95,50\nOhne', 'BUDGET'),
    ).toEqual([
      { label: 'Bank am Weg', note: '', costCents: 120_000 },
      { label: 'Baum', note: 'Linde', costCents: 8_000 },
      { label: 'Kiste', note: '', costCents: 9_550 },
      { label: 'Ohne', note: '', costCents: null },
    ]);
  });

  it('shows them again as they were read', () => {
    const text = 'Bank am Weg; 1.200 €\nBaum; Linde; 80 €';
    expect(linesOf(optionLines(text, 'BUDGET'))).toBe(text);
  });

  it('notices labels that look the same', () => {
    expect(hasDuplicates(['Bank', 'bank '])).toBe(true);
    expect(hasDuplicates(['Bank', 'Banktisch'])).toBe(false);
    expect(hasDuplicates(['Zwei  Bäume', 'zwei bäume'])).toBe(true);
  });
});

describe('ways', () => {
  it('hands stand alone and answer only what can be asked aloud', () => {
    expect(channelProblem('ONE', [])).toBe('noChannel');
    expect(channelProblem('ONE', ['HANDS'])).toBeNull();
    expect(channelProblem('YES_NO', ['HANDS', 'WEB'])).toBe('handsAlone');
    expect(channelProblem('RANKING', ['HANDS'])).toBe('handsMethod');
    expect(channelProblem('BUDGET', ['WEB', 'PAPER'])).toBeNull();
  });

  it('methods are found by their word in the address', () => {
    expect(methodOf(methodSlug('BUDGET'))).toBe('BUDGET');
    expect(methodOf('waehlen')).toBeNull();
  });
});

describe('options row by row', () => {
  const row = (label: string, note = '', cost = ''): OptionRow => ({ label, note, cost });

  it.each([
    ['BUDGET', [row('Bank', 'mit Lehne', '1.200'), row('Beete', '', '640,50')]],
    ['BUDGET', [row('Bank', 'mit Lehne'), row('Beete')]],
    ['BUDGET', [row('', '', '1.200')]],
    ['ONE', [row('Schaukel', 'für Kleine'), row('Segel')]],
    ['RANKING', [row('', 'ohne Namen'), row('Segel')]],
  ] as const)('%s %j comes back from its lines', (method, rows) => {
    expect(rowsOf(textOfRows(rows), method)).toEqual(rows);
  });

  it('an empty row is none, and what would part a line does not', () => {
    expect(textOfRows([row(' '), row('Bank; rot', 'mit\tLehne'), row('', '')])).toBe(
      'Bank, rot; mit, Lehne',
    );
  });
});
