import type { Metadata } from 'next';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { ReceiptListPage } from '@/components/voting/receipt-list';
import { guarded } from '@/lib/accounts/page-guard';
import { numberInPath } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { getReceiptList } from '@/lib/voting/tell/queries';

type Props = { params: Promise<{ locale: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  return pageTitle(locale, 'voting-result.receipts.pageTitle', { number: numberInPath(number) });
}

export default async function PollReceiptsPage({ params }: Props) {
  const { locale, number } = await params;
  const path = votingPaths.pollReceipts(numberInPath(number));
  const list = await guarded(locale, path, () => getReceiptList(numberInPath(number)));
  return (
    <PublicShell locale={locale} path={path} current="polls">
      <ReceiptListPage locale={locale} list={list} />
    </PublicShell>
  );
}
