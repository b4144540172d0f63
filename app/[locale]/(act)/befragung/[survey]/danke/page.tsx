import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { titledAs } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { guarded } from '@/lib/accounts/page-guard';
import { activationPaths } from '@/lib/activation/paths';
import { getPublicSurvey } from '@/lib/activation/surveys/queries';
import { faceOf } from '@/lib/activation/surveys/rules';
import { dayColumn } from '@/lib/core/day.mjs';
import { saysItself } from '@/lib/core/page-cache';
import { contentLang, localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';

type Props = { params: Promise<{ locale: string; survey: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, survey: code } = await params;
  return titledAs(
    locale,
    async () => (await getPublicSurvey(code)).title,
    'activation-surveys.list.title',
  );
}

/** Answers are in, and the last question leads to a sheet of its own. Who did not come by answering is led to the questions. */
export default async function SurveyThanksPage({ params }: Props) {
  const { locale, survey: code } = await params;
  const path = activationPaths.surveyThanks(code);
  const survey = await guarded(locale, path, () => getPublicSurvey(code));
  const hasAnswered = saysItself('activation-surveys.said.answered');
  const lang = contentLang(locale);
  const t = await getTranslations({ locale, namespace: 'activation-surveys' });
  return (
    <ActShell locale={locale} path={path}>
      {hasAnswered ? (
        <PageHeader
          overline={survey.title}
          overlineLang={lang}
          title={t('said.answered')}
          lead={t('thanks.text', { date: longDay(dayColumn(survey.endsOn), locale) })}
        />
      ) : (
        <PageHeader title={survey.title} titleLang={lang} />
      )}
      {hasAnswered && faceOf(survey.phase) === 'form' ? (
        <LastQuestion locale={locale} code={code} />
      ) : (
        <p>
          <a href={localized(locale, activationPaths.survey(code))}>{t('thanks.toSurvey')}</a>
        </p>
      )}
    </ActShell>
  );
}

async function LastQuestion({ locale, code }: { locale: string; code: string }) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys.thanks' });
  return (
    <>
      <Section title={t('question')} intro={<p>{t('questionText')}</p>}>
        <ButtonLink href={localized(locale, activationPaths.surveyInvitation(code))}>
          {t('yes')}
        </ButtonLink>
      </Section>
      <p className="mt-8">
        <a href={localized(locale, activationPaths.survey(code))}>{t('other')}</a>
      </p>
    </>
  );
}
