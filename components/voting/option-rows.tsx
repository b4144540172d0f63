'use client';

import type { WhoSees } from '@/components/form/field-parts';
import type { Column } from '@/components/form/row-list';
import { RowsField, type RowsFieldWords } from '@/components/form/rows-field';
import { readFormValues } from '@/lib/core/form-state';
import { splitKey } from '@/lib/core/text';
import type { PollMethod } from '@/lib/elections/results/types';
import { rowsOf, textOfRows } from '@/lib/voting/prepare/rules';

type OptionRowsProps = {
  name: 'options';
  method: PollMethod;
  label: string;
  hint: string;
  whoSees: WhoSees;
  lines: number;
  defaultValue: string;
  columns: { label: string; note: string; cost: string };
  words: RowsFieldWords;
  /** Sentences about the options by their key; `#` stands for the option. */
  problems: Readonly<Record<string, string>>;
};

/** The options of a poll: lines of a text, or row by row where there is script. */
export function OptionRows({ method, columns, problems, ...field }: OptionRowsProps) {
  const shown: Column[] = [
    { name: 'label', label: columns.label },
    { name: 'note', label: columns.note },
  ];
  if (method === 'BUDGET') {
    shown.push({ name: 'cost', label: columns.cost, inputMode: 'decimal', suffix: '€' });
  }
  return (
    <RowsField
      {...field}
      columns={shown}
      read={(text) => rowsOf(text, method)}
      write={(rows) =>
        textOfRows(rows.map(({ label = '', note = '', cost = '' }) => ({ label, note, cost })))
      }
      problemIn={(form) => problemIn(form, problems)}
    />
  );
}

/** Judged as the server will judge it; loaded when somebody works with rows and not before. */
async function problemIn(form: HTMLFormElement, problems: OptionRowsProps['problems']) {
  const { pollDraftSchema } = await import('@/lib/voting/prepare/schema');
  const read = pollDraftSchema.safeParse(readFormValues(new FormData(form), ['channels']));
  const issue = read.error?.issues.find(({ path }) => path[0] === 'options');
  if (!issue) return undefined;
  const [key, { option = '' }] = splitKey(issue.message);
  return problems[key]?.replaceAll('#', String(option));
}
