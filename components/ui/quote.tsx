import type { ReactNode } from 'react';

/** Somebody's own words, kept apart from ours. */
export function Quote({ children, source }: { children: ReactNode; source?: ReactNode }) {
  return (
    <figure className="quote">
      <blockquote>{children}</blockquote>
      {source ? <figcaption>{source}</figcaption> : null}
    </figure>
  );
}
