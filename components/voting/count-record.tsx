import { PageHeader } from '@/components/layout/page-header';
import { Prose } from '@/components/layout/section';
import { DataTable } from '@/components/ui/data-table';
import type { Link } from '@/components/ui/link-types';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import type { PrintBlock, PrintDocument } from '@/lib/print/types';

type CountRecordProps = {
  record: PrintDocument;
  back: Link;
  file: Link;
};

/** The record of a count on a page: the same parts as in the file, for screen readers and print. */
export function CountRecordPage({ record, back, file }: CountRecordProps) {
  return (
    <>
      <PageHeader title={record.title} overline={record.overline} back={back} />
      {record.mark ? <Notice tone="warn">{record.mark}</Notice> : null}
      <p className="no-print">
        <a href={file.href}>{file.label}</a>
      </p>
      {record.blocks.map((block, index) => (
        // Nothing is ever put in between: the record is written once.
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name
        <Part key={index} block={block} />
      ))}
    </>
  );
}

function Part({ block }: { block: PrintBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'text':
      return (
        <p className="measure break-words">
          {block.strong ? <strong>{block.text}</strong> : block.text}
        </p>
      );
    case 'facts':
      return <SummaryList rows={block.rows} />;
    case 'list':
      return (
        <Prose>
          <ul>
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </Prose>
      );
    case 'table':
      return <RecordTable {...block} />;
    case 'signatures':
      return (
        <div className="print-only">
          <div className="mt-[18mm] grid grid-cols-2 gap-[10mm]">
            {block.labels.map((label) => (
              <p key={label} className="border-t border-ink pt-1 small">
                {label}
              </p>
            ))}
          </div>
        </div>
      );
  }
}

function RecordTable({ caption, columns, rows }: Extract<PrintBlock, { kind: 'table' }>) {
  return (
    <DataTable
      caption={caption}
      columns={columns.map(({ label, align }, index) => ({
        ...{ key: String(index), label, align },
        rowHeader: index === 0,
      }))}
      rows={rows.map((cells) => ({
        id: cells.join('|'),
        cells: Object.fromEntries(cells.map((cell, index) => [String(index), cell])),
      }))}
    />
  );
}
