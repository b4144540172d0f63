import type { ReactNode } from 'react';

/** A handful of numbers in a row. */
export function StatList({ label, children }: { label?: string | undefined; children: ReactNode }) {
  return (
    <dl className="stats" aria-label={label}>
      {children}
    </dl>
  );
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
