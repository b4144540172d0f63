import type { ReactNode } from 'react';

/** The buttons at the end, the main one first. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="form-actions">{children}</div>;
}
