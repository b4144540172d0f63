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

/** A table as spreadsheets in this country open it: UTF-8 with mark, semicolons, CRLF (RFC 4180). */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(SEPARATOR)).join('\r\n')}\r\n`;
}
