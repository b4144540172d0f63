import type { ReactNode } from 'react';
import { VisuallyHidden } from './visually-hidden';

export type SummaryRow = {
  label: string;
  value: ReactNode;
  /** `about` is read out after the label, so links in a list differ. */
  change?: { href: string; label: string; about: string } | undefined;
};

/** Check your answers: what was entered, row by row, each with its way back. */
export function SummaryList({ rows }: { rows: SummaryRow[] }) {
  return (
    <dl className="summary">
      {rows.map((row) => (
        <div key={row.label} className="summary-row">
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
          {row.change ? (
            <dd className="summary-change">
              <a href={row.change.href}>
                {row.change.label}
                <VisuallyHidden> – {row.change.about}</VisuallyHidden>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
