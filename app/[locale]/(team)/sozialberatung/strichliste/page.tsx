import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { DeskNav } from '@/components/appointments/desk-nav';
import { TallyFields } from '@/components/appointments/tally-fields';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { DataTable } from '@/components/ui/data-table';
import { Notice } from '@/components/ui/notice';
import { requireCounsellor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { deskKey } from '@/lib/appointments/cookie';
import { listOwnTally } from '@/lib/appointments/counts/queries';
import { appointmentsPaths } from '@/lib/appointments/paths';
import type { TallyRow } from '@/lib/appointments/types';
import { officeToday } from '@/lib/core/office-time';
import { localized } from '@/lib/core/paths';
import { monthName } from '@/lib/i18n/dates';
import { tallyTalksAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'appointments-desk.tally.title');
}

/** Talks of a month, as a number. */
export default async function TallyPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const path = appointmentsPaths.tally();
  const rows = await guarded(locale, path, async () =>
    listOwnTally(await requireCounsellor(), await deskKey()),
  );
  if (rows === null) redirect(localized(locale, appointmentsPaths.desk()));
  const isSaved = (await searchParams).saved !== undefined;
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  return (
    <CounsellingShell holdsText locale={locale} path={path}>
      <PageHeader title={t('tally.title')} lead={t('tally.lead')} />
      <DeskNav locale={locale} current="strichliste" />
      {isSaved ? (
        <Notice tone="good" role="status">
          <p>{t('saved.settled')}</p>
        </Notice>
      ) : null}
      <Form locale={locale} action={tallyTalksAction} submitLabel={t('tally.button')}>
        <TallyFields locale={locale} month={officeToday().slice(0, 7)} />
      </Form>
      <Section title={t('tally.list')}>
        <Counted locale={locale} rows={rows} />
      </Section>
    </CounsellingShell>
  );
}

async function Counted({ locale, rows }: { locale: string; rows: readonly TallyRow[] }) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  return (
    <DataTable
      caption={t('tally.list')}
      captionHidden
      columns={[
        { key: 'month', label: t('tally.month'), rowHeader: true },
        { key: 'topic', label: t('tally.topic') },
        { key: 'band', label: t('tally.band') },
        { key: 'first', label: t('tally.first') },
        { key: 'talks', label: t('tally.talks'), align: 'end' },
      ]}
      rows={rows.map(({ month, topic, band, firstContact, talks }) => ({
        id: [month, topic, band, firstContact].join(),
        cells: {
          month: monthName(month.slice(0, 7), locale),
          // messages: appointments-desk.topic.* appointments-desk.band.*
          topic: t(`topic.${topic}`),
          band: t(`band.${band}`),
          first: firstContact ? t('tally.yes') : t('tally.no'),
          talks,
        },
      }))}
      empty={t('tally.none')}
    />
  );
}
