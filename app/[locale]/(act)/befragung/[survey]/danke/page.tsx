import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { guarded } from '@/lib/accounts/page-guard';
import { activationPaths } from '@/lib/activation/paths';
import { getPublicSurvey } from '@/lib/activation/surveys/queries';
import { dayColumn } from '@/lib/core/day.mjs';
import { contentLang, localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';

type Props = { params: Promise<{ locale: string; survey: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'activation-surveys.thanks.title');
}

/** Answers are in; the last question leads to a sheet of its own. */
export default async function SurveyThanksPage({ params }: Props) {
  const { locale, survey: code } = await params;
  const path = activationPaths.surveyThanks(code);
  const survey = await guarded(locale, path, () => getPublicSurvey(code));
  const t = await getTranslations({ locale, namespace: 'activation-surveys.thanks' });
  return (
    <ActShell locale={locale} path={path}>
      <PageHeader
        overline={survey.title}
        overlineLang={contentLang(locale)}
        title={t('title')}
        lead={t('text', { date: longDay(dayColumn(survey.endsOn), locale) })}
      />
      <Section title={t('question')} intro={<p>{t('questionText')}</p>}>
        <ButtonLink href={localized(locale, activationPaths.surveyInvitation(code))}>
          {t('yes')}
        </ButtonLink>
      </Section>
      <p className="mt-8">
        <a href={localized(locale, activationPaths.survey(code))}>{t('other')}</a>
      </p>
    </ActShell>
  );
}
