'use client';

import { type ReactNode, useContext } from 'react';
import { FormContext } from './field-context';

/** What was said of the form before: above an answer to this one it would be taken for that answer. */
export function UntilAnswered({ children }: { children: ReactNode }) {
  const form = useContext(FormContext);
  return form && form.state.status !== 'fresh' ? null : children;
}
