'use client';

import { type ReactNode, useContext, useState } from 'react';
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
export function FoldedFields({ summary, names, open = false, children }: FoldedFieldsProps) {
  const form = useContext(FormContext);
  const wrong = names.some((name) => form?.errors[name] !== undefined);
  return (
    <StaysOpen key={form?.answer ?? 0} summary={summary} open={open || wrong}>
      {children}
    </StaysOpen>
  );
}

type StaysOpenProps = { summary: ReactNode; open: boolean; children: ReactNode };

/** An error goes with the first letter that is typed against it; the field must not go with it. */
function StaysOpen({ summary, open, children }: StaysOpenProps) {
  const [wasOpen, setWasOpen] = useState(open);
  if (open && !wasOpen) setWasOpen(true);
  return (
    <Details summary={summary} open={open || wasOpen}>
      {children}
    </Details>
  );
}
