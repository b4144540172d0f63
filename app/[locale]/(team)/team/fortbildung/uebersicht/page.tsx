import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { YearTable } from '@/components/meetings/year-table';
import { FilterLinks } from '@/components/ui/filter-links';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { meetingsPaths } from '@/lib/meetings/paths';
import { getTrainingYear } from '@/lib/meetings/queries';
import { readYear } from '@/lib/meetings/rules';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  // messages: meetings.overview.title
  return pageTitle((await params).locale, 'meetings.overview.title', {
    year: readYear(String((await believed(searchParams)).year ?? '')) ?? '',
  });
}

/** What people of the office took part in during a year, to be printed or taken along. */
export default async function TrainingPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const wanted = readYear(String((await believed(searchParams)).year ?? ''));
  const path = wanted ? meetingsPaths.teamTrainingNext(wanted) : meetingsPaths.teamTraining();
  const training = await guarded(locale, path, async () =>
    getTrainingYear(await requireCoordinator(), wanted),
  );
  const t = await getTranslations({ locale, namespace: 'meetings' });
  const { year, years } = training;
  return (
    <TeamShell locale={locale} path={path} current="meetings">
      <PageHeader
        back={{ href: localized(locale, meetingsPaths.teamMeetings()), label: t('case.back') }}
        title={t('overview.title', { year })}
        lead={t('overview.lead')}
        actions={
          <>
            <a href={meetingsPaths.trainingFileNext(year, locale)}>{t('overview.pdf')}</a>
            <a href={meetingsPaths.trainingTableNext(year, locale)}>{t('overview.csv')}</a>
          </>
        }
      />
      <div className="no-print">
        <p className="mb-4">{t('overview.readers')}</p>
        <FilterLinks
          label={t('overview.years')}
          items={years.map((one) => ({
            href: localized(locale, meetingsPaths.teamTrainingNext(one)),
            label: String(one),
            current: one === year,
          }))}
        />
      </div>
      <YearTable {...{ locale, training }} />
    </TeamShell>
  );
}
