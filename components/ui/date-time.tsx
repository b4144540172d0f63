import type { ReactNode } from 'react';

/** `value` is what machines read (ISO date, local date and time, or instant), children what people read. */
export function DateTime({ value, children }: { value: string; children: ReactNode }) {
  return <time dateTime={value}>{children}</time>;
}
