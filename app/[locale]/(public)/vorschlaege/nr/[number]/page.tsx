import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { titled } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { Section } from '@/components/layout/section';
import { ProposalDetails } from '@/components/proposals/proposal-details';
import { PollCards } from '@/components/voting/poll-cards';
import { getProposal } from '@/lib/proposals/details/queries';
import { proposalsPaths } from '@/lib/proposals/paths';
import { getOffice } from '@/lib/settings/queries';
import { listPollsOfProposal } from '@/lib/voting/queries';

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
  const polls = await listPollsOfProposal(proposal.id);
  const { phone } = await getOffice({ locale });
  const t = await getTranslations({ locale, namespace: 'proposals' });
  return (
    <PublicShell
      locale={locale}
      path={proposalsPaths.proposal(proposal.number)}
      current="proposals"
    >
      <ProposalDetails locale={locale} proposal={proposal} phone={phone}>
        {polls.length > 0 ? (
          <Section title={t('polls')}>
            <PollCards locale={locale} label={t('polls')} polls={polls} />
          </Section>
        ) : null}
      </ProposalDetails>
    </PublicShell>
  );
}
