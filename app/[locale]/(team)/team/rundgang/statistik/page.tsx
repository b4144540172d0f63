import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { StatisticChoice } from '@/components/outreach/office/statistic-choice';
import { statisticSay } from '@/components/outreach/office/statistic-say';
import { StatisticSections } from '@/components/outreach/office/statistic-sections';
import { ButtonLink } from '@/components/ui/button';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { AppError } from '@/lib/core/errors';
import { officeToday } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { outreachPaths } from '@/lib/outreach/paths';
import { getStatistic } from '@/lib/outreach/statistics/queries';
import { periodIdOf, quarterOf, readAsked } from '@/lib/outreach/statistics/rules';
import { textOf } from '@/lib/outreach/statistics/text';
import { getOffice } from '@/lib/settings/queries';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'outreach-statistics.title');
}

/** Whom the office met in a quarter or a year, of one district or of all. */
export default async function StatisticPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const search = await believed(searchParams);
  const today = officeToday();
  const wanted = String(search.period ?? periodIdOf(quarterOf(today)));
  const office = await getOffice({ locale });
  const district = office.everyDistrict.find(({ id }) => id === search.district);
  const path = outreachPaths.teamStatistic(wanted, district?.id);
  const { period, statistic, standing, isPartly } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const asked = readAsked(wanted, today);
    if (asked === null) throw new AppError('NOT_FOUND');
    return { period: asked, ...(await getStatistic(actor, asked, district?.id ?? null)) };
  });
  const t = await getTranslations({ locale, namespace: 'outreach-statistics' });
  // messages: outreach-statistics.closed outreach-statistics.open outreach-statistics.emptied
  const state = standing === 'given' || standing === 'differs' ? 'closed' : standing;
  const { year, quarter } = period;
  const name = quarter === null ? t('year', { year }) : t('quarter', { quarter, year });
  const topics = new Map(office.everyCategory.map(({ id, label }) => [id, label]));
  return (
    <TeamShell locale={locale} path={path} current="outreach">
      <PageHeader
        back={{ href: localized(locale, outreachPaths.teamRounds()), label: t('back') }}
        title={t('titleOf', { period: name })}
        lead={t('lead')}
        meta={district?.name ?? t('every')}
        actions={standing === 'given' ? await files(locale, period.id) : undefined}
      />
      <StatisticChoice
        {...{ locale, period, today }}
        district={district?.id}
        districts={office.everyDistrict}
      />
      <p className="measure">{t(state)}</p>
      {isPartly && <p className="measure">{t('partly')}</p>}
      {standing === 'differs' && <p className="measure">{t('notGiven')}</p>}
      <p className="measure no-print">{t('givenOf')}</p>
      <StatisticSections
        locale={locale}
        text={textOf(statistic, await statisticSay(locale), (id) => topics.get(id))}
      />
    </TeamShell>
  );
}

async function files(locale: string, period: string) {
  const t = await getTranslations({ locale, namespace: 'outreach-statistics' });
  return (
    <>
      <ButtonLink variant="secondary" href={outreachPaths.statisticFile(period, locale, 'pdf')}>
        {t('pdf')}
      </ButtonLink>
      <a href={outreachPaths.statisticFile(period, locale, 'csv')}>{t('csv')}</a>
    </>
  );
}
