import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { Card, CardList } from '@/components/ui/card';
import { localized } from '@/lib/core/paths';
import type { SimilarProposal } from '@/lib/proposals/intake/types';
import { proposalsPaths } from '@/lib/proposals/paths';

type SimilarProposalsProps = {
  locale: string;
  number: number;
  similar: SimilarProposal[];
  canMerge: boolean;
};

/** Proposals that read alike: a hint for people, nothing is ever joined by itself. */
export async function SimilarProposals(props: SimilarProposalsProps) {
  const { locale, number, similar, canMerge } = props;
  if (similar.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'proposals-office.case' });
  return (
    <Section title={t('similar')} intro={<p>{t('similarIntro')}</p>}>
      <CardList columns={1}>
        {similar.map((other) => (
          <Card
            key={other.number}
            overline={t('numbered', { number: other.number })}
            title={other.title}
            titleLang="de"
            meta={other.place || undefined}
            footer={
              <a
                href={localized(
                  locale,
                  canMerge
                    ? proposalsPaths.teamProposalCompare(number, other.number)
                    : proposalsPaths.teamProposal(other.number),
                )}
              >
                {t(canMerge ? 'compare' : 'open', { number: other.number })}
              </a>
            }
          >
            <p lang="de">{other.excerpt}</p>
          </Card>
        ))}
      </CardList>
    </Section>
  );
}
