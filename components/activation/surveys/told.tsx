import { getTranslations } from 'next-intl/server';
import { Prose, Section } from '@/components/layout/section';
import { activationPaths } from '@/lib/activation/paths';
import type { PublicSurvey, ToldSurvey } from '@/lib/activation/surveys/types';
import { dayColumn } from '@/lib/core/day.mjs';
import { contentLang, localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';

/** What came of a survey: how many answered, the office's words, sentences that were released. */
export async function ToldResult({ locale, survey }: { locale: string; survey: ToldSurvey }) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys.result' });
  const lang = contentLang(locale);
  const { answers, summary, quotes, questions } = survey;
  return (
    <>
      <p>
        <strong>{answers === null ? t('few') : t('sheets', { count: answers })}</strong>
      </p>
      <Prose lang={lang}>
        <p className="whitespace-pre-line wrap-anywhere">{summary}</p>
      </Prose>
      {quotes.length > 0 ? (
        <Section title={t('quotes')}>
          {quotes.map((quote) => (
            <blockquote key={quote} lang={lang} className="mt-4 border-l-4 border-rule pl-4">
              <p className="wrap-anywhere">{quote}</p>
            </blockquote>
          ))}
        </Section>
      ) : null}
      <Section title={t('questions')}>
        <ol className="list-decimal pl-5 wrap-anywhere" lang={lang}>
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ol>
      </Section>
    </>
  );
}

interface SurveyListProps {
  locale: string;
  surveys: readonly PublicSurvey[];
}

/** What is asked now and what came of earlier questions; nothing where there is nothing. */
export async function PublicSurveys({ locale, surveys }: SurveyListProps) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys' });
  const lang = contentLang(locale);
  const open = surveys.filter(({ phase }) => phase === 'open');
  const told = surveys.filter(({ phase }) => phase === 'told');
  return (
    <>
      {open.length > 0 ? (
        <Section title={t('now.title')}>
          {open.map(({ code, title, intro, endsOn }) => (
            <div key={code} className="mt-4 min-w-0 wrap-anywhere">
              <h3 lang={lang}>{title}</h3>
              <p lang={lang}>{intro}</p>
              <p>
                <a href={localized(locale, activationPaths.survey(code))}>{t('now.answer')}</a>{' '}
                {t('public.until', { date: longDay(dayColumn(endsOn), locale) })}
              </p>
            </div>
          ))}
        </Section>
      ) : null}
      {told.length > 0 ? (
        <Section title={t('now.told')}>
          <ul>
            {told.map(({ code, title }) => (
              <li key={code} className="border-t border-rule py-2 wrap-anywhere">
                <a lang={lang} href={localized(locale, activationPaths.surveyResult(code))}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
