import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { CounsellingPapers } from '@/components/counselling/papers';
import { ReviewList } from '@/components/counselling/review-list';
import { PageHeader } from '@/components/layout/page-header';
import { Prose, Section } from '@/components/layout/section';
import { DeskTaskTable } from '@/components/tasks/desk-table';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { requireCounsellor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { listOccurrencesBetween } from '@/lib/calendar/queries';
import { isOff } from '@/lib/calendar/rules';
import type { Occurrence } from '@/lib/calendar/types';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { listCounsellingPapers } from '@/lib/counselling/papers/queries';
import { counsellingPaths } from '@/lib/counselling/paths';
import { listToReview } from '@/lib/counselling/topics/queries';
import { clockTime, longDateTime } from '@/lib/i18n/dates';
import { meetingsPaths } from '@/lib/meetings/paths';
import { listDueAtDesk } from '@/lib/tasks/desk/queries';
import { tasksPaths } from '@/lib/tasks/paths';

type Props = { params: Promise<{ locale: string }> };

const AHEAD_MS = 28 * DAY_MS;
const NOT_KEPT = ['talk', 'topics', 'papers'];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'counselling.desk.title');
}

/** The counselling's first page: when the next hours are, what people read about it, what is never kept. */
export default async function CounsellingDeskPage({ params }: Props) {
  const { locale } = await params;
  const path = accountsPaths.counsellingDesk();
  const { wanted, due, papers } = await guarded(locale, path, async () => {
    const who = await requireCounsellor();
    return {
      ...{ wanted: await listToReview(who), due: await listDueAtDesk(who) },
      papers: await listCounsellingPapers(who),
    };
  });
  const t = await getTranslations({ locale, namespace: 'counselling.desk' });
  const meetings = await getTranslations({ locale, namespace: 'meetings.own' });
  const tasks = await getTranslations({ locale, namespace: 'tasks-desk' });
  const link = (to: string) => localized(locale, to);
  return (
    <CounsellingShell locale={locale} path={path}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <ButtonLink href={link(counsellingPaths.counselling())} variant="secondary">
            {t('pageAction')}
          </ButtonLink>
        }
      />
      <Section title={tasks('due')}>
        <DeskTaskTable
          {...{ locale, tasks: due, caption: tasks('due') }}
          empty={<p>{tasks('dueNone')}</p>}
        />
        <p>
          <a href={link(tasksPaths.deskTasks())}>{tasks('all')}</a>
        </p>
      </Section>
      <Section title={t('datesTitle')} intro={<p>{t('datesText')}</p>}>
        <Dates locale={locale} dates={await comingHours(locale)} />
      </Section>
      <Section title={t('reviewTitle')} intro={<p>{t('reviewText')}</p>}>
        <ReviewList locale={locale} wanted={wanted} />
      </Section>
      <CounsellingPapers {...{ locale, papers }} />
      <Section title={t('notKeptTitle')}>
        <Notice tone="info">
          <p>{t('notKeptText')}</p>
        </Notice>
        <Prose>
          <ul>
            {NOT_KEPT.map((matter) => (
              <li key={matter}>{t(`notKept.${matter}`)}</li>
            ))}
          </ul>
        </Prose>
      </Section>
      <Section title={t('accessTitle')}>
        <Prose>
          <ul>
            <li>
              <a href={link(meetingsPaths.ownMeetings())}>{meetings('link')}</a>
            </li>
            <li>
              <a href={link(accountsPaths.accountSessions())}>{t('devices')}</a>
            </li>
            <li>
              <a href={link(accountsPaths.accountProfile())}>{t('profile')}</a>
            </li>
          </ul>
        </Prose>
      </Section>
    </CounsellingShell>
  );
}

async function Dates({ locale, dates }: { locale: string; dates: Occurrence[] }) {
  const t = await getTranslations({ locale, namespace: 'counselling' });
  if (dates.length === 0) {
    return (
      <EmptyState title={t('desk.noDates')}>
        <p>{t('desk.noDatesText')}</p>
      </EmptyState>
    );
  }
  return (
    <Prose>
      <ul>
        {dates.map((date) => (
          <li key={date.key}>
            <a href={localized(locale, date.path)} lang="de">
              {date.title}
            </a>
            {` – ${longDateTime(date.startsAt, locale)}`}
            {` ${t('until', { time: clockTime(date.endsAt, locale) })}, `}
            <span lang="de">{date.place}</span>
            {isOff(date) ? ` (${t('desk.cancelled')})` : null}
          </li>
        ))}
      </ul>
    </Prose>
  );
}

async function comingHours(locale: string): Promise<Occurrence[]> {
  const at = now();
  const all = await listOccurrencesBetween({ locale }, at, new Date(at.getTime() + AHEAD_MS));
  return all.filter(({ kind }) => kind === 'COUNSELLING');
}
