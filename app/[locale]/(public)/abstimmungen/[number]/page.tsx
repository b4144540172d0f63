import type { Metadata } from 'next';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { PollPage } from '@/components/voting/poll-page';
import { guarded } from '@/lib/accounts/page-guard';
import { numberInPath } from '@/lib/core/paths';
import { getOffice } from '@/lib/settings/queries';
import { sealDuePolls } from '@/lib/voting/commands';
import { votingPaths } from '@/lib/voting/paths';
import { getPollPage } from '@/lib/voting/queries';

type Props = { params: Promise<{ locale: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  return pageTitle(locale, 'voting.page.title', { number: numberInPath(number) });
}

export default async function PublicPollPage({ params }: Props) {
  const { locale, number } = await params;
  const path = votingPaths.poll(numberInPath(number));
  const poll = await guarded(locale, path, async () => {
    await sealDuePolls();
    return getPollPage(numberInPath(number));
  });
  const office = await getOffice({ locale });
  return (
    <PublicShell locale={locale} path={path} current="polls">
      <PollPage
        locale={locale}
        poll={poll}
        phone={office.phone}
        officeAddress={[office.officeName, office.street].filter((part) => part !== '').join(', ')}
      />
    </PublicShell>
  );
}
