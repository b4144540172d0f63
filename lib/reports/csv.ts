const SEPARATOR = ';';

/**
 * One cell. A text that a spreadsheet would take for a formula gets an apostrophe in front: names of
 * districts are typed by people (OWASP, "CSV Injection").
 */
function cell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : value;
  const safe =
    typeof value === 'string' && /^[\s]*[=+\-@|%]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /["\r\n;,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A number as a spreadsheet of the reader's country takes it: „16.5“ would become the 16th of May in Germany. */
export const plainNumber = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'de-DE', { useGrouping: false }).format(value);

type Rows = readonly (readonly (string | number)[])[];

/** A table as spreadsheets in this country open it: UTF-8 with mark, semicolons, CRLF (RFC 4180). */
export function toCsv(rows: Rows): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(SEPARATOR)).join('\r\n')}\r\n`;
}

/** The same as a file. @param file its name, without the ending */
export const csvAnswer = (file: string, rows: Rows): Response =>
  new Response(toCsv(rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
