import { getTranslations } from 'next-intl/server';
import { Columns } from '@/components/layout/columns';
import type { ProposalCase } from '@/lib/proposals/review/types';
import { ProposalBody } from './proposal-body';

type ComparedTextProps = { locale: string; proposal: ProposalCase; other: ProposalCase };

/** Two proposals side by side, so that joining them is decided by reading both. */
export async function ComparedText({ locale, proposal, other }: ComparedTextProps) {
  const t = await getTranslations({ locale, namespace: 'proposals-office.case' });
  const side = ({ number, title, place, body, supporters }: ProposalCase, label: string) => (
    <div className="stack">
      <p className="small soft">{label}</p>
      <h2 lang="de">{t('numberAndTitle', { number, title })}</h2>
      {place ? <p className="small">{place}</p> : null}
      <ProposalBody words={{ title, body }} />
      <p className="small">{t('supportedBy', { count: supporters })}</p>
    </div>
  );
  return (
    <Columns layout="two">
      {side(proposal, t('thisOne'))}
      {side(other, t('leadOne'))}
    </Columns>
  );
}
