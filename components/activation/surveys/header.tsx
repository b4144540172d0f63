import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { activationPaths } from '@/lib/activation/paths';
import { contentLang, localized } from '@/lib/core/paths';

interface SurveyHeaderProps {
  locale: string;
  survey: { id: string; title: string };
  title: string;
  lead?: string | undefined;
  meta?: string | undefined;
  actions?: ReactNode;
}

/** The head of every page on which something is done with one survey; it leads back to it. */
export async function SurveyHeader({ locale, survey, ...words }: SurveyHeaderProps) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys.case' });
  return (
    <PageHeader
      back={{ href: localized(locale, activationPaths.teamSurvey(survey.id)), label: t('backOne') }}
      overline={survey.title}
      overlineLang={contentLang(locale)}
      {...words}
    />
  );
}
