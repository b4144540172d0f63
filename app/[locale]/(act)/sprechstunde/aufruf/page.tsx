import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { DataTable } from '@/components/ui/data-table';
import { listNumbers } from '@/lib/appointments/counts/queries';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { localized } from '@/lib/core/paths';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const SECONDS = 15;
const CALLED_SHOWN = 5;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    ...(await pageTitle((await params).locale, 'appointments.waiting.title')),
    robots: { index: false },
  };
}

/**
 * What hangs in the waiting room: the numbers whose turn it is. It loads itself anew, without script; whoever reads it
 * slowly, or has it read out, stops that.
 */
export default async function WaitingRoomPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const isStill = (await searchParams).halt !== undefined;
  const numbers = await listNumbers();
  const t = await getTranslations({ locale, namespace: 'appointments.waiting' });
  const called = numbers.filter((each) => each.called).slice(0, CALLED_SHOWN);
  return (
    <ActShell locale={locale} path={appointmentsPaths.waitingRoom()}>
      {isStill ? null : <meta httpEquiv="refresh" content={String(SECONDS)} />}
      <PageHeader title={t('title')} />
      <DataTable
        caption={t('called')}
        columns={[
          { key: 'number', label: t('number'), rowHeader: true },
          { key: 'place', label: t('place') },
        ]}
        rows={called.map(({ number, place }) => ({
          id: String(number),
          cells: {
            number: <strong className="stat-value tabular">{number}</strong>,
            place: place || '–',
          },
        }))}
        empty={t('none')}
      />
      <p className="lead">
        {t('left', { count: numbers.length - numbers.filter((each) => each.called).length })}
      </p>
      <p className="small">
        {isStill ? t('still') : t('reload')}{' '}
        <a
          href={localized(
            locale,
            isStill ? appointmentsPaths.waitingRoom() : appointmentsPaths.waitingRoomStill(),
          )}
        >
          {isStill ? t('goOn') : t('halt')}
        </a>
      </p>
    </ActShell>
  );
}
