import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { NextSession } from '@/components/office/next-session';
import { TaskRows } from '@/components/office/task-rows';
import { SetupSteps } from '@/components/settings/setup-steps';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { mayAdministrate } from '@/lib/accounts/policy';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { longDate } from '@/lib/i18n/dates';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { getMore, getToday } from '@/lib/office/queries';
import type { More as MoreWaiting, Today } from '@/lib/office/types';
import { outreachPaths } from '@/lib/outreach/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import { bodyInSentence } from '@/lib/proposals/reading/rules';
import { getOffice } from '@/lib/settings/queries';

type Say = (key: string, values?: Record<string, string | number>) => string;

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ more?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'office.today.title');
}

const bodyName = (name: string) => bodyInSentence(name).text;

/** The office's first page: what waits and since when, each row one click from being done. */
export default async function TodayPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { more: kind } = await believed(searchParams);
  const path = accountsPaths.team();
  const waiting = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const more = typeof kind === 'string' ? await getMore(actor, kind) : null;
    return more ?? { today: await getToday(actor), isAdmin: mayAdministrate(actor) };
  });
  if (!('today' in waiting))
    return (
      <MoreOfAKind locale={locale} more={waiting} path={accountsPaths.teamMore(String(kind))} />
    );
  const { today, isAdmin } = waiting;
  const t = await getTranslations({ locale, namespace: 'office.today' });
  return (
    <TeamShell locale={locale} path={path} current="today">
      <PageHeader
        overline={longDate(today.at, locale)}
        title={t('title')}
        lead={t('pressing', { count: today.pressing })}
        actions={
          <>
            <ButtonLink
              href={localized(locale, `${proposalsPaths.teamIdeaCard()}#title`)}
              variant="secondary"
            >
              {t('ideaCardAction')}
            </ButtonLink>
            <ButtonLink
              href={localized(locale, initiativesPaths.teamRequestNew())}
              variant="secondary"
            >
              {t('requestAction')}
            </ButtonLink>
            <a href={localized(locale, outreachPaths.teamDevice())}>{t('deviceAction')}</a>
          </>
        }
      />
      {isAdmin ? <SetupSteps locale={locale} office={await getOffice({ locale })} /> : null}
      {today.groups.length === 0 ? (
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : null}
      <Groups locale={locale} groups={today.groups} />
      <More locale={locale} more={today.more} />
      <Ahead locale={locale} today={today} />
    </TeamShell>
  );
}

async function Groups({ locale, groups }: { locale: string; groups: Today['groups'] }) {
  const t = await getTranslations({ locale, namespace: 'office.today' });
  return groups.map(({ urgency, tasks }) => (
    <Section key={urgency} title={t(`urgency.${urgency}`)}>
      <TaskRows {...{ locale, tasks, bodyName }} label={t(`urgency.${urgency}`)} />
    </Section>
  ));
}

interface MoreOfAKindProps {
  locale: string;
  path: string;
  more: MoreWaiting;
}

/** What is behind one of the links of the first page: as many rows as it said. */
async function MoreOfAKind({ locale, path, more }: MoreOfAKindProps) {
  const t = await getTranslations({ locale, namespace: 'office.today' });
  // messages: *.waits.*.more
  const say = (await getTranslations({ locale })) as unknown as Say;
  return (
    <TeamShell locale={locale} path={path} current="today">
      <PageHeader
        overline={longDate(more.at, locale)}
        title={
          more.count === 0 ? t('moreGone') : say(`${more.as.words}.more`, { count: more.count })
        }
        back={{ href: localized(locale, accountsPaths.team()), label: t('title') }}
      />
      <Groups locale={locale} groups={more.groups} />
    </TeamShell>
  );
}

/** More wait than fit on the page. */
async function More({ locale, more }: { locale: string; more: Today['more'] }) {
  // messages: *.waits.*.more
  const say = (await getTranslations({ locale })) as unknown as Say;
  return more.map(({ kind, as, count }) => (
    <p key={kind}>
      <a href={localized(locale, accountsPaths.teamMore(kind))}>
        {say(`${as.words}.more`, { count })}
      </a>
    </p>
  ));
}

/** The next session and polls about to close: what to prepare. */
async function Ahead({ locale, today }: { locale: string; today: Today }) {
  const t = await getTranslations({ locale, namespace: 'office.today' });
  const { session, polls } = today;
  if (session === null && polls.length === 0) return null;
  return (
    <Section title={t('ahead')}>
      {session ? <NextSession locale={locale} session={session} /> : null}
      {polls.length > 0 ? (
        <TaskRows locale={locale} label={t('polls')} tasks={polls} bodyName={bodyName} />
      ) : null}
    </Section>
  );
}
