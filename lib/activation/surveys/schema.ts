import { z } from 'zod';
import { line, paragraphs, seenVersion } from '@/lib/core/text';
import { isTrialDay } from '../trials/rules';
import {
  ANSWER_MAX,
  daysProblem,
  ENTERED_MODES,
  QUESTION_MAX,
  QUESTIONS_MAX,
  SURVEY_DAYS_MAX,
  SURVEY_LENGTHS,
} from './rules';

const id = z.uuid('form.error.invalid');
const localDate = z
  .string('form.error.date')
  .trim()
  .refine(isTrialDay, { error: 'form.error.date' });
const question = line(0, QUESTION_MAX).default('');
const answer = paragraphs(0, ANSWER_MAX).default('');
const code = z.string('form.error.invalid').regex(/^[A-Z0-9]{6}$/, 'form.error.invalid');

export const saveSurveySchema = z
  .object({
    /** Empty for a new one. */
    id: z.union([z.literal(''), id]).default(''),
    version: seenVersion.default(0),
    title: line(3, SURVEY_LENGTHS.title),
    intro: paragraphs(10, SURVEY_LENGTHS.intro),
    districtId: z.union([z.literal(''), z.uuid('form.error.choose')]).default(''),
    startsOn: localDate,
    endsOn: localDate,
    ...{ question1: line(5, QUESTION_MAX), question2: question, question3: question },
    ...{ question4: question, question5: question },
  })
  .superRefine(({ startsOn, endsOn }, context) => {
    const wrong = daysProblem(startsOn, endsOn);
    if (wrong)
      context.addIssue({
        ...{ code: 'custom', path: ['endsOn'] },
        message: `${wrong}|days=${SURVEY_DAYS_MAX}`,
      });
  });

export const correctSurveySchema = z.object({
  ...{ id, version: seenVersion },
  title: line(3, SURVEY_LENGTHS.title),
  intro: paragraphs(10, SURVEY_LENGTHS.intro),
  /** Not asked for any more once all sheets are in. */
  endsOn: localDate.optional(),
});

export const openSurveySchema = z.object({ id, version: seenVersion });

const answers = {
  ...{ answer1: answer, answer2: answer, answer3: answer, answer4: answer, answer5: answer },
};

export const answerSurveySchema = z.object({ code, ...answers });
export const enterAnswerSchema = z.object({
  ...{ id, ...answers },
  mode: z.enum(ENTERED_MODES, { error: 'form.error.choose' }),
  /** Sheets that were typed in just before, only to be counted on. */
  sheet: z.coerce.number({ error: 'form.error.invalid' }).int().min(0).max(9999).default(0),
});

export const strikeAnswerSchema = z.object({
  id,
  question: z.coerce.number({ error: 'form.error.invalid' }).int().min(1).max(QUESTIONS_MAX),
  text: paragraphs(1, ANSWER_MAX),
});

export const tellSurveySchema = z.object({
  ...{ id, version: seenVersion },
  summary: paragraphs(10, SURVEY_LENGTHS.summary),
  quotes: paragraphs(0, SURVEY_LENGTHS.quotes).default(''),
});

export type SaveSurveyInput = z.output<typeof saveSurveySchema>;
export type CorrectSurveyInput = z.output<typeof correctSurveySchema>;
export type OpenSurveyInput = z.output<typeof openSurveySchema>;
export type AnswerSurveyInput = z.output<typeof answerSurveySchema>;
export type EnterAnswerInput = z.output<typeof enterAnswerSchema>;
export type StrikeAnswerInput = z.output<typeof strikeAnswerSchema>;
export type TellSurveyInput = z.output<typeof tellSurveySchema>;
