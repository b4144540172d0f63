import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { titledAs } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { TopicFields } from '@/components/counselling/topic-fields';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import { getTopicCase } from '@/lib/counselling/topics/queries';
import { LANGUAGE_WORDS, languageOfWord, textIn } from '@/lib/counselling/topics/rules';
import { sentence } from '@/lib/i18n/sentence';
import { rewriteTopicAction } from '../../actions';

interface Props {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ language?: string | string[] }>;
}

const topicOf = cache(async (id: string) => getTopicCase(await requireCoordinator(), id));

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const language = languageOfWord((await believed(searchParams)).language);
  return titledAs(
    locale,
    async () => {
      const { title } = await topicOf(id);
      // messages: counselling-topics.language.*
      const named = await sentence(locale, `counselling-topics.language.${language}`);
      const what = await sentence(locale, 'counselling-topics.change.title', { language: named });
      return `${what}: ${title}`;
    },
    'counselling-topics.list.title',
  );
}

/** A topic in one language: what is saved is another edition. */
export default async function TeamTopicChangePage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const language = languageOfWord((await believed(searchParams)).language);
  const path = counsellingPaths.teamTopicChange(id, { language: LANGUAGE_WORDS[language] });
  const topic = await guarded(locale, path, () => topicOf(id));
  const t = await getTranslations({ locale, namespace: 'counselling-topics' });
  const isGerman = language === 'GERMAN';
  return (
    <TeamShell holdsText locale={locale} path={path} current="topics">
      <PageHeader
        back={{ href: localized(locale, counsellingPaths.teamTopic(id)), label: topic.title }}
        title={t('change.title', { language: t(`language.${language}`) })}
        lead={t('change.lead')}
      />
      {isGerman ? null : <p>{t('change.missing')}</p>}
      <Form locale={locale} action={rewriteTopicAction} submitLabel={t('change.submit')}>
        <HiddenFields values={{ id, version: String(topic.version), language }} />
        <TopicFields
          locale={locale}
          isGerman={isGerman}
          text={textIn(topic.texts, language)}
          reviewEveryMonths={topic.reviewEveryMonths}
        />
      </Form>
    </TeamShell>
  );
}
