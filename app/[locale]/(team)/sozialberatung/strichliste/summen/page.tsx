import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { DeskNav } from '@/components/appointments/desk-nav';
import { TallySums } from '@/components/appointments/tally-sums';
import { TallyYears } from '@/components/appointments/tally-years';
import { PageHeader } from '@/components/layout/page-header';
import { PrintButton } from '@/components/ui/print-button';
import { requireCounsellor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { deskKey } from '@/lib/appointments/cookie';
import { listOwnTally, listTallyYears } from '@/lib/appointments/counts/queries';
import { readTallyPeriod, sumsOf } from '@/lib/appointments/counts/rules';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { officeToday } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { monthName } from '@/lib/i18n/dates';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'appointments-desk.sums.title');
}

/** One's own tally added up, to print. */
export default async function TallySumsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const period = readTallyPeriod((await believed(searchParams)).period, officeToday());
  const path = appointmentsPaths.tallySums(period);
  const { rows, years } = await guarded(locale, path, async () => {
    const [who, key] = [await requireCounsellor(), await deskKey()];
    return {
      rows: await listOwnTally(who, key, period),
      years: await listTallyYears(who, key),
    };
  });
  if (rows === null) redirect(localized(locale, appointmentsPaths.desk()));
  const isYear = period.length === 4;
  const t = await getTranslations({ locale, namespace: 'appointments-desk.sums' });
  return (
    <CounsellingShell locale={locale} path={path}>
      <PageHeader
        title={t('titleOf', { period: isYear ? period : monthName(period, locale) })}
        lead={t('lead')}
        back={{ href: localized(locale, appointmentsPaths.tally()), label: t('back') }}
        actions={<PrintButton label={t('print')} />}
      />
      <DeskNav locale={locale} current="strichliste" />
      <TallyYears
        locale={locale}
        years={years}
        current={isYear ? period : ''}
        pathOf={appointmentsPaths.tallySums}
      />
      <TallySums locale={locale} sums={sumsOf(rows)} isYear={isYear} />
    </CounsellingShell>
  );
}
