import type { Publication, PublishedBallot } from '../types';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Published ballots as a table: a row for each, a column for each option. A mark is 1, points are
 * their number, ranks their place; what was not marked is empty. Semicolons and the mark at the start
 * because that is what spreadsheets here expect.
 */
export function writeCsv(publication: Publication): string {
  const { options, ballots, method } = publication;
  const header = ['Nr', ...options.map(({ id, label }) => `${id} ${label}`)];
  const rows = ballots.map((ballot, index) => {
    const cells = cellsOf(method, ballot);
    return [String(index + 1), ...options.map(({ id }) => cells.get(id) ?? '')];
  });
  return `${BYTE_ORDER_MARK}${[header, ...rows].map(lineOf).join('\r\n')}\r\n`;
}

const cellsOf = (method: string, ballot: PublishedBallot): ReadonlyMap<string, string> =>
  new Map(
    ballot.map((mark, index) => {
      if (typeof mark !== 'string') return [mark[0], String(mark[1])];
      return [mark, method === 'RANKING' ? String(index + 1) : '1'];
    }),
  );

const lineOf = (cells: readonly string[]) => cells.map(cellOf).join(';');

/** No cell begins with what somebody typed, so a spreadsheet takes nothing for a formula. */
const cellOf = (text: string) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
