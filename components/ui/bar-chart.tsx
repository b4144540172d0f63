import { share } from './progress';
import { CELL, COLUMN_HEADER, ROW, ROW_GROUP, ROW_HEADER, TABLE } from './table-roles';

export type Bar = {
  id: string;
  label: string;
  value: number;
  /** The value in words: „12 Stimmen“. */
  text: string;
  /** Stands out; the others then step back, and none of them looks like it was chosen. */
  strong?: boolean | undefined;
};

type BarChartProps = {
  caption: string;
  /** The heading above says the same. */
  captionHidden?: boolean | undefined;
  head: { label: string; value: string };
  items: Bar[];
  /** Full length of a bar; without it the largest value. */
  max?: number | undefined;
};

/** A table whose numbers are drawn as well: nothing is lost when the drawing is. */
export function BarChart({ caption, captionHidden, head, items, max }: BarChartProps) {
  const hasStrong = items.some(({ strong }) => strong !== undefined);
  const longest = max ?? Math.max(0, ...items.map((item) => item.value));
  return (
    <table {...TABLE} className={hasStrong ? 'bars bars-some' : 'bars'}>
      <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead {...ROW_GROUP} className="visually-hidden">
        <tr {...ROW}>
          <th {...COLUMN_HEADER}>{head.label}</th>
          <th {...COLUMN_HEADER}>{head.value}</th>
        </tr>
      </thead>
      <tbody {...ROW_GROUP}>
        {items.map((item) => (
          <tr key={item.id} {...ROW} className={item.strong ? 'bars-strong' : undefined}>
            <th {...ROW_HEADER}>{item.label}</th>
            <td {...CELL}>
              <svg
                width="160"
                height="24"
                viewBox="0 0 100 10"
                preserveAspectRatio="none"
                aria-hidden="true"
                focusable="false"
              >
                <rect className="bar-ground" width="100" height="10" />
                <rect className="bar-fill" width={share(item.value, longest)} height="10" />
              </svg>
              <span className="tabular">{item.text}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
