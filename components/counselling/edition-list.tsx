import { getTranslations } from 'next-intl/server';
import { StateLabel } from '@/components/ui/state-label';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import type { Doer, EditionRow, TopicCase } from '@/lib/counselling/topics/types';
import { longDate, longDay } from '@/lib/i18n/dates';

type EditionListProps = { locale: string; topic: Pick<TopicCase, 'id' | 'editions'> };

/** Every edition with who wrote it, who stood for it and how long everybody read it; the newest first. */
export async function EditionList({ locale, topic }: EditionListProps) {
  const t = await getTranslations({ locale, namespace: 'counselling-topics' });
  const editions = await Promise.all(
    topic.editions.map(async (edition) => ({ edition, facts: await factsOf(locale, edition) })),
  );
  return (
    <ol className="stack list-none p-0" reversed>
      {editions.map(({ edition, facts }, index) => (
        <li key={edition.number} className="border-rule border-b pb-3">
          <p className="cluster">
            <a
              href={localized(locale, counsellingPaths.teamTopicEdition(topic.id, edition.number))}
            >
              {t('case.edition', { number: edition.number })}
            </a>
            {edition.isPublic ? <StateLabel tone="good">{t('case.public')}</StateLabel> : null}
            {index === 0 ? <StateLabel tone="info">{t('case.newest')}</StateLabel> : null}
          </p>
          <ul className="small text-ink-soft">
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

async function factsOf(locale: string, edition: EditionRow): Promise<string[]> {
  const t = await getTranslations({ locale, namespace: 'counselling-topics' });
  const by = (name: Doer) => name ?? t('case.nobody');
  const { writtenAt, writtenBy, reviewedOn, reviewedBy } = edition;
  const { publishedAt, publishedBy, publicUntil, languages } = edition;
  return [
    t('case.written', { date: longDate(writtenAt, locale), name: by(writtenBy) }),
    languages.map((language) => t(`language.${language}`)).join(', '),
    ...(reviewedOn
      ? [t('case.reviewed', { date: longDay(dayColumn(reviewedOn), locale), name: by(reviewedBy) })]
      : []),
    ...(publishedAt
      ? [t('case.published', { date: longDate(publishedAt, locale), name: by(publishedBy) })]
      : []),
    ...(publicUntil ? [t('case.until', { date: longDate(publicUntil, locale) })] : []),
  ];
}
