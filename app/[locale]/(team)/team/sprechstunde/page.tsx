import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { listFreeSlots } from '@/lib/appointments/booking/queries';
import { listTalksByMonth } from '@/lib/appointments/counts/queries';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { localized } from '@/lib/core/paths';
import { monthName } from '@/lib/i18n/dates';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'appointments.office.title');
}

/** What the office may know of the counselling: what is free, and sums of months. */
export default async function OfficeAppointmentsPage({ params }: Props) {
  const { locale } = await params;
  const path = appointmentsPaths.office();
  const months = await guarded(locale, path, async () =>
    listTalksByMonth(await requireCoordinator()),
  );
  const free = await listFreeSlots();
  const t = await getTranslations({ locale, namespace: 'appointments' });
  return (
    <TeamShell locale={locale} path={path} current="appointments">
      <PageHeader title={t('office.title')} lead={t('office.lead')} />
      {free === null ? (
        <Notice tone="warn">
          <p>{t('office.off')}</p>
        </Notice>
      ) : (
        <Section title={t('times')} intro={<p>{t('office.freeText')}</p>}>
          <p>{t('office.free', { count: free.length })}</p>
          <ButtonLink
            href={localized(locale, appointmentsPaths.appointments())}
            variant="secondary"
          >
            {t('doorAction')}
          </ButtonLink>
        </Section>
      )}
      <Section title={t('office.talks')} intro={<p>{t('office.talksText')}</p>}>
        <DataTable
          caption={t('office.talks')}
          captionHidden
          columns={[
            { key: 'month', label: t('office.month'), rowHeader: true },
            { key: 'talks', label: t('office.count'), align: 'end' },
          ]}
          rows={months.map(({ month, talks }) => ({
            id: month,
            cells: { month: monthName(month.slice(0, 7), locale), talks: talks ?? t('office.few') },
          }))}
          empty={t('office.none')}
        />
      </Section>
    </TeamShell>
  );
}
