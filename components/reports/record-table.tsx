import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { localized } from '@/lib/core/paths';
import { longDate } from '@/lib/i18n/dates';
import type { FigureRecord } from '@/lib/reports/types';

type RecordTableProps = { locale: string; caption: string; records: FigureRecord[] };

/** What a figure counts, one by one; how much each adds is said where it is not one. */
export async function RecordTable({ locale, caption, records }: RecordTableProps) {
  const t = await getTranslations({ locale, namespace: 'reports.records' });
  const isWeighed = records.some(({ value }) => value !== 1);
  const nameOf = ({ title, path }: FigureRecord) => {
    const words = title === '' ? t(path === null ? 'gone' : 'untitled') : title;
    const text = <span lang={title === '' ? undefined : 'de'}>{words}</span>;
    return path === null ? text : <a href={localized(locale, path)}>{text}</a>;
  };
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'number', label: t('number') },
        { key: 'entry', label: t('entry'), rowHeader: true },
        { key: 'day', label: t('day') },
        ...(isWeighed ? [{ key: 'value', label: t('value'), align: 'end' as const }] : []),
      ]}
      rows={records.map((record) => ({
        id: record.id,
        cells: {
          number: record.number ?? '–',
          entry: nameOf(record),
          day: longDate(record.at, locale),
          value: record.value,
        },
      }))}
    />
  );
}
