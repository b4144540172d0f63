import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { titled } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { TopicBody } from '@/components/counselling/topic-body';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { OwnText } from '@/components/settings/own-text';
import { Notice } from '@/components/ui/notice';
import { PhoneLine } from '@/components/ui/phone-link';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import { getTopicPage } from '@/lib/counselling/topics/queries';
import { longDay } from '@/lib/i18n/dates';
import { getOffice } from '@/lib/settings/queries';

type Props = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const topic = await getTopicPage({ locale }, slug);
  return titled(locale, topic?.title.text ?? slug.slice(0, 60));
}

/** What the carrier says about one thing people come with. Made to be printed and handed out, too. */
export default async function TopicPage({ params }: Props) {
  const { locale, slug } = await params;
  const topic = await getTopicPage({ locale }, slug);
  if (!topic) notFound();
  const t = await getTranslations({ locale, namespace: 'counselling-topics.page' });
  const { title, intro, isDue } = topic;
  return (
    <PublicShell locale={locale} path={counsellingPaths.topic(slug)} current="counselling">
      <PageHeader
        back={{ href: localized(locale, counsellingPaths.counselling()), label: t('back') }}
        title={title.text}
        titleLang={title.lang}
        lead={<span lang={intro.lang}>{intro.text}</span>}
      />
      {isDue ? (
        <Notice tone="warn" title={t('due')}>
          <p>{t('dueSince', { date: longDay(dayColumn(topic.dueOn), locale) })}</p>
        </Notice>
      ) : null}
      <TopicBody locale={locale} topic={topic} />
      <Visit locale={locale} />
      <p className="small soft">
        {t('reviewed', { date: longDay(dayColumn(topic.reviewedOn), locale) })}
      </p>
    </PublicShell>
  );
}

/** How to come, in what languages, and what the carrier is bound to: only what it says of itself. */
async function Visit({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'counselling-topics.page' });
  const office = await getOffice({ locale });
  return (
    <Section title={t('visit')} tone="tinted">
      <OwnText office={office} name="COUNSELLING_COST" />
      <OwnText office={office} name="COUNSELLING_LANGUAGES" />
      <OwnText office={office} name="COUNSELLING_DUTY" />
      <PhoneLine number={office.phone}>{t('call')}</PhoneLine>
      <p>
        <a href={localized(locale, counsellingPaths.counselling())}>{t('visitLink')}</a>
      </p>
    </Section>
  );
}
