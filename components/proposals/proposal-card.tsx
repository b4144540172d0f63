import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { localized } from '@/lib/core/paths';
import { proposalsPaths } from '@/lib/proposals/paths';
import type { ProposalLine } from '@/lib/proposals/reading/types';
import { StateSentence } from './state-sentence';

type ProposalCardProps = { locale: string; line: ProposalLine; level?: 2 | 3 | undefined };

/** A proposal in a list: what, where, how it stands. */
export async function ProposalCard({ locale, line, level = 2 }: ProposalCardProps) {
  const t = await getTranslations({ locale, namespace: 'proposals' });
  const where = [line.districtName, line.place].filter(Boolean).join(' · ');
  return (
    <Card
      level={level}
      title={line.title}
      titleLang="de"
      href={localized(locale, proposalsPaths.proposal(line.number))}
      overline={t('numberAndPlace', { number: line.number, place: where })}
      state={<StateSentence locale={locale} standing={line.standing} />}
      meta={line.supporters > 0 ? t('supporters', { count: line.supporters }) : undefined}
    >
      {line.resultNote && line.standing.state === 'DONE' ? (
        <p lang="de">{line.resultNote}</p>
      ) : undefined}
    </Card>
  );
}
