import type { ReactNode } from 'react';
import { Section } from '@/components/layout/section';
import { Facts } from '@/components/ui/facts';

type OwnDataPartProps = {
  title: string;
  /** Each row: what is known, already with labels; empty values are left out. */
  rows: { id: string; facts: { label: string; value: ReactNode }[] }[];
};

/** One part of "what this site knows about me". */
export function OwnDataPart({ title, rows }: OwnDataPartProps) {
  return (
    <Section title={title}>
      <ol className="stack list-none p-0">
        {rows.map((row) => (
          <li key={row.id} className="border-rule border-b pb-4">
            <Facts items={row.facts.filter(({ value }) => value !== '')} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
