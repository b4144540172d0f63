import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { titledAs } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { AnswerFields } from '@/components/activation/surveys/fields';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Notice } from '@/components/ui/notice';
import { guarded } from '@/lib/accounts/page-guard';
import { activationPaths } from '@/lib/activation/paths';
import { getPublicSurvey } from '@/lib/activation/surveys/queries';
import { faceOf } from '@/lib/activation/surveys/rules';
import type { PublicSurvey } from '@/lib/activation/surveys/types';
import { dayColumn } from '@/lib/core/day.mjs';
import { contentLang, localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { answerSurveyAction } from './actions';

type Props = { params: Promise<{ locale: string; survey: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, survey } = await params;
  return titledAs(
    locale,
    async () => (await getPublicSurvey(survey)).title,
    'activation-surveys.list.title',
  );
}

/** Open questions for neighbours, answered without an account and without a name. */
export default async function SurveyPage({ params }: Props) {
  const { locale, survey: code } = await params;
  const path = activationPaths.survey(code);
  const survey = await guarded(locale, path, () => getPublicSurvey(code));
  const lang = contentLang(locale);
  return (
    <ActShell holdsText={faceOf(survey.phase) === 'form'} locale={locale} path={path}>
      <PageHeader
        title={survey.title}
        titleLang={lang}
        lead={<span lang={lang}>{survey.intro}</span>}
      />
      {faceOf(survey.phase) === 'form' ? (
        <Questions locale={locale} survey={survey} />
      ) : (
        <NotNow locale={locale} survey={survey} />
      )}
    </ActShell>
  );
}

async function Questions({ locale, survey }: { locale: string; survey: PublicSurvey }) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys.public' });
  return (
    <>
      <p>
        {t('until', { date: longDay(dayColumn(survey.endsOn), locale) })} {t('free')}
      </p>
      <Form locale={locale} action={answerSurveyAction} submitLabel={t('submit')}>
        <HiddenFields values={{ code: survey.code }} />
        <AnswerFields locale={locale} questions={survey.questions} />
      </Form>
    </>
  );
}

async function NotNow({ locale, survey }: { locale: string; survey: PublicSurvey }) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys' });
  const { phase, code, startsOn } = survey;
  const face = faceOf(phase);
  return (
    <Notice tone="info">
      {face === 'coming' ? (
        <p>{t('public.coming', { date: longDay(dayColumn(startsOn), locale) })}</p>
      ) : null}
      {face === 'over' ? <p>{t('public.none')}</p> : null}
      {face === 'result' ? (
        <p>
          <a href={localized(locale, activationPaths.surveyResult(code))}>{t('result.title')}</a>
        </p>
      ) : null}
    </Notice>
  );
}
