import '../../../office.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell, TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Prose, Section } from '@/components/layout/section';
import { GroupTable, OriginChart, OriginTable } from '@/components/reports/figure-parts';
import { ButtonLink } from '@/components/ui/button';
import { FilterLinks } from '@/components/ui/filter-links';
import { requireFiguresReader } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { mayCoordinate } from '@/lib/accounts/policy';
import { officeToday, officeZone } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { longDate, longDateTime } from '@/lib/i18n/dates';
import { reportsPaths } from '@/lib/reports/paths';
import { getFigures } from '@/lib/reports/queries';
import { periodChoices, quarterOf, readPeriod } from '@/lib/reports/rules';
import type { Figures, Period } from '@/lib/reports/types';
import { getOffice } from '@/lib/settings/queries';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ period?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'reports.title');
}

/** One page of figures for whoever pays and for the office: no name, no text, nothing of a person. */
export default async function FiguresPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { period: wanted } = await believed(searchParams);
  const period = periodAsked(String(wanted ?? ''));
  const path = accountsPaths.figures(period.id);
  const { actor, figures } = await guarded(locale, path, async () => {
    const reader = await requireFiguresReader();
    return { actor: reader, figures: await getFigures(reader, period) };
  });
  const t = await getTranslations({ locale, namespace: 'reports' });
  // messages: given
  const say = (await getTranslations({ locale })) as unknown as (key: string) => string;
  const { promiseWorkdays, officeName } = await getOffice({ locale });
  const isOffice = mayCoordinate(actor);
  const isClosed = figures.standing.is === 'closed';
  return (
    <Frame locale={locale} path={path} isOffice={isOffice}>
      <PageHeader
        overline={officeName}
        title={t('titleOf', { period: await periodName(locale, period) })}
        lead={t('lead')}
        meta={t(isClosed ? 'closed' : 'between', {
          from: longDate(period.from, locale),
          to: longDate(new Date(period.to.getTime() - 1), locale),
          at: longDateTime(figures.at, locale),
        })}
        actions={
          <ButtonLink href={reportsPaths.figuresFile(period.id, locale)} variant="secondary">
            {t('download')}
          </ButtonLink>
        }
      />
      <Periods locale={locale} period={period} />
      {figures.groups.map((group) => (
        <Section key={group.key} title={say(group.title)}>
          <GroupTable
            locale={locale}
            group={group}
            hrefOf={({ key, pathOf }) =>
              isOffice && pathOf
                ? localized(locale, reportsPaths.teamRecords(period.id, key))
                : undefined
            }
          />
        </Section>
      ))}
      <Origins locale={locale} figures={figures} />
      <Notes locale={locale} days={promiseWorkdays} figures={figures} />
    </Frame>
  );
}

type OriginsProps = { locale: string; figures: Figures };

/** By district and way: of closed years alone, so that nothing can be subtracted from anything. */
async function Origins({ locale, figures: { origin, period, standing } }: OriginsProps) {
  const t = await getTranslations({ locale, namespace: 'reports' });
  if (origin === null) {
    const day = 'closesAt' in standing ? longDate(standing.closesAt, locale) : '';
    const why = period.quarter === null ? standing.is : 'quarter';
    return (
      <Section title={t('origin.title')}>
        {/* messages: reports.origin.none.* */}
        <p>{t(`origin.none.${why}`, { day })}</p>
      </Section>
    );
  }
  return (
    <Section title={t('origin.title')} intro={<p>{t('origin.intro')}</p>}>
      <OriginChart locale={locale} origin={origin} />
      <div className="mt-8">
        <OriginTable locale={locale} origin={origin} />
      </div>
    </Section>
  );
}

type NotesProps = { locale: string; days: number; figures: Figures };

/** Whether the figures stay, and what exactly is counted. @param days in which an answer is promised */
async function Notes({ locale, days, figures: { standing, at, period } }: NotesProps) {
  const t = await getTranslations({ locale, namespace: 'reports' });
  const day = longDate('closesAt' in standing ? standing.closesAt : at, locale);
  return (
    <Section title={t('notes.title')}>
      <Prose>
        <ul>
          {/* messages: reports.standing.* */}
          <li>{t(`standing.${standing.is}`, { day })}</li>
          {period.quarter === null && <li>{t('standing.year')}</li>}
          <li>{t('notes.answer', { days })}</li>
          <li>{t('notes.deleted')}</li>
          <li>{t('notes.median')}</li>
          <li>{t('notes.entries')}</li>
        </ul>
      </Prose>
      <p className="small no-print">{t('print')}</p>
    </Section>
  );
}

type FrameProps = { locale: string; path: string; isOffice: boolean; children: ReactNode };

/** The office has its menu beside it; a funder has no other page. */
function Frame({ locale, path, isOffice, children }: FrameProps) {
  if (!isOffice) {
    return (
      <ActShell locale={locale} path={path}>
        {children}
      </ActShell>
    );
  }
  return (
    <TeamShell locale={locale} path={path} current="figures">
      {children}
    </TeamShell>
  );
}

async function periodName(locale: string, { year, quarter }: Period): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'reports' });
  return quarter === null ? t('period.year', { year }) : t('period.quarter', { quarter, year });
}

function periodAsked(text: string): Period {
  const [today, zone] = [officeToday(), officeZone()];
  return readPeriod(text, today, zone) ?? quarterOf(today, zone);
}

async function Periods({ locale, period }: { locale: string; period: Period }) {
  const t = await getTranslations({ locale, namespace: 'reports' });
  const { years, parts } = periodChoices(period.year, officeToday(), officeZone());
  const item = (one: Period, label: string) => ({
    href: localized(locale, accountsPaths.figures(one.id)),
    label,
    current: one.id === period.id,
  });
  return (
    <div className="stack mb-6">
      <FilterLinks
        label={t('period.years')}
        items={years.map((one) => item(one, String(one.year)))}
      />
      <FilterLinks
        label={t('period.quarters', { year: String(period.year) })}
        items={parts.map((one) => item(one, t('period.short', { quarter: one.quarter ?? 0 })))}
      />
    </div>
  );
}
