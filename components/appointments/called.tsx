import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { DataTable } from '@/components/ui/data-table';
import type { WaitingNumber } from '@/lib/appointments/types';

/** Whose turn it is: one number, as large as a room reads it. */
export async function CalledNow({ locale, latest }: { locale: string; latest: WaitingNumber }) {
  const t = await getTranslations({ locale, namespace: 'appointments.waiting' });
  return (
    <Section title={t('called')}>
      <div className="called-now tabular">{t('numbered', { number: String(latest.number) })}</div>
      {latest.place === '' ? null : <p className="called-place wrap-anywhere">{latest.place}</p>}
    </Section>
  );
}

/** Who was called before, for whoever missed it. */
export async function CalledBefore({
  locale,
  before,
}: {
  locale: string;
  before: readonly WaitingNumber[];
}) {
  const t = await getTranslations({ locale, namespace: 'appointments.waiting' });
  if (before.length === 0) return null;
  return (
    <DataTable
      caption={t('before')}
      columns={[
        { key: 'number', label: t('number'), rowHeader: true },
        { key: 'place', label: t('place') },
      ]}
      rows={before.map(({ number, place }) => ({
        id: String(number),
        cells: { number: String(number), place: place || '–' },
      }))}
      empty={t('none')}
    />
  );
}
