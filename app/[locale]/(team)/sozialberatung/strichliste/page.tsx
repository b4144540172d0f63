import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { DeskNav } from '@/components/appointments/desk-nav';
import { NoTalksFields, TallyFields } from '@/components/appointments/tally-fields';
import { TallyYears } from '@/components/appointments/tally-years';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { Notice } from '@/components/ui/notice';
import { requireCounsellor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { deskKey } from '@/lib/appointments/cookie';
import { listOwnTally, listTallyYears } from '@/lib/appointments/counts/queries';
import { readTallyYear } from '@/lib/appointments/counts/rules';
import { appointmentsPaths } from '@/lib/appointments/paths';
import type { TallyRow } from '@/lib/appointments/types';
import { officeToday } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { monthName } from '@/lib/i18n/dates';
import { sayNoTalksAction, tallyTalksAction } from './actions';

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
  const asked = await believed(searchParams);
  const year = readTallyYear(asked.year, officeToday());
  const { rows, years } = await guarded(locale, path, async () => {
    const [who, key] = [await requireCounsellor(), await deskKey()];
    return { rows: await listOwnTally(who, key, year), years: await listTallyYears(who, key) };
  });
  if (rows === null) redirect(localized(locale, appointmentsPaths.desk()));
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  return (
    <CounsellingShell holdsText locale={locale} path={path}>
      <PageHeader
        title={t('tally.title')}
        lead={t('tally.lead')}
        actions={
          <ButtonLink
            href={localized(locale, appointmentsPaths.tallySums(year))}
            variant="secondary"
          >
            {t('sums.titleOf', { period: year })}
          </ButtonLink>
        }
      />
      <DeskNav locale={locale} current="strichliste" />
      {asked.saved === undefined ? null : (
        <Notice tone="good" role="status">
          <p>{t('saved.settled')}</p>
        </Notice>
      )}
      <Entry locale={locale} isNone={asked.none !== undefined} />
      <Section title={t('tally.listOf', { year })}>
        <TallyYears
          locale={locale}
          years={years}
          current={year}
          pathOf={appointmentsPaths.tallyOf}
        />
        <Counted locale={locale} rows={rows} />
      </Section>
    </CounsellingShell>
  );
}

/** One of the two ways to enter something: what is typed into the one is not lost by the other. */
async function Entry({ locale, isNone }: { locale: string; isNone: boolean }) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.tally' });
  const month = officeToday().slice(0, 7);
  if (isNone)
    return (
      <Section title={t('noneTitle')}>
        <Form
          locale={locale}
          action={sayNoTalksAction}
          submitLabel={t('noneButton')}
          secondary={
            <ButtonLink href={localized(locale, appointmentsPaths.tally())} variant="secondary">
              {t('noneBack')}
            </ButtonLink>
          }
        >
          <NoTalksFields locale={locale} month={month} />
        </Form>
      </Section>
    );
  return (
    <>
      <Form locale={locale} action={tallyTalksAction} submitLabel={t('button')}>
        <TallyFields locale={locale} month={month} />
      </Form>
      <p>
        <a href={localized(locale, appointmentsPaths.tallyNone())}>{t('noneTitle')}</a>
      </p>
    </>
  );
}

async function Counted({ locale, rows }: { locale: string; rows: readonly TallyRow[] }) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  return (
    <DataTable
      caption={t('tally.title')}
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
