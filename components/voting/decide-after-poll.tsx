import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { localized } from '@/lib/core/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import type { WaitingProposal } from '@/lib/voting/tell/proposals/types';

type Props = { locale: string; proposal: WaitingProposal };

/** The poll decides nothing: the Forum does, and the office writes it down. */
export async function DecideAfterPoll({ locale, proposal: { number, title } }: Props) {
  const t = await getTranslations({ locale, namespace: 'voting-office' });
  return (
    <Section title={t('decide.title')} intro={t('decide.intro')}>
      <p>
        <a href={localized(locale, proposalsPaths.teamProposal(number, 'adopt'))}>
          {t('decide.link', { number, title })}
        </a>
      </p>
    </Section>
  );
}
