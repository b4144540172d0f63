import type { Metadata } from 'next';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { OfficePollList } from '@/components/voting/office-poll-list';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { sealDuePolls } from '@/lib/voting/commands';
import { votingPaths } from '@/lib/voting/paths';
import { listPollsForOffice } from '@/lib/voting/prepare/queries';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return pageTitle(locale, 'voting-office.list.title');
}

export default async function TeamPollsPage({ params }: Props) {
  const { locale } = await params;
  const polls = await guarded(locale, votingPaths.teamPolls(), async () => {
    const actor = await requireCoordinator();
    await sealDuePolls();
    return listPollsForOffice(actor);
  });
  return (
    <TeamShell locale={locale} path={votingPaths.teamPolls()} current="polls">
      <OfficePollList locale={locale} polls={polls} />
    </TeamShell>
  );
}
