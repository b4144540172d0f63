import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { PublicSurveys } from '@/components/activation/surveys/told';
import { TriedList } from '@/components/activation/tried-list';
import { PageHeader } from '@/components/layout/page-header';
import { activationPaths } from '@/lib/activation/paths';
import { listPublished } from '@/lib/activation/published/queries';
import { listPublicSurveys } from '@/lib/activation/surveys/queries';
import { localized } from '@/lib/core/paths';
import { proposalsPaths } from '@/lib/proposals/paths';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'activation.public.title');
}

/** What the office tries so that people take part, and what it learnt from it. */
export default async function TriedPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'activation.public' });
  const surveys = await listPublicSurveys();
  const formats = await listPublished();
  return (
    <PublicShell locale={locale} path={activationPaths.tried()}>
      <PageHeader title={t('title')} lead={formats.length > 0 ? t('lead') : undefined} />
      <PublicSurveys locale={locale} surveys={surveys} />
      <TriedList locale={locale} formats={formats} isBeside={surveys.length > 0} />
      <p className="no-print mt-10">
        {t('idea')} <a href={localized(locale, proposalsPaths.proposalDoor())}>{t('ideaLink')}</a>
      </p>
    </PublicShell>
  );
}
