import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { Card, CardList } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { StateLabel } from '@/components/ui/state-label';
import { contentLang, localized } from '@/lib/core/paths';
import { longDate } from '@/lib/i18n/dates';
import { proposalsPaths } from '@/lib/proposals/paths';
import type { ProposalLine } from '@/lib/proposals/reading/types';

type ResultsProps = { locale: string; results: readonly ProposalLine[]; unanswered: number };

/** What became of ideas, and, just as openly, what nobody has answered yet. */
export async function Results({ locale, results, unanswered }: ResultsProps) {
  const t = await getTranslations({ locale, namespace: 'home' });
  const lang = contentLang(locale);
  const more =
    results.length === 0
      ? { href: localized(locale, proposalsPaths.proposalDoor()), label: t('results.first') }
      : { href: localized(locale, proposalsPaths.proposalsWithResult()), label: t('results.more') };
  return (
    <Section
      title={t('results.title')}
      tone="tinted"
      intro={<p>{results.length === 0 ? t('results.none') : t('results.intro')}</p>}
      more={more}
    >
      {results.length === 0 ? null : (
        <CardList columns={3} label={t('results.title')}>
          {results.map((line) => (
            <Card
              key={line.number}
              title={line.title}
              titleLang={contentLang(locale)}
              href={localized(locale, proposalsPaths.proposal(line.number))}
              overline={line.districtName}
              state={
                <StateLabel tone="good">
                  {t('results.done', { date: longDate(line.stateSince, locale) })}
                </StateLabel>
              }
            >
              <p lang={lang}>{line.resultNote}</p>
            </Card>
          ))}
        </CardList>
      )}
      {unanswered > 0 ? (
        <Notice tone="warn">
          <a href={localized(locale, proposalsPaths.proposalsUnanswered())}>
            {t('results.owed', { count: unanswered })}
          </a>{' '}
          {t('results.owedText')}
        </Notice>
      ) : null}
    </Section>
  );
}
