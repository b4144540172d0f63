import 'server-only';
import { command } from '@/lib/accounts/command';
import { dayColumn, dayOf } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { newCode } from '@/lib/core/tokens';
import { takeVersion } from '@/lib/core/version';
import { keptOut } from '@/lib/outreach/traces/rules';
import { ACTIVATION_RIGHTS } from '../access';
import { traceProblem } from '../steps';
import { ANSWERS, mayEnter, mayTell, phaseOf, SHEETS_MAX, SURVEYS_TAG } from './rules';
import type {
  AnswerSurveyInput,
  AskInvitationInput,
  EnterAnswerInput,
  EnterInvitationInput,
  OpenSurveyInput,
  SaveSurveyInput,
  StrikeInvitationInput,
  TellSurveyInput,
} from './schema';
import type { ActivationSurveyMode, SurveyPhase } from './types';

const right = ACTIVATION_RIGHTS.surveys;
const TAGS = [SURVEYS_TAG];
const CODE_LENGTH = 6;

type SurveyId = { id: string };

/** Writes a survey down, or changes it as long as nobody was asked. */
export const saveSurvey = command(
  { right, audit: ['activationSurvey.saved'], tags: [] },
  async ({ tx, at, note }, input: SaveSurveyInput): Promise<Result<SurveyId>> => {
    const { id, version, districtId, startsOn, endsOn, title, intro } = input;
    const wrong = await districtProblem(tx, districtId);
    if (wrong) return wrong;
    const data = {
      ...{ title, intro, districtId: districtId || null },
      ...{ startsOn: dayColumn(startsOn), endsOn: dayColumn(endsOn) },
    };
    const saved = id || (await addSurvey(tx, data, at));
    if (id) {
      const { opened } = await findSurvey(tx, id);
      if (opened) return refused('activation-surveys.refused.opened');
      const late = await takeVersion(tx.activationSurvey, id, version);
      if (late) return late;
      await tx.activationSurvey.update({ where: { id }, data, select: { id: true } });
      await tx.activationQuestion.deleteMany({ where: { surveyId: id } });
    }
    await tx.activationQuestion.createMany({
      data: questionsOf(input).map((text, index) => ({
        ...{ surveyId: saved, position: index + 1, text },
      })),
    });
    await note('activationSurvey.saved', saved);
    return ok({ id: saved });
  },
);

/** From here on it takes answers on its days, and its questions stay. */
export const openSurvey = command(
  { right, audit: ['activationSurvey.opened'], tags: TAGS },
  async ({ tx, note }, { id, version }: OpenSurveyInput): Promise<Result<SurveyId>> => {
    const { opened } = await findSurvey(tx, id);
    if (opened) return refused('activation-surveys.refused.opened');
    const late = await takeVersion(tx.activationSurvey, id, version);
    if (late) return late;
    const data = { opened: true };
    await tx.activationSurvey.update({ where: { id }, data, select: { id: true } });
    await note('activationSurvey.opened', id);
    return ok({ id });
  },
);

// Nothing is written down of answers and invitations: a line has the same writer in the storage as its row, and a moment.
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
    if (!mayEnter(phase)) return refused('activation-surveys.refused.notOpen');
    return takeAnswer(tx, id, mode, said);
  },
);

/** Somebody wants to be invited; nothing leads from here to what they answered, or whether they did. */
export const askInvitation = command(
  { ...SPEC, right: ACTIVATION_RIGHTS.answer },
  async ({ tx, at }, { code, ...person }: AskInvitationInput): Promise<Result<null>> => {
    const { id, phase } = await lockSurvey(tx, { code }, at);
    if (phase !== 'open') return refused('activation-surveys.refused.notOpen');
    return takeInvitation(tx, id, person);
  },
);

export const enterInvitation = command(
  { ...SPEC, right },
  async ({ tx, at }, { id, ...person }: EnterInvitationInput): Promise<Result<null>> => {
    const { phase } = await lockSurvey(tx, { id }, at);
    if (!mayEnter(phase)) return refused('activation-surveys.refused.notOpen');
    return takeInvitation(tx, id, person);
  },
);

/** Whoever does not want to be invited any more is taken off the sheet. */
export const strikeInvitation = command(
  { right, audit: ['activationSurvey.invitationStruck'], tags: [] },
  async ({ tx, note }, { id }: StrikeInvitationInput): Promise<Result<SurveyId>> => {
    const row = await tx.activationInvitation.findUnique({ where: { id } });
    if (!row) throw new AppError('NOT_FOUND');
    await tx.activationInvitation.delete({ where: { id }, select: { id: true } });
    await note('activationSurvey.invitationStruck', row.surveyId);
    return ok({ id: row.surveyId });
  },
);

