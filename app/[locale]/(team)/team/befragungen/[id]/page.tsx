import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { titledAs } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Answers } from '@/components/activation/surveys/answers';
import { SurveyPhaseText } from '@/components/activation/surveys/phase';
import { SurveySteps } from '@/components/activation/surveys/steps';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { isOwed as isSurveyOwed } from '@/lib/activation/inviting/queries';
import { activationPaths } from '@/lib/activation/paths';
import { getAnswers, getSurvey } from '@/lib/activation/surveys/queries';
import { canTakeBack } from '@/lib/activation/surveys/rules';
import { now } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import { believed } from '@/lib/core/page-cache';
import { contentLang, localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import {
  closeSurveyAction,
  deleteSurveyAction,
  finishSurveyAction,
  openSurveyAction,
  strikeAnswerAction,
  takeFinishBackAction,
} from '../actions';

const SAVED = [
  ...(['saved', 'opened', 'closed', 'corrected'] as const),
  ...(['finished', 'finishTakenBack', 'told', 'answerStruck'] as const),
];

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const surveyOf = cache(async (id: string) => getSurvey(await requireCoordinator(), id));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  return titledAs(locale, async () => (await surveyOf(id)).title, 'activation-surveys.list.title');
}

/** One survey: what is asked, what was answered, what can be done now. */
export default async function TeamSurveyPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const { saved, delete: asked, page } = await believed(searchParams);
  const path = activationPaths.teamSurvey(id);
  const { survey, view, isOwed } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const isOwed = await isSurveyOwed(actor, id);
    return { survey: await surveyOf(id), view: await getAnswers(actor, id), isOwed };
  });
  const t = await getTranslations({ locale, namespace: 'activation-surveys' });
  const day = (date: string) => longDay(dayColumn(date), locale);
  const done = SAVED.find((one) => one === saved);
  return (
    <TeamShell locale={locale} path={path} current="activation">
      <PageHeader
        back={{ href: localized(locale, activationPaths.teamSurveys()), label: t('case.back') }}
        title={survey.title}
        titleLang={contentLang(locale)}
        state={
          <strong>
            <SurveyPhaseText {...{ locale, isOwed }} phase={survey.phase} />
          </strong>
        }
        meta={t('days', { from: day(survey.startsOn), until: day(survey.endsOn) })}
      />
      {done ? (
        <Notice tone="good" role="status">
          {/* messages: activation-surveys.saved.* */}
          <p>{t(`saved.${done}`)}</p>
        </Notice>
      ) : null}
      <SurveySteps
        {...{ locale, survey }}
        actions={{
          ...{ open: openSurveyAction, close: closeSurveyAction },
          ...{ finish: finishSurveyAction, takeBack: takeFinishBackAction },
          strike: deleteSurveyAction,
        }}
        sheets={view.sheets}
        isDeleting={asked === 'open'}
        canTakeBack={canTakeBack(survey, now())}
      />
      <Section title={t('case.questions')} intro={<p>{survey.intro}</p>}>
        <ol className="list-decimal pl-5 wrap-anywhere">
          {survey.questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ol>
      </Section>
      {survey.phase === 'draft' ? null : (
        <Answers {...{ locale, survey, view, page }} strike={strikeAnswerAction} />
      )}
    </TeamShell>
  );
}
