import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { StateLabel } from '@/components/ui/state-label';
import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { votingPaths } from '@/lib/voting/paths';
import type { OfficePollRow } from '@/lib/voting/prepare/types';
import type { PollPhase } from '@/lib/voting/types';
import { PollState } from './poll-state';

const RUNNING: readonly PollPhase[] = ['open', 'coming', 'counting'];

/** What there is to do with a poll; a try-out is apart from everything that counts. */
function groupOf(poll: OfficePollRow): 'drafts' | 'trials' | 'running' | 'past' | 'archive' {
  if (poll.isTest) return 'trials';
  if (poll.phase === 'draft') return 'drafts';
  if (RUNNING.includes(poll.phase)) return 'running';
  return poll.isArchived ? 'archive' : 'past';
}

/** The office's polls by what there is to do with them. */
export async function OfficePollList({
  locale,
  polls,
}: {
  locale: string;
  polls: OfficePollRow[];
}) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const drafts = await getTranslations({ locale, namespace: 'voting-drafts' });
  const groups = [
    { key: 'drafts', title: t('list.drafts') },
    { key: 'trials', title: drafts('trial.list') },
    { key: 'running', title: t('list.running') },
    { key: 'past', title: t('list.past') },
    { key: 'archive', title: drafts('archive.list') },
  ]
    .map((group) => ({ ...group, polls: polls.filter((poll) => groupOf(poll) === group.key) }))
    .filter((group) => group.polls.length > 0);
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          <ButtonLink href={localized(locale, votingPaths.teamPollNew())}>
            {t('list.new')}
          </ButtonLink>
        }
      />
      {polls.some((poll) => poll.countDisputed) ? (
        <Notice tone="problem">{t('disputed.list')}</Notice>
      ) : null}
      {polls.length === 0 ? <EmptyState title={t('list.empty')} /> : null}
      {groups.map((group) => (
        <Section key={group.key} title={group.title}>
          <PollTable
            locale={locale}
            caption={group.title}
            polls={group.polls}
            // The state of the others tells it.
            withEnd={group.key === 'drafts'}
          />
        </Section>
      ))}
      <p>
        <a href={localized(locale, votingPaths.teamForumRight())}>{drafts('right.link')}</a>
      </p>
    </>
  );
}

type PollTableProps = {
  locale: string;
  caption: string;
  polls: OfficePollRow[];
  withEnd: boolean;
};

async function PollTable({ locale, caption, polls, withEnd }: PollTableProps) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'question', label: t('column.question'), rowHeader: true },
        { key: 'state', label: t('column.state') },
        { key: 'who', label: t('column.who') },
        ...(withEnd ? [{ key: 'closes', label: t('column.closes') }] : []),
      ]}
      rows={polls.map((poll) => ({
        id: String(poll.number),
        cells: {
          question: (
            <a href={localized(locale, votingPaths.teamPoll(poll.number))}>
              {t('list.entry', { number: poll.number, question: poll.question })}
            </a>
          ),
          state: <RowState locale={locale} poll={poll} />,
          who: poll.districtName || t('everywhere'),
          closes: longDateTime(poll.closesAt, locale),
        },
      }))}
    />
  );
}

async function RowState({ locale, poll }: { locale: string; poll: OfficePollRow }) {
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  if (!poll.waitsForCheck) return <PollState locale={locale} poll={poll} />;
  return <StateLabel tone="waiting">{t('check.waits')}</StateLabel>;
}
