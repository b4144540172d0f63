'use client';

import type { WhoSees } from '@/components/form/field-parts';
import { RowsField, type RowsFieldWords } from '@/components/form/rows-field';
import { readFormValues } from '@/lib/core/form-state';
import {
  allStops,
  outOfOrder,
  rowsOf,
  STOPS_MAX,
  stopsIn,
  textOfRows,
} from '@/lib/outreach/rounds/stops/rules';

interface StopRowsProps {
  name: 'stops';
  label: string;
  hint: string;
  whoSees: WhoSees;
  defaultValue: string;
  columns: { from: string; until: string; place: string };
  words: RowsFieldWords;
  /** With the number of the line as `#`. */
  problems: { line: string; order: string; many: string };
}

/** Where a round goes after its first place: lines of a text, or row by row where there is script. */
export function StopRows({ columns, problems, ...field }: StopRowsProps) {
  return (
    <RowsField
      {...field}
      lines={2}
      required={false}
      columns={[
        { name: 'from', label: columns.from },
        { name: 'until', label: columns.until },
        { name: 'place', label: columns.place },
      ]}
      read={rowsOf}
      write={(rows) =>
        textOfRows(rows.map(({ from = '', until = '', place = '' }) => ({ from, until, place })))
      }
      problemIn={async (form) => problemIn(readFormValues(new FormData(form)), problems)}
    />
  );
}

function problemIn(
  data: ReturnType<typeof readFormValues>,
  problems: StopRowsProps['problems'],
): string | undefined {
  const said = (name: string) => String(data[name] ?? '');
  const { stops, wrong } = stopsIn(said('stops'));
  if (stops.length >= STOPS_MAX) return problems.many;
  if (wrong > 0) return problems.line.replace('#', String(wrong));
  const all = allStops({ place: '', from: said('from'), until: said('until'), stops });
  const late = outOfOrder(all);
  return late > 0 ? problems.order.replace('#', String(late)) : undefined;
}
