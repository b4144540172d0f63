import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { ReceiptPage } from '@/components/voting/receipt-page';
import { votingPaths } from '@/lib/voting/paths';
import { findReceipt } from '@/lib/voting/vote/queries';

type Props = { params: Promise<{ locale: string; receipt: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return {
    ...(await pageTitle(locale, 'voting.receipt.pageTitle')),
    robots: { index: false },
  };
}

export default async function BallotReceiptPage({ params }: Props) {
  const { locale, receipt } = await params;
  const found = await findReceipt(receipt);
  if (!found) notFound();
  return (
    <ActShell locale={locale} path={votingPaths.ballotReceipt(found.receipt)} current="polls">
      <ReceiptPage locale={locale} found={found} />
    </ActShell>
  );
}
