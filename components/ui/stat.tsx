import type { ReactNode } from 'react';

/** A handful of numbers in a row. */
export function StatList({ label, children }: { label?: string | undefined; children: ReactNode }) {
  const list = <dl className="stats">{children}</dl>;
  if (!label) return list;
  return <section aria-label={label}>{list}</section>;
}

type StatProps = { value: string; label: string; note?: ReactNode };

/** One number with what it counts; lives in a StatList. */
export function Stat({ value, label, note }: StatProps) {
  return (
    <div className="stat">
      <dt>{label}</dt>
      <dd className="stat-value tabular">{value}</dd>
      {note ? <dd className="stat-note">{note}</dd> : null}
    </div>
  );
}
