import { Temporal } from 'temporal-polyfill';
import { plusDays } from '@/lib/core/day.mjs';
import type { ActivationSurveyMode, SurveyPhase, SurveyView } from './types';

export const MODES: readonly ActivationSurveyMode[] = ['PAPER', 'DOOR', 'PHONE', 'WEB'];
/** What the office types in; on the web people do so themselves. */
export const ENTERED_MODES = ['PAPER', 'DOOR', 'PHONE'] as const;

/** The database holds these, too. */
export const QUESTIONS_MAX = 5;
export const QUESTION_MAX = 200;
export const ANSWER_MAX = 600;
export const SURVEY_LENGTHS = {
  ...{ title: 120, intro: 400, summary: 2000, quotes: 1500, name: 80, contact: 120 },
} as const;

/** Days from the first to the last; names and answers are kept from the last one on. The database holds it, too. */
export const SURVEY_DAYS_MAX = 92;

/** With each sheet all of a survey are written anew, so there is an end to them. */
export const SHEETS_MAX = 2000;
/** So many come on the web; the rest is for what is told to the office, whoever fills a survey with nothing. */
export const WEB_SHEETS_MAX = 1500;

export const MONTHS_ANSWERS = 12;
export const MONTHS_INVITATIONS = 6;

/** Who wants to be invited stands on the list until then, and every call that is open with it. @param endsOn local date */
export const invitationsUntil = (endsOn: string): string =>
  Temporal.PlainDate.from(endsOn).add({ months: MONTHS_INVITATIONS }).toString();

/** Fields of a form, and columns: answers to the questions in their order. */
export const ANSWERS = ['answer1', 'answer2', 'answer3', 'answer4', 'answer5'] as const;

interface Dated {
  opened: boolean;
  finished: boolean;
  /** Local dates. */
  startsOn: string;
  endsOn: string;
  toldAt: Date | null;
}

/** @param today local date */
export function phaseOf(
  { opened, finished, startsOn, endsOn, toldAt }: Dated,
  today: string,
): SurveyPhase {
  if (!opened) return 'draft';
  if (toldAt !== null) return 'told';
  if (today < startsOn) return 'coming';
  if (today <= endsOn) return 'open';
  return finished ? 'finished' : 'over';
}

/** What stands at the address and QR of every sheet: in each phase something that is so. */
export type SurveyFace = 'form' | 'coming' | 'over' | 'result';

const FACES: Record<SurveyPhase, SurveyFace> = {
  // A draft has no page; who opens it says when it begins.
  ...{ draft: 'coming', coming: 'coming', open: 'form', told: 'result' },
  // That all sheets are in is the office's: for everybody else it is over and not told yet.
  ...{ over: 'over', finished: 'over' },
};

export const faceOf = (phase: SurveyPhase): SurveyFace => FACES[phase];

/** Paper that comes in later still counts, as long as nobody said that all sheets are in. */
export const canEnter = (phase: SurveyPhase): boolean => phase === 'open' || phase === 'over';

/** Until its last day is over it can be a draft again, as long as nobody answered. */
export const canClose = (phase: SurveyPhase): boolean => phase === 'coming' || phase === 'open';

/** So long what was said by mistake, that all sheets are in, can be taken back; the database holds it, too. */
export const TAKE_BACK_HOURS = 24;

/** As long as nobody was invited because of it, and it is not told. */
export function canTakeBack(
  { phase, finishedAt, invitedAt }: Pick<SurveyView, 'phase' | 'finishedAt' | 'invitedAt'>,
  at: Date,
): boolean {
  if (phase !== 'finished' || finishedAt === null || invitedAt !== null) return false;
  return at.getTime() - finishedAt.getTime() < TAKE_BACK_HOURS * 3_600_000;
}

/** Its last day can be put right as long as nobody has read an answer: after that none comes on the web. */
export const canMoveEnd = ({ phase, finishedAt }: Pick<SurveyView, 'phase' | 'finishedAt'>) =>
  !canTell(phase) && finishedAt === null;

/** What is wrong with its days; null when nothing is. The database holds both. @param startsOn and the other: local dates */
export function daysProblem(startsOn: string, endsOn: string) {
  if (endsOn < startsOn) return 'activation-surveys.error.endBeforeStart';
  return endsOn > plusDays(startsOn, SURVEY_DAYS_MAX) ? 'activation-surveys.error.tooLong' : null;
}

/** It is told when all sheets are in. */
export const canTell = (phase: SurveyPhase): boolean => phase === 'finished' || phase === 'told';

const SMALLEST = 5;

/**
 * Answers are read together and none as it comes: whoever saw one arrive beside a name on the list for invitations
 * would know whose it is. Of a handful of sheets the list alone would say so.
 */
export const canRead = (phase: SurveyPhase, sheets: number): boolean =>
  canTell(phase) && sheets >= SMALLEST;

/** So few that neighbours might be recognised are not told. */
export const toldSheets = (sheets: number): number | null => (sheets < SMALLEST ? null : sheets);

export type SurveyWay =
  | 'change'
  | 'correct'
  | 'enter'
  | 'print'
  | 'invitations'
  | 'tell'
  | 'tellAgain'
  | 'public';

const WAYS: Record<SurveyPhase, readonly SurveyWay[]> = {
  draft: ['change'],
  coming: ['print', 'public', 'correct'],
  open: ['enter', 'print', 'invitations', 'public', 'correct'],
  over: ['enter', 'invitations', 'public', 'correct'],
  finished: ['tell', 'invitations', 'public', 'correct'],
  told: ['public', 'tellAgain', 'invitations', 'correct'],
};

/** What can be done next with a survey, the most likely first. */
export const waysOfSurvey = (phase: SurveyPhase): readonly SurveyWay[] => WAYS[phase];
