'use client';

import { useContext } from 'react';
import { FormContext } from '@/components/form/field-context';
import { SummaryList } from '@/components/ui/summary-list';
import type { RequestCheck } from '@/lib/initiatives/requesting/types';

type AnswersCheckProps = { title: string; intro: string };

/** Everything typed once more, before it is sent. */
export function AnswersCheck({ title, intro }: AnswersCheckProps) {
  const check = useContext(FormContext)?.state.check as RequestCheck | undefined;
  if (!check) return null;
  return (
    <div className="stack">
      <h2>{title}</h2>
      <p>{intro}</p>
      <SummaryList rows={check.rows} />
    </div>
  );
}
