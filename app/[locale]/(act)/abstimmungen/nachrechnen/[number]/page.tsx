import type { Metadata } from 'next';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { RecountPage } from '@/components/voting/recount-page';
import { guarded } from '@/lib/accounts/page-guard';
import { numberInPath } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { getPoll } from '@/lib/voting/queries';

type Props = { params: Promise<{ locale: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  return pageTitle(locale, 'voting-result.recount.pageTitle', { number: numberInPath(number) });
}

export default async function PollRecountPage({ params }: Props) {
  const { locale, number } = await params;
  const path = votingPaths.pollRecount(numberInPath(number));
  const poll = await guarded(locale, path, () => getPoll(numberInPath(number)));
  return (
    <ActShell locale={locale} path={path} current="polls">
      <RecountPage locale={locale} poll={poll} />
    </ActShell>
  );
}
