import 'server-only';
import { randomUUID } from 'node:crypto';
import { command } from '@/lib/accounts/command';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { keptOut } from '@/lib/outreach/traces/rules';
import { ACTIVATION_RIGHTS } from '../access';
import { ANSWERS, canEnter, canRead, SHEETS_MAX, WEB_SHEETS_MAX } from '../surveys/rules';
import type { AnswerSurveyInput, EnterAnswerInput, StrikeAnswerInput } from '../surveys/schema';
import { lockSurvey } from '../surveys/steps';
import type { ActivationSurveyMode } from '../surveys/types';
import { ACTIVATION_TAGS } from '../tags';

const right = ACTIVATION_RIGHTS.surveys;

type SurveyId = { id: string };

// No line is written down of answers and invitations, it has the same writer in the storage as its row, and a moment. A
// limit stays: that some form was sent, not which, is known for two days, see `claimToken`, and whoever copies the files
// of the database meanwhile could follow its order.
const SPEC = { audit: [], tags: [] } as const;

/** Somebody answers on the web. */
export const answerSurvey = command(
  { ...SPEC, right: ACTIVATION_RIGHTS.answer },
  async ({ tx, at }, { code, ...said }: AnswerSurveyInput): Promise<Result<null>> => {
    const { id, phase } = await lockSurvey(tx, { code }, at);
    if (phase !== 'open') return refused('activation-surveys.refused.notOpen');
    return takeAnswer(tx, id, 'WEB', said);
  },
);

/** The office types in what stands on a sheet or was said. */
export const enterAnswer = command(
  { ...SPEC, right },
  async ({ tx, at }, { id, mode, sheet: _, ...said }: EnterAnswerInput): Promise<Result<null>> => {
    const { phase } = await lockSurvey(tx, { id }, at);
    if (!canEnter(phase)) return refused('activation-surveys.refused.notOpen');
    return takeAnswer(tx, id, mode, said);
  },
);

/**
 * Takes out what somebody said to one question: it names somebody, or says nothing. Which sheet it stood on nobody
 * who strikes it learns.
 */
export const strikeAnswer = command(
  { right, audit: ['activationSurvey.answerStruck'], tags: [ACTIVATION_TAGS.surveys] },
  async (
    { tx, at, note },
    { id, question, text }: StrikeAnswerInput,
  ): Promise<Result<SurveyId>> => {
    const { phase } = await lockSurvey(tx, { id }, at);
    const sheets = await tx.activationAnswer.count({ where: { surveyId: id } });
    if (!canRead(phase, sheets)) return refused('activation-surveys.refused.notFinished');
    const column = ANSWERS[question - 1];
    const where = { surveyId: id, ...(column ? { [column]: text } : {}) };
    const row = await tx.activationAnswer.findFirst({ where });
    if (!(row && column)) throw new AppError('NOT_FOUND');
    const isLast = ANSWERS.every((name) => name === column || row[name] === '');
    const found = { where: { id: row.id }, select: { id: true } } as const;
    // A sheet of which nothing is left did not come.
    if (isLast) await tx.activationAnswer.delete(found);
    else await tx.activationAnswer.update({ ...found, data: { [column]: '' } });
    await note('activationSurvey.answerStruck', id);
    return ok({ id });
  },
);

type Said = Record<(typeof ANSWERS)[number], string>;

/** What is beyond the questions asked is nobody's answer. */
async function takeAnswer(
  tx: Tx,
  surveyId: string,
  mode: ActivationSurveyMode,
  said: Said,
): Promise<Result<null>> {
  const asked = await tx.activationQuestion.count({ where: { surveyId } });
  const answers = Object.fromEntries(ANSWERS.slice(0, asked).map((name) => [name, said[name]]));
  if (Object.values(answers).every((text) => text === ''))
    return refused('activation-surveys.refused.nothingSaid', {}, 'answer1');
  const trace = contactProblem(answers);
  if (trace) return trace;
  const most = mode === 'WEB' ? WEB_SHEETS_MAX : SHEETS_MAX;
  if ((await tx.activationAnswer.count({ where: { surveyId } })) >= most)
    return refused('activation-surveys.refused.full');
  // One statement writes all sheets anew: they have one writer and no order, and none ever lay there alone.
  const { answer1 = '', answer2 = '', answer3 = '', answer4 = '', answer5 = '' } = answers;
  await tx.$executeRaw`
    WITH taken AS (DELETE FROM activation_answers WHERE survey_id = ${surveyId}::uuid RETURNING *),
      sheets AS (
        SELECT id, survey_id, mode, answer1, answer2, answer3, answer4, answer5 FROM taken
        UNION ALL SELECT ${randomUUID()}::uuid, ${surveyId}::uuid, ${mode}::"ActivationSurveyMode",
          ${answer1}, ${answer2}, ${answer3}, ${answer4}, ${answer5})
    INSERT INTO activation_answers (id, survey_id, mode, answer1, answer2, answer3, answer4, answer5)
    SELECT id, survey_id, mode, answer1, answer2, answer3, answer4, answer5 FROM sheets ORDER BY gen_random_uuid()`;
  return ok(null);
}

/** Whoever writes down how to reach them belongs on the other sheet. */
function contactProblem(answers: Readonly<Record<string, string>>): Refused | null {
  for (const [field, text] of Object.entries(answers)) {
    const trace = keptOut(text);
    // messages: outreach-rounds.trace.*
    if (trace) return refused(`outreach-rounds.trace.${trace.kind}`, { words: trace.words }, field);
  }
  return null;
}
