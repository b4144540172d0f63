import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { EndingSection, KeptLists } from '@/components/calendar/kept-list';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { listKeptEntries, listPastEntries } from '@/lib/calendar/kept/queries';
import { calendarPaths } from '@/lib/calendar/paths';
import { now } from '@/lib/core/clock';
import { officeDate } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ past?: string | string[] }>;
}

export async function generateMetadata({ params }: Props) {
  return pageTitle((await params).locale, 'calendar-partner.teamTitle');
}

/** Every entry there is: the office's own and those of the partners. */
export default async function TeamCalendarPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const asked = Number((await believed(searchParams)).past ?? 1);
  const { entries, past } = await guarded(locale, calendarPaths.teamCalendar(), async () => {
    const actor = await requireCoordinator();
    return { entries: await listKeptEntries(actor), past: await listPastEntries(actor, asked) };
  });
  return (
    <TeamShell locale={locale} path={calendarPaths.teamCalendar()} current="calendar">
      <PageHeader
        title={t('teamTitle')}
        lead={t('teamLead')}
        actions={
          <>
            <ButtonLink href={localized(locale, calendarPaths.teamCalendarNew())}>
              {t('add')}
            </ButtonLink>
            <a href={localized(locale, calendarPaths.calendar())}>{t('public')}</a>
          </>
        }
      />
      <EndingSection {...{ locale, entries, today: officeDate(now()) }} area="team" />
      <KeptLists locale={locale} area="team" entries={entries} past={past} />
    </TeamShell>
  );
}
