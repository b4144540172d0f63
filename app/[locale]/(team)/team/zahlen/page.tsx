import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { RecordTable } from '@/components/reports/record-table';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { AppError } from '@/lib/core/errors';
import { officeToday, officeZone } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { reportsPaths } from '@/lib/reports/paths';
import { getRecords } from '@/lib/reports/queries';
import { readPeriod } from '@/lib/reports/rules';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ period?: string | string[]; figure?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'reports.records.title');
}

/** What one figure of the report counts: as many entries as it says. */
export default async function RecordsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { period: wanted, figure } = await believed(searchParams);
  const path = reportsPaths.teamRecords(String(wanted ?? ''), String(figure ?? ''));
  const found = await guarded(locale, path, async () => {
    const coordinator = await requireCoordinator();
    const period = readPeriod(String(wanted ?? ''), officeToday(), officeZone());
    if (period === null) throw new AppError('NOT_FOUND');
    return getRecords(coordinator, period, String(figure ?? ''));
  });
  const { period, label, total, count, records } = found;
  const t = await getTranslations({ locale, namespace: 'reports' });
  // messages: given
  const say = (await getTranslations({ locale })) as unknown as (key: string) => string;
  const { year, quarter } = period;
  const name =
    quarter === null ? t('period.year', { year }) : t('period.quarter', { quarter, year });
  const title = t('records.titleOf', { figure: say(label), period: name });
  return (
    <TeamShell locale={locale} path={path} current="figures">
      <PageHeader
        title={title}
        lead={t('records.lead', { total, count })}
        actions={
          <a href={localized(locale, accountsPaths.figures(period.id))}>{t('records.back')}</a>
        }
      />
      {records.length > 0 && <RecordTable locale={locale} caption={title} records={records} />}
      {records.length < count && <p>{t('records.more', { shown: records.length, count })}</p>}
    </TeamShell>
  );
}
