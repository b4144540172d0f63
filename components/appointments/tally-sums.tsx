import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { DataTable } from '@/components/ui/data-table';
import type { TallySums as Sums, TallySum } from '@/lib/appointments/counts/rules';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { localized } from '@/lib/core/paths';
import { monthName } from '@/lib/i18n/dates';

interface TallySumsProps {
  locale: string;
  sums: Sums;
  /** Of a year each month leads to its own sums. */
  isYear: boolean;
}

/** What one's own tally adds up to: by month, by topic and by length. */
export async function TallySums({ locale, sums, isYear }: TallySumsProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  const monthLink = (month: string) => (
    <a href={localized(locale, appointmentsPaths.tallySums(month))}>{monthName(month, locale)}</a>
  );
  if (sums.talks === 0) return <p>{t('sums.all', { talks: 0 })}</p>;
  return (
    <>
      <p>{t('sums.all', { talks: sums.talks })}</p>
      <p>{t('sums.allFirst', { first: sums.first })}</p>
      {isYear ? (
        <SumTable
          locale={locale}
          title={t('sums.byMonth')}
          first={t('sums.month')}
          sums={sums.months}
          nameOf={monthLink}
        />
      ) : null}
      {/* messages: appointments-desk.topic.* appointments-desk.band.* */}
      <SumTable
        locale={locale}
        title={t('sums.byTopic')}
        first={t('tally.topic')}
        sums={sums.topics}
        nameOf={(topic) => t(`topic.${topic}`)}
      />
      <SumTable
        locale={locale}
        title={t('sums.byBand')}
        first={t('tally.band')}
        sums={sums.bands}
        nameOf={(band) => t(`band.${band}`)}
      />
    </>
  );
}

interface SumTableProps<Key extends string> {
  locale: string;
  title: string;
  first: string;
  sums: readonly TallySum<Key>[];
  nameOf: (key: Key) => React.ReactNode;
}

async function SumTable<Key extends string>(props: SumTableProps<Key>) {
  const { locale, title, first, sums, nameOf } = props;
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        captionHidden
        columns={[
          { key: 'name', label: first, rowHeader: true },
          { key: 'talks', label: t('sums.talks'), align: 'end' },
          { key: 'first', label: t('sums.first'), align: 'end' },
        ]}
        rows={sums.map(({ key, talks, first: firsts }) => ({
          id: key,
          cells: { name: nameOf(key), talks, first: firsts },
        }))}
        empty={t('tally.none')}
      />
    </Section>
  );
}