/** Tells those who were asked what came of it, and tells it better later. */
export const tellSurvey = command(
  { right, audit: ['activationSurvey.told'], tags: TAGS },
  async ({ tx, at, note }, input: TellSurveyInput): Promise<Result<SurveyId>> => {
    const { id, version, summary, quotes } = input;
    const survey = await findSurvey(tx, id);
    if (!mayTell(phaseAt(survey, at))) return refused('activation-surveys.refused.notOver');
    const trace = traceProblem({ summary, quotes });
    if (trace) return trace;
    const late = await takeVersion(tx.activationSurvey, id, version);
    if (late) return late;
    const data = { summary, quotes, toldAt: survey.toldAt ?? at };
    await tx.activationSurvey.update({ where: { id }, data, select: { id: true } });
    await note('activationSurvey.told', id);
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
  if ((await tx.activationAnswer.count({ where: { surveyId } })) >= SHEETS_MAX)
    return refused('activation-surveys.refused.full');
  await tx.activationAnswer.create({ data: { surveyId, mode, ...answers }, select: { id: true } });
  // All sheets have one writer and no order from here on. The sorting takes everything out before it is put back.
  await tx.$executeRaw`
    WITH taken AS (DELETE FROM activation_answers WHERE survey_id = ${surveyId}::uuid RETURNING *)
    INSERT INTO activation_answers (id, survey_id, mode, answer1, answer2, answer3, answer4, answer5)
    SELECT id, survey_id, mode, answer1, answer2, answer3, answer4, answer5 FROM taken ORDER BY gen_random_uuid()`;
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

async function takeInvitation(
  tx: Tx,
  surveyId: string,
  person: { name: string; contact: string },
): Promise<Result<null>> {
  if ((await tx.activationInvitation.count({ where: { surveyId } })) >= SHEETS_MAX)
    return refused('activation-surveys.refused.full');
  await tx.activationInvitation.create({ data: { surveyId, ...person }, select: { id: true } });
  await tx.$executeRaw`
    WITH taken AS (DELETE FROM activation_invitations WHERE survey_id = ${surveyId}::uuid RETURNING *)
    INSERT INTO activation_invitations (id, survey_id, name, contact)
    SELECT id, survey_id, name, contact FROM taken ORDER BY gen_random_uuid()`;
  return ok(null);
}

const questionsOf = (input: SaveSurveyInput): string[] =>
  [input.question1, input.question2, input.question3, input.question4, input.question5].filter(
    (text) => text !== '',
  );

async function addSurvey(
  tx: Tx,
  data: { title: string; intro: string; districtId: string | null; startsOn: Date; endsOn: Date },
  createdAt: Date,
): Promise<string> {
  const { id } = await tx.activationSurvey.create({
    data: { ...data, code: newCode(CODE_LENGTH), createdAt },
    select: { id: true },
  });
  return id;
}

async function findSurvey(tx: Tx, id: string) {
  const survey = await tx.activationSurvey.findUnique({ where: { id } });
  if (!survey) throw new AppError('NOT_FOUND');
  return survey;
}

type Survey = Awaited<ReturnType<typeof findSurvey>>;

const phaseAt = ({ startsOn, endsOn, ...survey }: Survey, at: Date): SurveyPhase =>
  phaseOf({ ...survey, startsOn: dayOf(startsOn), endsOn: dayOf(endsOn) }, officeDate(at));

/** One sheet after the other: two at once would each write anew what the other has written. */
async function lockSurvey(tx: Tx, where: { id: string } | { code: string }, at: Date) {
  const survey = await tx.activationSurvey.findUnique({ where });
  if (!survey) throw new AppError('NOT_FOUND');
  await tx.$queryRaw`SELECT id FROM activation_surveys WHERE id = ${survey.id}::uuid FOR NO KEY UPDATE`;
  return { id: survey.id, phase: phaseAt(await findSurvey(tx, survey.id), at) };
}

async function districtProblem(tx: Tx, id: string): Promise<Refused | null> {
  if (id === '') return null;
  const found = await tx.district.findUnique({ where: { id }, select: { id: true } });
  return found ? null : refused('form.error.choose', {}, 'districtId');
}
