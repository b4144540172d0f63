'use client';

import { type ReactNode, useContext } from 'react';
import { Details } from '@/components/ui/details';
import { FormContext } from './field-context';

type FoldedFieldsProps = {
  summary: ReactNode;
  /** Fields inside. */
  names: readonly string[];
  open?: boolean | undefined;
  children: ReactNode;
};

/** Fields few need, folded away; never over one that has to be put right, nor over words that were typed. */
export function FoldedFields({ summary, names, open, children }: FoldedFieldsProps) {
  const form = useContext(FormContext);
  const wrong = names.some((name) => form?.errors[name] !== undefined);
  const answer = form?.answer ?? 0;
  return (
    <Details key={answer} summary={summary} open={open || wrong}>
      {children}
    </Details>
  );
}
