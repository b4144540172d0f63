import type { Metadata } from 'next';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { PollLists } from '@/components/voting/poll-lists';
import { sealDuePolls } from '@/lib/voting/commands';
import { votingPaths } from '@/lib/voting/paths';
import { listPolls } from '@/lib/voting/queries';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return pageTitle(locale, 'voting.list.title');
}

export default async function PollsPage({ params }: Props) {
  const { locale } = await params;
  await sealDuePolls();
  const polls = await listPolls();
  return (
    <PublicShell locale={locale} path={votingPaths.polls()} current="polls">
      <PollLists locale={locale} polls={polls} />
    </PublicShell>
  );
}
