import 'server-only';
import { publicly, reading, sameFor } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { dayColumn, dayOf } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeMidnight, officeToday } from '@/lib/core/office-time';
import { goodUntil, showsTags } from '@/lib/core/page-cache';
import { ACTIVATION_RIGHTS } from '../access';
import { linesOf } from '../rules';
import { ACTIVATION_TAGS } from '../tags';
import { ANSWERS, canRead, MODES, phaseOf, toldSheets } from './rules';
import type { AnswersView, PublicSurvey, SurveyRow, SurveyView, ToldSurvey } from './types';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CODE = /^[A-Z0-9]{6}$/;

const whole = {
  ...{ id: true, code: true, districtId: true, title: true, intro: true, startsOn: true },
  ...{
    endsOn: true,
    opened: true,
    finished: true,
    finishedAt: true,
    summary: true,
    quotes: true,
    toldAt: true,
    invitedAt: true,
    version: true,
  },
  questions: { select: { text: true }, orderBy: { position: 'asc' } },
} as const;

interface Row extends Omit<SurveyView, 'startsOn' | 'endsOn' | 'questions' | 'phase'> {
  startsOn: Date;
  endsOn: Date;
  opened: boolean;
  finished: boolean;
  questions: { text: string }[];
}

function view({ opened, finished, questions, ...row }: Row): SurveyView {
  const days = { startsOn: dayOf(row.startsOn), endsOn: dayOf(row.endsOn) };
  return {
    ...{ ...row, ...days, questions: questions.map(({ text }) => text) },
    phase: phaseOf({ ...days, opened, finished, toldAt: row.toldAt }, officeToday()),
  };
}

const sheetsOf = (surveyId: string) => db.activationAnswer.count({ where: { surveyId } });

/** All surveys, the latest first. */
export const listSurveys = sameFor(ACTIVATION_RIGHTS.surveys, async (): Promise<SurveyRow[]> => {
  const rows = await db.activationSurvey.findMany({ orderBy: { endsOn: 'desc' }, select: whole });
  const counted = await db.activationAnswer.groupBy({ by: ['surveyId'], _count: true });
  return rows.map(view).map(({ id, title, startsOn, endsOn, phase }) => ({
    ...{ id, title, startsOn, endsOn, phase },
    answers: counted.find(({ surveyId }) => surveyId === id)?._count ?? 0,
  }));
});

/** @throws {AppError} NOT_FOUND */
export const getSurvey = sameFor(
  ACTIVATION_RIGHTS.surveys,
  async (id: string): Promise<SurveyView> => {
    const where = { id };
    const row = UUID.test(id)
      ? await db.activationSurvey.findUnique({ where, select: whole })
      : null;
    if (!row) throw new AppError('NOT_FOUND');
    return view(row);
  },
);

/** What was answered, once it may be read. @throws {AppError} NOT_FOUND */
export const getAnswers = reading(
  ACTIVATION_RIGHTS.surveys,
  async (actor, surveyId: string): Promise<AnswersView> => {
    const { phase, questions } = await getSurvey(actor, surveyId);
    const rows = await db.activationAnswer.findMany({ where: { surveyId } });
    const ways = MODES.map((mode) => ({
      ...{ mode, count: rows.filter((row) => row.mode === mode).length },
    })).filter(({ count }) => count > 0);
    const saidTo = (name: (typeof ANSWERS)[number]) =>
      rows
        .map((row) => row[name])
        .filter((text) => text !== '')
        .toSorted((one, other) => one.localeCompare(other, 'de'));
    return {
      ...{ sheets: rows.length, ways },
      answers: canRead(phase, rows.length) ? ANSWERS.slice(0, questions.length).map(saidTo) : null,
    };
  },
);

export const countAnswers = sameFor(
  ACTIVATION_RIGHTS.surveys,
  async (surveyId: string): Promise<number> => sheetsOf(surveyId),
);

const asEverybody = (survey: SurveyView): PublicSurvey => {
  const { code, title, intro, startsOn, endsOn, questions, phase } = survey;
  return { code, title, intro, startsOn, endsOn, questions, phase };
};

/** What is asked, as everybody reads it. @throws {AppError} NOT_FOUND for what nobody was asked yet */
export const getPublicSurvey = publicly(async (code: string): Promise<PublicSurvey> => {
  const survey = await findOpened(code);
  if (!survey) throw new AppError('NOT_FOUND');
  return asEverybody(survey);
});

/** What came of it, for those who were asked. @throws {AppError} NOT_FOUND before it was told */
export const getToldSurvey = publicly(async (code: string): Promise<ToldSurvey> => {
  showsTags(ACTIVATION_TAGS.surveys);
  const survey = await findOpened(code);
  if (survey?.phase !== 'told') throw new AppError('NOT_FOUND');
  return {
    ...asEverybody(survey),
    ...{ summary: survey.summary, quotes: linesOf(survey.quotes) },
    answers: toldSheets(await sheetsOf(survey.id)),
  };
});

async function findOpened(code: string): Promise<SurveyView | null> {
  if (!CODE.test(code)) return null;
  const row = await db.activationSurvey.findFirst({ where: { code, opened: true }, select: whole });
  return row ? view(row) : null;
}

/** What is asked today, and what came of earlier questions, of all there were: a few a year, and whoever was asked finds it. */
export const listPublicSurveys = publicly(async (): Promise<PublicSurvey[]> => {
  showsTags(ACTIVATION_TAGS.surveys);
  goodUntil(officeMidnight(now()));
  const rows = await db.activationSurvey.findMany({
    where: {
      opened: true,
      OR: [{ toldAt: { not: null } }, { endsOn: { gte: dayColumn(officeToday()) } }],
    },
    orderBy: [{ endsOn: 'desc' }, { id: 'asc' }],
    select: whole,
  });
  return rows
    .map(view)
    .filter(({ phase }) => phase === 'open' || phase === 'told')
    .map(asEverybody);
});
