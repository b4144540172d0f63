import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { titledAs } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { EditionList } from '@/components/counselling/edition-list';
import { TopicLightLabel, TopicStateLabel } from '@/components/counselling/topic-labels';
import { TopicSteps } from '@/components/counselling/topic-steps';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { plusDays } from '@/lib/core/day.mjs';
import { officeToday } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import { getTopicCase } from '@/lib/counselling/topics/queries';
import {
  dueOf,
  LANGUAGE_WORDS,
  lightOf,
  SOON_DAYS,
  stateOf,
  TOPIC_LANGUAGES,
} from '@/lib/counselling/topics/rules';
import type { TopicCase } from '@/lib/counselling/topics/types';
import {
  publishTopicAction,
  reviewTopicAction,
  takeReviewBackAction,
  takeTopicBackAction,
} from '../actions';

interface Props {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const topicOf = cache(async (id: string) => getTopicCase(await requireCoordinator(), id));

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { locale, id } = await params;
  return titledAs(locale, async () => (await topicOf(id)).title, 'counselling-topics.list.title');
}

const SAVED = [
  'added',
  'rewritten',
  'reviewed',
  'reviewTakenBack',
  'published',
  'takenBack',
] as const;

/** One topic: what is written in which language, what becomes of it, who stood for what. */
export default async function TeamTopicPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const { saved } = await believed(searchParams);
  const path = counsellingPaths.teamTopic(id);
  const topic = await guarded(locale, path, () => topicOf(id));
  const t = await getTranslations({ locale, namespace: 'counselling-topics' });
  const today = officeToday();
  const done = SAVED.find((one) => one === saved);
  const every = t('field.everyMonths', { count: topic.reviewEveryMonths });
  return (
    <TeamShell locale={locale} path={path} current="topics">
      <PageHeader
        back={{ href: localized(locale, counsellingPaths.teamTopics()), label: t('case.back') }}
        title={topic.title}
        titleLang="de"
        state={<Labels {...{ locale, topic, today }} />}
        meta={t('case.rhythm', { every })}
        actions={<Ways locale={locale} topic={topic} />}
      />
      {done ? (
        <Notice tone="good" role="status">
          {/* messages: counselling-topics.saved.* */}
          <p>{t(`saved.${done}`)}</p>
        </Notice>
      ) : null}
      <TopicSteps
        {...{ locale, topic, today }}
        actions={{
          review: reviewTopicAction,
          takeReviewBack: takeReviewBackAction,
          publish: publishTopicAction,
          takeBack: takeTopicBackAction,
        }}
      />
      <Texts locale={locale} topic={topic} />
      <Section title={t('case.editionsTitle')} intro={<p>{t('case.editionsText')}</p>}>
        <EditionList locale={locale} topic={topic} />
      </Section>
    </TeamShell>
  );
}

type PartProps = { locale: string; topic: TopicCase };

/** The state of what everybody reads, or else of the newest edition, and when it has to be looked at. */
function Labels({ locale, topic, today }: PartProps & { today: string }) {
  const { editions, reviewEveryMonths: everyMonths } = topic;
  const read = editions.find(({ isPublic }) => isPublic);
  const shown = read ?? editions[0];
  if (!shown) return null;
  const due = read ? dueOf(read, everyMonths) : null;
  return (
    <div className="cluster">
      <TopicStateLabel locale={locale} state={stateOf(shown, { everyMonths, today })} />
      {due ? (
        <TopicLightLabel
          locale={locale}
          light={lightOf(due, today, plusDays(today, SOON_DAYS))}
          dueOn={due}
        />
      ) : null}
    </div>
  );
}

async function Ways({ locale, topic }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'counselling-topics.case' });
  const { id, slug, editions } = topic;
  const [newest] = editions;
  return (
    <>
      {newest ? (
        <a href={localized(locale, counsellingPaths.teamTopicEdition(id, newest.number))}>
          {t('preview', { number: newest.number })}
        </a>
      ) : null}
      {editions.some(({ isPublic }) => isPublic) ? (
        <a href={localized(locale, counsellingPaths.topic(slug))}>{t('publicLink')}</a>
      ) : null}
    </>
  );
}

async function Texts({ locale, topic }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'counselling-topics' });
  return (
    <Section title={t('case.textsTitle')} intro={<p>{t('case.textsText')}</p>}>
      <SummaryList
        rows={TOPIC_LANGUAGES.map((language) => ({
          label: t(`language.${language}`),
          value: t(topic.texts[language] ? 'case.there' : 'case.missing'),
          change: {
            href: localized(
              locale,
              counsellingPaths.teamTopicChange(topic.id, { language: LANGUAGE_WORDS[language] }),
            ),
            label: t('case.edit', { language: t(`language.${language}`) }),
            about: topic.title,
          },
        }))}
      />
    </Section>
  );
}
