import { getTranslations } from 'next-intl/server';
import { EmptyDrawing } from '@/components/brand/empty-drawing';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { EmptyState } from '@/components/ui/empty-state';
import { localized } from '@/lib/core/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import { votingPaths } from '@/lib/voting/paths';
import type { PollList } from '@/lib/voting/types';
import { PollCards } from './poll-cards';

/** All polls: what is open first, what came out last. */
export async function PollLists({ locale, polls }: { locale: string; polls: PollList }) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const drafts = await getTranslations({ locale, namespace: 'voting-drafts' });
  const groups = [
    { title: t('list.open'), polls: polls.open },
    { title: t('list.coming'), polls: polls.coming },
    { title: t('list.past'), polls: polls.past },
  ];
  return (
    <>
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      {polls.open.length === 0 ? (
        <EmptyState
          title={t('list.noneOpen')}
          drawing={<EmptyDrawing />}
          action={{
            href: localized(locale, proposalsPaths.proposals()),
            label: t('list.toProposals'),
          }}
        >
          <p>{t('list.noneOpenText')}</p>
        </EmptyState>
      ) : null}
      {groups
        .filter((group) => group.polls.length > 0)
        .map((group) => (
          <Section key={group.title} title={group.title}>
            <PollCards locale={locale} label={group.title} polls={group.polls} />
          </Section>
        ))}
      <p>
        <a href={localized(locale, votingPaths.pollArchive())}>{drafts('archive.link')}</a>
      </p>
      <Section title={t('receipt.lookupTitle')}>
        <p>
          <a href={localized(locale, votingPaths.receiptLookup())}>{t('receipt.lookupLink')}</a>
        </p>
      </Section>
    </>
  );
}
