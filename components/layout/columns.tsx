import type { ReactNode } from 'react';

type ColumnsProps = {
  /** `aside`: first child two thirds, second child one third. */
  layout: 'two' | 'three' | 'aside';
  children: ReactNode;
};

/** Parts beside each other where there is room, below each other on a phone. */
export function Columns({ layout, children }: ColumnsProps) {
  return <div className={`columns columns-${layout}`}>{children}</div>;
}
