import type { ReactNode } from 'react';
import { CELL, COLUMN_HEADER, ROW, ROW_GROUP, ROW_HEADER, TABLE } from './table-roles';
import { VisuallyHidden } from './visually-hidden';

export type Column = {
  key: string;
  label: string;
  /** In the header row of a table with many columns. */
  short?: string | undefined;
  align?: 'end' | undefined;
  /** This column names the row. */
  rowHeader?: boolean | undefined;
};

export type Row = { id: string; cells: Record<string, ReactNode> };

type DataTableProps = {
  caption: string;
  captionHidden?: boolean | undefined;
  columns: Column[];
  rows: Row[];
  empty?: ReactNode;
};

/* On a phone the header row is hidden and each cell carries its column's name instead. */
function Cell({ column, children }: { column: Column; children: ReactNode }) {
  const className = column.align === 'end' ? 'cell-end tabular' : undefined;
  const content = (
    <>
      <span className="cell-label" aria-hidden="true">
        {column.label}
      </span>
      <span className="cell-value">{children}</span>
    </>
  );
  return column.rowHeader ? (
    <th {...ROW_HEADER} className={className}>
      {content}
    </th>
  ) : (
    <td {...CELL} className={className}>
      {content}
    </td>
  );
}

/** A table that becomes stacked rows on a phone. */
export function DataTable({ caption, captionHidden, columns, rows, empty }: DataTableProps) {
  if (rows.length === 0 && empty) return typeof empty === 'string' ? <p>{empty}</p> : empty;
  return (
    <table {...TABLE} className="data-table">
      <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead {...ROW_GROUP}>
        <tr {...ROW}>
          {columns.map((column) => (
            <th
              key={column.key}
              {...COLUMN_HEADER}
              className={column.align === 'end' ? 'cell-end' : undefined}
            >
              {column.short ? (
                <>
                  <span aria-hidden="true">{column.short}</span>
                  <VisuallyHidden>{column.label}</VisuallyHidden>
                </>
              ) : (
                column.label
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROW_GROUP}>
        {rows.map((row) => (
          <tr key={row.id} {...ROW}>
            {columns.map((column) => (
              <Cell key={column.key} column={column}>
                {row.cells[column.key]}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
