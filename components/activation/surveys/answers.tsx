import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Section } from '@/components/layout/section';
import { activationPaths } from '@/lib/activation/paths';
import { turned } from '@/lib/activation/rules';
import type { AnswersView, SurveyView } from '@/lib/activation/surveys/types';
import type { FormAction } from '@/lib/core/form-state';
import { TurnedPages } from './pages';

interface AnswersProps {
  locale: string;
  survey: SurveyView;
  view: AnswersView;
  /** As it stands in the address. */
  page: unknown;
  strike: FormAction;
}

/** What was answered to each question; what one person said to several does not stand together, nor in the page's source. */
export async function Answers({ locale, survey, view, page, strike }: AnswersProps) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys' });
  const { sheets, ways, answers } = view;
  const paged = turned(answers ?? [], page);
  const isAll = survey.phase === 'finished' || survey.phase === 'told';
  return (
    <Section title={t('case.answers')} id="answers">
      <p>{t('case.sheets', { count: sheets })}</p>
      <ul className="cluster">
        {ways.map(({ mode, count }) => (
          // messages: activation-surveys.mode.*
          <li key={mode}>{t('case.ways', { mode: t(`mode.${mode}`), count })}</li>
        ))}
      </ul>
      {answers === null ? null : <p className="measure">{t('case.strikeText')}</p>}
      {answers === null ? <p>{t(isAll ? 'case.tooFew' : 'case.notYet')}</p> : null}
      {paged.lists.map((texts, index) =>
        texts.length === 0 && paged.page > 1 ? null : (
          <Section key={survey.questions[index]} level={3} title={survey.questions[index] ?? ''}>
            <ul className="list-disc pl-5">
              {numbered(texts).map(({ place, text }) => (
                <li key={place} className="whitespace-pre-line wrap-anywhere">
                  {text}
                  <Form
                    locale={locale}
                    action={strike}
                    submitLabel={t('case.strikeAnswer')}
                    submitVariant="quiet"
                    warnOnLeave={false}
                  >
                    <HiddenFields values={{ id: survey.id, question: String(index + 1), text }} />
                  </Form>
                </li>
              ))}
            </ul>
          </Section>
        ),
      )}
      <TurnedPages
        {...{ locale, ...paged }}
        pathOf={(to) => activationPaths.teamSurveyPage(survey.id, to)}
      />
    </Section>
  );
}

/** Places of the list alone: an id of a sheet would say what else came on it. */
const numbered = (texts: readonly string[]) => texts.map((text, place) => ({ place, text }));
