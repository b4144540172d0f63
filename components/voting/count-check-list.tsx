'use client';

import { useContext } from 'react';
import { FormContext } from '@/components/form/field-context';
import { DataTable } from '@/components/ui/data-table';
import type { SheetCheck } from '@/lib/voting/count/sheets/types';

type CountCheckListProps = {
  words: { title: string; mark: string; meaning: string; count: string };
};

/** A typed sheet once more, equal papers together, before it is entered. */
export function CountCheckList({ words }: CountCheckListProps) {
  const check = useContext(FormContext)?.state.check as SheetCheck | undefined;
  if (!check) return null;
  const hasMarks = check.rows.some(({ mark }) => mark !== '');
  return (
    <div className="stack">
      <h2>{words.title}</h2>
      <p>{check.intro}</p>
      {check.rows.length > 0 ? (
        <DataTable
          caption={words.title}
          captionHidden
          columns={[
            { key: 'text', label: words.meaning, rowHeader: true },
            ...(hasMarks ? [{ key: 'mark', label: words.mark }] : []),
            { key: 'count', label: words.count, align: 'end' },
          ]}
          rows={check.rows.map(({ mark, text, count }) => ({
            id: `${mark} ${text}`,
            cells: { text, mark, count },
          }))}
        />
      ) : null}
      {check.more ? <p className="small">{check.more}</p> : null}
    </div>
  );
}
