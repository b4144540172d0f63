import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { titledAs } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { Certificate, Certificates } from '@/components/meetings/certificates';
import { MeetingSteps } from '@/components/meetings/meeting-steps';
import { MeetingStateLabel } from '@/components/meetings/meeting-table';
import { ThingTasks } from '@/components/tasks/thing-tasks';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { dayColumn } from '@/lib/core/day.mjs';
import { officeToday } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import { meetingsPaths } from '@/lib/meetings/paths';
import { getMeeting } from '@/lib/meetings/queries';
import { certified, euroText, hoursText, saysNothing } from '@/lib/meetings/rules';
import type { MeetingCase } from '@/lib/meetings/types';
import { listTasksOf } from '@/lib/tasks/queries';
import {
  evaluateMeetingAction,
  keepCertificateAction,
  moveMeetingAction,
  takeCertificateAction,
} from '../actions';

interface Props {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const SAVED = [
  ...(['added', 'changed', 'register', 'attend'] as const),
  ...(['cancel', 'reopen', 'evaluated', 'paper', 'paperTaken'] as const),
];

const meetingOf = cache(async (id: string) => getMeeting(await requireCoordinator(), id));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  return titledAs(
    locale,
    async () => {
      const { title, kind, day } = await meetingOf(id);
      // messages: meetings.kind.*
      const name = title || (await sentence(locale, `meetings.kind.${kind}`));
      return `${name}, ${longDay(dayColumn(day), locale)}`;
    },
    'meetings.list.title',
  );
}

/** One meeting: what is known, what becomes of it, what there is to do because of it. */
export default async function TeamMeetingPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const { saved, paper } = await believed(searchParams);
  const path = meetingsPaths.teamMeeting(id);
  const { meeting, tasks } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const found = await meetingOf(id);
    return { meeting: found, tasks: await listTasksOf(actor, [id]) };
  });
  const t = await getTranslations({ locale, namespace: 'meetings' });
  const { kind, title, day, state } = meeting;
  const done = SAVED.find((one) => one === saved);
  const person = meeting.people.find((one) => one.id === paper);
  const isAhead = state === 'PLANNED' || state === 'REGISTERED';
  return (
    <TeamShell holdsText locale={locale} path={path} current="meetings">
      <PageHeader
        back={{ href: localized(locale, meetingsPaths.teamMeetings()), label: t('case.back') }}
        overline={title ? t(`kind.${kind}`) : undefined}
        title={title || t(`kind.${kind}`)}
        state={<MeetingStateLabel {...{ locale, state }} isOpen={isAhead && day < officeToday()} />}
        meta={longDay(dayColumn(day), locale)}
        actions={
          meeting.canChange ? (
            <a href={localized(locale, meetingsPaths.teamMeetingChange(id))}>{t('case.change')}</a>
          ) : undefined
        }
      />
      {done ? (
        <Notice tone="good" role="status">
          {/* messages: meetings.saved.* */}
          <p>{t(`saved.${done}`)}</p>
        </Notice>
      ) : null}
      {person ? (
        <Certificate
          {...{ locale, meeting, person }}
          actions={{ keep: keepCertificateAction, take: takeCertificateAction }}
        />
      ) : (
        <>
          <About locale={locale} meeting={meeting} />
          <CalendarFile {...{ locale, id, isAhead }} />
          <MeetingSteps
            {...{ locale, meeting }}
            actions={{ move: moveMeetingAction, evaluate: evaluateMeetingAction }}
          />
          <Certificates locale={locale} meeting={meeting} />
          {saysNothing(kind) ? null : <ThingTasks {...{ locale, tasks, id }} kind="meeting" />}
        </>
      )}
    </TeamShell>
  );
}

async function CalendarFile(props: { locale: string; id: string; isAhead: boolean }) {
  const { locale, id, isAhead } = props;
  const t = await getTranslations({ locale, namespace: 'meetings.case' });
  if (!isAhead) return null;
  return (
    <p>
      <a href={meetingsPaths.calendarFile(id, locale)} download>
        {t('calendar')}
      </a>
      <span className="block small text-ink-soft">{t('calendarHint')}</span>
    </p>
  );
}

async function About({ locale, meeting }: { locale: string; meeting: MeetingCase }) {
  const t = await getTranslations({ locale, namespace: 'meetings' });
  const { kind, minutes, organizer, people, count, costCents, released } = meeting;
  const hours = { label: t('list.hours'), value: hoursText(minutes, locale) };
  if (saysNothing(kind)) {
    return (
      <Section title={t('case.about')} intro={<p>{t('case.peers')}</p>}>
        <SummaryList rows={[hours]} />
      </Section>
    );
  }
  const names = people.map(({ name }) => name).join(', ');
  return (
    <Section
      title={t('case.about')}
      intro={<p>{t(released ? 'case.publicYes' : 'case.publicNo')}</p>}
    >
      <SummaryList
        rows={[
          hours,
          { label: t('overview.organizer'), value: organizer || t('case.nothing') },
          { label: t('list.who'), value: names || t('case.count', { count }) },
          {
            label: t('case.cost'),
            value: costCents === null ? t('case.nothing') : euroText(costCents, locale),
          },
          {
            label: t('case.certificate'),
            // messages: meetings.case.certified.*
            value: t(`case.certified.${certified(meeting)}`),
          },
        ]}
      />
    </Section>
  );
}
