import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { ToldResult } from '@/components/activation/surveys/told';
import { PageHeader } from '@/components/layout/page-header';
import { guarded } from '@/lib/accounts/page-guard';
import { activationPaths } from '@/lib/activation/paths';
import { getToldSurvey } from '@/lib/activation/surveys/queries';
import { contentLang, localized } from '@/lib/core/paths';

type Props = { params: Promise<{ locale: string; survey: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'activation-surveys.result.title');
}

/** What came of a survey, for those who were asked. */
export default async function SurveyResultPage({ params }: Props) {
  const { locale, survey: code } = await params;
  const path = activationPaths.surveyResult(code);
  const survey = await guarded(locale, path, () => getToldSurvey(code));
  const t = await getTranslations({ locale, namespace: 'activation-surveys.result' });
  const tried = await getTranslations({ locale, namespace: 'activation.nav' });
  return (
    <PublicShell locale={locale} path={path}>
      <PageHeader
        back={{ href: localized(locale, activationPaths.tried()), label: tried('public') }}
        overline={t('title')}
        title={survey.title}
        titleLang={contentLang(locale)}
      />
      <ToldResult locale={locale} survey={survey} />
    </PublicShell>
  );
}
