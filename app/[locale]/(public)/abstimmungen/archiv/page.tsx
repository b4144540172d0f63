import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { PollCards } from '@/components/voting/poll-cards';
import { localized } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { listArchivedPolls } from '@/lib/voting/queries';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'voting-drafts.archive.listTitle');
}

/** Polls of former years; their pages, results and files are where they were. */
export default async function PollArchivePage({ params }: Props) {
  const { locale } = await params;
  const polls = await listArchivedPolls();
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  const voting = await getTranslations({ locale, namespace: 'voting' });
  return (
    <PublicShell locale={locale} path={votingPaths.pollArchive()} current="polls">
      <PageHeader
        title={t('archive.listTitle')}
        lead={t('archive.listLead')}
        back={{ href: localized(locale, votingPaths.polls()), label: voting('page.back') }}
      />
      {polls.length === 0 ? <EmptyState title={t('archive.empty')} /> : null}
      <PollCards locale={locale} label={t('archive.listTitle')} polls={polls} level={2} />
    </PublicShell>
  );
}
