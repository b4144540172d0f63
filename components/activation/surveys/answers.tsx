import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { MODES } from '@/lib/activation/surveys/rules';
import type { AnswerView, SurveyView } from '@/lib/activation/surveys/types';

interface AnswersProps {
  locale: string;
  survey: SurveyView;
  answers: readonly AnswerView[];
}

/** What was answered to each question; what one person said to several does not stand together. */
export async function Answers({ locale, survey, answers }: AnswersProps) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys' });
  const ways = MODES.map((mode) => [mode, answers.filter((one) => one.mode === mode).length]);
  return (
    <Section title={t('case.answers')}>
      <p>{t('case.sheets', { count: answers.length })}</p>
      <ul className="cluster">
        {ways.map(([mode = '', count = 0]) =>
          count === 0 ? null : (
            // messages: activation-surveys.mode.*
            <li key={mode}>{t('case.ways', { mode: t(`mode.${mode}`), count })}</li>
          ),
        )}
      </ul>
      {survey.questions.map((question, index) => (
        <Section key={question} level={3} title={question}>
          <ul className="list-disc pl-5">
            {answers
              .map((one) => ({ id: one.id, text: one.answers[index] ?? '' }))
              .filter(({ text }) => text !== '')
              .toSorted((one, other) => one.text.localeCompare(other.text, 'de'))
              .map(({ id, text }) => (
                <li key={id} className="whitespace-pre-line wrap-anywhere">
                  {text}
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </Section>
  );
}
