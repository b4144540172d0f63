import type { Actor } from '@/lib/accounts/types';
import { dayColumn } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { officeDate } from '@/lib/core/office-time';
import { decideFormat, evaluateFormat } from './evaluation/commands';
import { addFormat, describeFormat } from './formats/commands';
import { getFormat, getTrial } from './formats/queries';
import { addFormatSchema } from './formats/schema';
import { evaluationRow, formatRow, trialRow } from './rows.mjs';
import type { Decision } from './rules';
import { openSurvey, saveSurvey } from './surveys/commands';
import { getSurvey } from './surveys/queries';
import { saveSurveySchema } from './surveys/schema';
import { changeTrial, planTrial } from './trials/commands';
import { changeTrialSchema } from './trials/schema';

/** What the form for an idea sends. */
export const formatInput = (changes: Record<string, string> = {}) =>
  addFormatSchema.parse({
    ...{ name: 'Kaffeemobil im Hof', shortDescription: 'Ein Lastenrad mit Kaffee im Hof.' },
    ...{ goal: 'Menschen treffen', procedure: 'Aufbauen\nZuhören', costCents: '22,50' },
    ...changes,
  });

const given = <T>(result: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

/** A described format, as the office has it. */
export async function makeFormat(office: Actor, changes: Record<string, string> = {}) {
  const { id } = given(await addFormat(office, formatInput(changes)));
  given(await describeFormat(office, { id, version: 0 }));
  return getFormat(office, id);
}

/** What the form of a trial sends that took place. */
export const trialInput = (
  trial: { id: string; version: number; day: string; districtId: string },
  changes: Record<string, string> = {},
) =>
  changeTrialSchema.parse({
    ...{ id: trial.id, version: trial.version, day: trial.day, districtId: trial.districtId },
    ...{ ranBy: 'OFFICE', reached: '17', firstTimers: '11', costCents: '22', staffMinutes: '5' },
    ...changes,
  });

/** One more trial that took place. */
export async function makeTrial(
  office: Actor,
  formatId: string,
  districtId: string,
  day: string,
  changes: Record<string, string> = {},
) {
  const { version } = await getFormat(office, formatId);
  const plan = { formatId, version, districtId, day, ranBy: 'OFFICE' as const };
  const { trialId } = given(await planTrial(office, plan));
  const { trial } = await getTrial(office, trialId);
  given(await changeTrial(office, trialInput(trial, changes)));
  return trialId;
}

export const evaluationInput = (id: string, version: number) => ({
  ...{ id, version, goalReached: 'YES' as const },
  ...{ whatWorked: 'Fester Tag', whatToChange: 'Zu zweit gehen' },
});

/** Evaluated and decided. @returns the format to go on with */
export async function settle(office: Actor, id: string, decision: Decision): Promise<string> {
  const before = await getFormat(office, id);
  given(await evaluateFormat(office, evaluationInput(id, before.version)));
  const { version } = await getFormat(office, id);
  const decided = { id, version, decision, decidedBy: 'OFFICE' as const, reason: 'Zu aufwendig' };
  return given(await decideFormat(office, decided)).id;
}

/** For each of its figures one format: one that was tried and established, one that was discarded as an idea. */
export async function makeRecords(districtId: string, at: Date): Promise<void> {
  const select = { id: true } as const;
  const day = dayColumn(officeDate(at));
  const { id } = await db.activationFormat.create({ data: formatRow({}), select });
  await db.activationTrial.create({ data: trialRow({ formatId: id, districtId, day }), select });
  await db.activationEvaluation.create({
    data: evaluationRow({ formatId: id, evaluatedAt: at }),
    select: { formatId: true },
  });
  for (const state of ['IN_TRIAL', 'EVALUATED'] as const)
    await db.activationFormat.update({ where: { id }, data: { state }, select });
  const decided = { decidedAt: at, decidedBy: 'OFFICE' } as const;
  await db.activationFormat.update({
    where: { id },
    data: { state: 'ESTABLISHED', ...decided },
    select,
  });
  const idea = await db.activationFormat.create({ data: formatRow({ name: 'Umfrage' }), select });
  await db.activationFormat.update({
    where: { id: idea.id },
    data: { state: 'DISCARDED', reason: 'Erreicht nur wenige', ...decided },
    select,
  });
}

/** What a closed quarter is told by. */
export const KEPT_WORDS = ['group', 'tried', 'established', 'discarded'].map(
  (key) => `activation.figures.${key}`,
);

/** What the form of a survey sends: two questions, from yesterday to the tenth. */
export const surveyInput = (changes: Record<string, string> = {}) =>
  saveSurveySchema.parse({
    ...{ title: 'Am Hang', intro: 'Das Büro fragt, was fehlt.', version: 0 },
    ...{ startsOn: '2026-11-29', endsOn: '2026-12-10' },
    ...{ question1: 'Was ist gut?', question2: 'Was fehlt?', ...changes },
  });

/** An opened survey. */
export async function makeSurvey(office: Actor) {
  const { id } = given(await saveSurvey(office, surveyInput()));
  given(await openSurvey(office, { id, version: 0 }));
  return getSurvey(office, id);
}
