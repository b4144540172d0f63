import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { CallUs } from '@/components/home/call-us';
import { Doors } from '@/components/home/doors';
import { NextSession } from '@/components/home/next-session';
import { OpenPolls } from '@/components/home/open-polls';
import { Results } from '@/components/home/results';
import { ThisWeek } from '@/components/home/this-week';
import { Columns } from '@/components/layout/columns';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { listOccurrencesBetween } from '@/lib/calendar/queries';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { officeDate, officeMidnight } from '@/lib/core/office-time';
import { goodUntil } from '@/lib/core/page-cache';
import { isOffered } from '@/lib/counselling/queries';
import { getNextSession } from '@/lib/forum/sessions/queries';
import { countUnansweredProposals, listProposalResults } from '@/lib/proposals/reading/queries';
import { settingsPaths } from '@/lib/settings/paths';
import { getOffice } from '@/lib/settings/queries';
import { listOpenPolls } from '@/lib/voting/queries';

type PageProps = { params: Promise<{ locale: string }> };

const DAYS_SHOWN = 7;
const DATES_SHOWN = 6;
const RESULTS_SHOWN = 3;

export async function generateMetadata({ params }: PageProps) {
  const { locale } = await params;
  return pageTitle(locale, 'home.title');
}

/** The residents' first page: what you want, what is next, what became of ideas, whom to call. */
export default async function HomePage({ params }: PageProps) {
  const { locale } = await params;
  const viewer = { locale };
  const at = now();
  goodUntil(officeMidnight(at));
  const t = await getTranslations({ locale, namespace: 'home' });
  const office = await getOffice(viewer);
  const session = await getNextSession(viewer);
  const results = await listProposalResults(viewer, RESULTS_SHOWN);
  const unanswered = await countUnansweredProposals();
  const polls = await listOpenPolls();
  const until = new Date(at.getTime() + DAYS_SHOWN * DAY_MS);
  const dates = await listOccurrencesBetween(viewer, at, until, DATES_SHOWN);
  return (
    <PublicShell locale={locale} path={settingsPaths.home()} current="home">
      <PageHeader title={t('question')} lead={t('promise')} />
      <Doors locale={locale} hasCounselling={await isOffered()} />
      <Section title={t('next.title')}>
        <Columns layout="aside">
          <NextSession locale={locale} session={session} today={officeDate(at)} />
          <CallUs locale={locale} office={office} />
        </Columns>
      </Section>
      <Results locale={locale} results={results} unanswered={unanswered} />
      <OpenPolls locale={locale} polls={polls} />
      <ThisWeek locale={locale} dates={dates} />
    </PublicShell>
  );
}
