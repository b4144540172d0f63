import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle, titled } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { AgendaList } from '@/components/forum/agenda-list';
import { MinutesText } from '@/components/forum/minutes-parts';
import { DecisionList, TaskOverview, Turnout } from '@/components/forum/outcome';
import { BeyondConfirmed } from '@/components/forum/raised';
import { SessionFacts } from '@/components/forum/session-facts';
import { CalledOff, SessionStatus } from '@/components/forum/session-state';
import { SignUpPanel } from '@/components/forum/sign-up-panel';
import { Columns } from '@/components/layout/columns';
import { PageHeader } from '@/components/layout/page-header';
import { Prose, Section } from '@/components/layout/section';
import { Notice } from '@/components/ui/notice';
import { now } from '@/lib/core/clock';
import { contentLang, localized, numberInPath } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { getSession } from '@/lib/forum/sessions/queries';
import { signUpStatus } from '@/lib/forum/sessions/rules';
import type { SessionDetails, SignUpStatus } from '@/lib/forum/sessions/types';
import { longDate } from '@/lib/i18n/dates';
import { getOffice } from '@/lib/settings/queries';

type Props = { params: Promise<{ locale: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  const known = numberInPath(number);
  if (!known) return titled(locale, number.slice(0, 20));
  const { forumName: forum } = await getOffice({ locale });
  return pageTitle(locale, 'forum.session.pageTitle', { number: known, forum });
}

export default async function SessionPage({ params }: Props) {
  const { locale, number } = await params;
  const session = await getSession({ locale }, numberInPath(number));
  if (!session) notFound();
  const t = await getTranslations({ locale, namespace: 'forum' });
  const office = await getOffice({ locale });
  const status = signUpStatus(session, now());
  // Nobody is invited to what was called off or has no date.
  const isInvitation = !['over', 'cancelled', 'postponed'].includes(status);
  const invitation = isInvitation ? t('session.invitation') : undefined;
  return (
    <PublicShell locale={locale} path={forumPaths.forumSession(session.number)} current="forum">
      <PageHeader
        title={session.title}
        titleLang={contentLang(locale)}
        back={{ href: localized(locale, forumPaths.forum()), label: t('session.back') }}
        overline={status === 'over' ? t('session.overlineOver') : invitation}
        state={<SessionStatus locale={locale} status={status} />}
        lead={status === 'open' ? t('session.lead') : undefined}
      />
      <CalledOff locale={locale} status={status} session={session} />
      <Columns layout="aside">
        <SessionFacts locale={locale} session={session} />
        <SignUpPanel
          locale={locale}
          number={session.number}
          status={status}
          seats={session.seats}
          deadline={session.registrationDeadline}
          phone={office.phone}
        />
      </Columns>
      <Outcome locale={locale} session={session} status={status} />
      <Minutes locale={locale} session={session} />
      {session.agenda.length === 0 ? null : (
        <Section
          title={status === 'over' ? t('agenda.titlePast') : t('agenda.title')}
          id="tagesordnung"
        >
          <AgendaList locale={locale} agenda={session.agenda} />
        </Section>
      )}
      {isInvitation ? <p className="small no-print mt-8">{t('session.printHint')}</p> : null}
    </PublicShell>
  );
}

type MinutesProps = { locale: string; session: SessionDetails };

/** What was said; it always stands there whether the residents' representation has confirmed it. */
async function Minutes({ locale, session }: MinutesProps) {
  const { minutes, turnoutCorrections } = session;
  if (minutes === null) return null;
  const t = await getTranslations({ locale, namespace: 'forum.minutes' });
  const date = minutes.since ? longDate(minutes.since, locale) : '';
  return (
    <Section title={t('title')} id="protokoll">
      <Notice tone={minutes.isConfirmed ? 'good' : 'info'}>
        <p>{minutes.isConfirmed ? t('confirmedOn', { date }) : t('unconfirmedSince', { date })}</p>
        <BeyondConfirmed
          locale={locale}
          items={[...minutes.items, { late: null, corrections: turnoutCorrections }]}
          since={minutes.isConfirmed ? minutes.since : null}
        />
      </Notice>
      <MinutesText locale={locale} items={minutes.items} />
    </Section>
  );
}

type OutcomeProps = { locale: string; session: SessionDetails; status: SignUpStatus };

/** What came of it; the office's remark stands here, too, unless it was for an evening that has no date. */
async function Outcome({ locale, session, status }: OutcomeProps) {
  const t = await getTranslations({ locale, namespace: 'forum' });
  const calledOff = status === 'cancelled' || status === 'postponed';
  const isOver = status === 'over';
  const lang = contentLang(locale);
  return (
    <>
      {session.note === '' || calledOff ? null : (
        <Section title={isOver ? t('outcome.title') : t('session.remark')}>
          <Prose lang={lang}>
            <p>{session.note}</p>
          </Prose>
        </Section>
      )}
      {session.attended === null ? null : (
        <Section title={t('outcome.numbers')}>
          <Turnout
            locale={locale}
            attended={session.attended}
            votingResidents={session.votingResidents}
            corrections={session.turnoutCorrections}
          />
        </Section>
      )}
      {session.decisions.length === 0 ? null : (
        <Section title={t('outcome.decisions')} intro={t('outcome.decisionsIntro')}>
          <DecisionList locale={locale} decisions={session.decisions} />
        </Section>
      )}
      {session.tasks.length === 0 || !isOver ? null : (
        <Section title={t('outcome.tasks')}>
          <TaskOverview locale={locale} tasks={session.tasks} />
        </Section>
      )}
    </>
  );
}
