import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import type { TopicRow } from '@/lib/counselling/topics/types';
import { TopicLightLabel, TopicStateLabel } from './topic-labels';

type TopicTableProps = { locale: string; topics: readonly TopicRow[] };

/** All topics of the office; what has to be looked at first stands first. */
export async function TopicTable({ locale, topics }: TopicTableProps) {
  const t = await getTranslations({ locale, namespace: 'counselling-topics.list' });
  if (topics.length === 0) {
    return (
      <EmptyState title={t('empty')}>
        <p>{t('emptyText')}</p>
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      columns={[
        { key: 'topic', label: t('topic'), rowHeader: true },
        { key: 'state', label: t('state') },
        { key: 'due', label: t('due') },
      ]}
      rows={topics.map(({ id, title, state, light, dueOn, hasNewer }) => ({
        id,
        cells: {
          topic: (
            <a href={localized(locale, counsellingPaths.teamTopic(id))} lang="de">
              {title}
            </a>
          ),
          state: (
            <>
              <TopicStateLabel locale={locale} state={state} />
              {hasNewer ? <span className="small block">{t('newer')}</span> : null}
            </>
          ),
          due: <TopicLightLabel locale={locale} light={light} dueOn={dueOn} />,
        },
      }))}
    />
  );
}
