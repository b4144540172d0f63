import type { ReactNode } from 'react';

export type Fact = { label: string; value: ReactNode };

/** When, where, who: the facts of a thing at a glance. */
export function Facts({ items }: { items: Fact[] }) {
  return (
    <dl className="facts">
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
