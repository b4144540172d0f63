import { describe, expect, it } from 'vitest';
import { plainNumber, toCsv } from './csv';

describe('a table for spreadsheets', () => {
  it('begins with the mark and ends each line as the standard says', () => {
    expect(
      toCsv([
        ['Zahl', 'Wert'],
        ['Vorschläge', 12],
      ]),
    ).toBe('\uFEFFZahl;Wert\r\nVorschläge;12\r\n');
  });

  it.each([
    [
      '=HYPERLINK("https://example.org";"Klick")',
      `"'=HYPERLINK(""https://example.org"";""Klick"")"`,
    ],
    ['+49', "'+49"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1+1', "' =1+1"],
    ['\t=1', "'\t=1"],
    ['Alte „Siedlung“; Hang', '"Alte „Siedlung“; Hang"'],
    ['Keilberg"ring', '"Keilberg""ring"'],
    ['–', '–'],
  ])('%s cannot become a formula nor break its cell', (text, cell) => {
    expect(toCsv([[text]])).toBe(`\uFEFF${cell}\r\n`);
  });

  it('leaves real numbers alone', () => {
    expect(toCsv([[-3, 4.5]])).toBe('\uFEFF-3;4.5\r\n');
  });

  it.each([
    ['de', 16.5, '16,5'],
    ['de-LS', 12345, '12345'],
    ['en', 16.5, '16.5'],
    ['en', 0, '0'],
  ])('%s: %d is a number there and no date', (locale, value, text) =>
    expect(plainNumber(value, locale)).toBe(text),
  );
});
