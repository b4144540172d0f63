import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { localized, routes } from '@/lib/core/routes';
import { longDateTime } from '@/lib/i18n/dates';
import type { OfficePollRow, PollPhase } from '@/lib/voting/types';
import { PollState } from './poll-state';

const GROUPS = [
  { key: 'drafts', phases: ['draft'] },
  { key: 'running', phases: ['open', 'coming', 'counting'] },
  { key: 'past', phases: ['published', 'cancelled'] },
] as const satisfies readonly { key: string; phases: readonly PollPhase[] }[];

/** The office's polls by what there is to do with them. */
export async function OfficePollList({
  locale,
  polls,
}: {
  locale: string;
  polls: OfficePollRow[];
}) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  const groups = GROUPS.map(({ key, phases }) => ({
    key,
    polls: polls.filter((poll) => (phases as readonly PollPhase[]).includes(poll.phase)),
  })).filter((group) => group.polls.length > 0);
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          <ButtonLink href={localized(locale, routes.teamPollNew())}>{t('list.new')}</ButtonLink>
        }
      />
      {polls.some((poll) => poll.countDisputed) ? (
        <Notice tone="problem">{t('disputed.list')}</Notice>
      ) : null}
      {polls.length === 0 ? <EmptyState title={t('list.empty')} /> : null}
      {/* messages: voting-office.list.drafts voting-office.list.running voting-office.list.past */}
      {groups.map((group) => (
        <Section key={group.key} title={t(`list.${group.key}`)}>
          <PollTable locale={locale} caption={t(`list.${group.key}`)} polls={group.polls} />
        </Section>
      ))}
    </>
  );
}

type PollTableProps = { locale: string; caption: string; polls: OfficePollRow[] };

async function PollTable({ locale, caption, polls }: PollTableProps) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'question', label: t('column.question'), rowHeader: true },
        { key: 'state', label: t('column.state') },
        { key: 'who', label: t('column.who') },
        { key: 'closes', label: t('column.closes') },
      ]}
      rows={polls.map((poll) => ({
        id: String(poll.number),
        cells: {
          question: (
            <a href={localized(locale, routes.teamPoll(poll.number))}>
              {t('list.entry', { number: poll.number, question: poll.question })}
            </a>
          ),
          state: <PollState locale={locale} poll={poll} />,
          who: poll.districtName || t('everywhere'),
          closes: longDateTime(poll.closesAt, locale),
        },
      }))}
    />
  );
}
