import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { titled } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { ProposalDetails } from '@/components/proposals/proposal-details';
import { routes } from '@/lib/core/routes';
import { getProposal } from '@/lib/proposals/reading/queries';
import { getOffice } from '@/lib/settings/queries';

interface Props {
  params: Promise<{ locale: string; number: string }>;
}

// Title and page ask for the same proposal.
const find = cache((locale: string, number: string) =>
  /^[1-9]\d{0,8}$/.test(number) ? getProposal({ locale }, Number(number)) : null,
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  const proposal = await find(locale, number);
  if (!proposal) notFound();
  return titled(locale, proposal.title);
}

/** One proposal for everybody. What is not public does not exist here. */
export default async function ProposalPage({ params }: Props) {
  const { locale, number } = await params;
  const proposal = await find(locale, number);
  if (!proposal) notFound();
  const { phone } = await getOffice({ locale });
  return (
    <PublicShell locale={locale} path={routes.proposal(proposal.number)} current="proposals">
      <ProposalDetails locale={locale} proposal={proposal} phone={phone} />
    </PublicShell>
  );
}
