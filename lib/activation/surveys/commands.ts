import 'server-only';
import { command } from '@/lib/accounts/command';
import { dayColumn, dayOf } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { officeDate } from '@/lib/core/office-time';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { newCode } from '@/lib/core/tokens';
import { takeVersion } from '@/lib/core/version';
import { nameProblem, traceProblem } from '@/lib/outreach/traces/rules';
import { ACTIVATION_RIGHTS } from '../access';
import { ACTIVATION_TAGS } from '../tags';
import {
  canClose,
  canMoveEnd,
  canTakeBack,
  canTell,
  daysProblem,
  SURVEY_DAYS_MAX,
  TAKE_BACK_HOURS,
} from './rules';
import type {
  CorrectSurveyInput,
  OpenSurveyInput,
  SaveSurveyInput,
  TellSurveyInput,
} from './schema';
import { findSurvey, lockSurvey, phaseAt } from './steps';

const right = ACTIVATION_RIGHTS.surveys;
const TAGS = [ACTIVATION_TAGS.surveys];
const CODE_LENGTH = 6;

type SurveyId = { id: string };

/** Writes a survey down, or changes it as long as nobody was asked. */
export const saveSurvey = command(
  { right, audit: ['activationSurvey.saved'], tags: [] },
  async ({ tx, at, note }, input: SaveSurveyInput): Promise<Result<SurveyId>> => {
    const { id, version, districtId, startsOn, endsOn, title, intro } = input;
    const { question1, question2, question3, question4, question5 } = input;
    const wrong =
      nameProblem({ title, intro, question1, question2, question3, question4, question5 }) ??
      (await districtProblem(tx, districtId));
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

/** Takes back what nobody was asked yet; from the opening on it stays. */
export const deleteSurvey = command(
  { right, audit: ['activationSurvey.deleted'], tags: [] },
  async ({ tx, note }, { id, version }: OpenSurveyInput): Promise<Result<null>> => {
    const { opened } = await findSurvey(tx, id);
    if (opened) return refused('activation-surveys.refused.opened');
    const late = await takeVersion(tx.activationSurvey, id, version);
    if (late) return late;
    await tx.activationSurvey.delete({ where: { id }, select: { id: true } });
    await note('activationSurvey.deleted', id);
    return ok(null);
  },
);

/** From here on it takes answers on its days, and its questions stay. */
export const openSurvey = command(
  { right, audit: ['activationSurvey.opened'], tags: [...TAGS, ACTIVATION_TAGS.told] },
  async ({ tx, at, note }, { id, version }: OpenSurveyInput): Promise<Result<SurveyId>> => {
    const { opened, endsOn } = await findSurvey(tx, id);
    if (opened) return refused('activation-surveys.refused.opened');
    if (dayOf(endsOn) < officeDate(at)) return refused('activation-surveys.refused.overAlready');
    const late = await takeVersion(tx.activationSurvey, id, version);
    if (late) return late;
    const data = { opened: true };
    await tx.activationSurvey.update({ where: { id }, data, select: { id: true } });
    await note('activationSurvey.opened', id);
    return ok({ id });
  },
);

/** A draft again, with the address it had: nobody answered yet, and nobody asked to be invited. */
export const closeSurvey = command(
  { right, audit: ['activationSurvey.closed'], tags: [...TAGS, ACTIVATION_TAGS.told] },
  async ({ tx, at, note }, { id, version }: OpenSurveyInput): Promise<Result<SurveyId>> => {
    const { phase } = await lockSurvey(tx, { id }, at);
    if (!canClose(phase)) return refused('activation-surveys.refused.notToClose');
    const late = await takeVersion(tx.activationSurvey, id, version);
    if (late) return late;
    const where = { surveyId: id };
    const came =
      (await tx.activationAnswer.count({ where })) +
      (await tx.activationInvitation.count({ where }));
    if (came > 0) return refused('activation-surveys.refused.answered');
    const data = { opened: false };
    await tx.activationSurvey.update({ where: { id }, data, select: { id: true } });
    await note('activationSurvey.closed', id);
    return ok({ id });
  },
);

/** What everybody reads of an opened survey is put right, and its last day until all sheets are in. */
export const correctSurvey = command(
  { right, audit: ['activationSurvey.corrected'], tags: [...TAGS, ACTIVATION_TAGS.told] },
  async ({ tx, at, note }, input: CorrectSurveyInput): Promise<Result<SurveyId>> => {
    const { id, version, title, intro } = input;
    const { phase } = await lockSurvey(tx, { id }, at);
    if (phase === 'draft') return refused('activation-surveys.refused.notOpened');
    const late = await takeVersion(tx.activationSurvey, id, version);
    if (late) return late;
    const { startsOn, endsOn: before, finishedAt } = await findSurvey(tx, id);
    const endsOn = input.endsOn ?? dayOf(before);
    if (endsOn !== dayOf(before) && !canMoveEnd({ phase, finishedAt }))
      return refused('activation-surveys.refused.daysStay', {}, 'endsOn');
    const wrong = nameProblem({ title, intro }) ?? daysRefused(dayOf(startsOn), endsOn);
    if (wrong) return wrong;
    const data = { title, intro, endsOn: dayColumn(endsOn) };
    await tx.activationSurvey.update({ where: { id }, data, select: { id: true } });
    await note('activationSurvey.corrected', id);
    return ok({ id });
  },
);

/** All sheets are in: none is taken any more, and from here on the answers are read. */
export const finishSurvey = command(
  { right, audit: ['activationSurvey.finished'], tags: [] },
  async ({ tx, at, note }, { id, version }: OpenSurveyInput): Promise<Result<SurveyId>> => {
    const { phase } = await lockSurvey(tx, { id }, at);
    if (phase !== 'over') return refused('activation-surveys.refused.notOver');
    const late = await takeVersion(tx.activationSurvey, id, version);
    if (late) return late;
    const data = { finished: true };
    await tx.activationSurvey.update({ where: { id }, data, select: { id: true } });
    await note('activationSurvey.finished', id);
    return ok({ id });
  },
);

/** Not all sheets are in after all: for a day, as long as nobody was told or invited, paper comes to it again. */
export const takeFinishBack = command(
  { right, audit: ['activationSurvey.finishTakenBack'], tags: [] },
  async ({ tx, at, note }, { id, version }: OpenSurveyInput): Promise<Result<SurveyId>> => {
    const { phase } = await lockSurvey(tx, { id }, at);
    const { finishedAt, invitedAt } = await findSurvey(tx, id);
    if (!canTakeBack({ phase, finishedAt, invitedAt }, at))
      return refused('activation-surveys.refused.finishStays', { hours: TAKE_BACK_HOURS });
    const late = await takeVersion(tx.activationSurvey, id, version);
    if (late) return late;
    const data = { finished: false };
    await tx.activationSurvey.update({ where: { id }, data, select: { id: true } });
    await note('activationSurvey.finishTakenBack', id);
    return ok({ id });
  },
);

/** Tells those who were asked what came of it, and tells it better later. */
export const tellSurvey = command(
  { right, audit: ['activationSurvey.told'], tags: TAGS },
  async ({ tx, at, note }, input: TellSurveyInput): Promise<Result<SurveyId>> => {
    const { id, version, summary, quotes } = input;
    const survey = await findSurvey(tx, id);
    if (!canTell(phaseAt(survey, at))) return refused('activation-surveys.refused.notFinished');
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

function daysRefused(startsOn: string, endsOn: string): Refused | null {
  const key = daysProblem(startsOn, endsOn);
  // messages: activation-surveys.error.*
  return key && refused(key, { days: SURVEY_DAYS_MAX }, 'endsOn');
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

async function districtProblem(tx: Tx, id: string): Promise<Refused | null> {
  if (id === '') return null;
  const found = await tx.district.findUnique({ where: { id }, select: { id: true } });
  return found ? null : refused('form.error.choose', {}, 'districtId');
}
