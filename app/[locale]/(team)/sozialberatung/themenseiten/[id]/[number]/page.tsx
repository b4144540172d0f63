import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { TopicBody } from '@/components/counselling/topic-body';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { FilterLinks } from '@/components/ui/filter-links';
import { Notice } from '@/components/ui/notice';
import { requireCounsellor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { officeToday } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import { getReview } from '@/lib/counselling/topics/queries';
import {
  canTakeReviewBack,
  LANGUAGE_WORDS,
  languageOfWord,
  localeOf,
  readTopic,
  TOPIC_LANGUAGES,
} from '@/lib/counselling/topics/rules';
import type { TopicReview } from '@/lib/counselling/topics/types';
import { confirmTopicAction, takeConfirmationBackAction } from '../../actions';

interface Props {
  params: Promise<{ locale: string; id: string; number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return pageTitle((await params).locale, 'counselling-topics.review.title');
}

const SAVED = ['reviewed', 'reviewTakenBack'] as const;

/** An edition as everybody would read it, and the word of whoever counsels that it is right. */
export default async function ReviewTopicPage({ params, searchParams }: Props) {
  const { locale, id, number: typed } = await params;
  const asked = await believed(searchParams);
  const language = languageOfWord(asked.language);
  const number = /^\d{1,7}$/.test(typed) ? Number(typed) : 0;
  const path = counsellingPaths.review(id, number, { language: LANGUAGE_WORDS[language] });
  const review = await guarded(locale, path, async () =>
    getReview(await requireCounsellor(), id, number),
  );
  const t = await getTranslations({ locale, namespace: 'counselling-topics' });
  const reading = readTopic(review.texts, language);
  const done = SAVED.find((one) => one === asked.saved);
  return (
    <CounsellingShell locale={locale} path={path}>
      <PageHeader
        back={{ href: localized(locale, accountsPaths.counsellingDesk()), label: t('review.back') }}
        overline={t('preview.title', { number })}
        title={reading.title.text}
        titleLang={reading.title.lang}
        lead={<span lang={reading.intro.lang}>{reading.intro.text}</span>}
        meta={review.isPublic ? t('review.public') : t('preview.lead')}
      />
      {done ? (
        <Notice tone="good" role="status">
          {/* messages: counselling-topics.saved.* */}
          <p>{t(`saved.${done}`)}</p>
        </Notice>
      ) : null}
      <FilterLinks
        label={t('preview.languages')}
        items={TOPIC_LANGUAGES.map((one) => ({
          href: localized(
            locale,
            counsellingPaths.review(id, number, { language: LANGUAGE_WORDS[one] }),
          ),
          label: t(`language.${one}`),
          current: one === language,
        }))}
      />
      <div lang={language === 'ENGLISH' ? 'en' : 'de'}>
        <TopicBody locale={localeOf(language)} topic={reading} />
      </div>
      <Confirm locale={locale} review={review} />
    </CounsellingShell>
  );
}

async function Confirm({ locale, review }: { locale: string; review: TopicReview }) {
  const t = await getTranslations({ locale, namespace: 'counselling-topics' });
  const today = officeToday();
  const { id, version, number, isPublic } = review;
  const values = { id, version: String(version), number: String(number) };
  const isConfirmed = review.reviewedOn === today;
  const confirmed = isPublic ? t('review.confirmedPublic') : t('review.confirmedText');
  return (
    <Section title={isConfirmed ? t('review.confirmed') : t('review.ask')}>
      <p>{isConfirmed ? confirmed : t('steps.reviewText', { number })}</p>
      {isConfirmed ? null : (
        <Form
          locale={locale}
          action={confirmTopicAction}
          submitLabel={t(isPublic ? 'steps.reviewAgain' : 'steps.review')}
        >
          <HiddenFields values={values} />
        </Form>
      )}
      {canTakeReviewBack(review, today) ? (
        <Form
          locale={locale}
          action={takeConfirmationBackAction}
          submitLabel={t('steps.takeReviewBack')}
          submitVariant="quiet"
        >
          <HiddenFields values={values} />
        </Form>
      ) : null}
    </Section>
  );
}
