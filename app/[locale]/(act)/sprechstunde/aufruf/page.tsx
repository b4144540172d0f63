import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { CalledBefore, CalledNow } from '@/components/appointments/called';
import { PageHeader } from '@/components/layout/page-header';
import { listNumbers } from '@/lib/appointments/counts/queries';
import { numbersNow } from '@/lib/appointments/counts/rules';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { believed } from '@/lib/core/page-cache';
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
 * What hangs in the waiting room: whose turn it is, large, and who was called before. It loads itself anew, without
 * script; whoever reads it slowly, or has it read out, stops that.
 */
export default async function WaitingRoomPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const isStill = (await believed(searchParams)).halt !== undefined;
  const { called, waiting } = numbersNow(await listNumbers());
  const t = await getTranslations({ locale, namespace: 'appointments.waiting' });
  const [latest, ...before] = called.slice(0, CALLED_SHOWN);
  return (
    <ActShell locale={locale} path={appointmentsPaths.waitingRoom()}>
      {isStill ? null : <meta httpEquiv="refresh" content={String(SECONDS)} />}
      <PageHeader title={t('title')} />
      {latest ? <CalledNow {...{ locale, latest }} /> : <p className="lead">{t('none')}</p>}
      <CalledBefore {...{ locale, before }} />
      <p className="lead">{t('left', { count: waiting.length })}</p>
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
