import 'server-only';
import { dayOf } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeDate } from '@/lib/core/office-time';
import { phaseOf } from './rules';
import type { SurveyPhase } from './types';

/** @throws {AppError} NOT_FOUND */
export async function findSurvey(tx: Tx, id: string) {
  const survey = await tx.activationSurvey.findUnique({ where: { id } });
  if (!survey) throw new AppError('NOT_FOUND');
  return survey;
}

type Survey = Awaited<ReturnType<typeof findSurvey>>;

export const phaseAt = ({ startsOn, endsOn, ...survey }: Survey, at: Date): SurveyPhase =>
  phaseOf({ ...survey, startsOn: dayOf(startsOn), endsOn: dayOf(endsOn) }, officeDate(at));

/** One sheet after the other: two at once would each write anew what the other has written. */
export async function lockSurvey(tx: Tx, where: { id: string } | { code: string }, at: Date) {
  const survey = await tx.activationSurvey.findUnique({ where });
  if (!survey) throw new AppError('NOT_FOUND');
  await tx.$queryRaw`SELECT id FROM activation_surveys WHERE id = ${survey.id}::uuid FOR NO KEY UPDATE`;
  return { id: survey.id, phase: phaseAt(await findSurvey(tx, survey.id), at) };
}
