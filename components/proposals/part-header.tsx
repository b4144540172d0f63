import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { contentLang, localized } from '@/lib/core/paths';
import { proposalsPaths } from '@/lib/proposals/paths';

interface PartHeaderProps {
  locale: string;
  proposal: { number: number; title: string };
  title: string;
  lead: string | undefined;
  meta?: string;
}

/** Head of an office's page about one part of a proposal: of which one, and back to it. */
export async function PartHeader({ locale, proposal, ...words }: PartHeaderProps) {
  const { number, title } = proposal;
  const t = await getTranslations({ locale, namespace: 'proposals-office' });
  return (
    <PageHeader
      back={{
        href: localized(locale, proposalsPaths.teamProposal(number)),
        label: t('backToOne', { number }),
      }}
      overline={title}
      overlineLang={contentLang(locale)}
      {...words}
    />
  );
}
