import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { titledAs } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { TopicBody } from '@/components/counselling/topic-body';
import { EditionSteps } from '@/components/counselling/topic-steps';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { FilterLinks } from '@/components/ui/filter-links';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { officeToday } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import { getEditionTexts, getTopicCase } from '@/lib/counselling/topics/queries';
import {
  LANGUAGE_WORDS,
  languageOfWord,
  localeOf,
  readTopic,
  TOPIC_LANGUAGES,
} from '@/lib/counselling/topics/rules';
import { sentence } from '@/lib/i18n/sentence';
import {
  publishTopicAction,
  reviewTopicAction,
  takeReviewBackAction,
  takeTopicBackAction,
} from '../../../actions';

interface Props {
  params: Promise<{ locale: string; id: string; number: string }>;
  searchParams: Promise<{ language?: string | string[] }>;
}

const topicOf = cache(async (id: string) => getTopicCase(await requireCoordinator(), id));

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { locale, id, number } = await params;
  return titledAs(
    locale,
    async () =>
      `${(await topicOf(id)).title}: ${await sentence(locale, 'counselling-topics.preview.title', { number: number.slice(0, 7) })}`,
    'counselling-topics.list.title',
  );
}

/** An edition as everybody would read it, in each language: before it is published, and years later. */
export default async function TeamTopicEditionPage({ params, searchParams }: Props) {
  const { locale, id, number: typed } = await params;
  const language = languageOfWord((await believed(searchParams)).language);
  const number = /^\d{1,7}$/.test(typed) ? Number(typed) : 0;
  const path = counsellingPaths.teamTopicEdition(id, number, {
    language: LANGUAGE_WORDS[language],
  });
  const { topic, texts } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    return {
      topic: await topicOf(id),
      texts: await getEditionTexts(actor, id, number),
    };
  });
  const t = await getTranslations({ locale, namespace: 'counselling-topics' });
  const reading = readTopic(texts, language);
  const edition = topic.editions.find((one) => one.number === number);
  return (
    <TeamShell locale={locale} path={path} current="topics">
      <PageHeader
        back={{ href: localized(locale, counsellingPaths.teamTopic(id)), label: t('preview.back') }}
        overline={t('preview.title', { number })}
        title={reading.title.text}
        titleLang={reading.title.lang}
        lead={<span lang={reading.intro.lang}>{reading.intro.text}</span>}
        meta={t('preview.lead')}
      />
      <FilterLinks
        label={t('preview.languages')}
        items={TOPIC_LANGUAGES.map((one) => ({
          href: localized(
            locale,
            counsellingPaths.teamTopicEdition(id, number, { language: LANGUAGE_WORDS[one] }),
          ),
          label: t(`language.${one}`),
          current: one === language,
        }))}
      />
      <div lang={language === 'ENGLISH' ? 'en' : 'de'}>
        <TopicBody locale={localeOf(language)} topic={reading} />
      </div>
      {edition ? (
        <Section title={t('steps.title')}>
          <div className="stack">
            <EditionSteps
              {...{ locale, topic, edition }}
              today={officeToday()}
              actions={{
                review: reviewTopicAction,
                takeReviewBack: takeReviewBackAction,
                publish: publishTopicAction,
                takeBack: takeTopicBackAction,
              }}
            />
          </div>
        </Section>
      ) : null}
    </TeamShell>
  );
}
