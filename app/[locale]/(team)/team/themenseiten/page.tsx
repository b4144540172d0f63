import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { TopicTable } from '@/components/counselling/topic-table';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import { listTopicRows } from '@/lib/counselling/topics/queries';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'counselling-topics.list.title');
}

/** Every topic page of the office and when somebody has to look at it again. */
export default async function TeamTopicsPage({ params }: Props) {
  const { locale } = await params;
  const path = counsellingPaths.teamTopics();
  const topics = await guarded(locale, path, async () => listTopicRows(await requireCoordinator()));
  const t = await getTranslations({ locale, namespace: 'counselling-topics.list' });
  return (
    <TeamShell locale={locale} path={path} current="topics">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink href={localized(locale, counsellingPaths.teamTopicNew())}>
              {t('add')}
            </ButtonLink>
            <a href={localized(locale, counsellingPaths.counselling())}>{t('public')}</a>
          </>
        }
      />
      <TopicTable locale={locale} topics={topics} />
    </TeamShell>
  );
}
