import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { BlankPapers } from '@/components/outreach/office/blank-papers';
import { QuietPlaces, WeekStrip } from '@/components/outreach/office/coverage';
import { CallsHere } from '@/components/outreach/office/device/calls-here';
import { QuietMap } from '@/components/outreach/office/quiet-map';
import { RoundTable } from '@/components/outreach/office/round-table';
import { dayWords } from '@/components/outreach/words';
import { ButtonLink } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { Notice } from '@/components/ui/notice';
import { Pages } from '@/components/ui/pagination';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { isLocalDate, plusDays } from '@/lib/core/day.mjs';
import { officeToday } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { hasPlaceOn } from '@/lib/core/pages';
import { localized } from '@/lib/core/paths';
import { getCoverage } from '@/lib/outreach/coverage/queries';
import { outreachPaths } from '@/lib/outreach/paths';
import { listRounds } from '@/lib/outreach/rounds/queries';
import { getOffice } from '@/lib/settings/queries';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'outreach-rounds.list.title');
}

/** Of what comes later a telephone shows how much it is. */
const DAYS_SHOWN = 14;

/** Where the office goes, where it was and where nobody has been for a while. */
export default async function TeamRoundsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const path = outreachPaths.teamRounds();
  const search = await believed(searchParams);
  const { coverage, ...rounds } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const listed = await listRounds(actor, Number(search.page ?? 1));
    return { ...listed, coverage: await getCoverage(actor) };
  });
  const { open, coming, past, page, pages } = rounds;
  const t = await getTranslations({ locale, namespace: 'outreach-rounds' });
  const { everyDistrict } = await getOffice({ locale });
  const until = plusDays(officeToday(), DAYS_SHOWN);
  // Who turned pages has seen what is near.
  const near = coming.filter(({ date }) => page > 1 || date <= until);
  const later = coming.slice(near.length);
  return (
    <TeamShell locale={locale} path={path} current="outreach">
      <PageHeader title={t('list.title')} lead={t('list.lead')} actions={await ways(locale)} />
      <Planned locale={locale} search={search} />
      <Promised locale={locale} />
      {open.length > 0 ? (
        <Section title={t('list.open')} intro={<p>{t('list.openText')}</p>}>
          <RoundTable
            {...{ locale, everyDistrict, rounds: open, areOpen: true, empty: '' }}
            caption={t('list.open')}
          />
        </Section>
      ) : null}
      {hasPlaceOn(page, coming) ? (
        <Section title={t('list.coming')}>
          <RoundTable
            {...{ locale, everyDistrict, rounds: near }}
            caption={t('list.coming')}
            empty={t(later.length > 0 ? 'list.nearNone' : 'list.comingNone')}
          />
          {later.length > 0 ? (
            <Details summary={t('list.later', { count: later.length })}>
              <RoundTable
                {...{ locale, everyDistrict, rounds: later }}
                caption={t('list.later', { count: later.length })}
                empty=""
              />
            </Details>
          ) : null}
        </Section>
      ) : null}
      <Section title={t('quiet.title')}>
        <QuietPlaces locale={locale} coverage={coverage} everyDistrict={everyDistrict} />
      </Section>
      {coverage.places.length > 0 ? (
        <>
          <Details summary={t('map.title')}>
            <QuietMap {...{ locale, coverage, everyDistrict }} today={officeToday()} />
          </Details>
          <Details summary={t('strip.title')}>
            <WeekStrip locale={locale} coverage={coverage} />
          </Details>
        </>
      ) : null}
      {hasPlaceOn(page, past) ? (
        // Whoever turned pages looks for what is over.
        <Details summary={t('list.past')} open={page > 1}>
          <RoundTable
            {...{ locale, everyDistrict, rounds: past }}
            caption={t('list.past')}
            empty={t('list.pastNone')}
          />
        </Details>
      ) : null}
      <BlankPapers locale={locale} />
      <Pages
        {...{ page, pages }}
        hrefOf={(to) => localized(locale, outreachPaths.teamRoundsPage(to))}
        words={{
          label: t('list.pages'),
          status: t('list.page', { page, pages }),
          previous: t('list.newer'),
          next: t('list.older'),
        }}
      />
    </TeamShell>
  );
}

async function ways(locale: string) {
  const t = await getTranslations({ locale, namespace: 'outreach-rounds.list' });
  return (
    <>
      <ButtonLink href={localized(locale, outreachPaths.teamContactNew())}>{t('enter')}</ButtonLink>
      <ButtonLink variant="secondary" href={localized(locale, outreachPaths.teamDevice())}>
        {t('device')}
      </ButtonLink>
      <ButtonLink variant="secondary" href={localized(locale, outreachPaths.teamRoundNew())}>
        {t('plan')}
      </ButtonLink>
      <a href={localized(locale, outreachPaths.teamContacts())}>{t('contacts')}</a>
      <a href={localized(locale, outreachPaths.teamStatistic())}>{t('statistic')}</a>
      <a href={localized(locale, outreachPaths.whereWeAre())}>{t('public')}</a>
    </>
  );
}

async function Promised({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'outreach-device' });
  return (
    <CallsHere
      one={t('hereCall')}
      many={t('hereCalls', { count: '{count}' })}
      enter={{
        href: localized(locale, outreachPaths.teamCallBack()),
        words: t('callEnter'),
      }}
      done={{ href: localized(locale, outreachPaths.teamDevice()), words: t('hereCallLink') }}
    />
  );
}

interface PlannedProps {
  locale: string;
  search: Record<string, string | string[] | undefined>;
}

/** How many were planned just now, and on which days none is. */
async function Planned({ locale, search: { planned, left } }: PlannedProps) {
  if (!/^[1-9]\d?$/.test(String(planned))) return null;
  const t = await getTranslations({ locale, namespace: 'outreach-rounds.list' });
  const days = String(left ?? '')
    .split(',')
    .filter(isLocalDate)
    .map((day) => dayWords(day, locale));
  return (
    <Notice tone="good" role="status">
      <p>{t('planned', { count: Number(planned) })}</p>
      {days.length > 0 ? <p>{t('left', { days: days.join('; ') })}</p> : null}
    </Notice>
  );
}
