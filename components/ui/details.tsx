import type { ReactNode } from 'react';

type DetailsProps = {
  summary: ReactNode;
  open?: boolean | undefined;
  id?: string | undefined;
  children: ReactNode;
};

/** More for those who want it. Opens without script. */
export function Details({ summary, open, id, children }: DetailsProps) {
  return (
    <details className="details" open={open} id={id}>
      <summary>
        <span>{summary}</span>
      </summary>
      <div className="details-body">{children}</div>
    </details>
  );
}
