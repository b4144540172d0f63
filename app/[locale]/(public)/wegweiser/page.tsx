import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Prose, Section } from '@/components/layout/section';
import {
  GuideJump,
  GuidePartners,
  GuideTopics,
  TOPICS_ANCHOR,
} from '@/components/network/guide-parts';
import { EmptyState } from '@/components/ui/empty-state';
import { PhoneLine } from '@/components/ui/phone-link';
import { localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import { listTopics } from '@/lib/counselling/topics/queries';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { networkPaths } from '@/lib/network/paths';
import { getGuide } from '@/lib/network/queries';
import { getOffice } from '@/lib/settings/queries';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'network.guide.title');
}

/** The quarter's directory: by topic, then by who it is. Made to be printed, too. */
export default async function GuidePage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'network.guide' });
  const { topics, partners } = await getGuide();
  const { phone } = await getOffice({ locale });
  return (
    <PublicShell locale={locale} path={networkPaths.guide()}>
      <PageHeader title={t('title')} lead={t('lead')} />
      {partners.length === 0 ? (
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <GuideJump locale={locale} partners={partners} hasTopics={topics.length > 0} />
      )}
      {topics.length > 0 ? (
        <Section id={TOPICS_ANCHOR} title={t('topics')} intro={<p>{t('topicsText')}</p>}>
          <GuideTopics topics={topics} />
        </Section>
      ) : null}
      <GuidePartners locale={locale} partners={partners} />
      <OwnTopics locale={locale} />
      <Section title={t('groups')}>
        <p className="measure">
          {t('groupsText')}{' '}
          <a href={localized(locale, initiativesPaths.supportOverview())}>{t('groupsLink')}</a>
        </p>
      </Section>
      <PhoneLine number={phone}>{t('ask')}</PhoneLine>
      <p className="small soft no-print">{t('printHint')}</p>
    </PublicShell>
  );
}

/** What the office itself helps with, where it has written that down. */
async function OwnTopics({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'network.guide' });
  const topics = await listTopics({ locale });
  if (topics.length === 0) return null;
  return (
    <Section title={t('own')} intro={<p>{t('ownText')}</p>}>
      <Prose>
        <ul>
          {topics.map(({ slug, title }) => (
            <li key={slug}>
              <a href={localized(locale, counsellingPaths.topic(slug))} lang={title.lang}>
                {title.text}
              </a>
            </li>
          ))}
        </ul>
      </Prose>
      <p>
        <a href={localized(locale, counsellingPaths.counselling())}>{t('ownLink')}</a>
      </p>
    </Section>
  );
}
