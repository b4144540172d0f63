import { getTranslations } from 'next-intl/server';
import { DateField } from '@/components/form/date-fields';
import { SeenBy } from '@/components/form/field-parts';
import { FieldRow } from '@/components/form/fieldset';
import { Select } from '@/components/form/select';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import {
  ANSWER_MAX,
  ANSWERS,
  canMoveEnd,
  QUESTION_MAX,
  QUESTIONS_MAX,
  SURVEY_LENGTHS,
} from '@/lib/activation/surveys/rules';
import type { SurveyView } from '@/lib/activation/surveys/types';

/** All of a form has the same readers; said once. */
const SURVEY_SEEN = 'survey-seen';
const seen = { above: SURVEY_SEEN };

interface SurveyFieldsProps {
  locale: string;
  districts: readonly { id: string; name: string }[];
  start?: SurveyView | undefined;
}

/** What it is called, who asks and what for. */
async function Words({ locale, start }: Omit<SurveyFieldsProps, 'districts'>) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys.field' });
  return (
    <>
      <TextField
        name="title"
        label={t('title')}
        whoSees={seen}
        required
        maxLength={SURVEY_LENGTHS.title}
        defaultValue={start?.title}
      />
      <TextArea
        name="intro"
        minLength={10}
        label={t('intro')}
        whoSees={seen}
        required
        rows={3}
        maxLength={SURVEY_LENGTHS.intro}
        defaultValue={start?.intro}
      />
    </>
  );
}

/** What can be put right once it is opened; the last day until all sheets are in. */
export async function CorrectSurveyFields({
  locale,
  survey,
}: {
  locale: string;
  survey: SurveyView;
}) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys.field' });
  return (
    <>
      <p className="measure">{t('correctText')}</p>
      <SeenBy id={SURVEY_SEEN} seen={{ audience: 'PUBLIC', text: t('correctSeen') }} />
      <Words locale={locale} start={survey} />
      {canMoveEnd(survey) ? (
        <DateField
          name="endsOn"
          label={t('endsOn')}
          whoSees={seen}
          required
          defaultValue={survey.endsOn}
        />
      ) : null}
    </>
  );
}

/** What is asked, when and where. */
export async function SurveyFields({ locale, districts, start }: SurveyFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys.field' });
  return (
    <>
      <SeenBy id={SURVEY_SEEN} seen={{ audience: 'PUBLIC', text: t('publicSeen') }} />
      <Words locale={locale} start={start} />
      <Select
        name="districtId"
        label={t('district')}
        whoSees={seen}
        placeholder={t('everywhere')}
        defaultValue={start?.districtId ?? ''}
        options={districts.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FieldRow>
        <DateField
          name="startsOn"
          label={t('startsOn')}
          whoSees={seen}
          required
          defaultValue={start?.startsOn}
        />
        <DateField
          name="endsOn"
          label={t('endsOn')}
          whoSees={seen}
          required
          defaultValue={start?.endsOn}
        />
      </FieldRow>
      {Array.from({ length: QUESTIONS_MAX }, (_, index) => index + 1).map((number) => (
        <TextField
          key={number}
          name={`question${number}`}
          label={t('question', { number })}
          hint={number === 1 ? t('questionHint') : undefined}
          whoSees={seen}
          required={number === 1}
          minLength={number === 1 ? 5 : undefined}
          maxLength={QUESTION_MAX}
          defaultValue={start?.questions[number - 1]}
        />
      ))}
    </>
  );
}

interface AnswerFieldsProps {
  locale: string;
  questions: readonly string[];
  /** The office types in what stands on paper: short fields, all on one page. */
  isEntered?: boolean | undefined;
}

/** One empty field for each question. */
export async function AnswerFields({ locale, questions, isEntered = false }: AnswerFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys.field' });
  const text = t(isEntered ? 'enterSeen' : 'answerSeen');
  return (
    <>
      <SeenBy id={SURVEY_SEEN} seen={{ audience: 'INTERNAL', text }} />
      {ANSWERS.slice(0, questions.length).map((name, index) => (
        <TextArea
          key={name}
          name={name}
          label={questions[index] ?? ''}
          whoSees={seen}
          rows={isEntered ? 2 : 4}
          beginsHere={isEntered && index === 0}
          optionalText=""
          maxLength={ANSWER_MAX}
        />
      ))}
    </>
  );
}

/** Who wants to be invited, on a sheet that leads to no answer. */
export async function InvitationFields({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys.field' });
  return (
    <>
      <SeenBy id={SURVEY_SEEN} seen={{ audience: 'INTERNAL', text: t('contactSeen') }} />
      <TextField
        name="name"
        label={t('name')}
        whoSees={seen}
        required
        autoComplete="name"
        maxLength={SURVEY_LENGTHS.name}
      />
      <TextField
        name="contact"
        label={t('contact')}
        hint={t('contactHint')}
        whoSees={seen}
        required
        maxLength={SURVEY_LENGTHS.contact}
      />
    </>
  );
}

/** What those who were asked read of the answers. */
export async function TellFields({
  locale,
  survey: { summary, quotes },
}: {
  locale: string;
  survey: Pick<SurveyView, 'summary' | 'quotes'>;
}) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys.field' });
  return (
    <>
      <SeenBy id={SURVEY_SEEN} seen={{ audience: 'PUBLIC', text: t('tellSeen') }} />
      <TextArea
        name="summary"
        minLength={10}
        label={t('summary')}
        whoSees={seen}
        required
        rows={8}
        maxLength={SURVEY_LENGTHS.summary}
        defaultValue={summary}
      />
      <TextArea
        name="quotes"
        label={t('quotes')}
        hint={t('quotesHint')}
        whoSees={seen}
        rows={5}
        maxLength={SURVEY_LENGTHS.quotes}
        defaultValue={quotes}
      />
    </>
  );
}
