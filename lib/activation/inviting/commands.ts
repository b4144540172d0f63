import 'server-only';
import { randomUUID } from 'node:crypto';
import { command } from '@/lib/accounts/command';
import { tellAll } from '@/lib/cases/telling/steps';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { ACTIVATION_RIGHTS } from '../access';
import { canEnter, canTell, SHEETS_MAX, WEB_SHEETS_MAX } from '../surveys/rules';
import { findSurvey, lockSurvey } from '../surveys/steps';
import { onceEach } from './rules';
import type {
  AskInvitationInput,
  EnterInvitationInput,
  InviteInput,
  StrikeInvitationInput,
} from './schema';
import { endInvitations } from './steps';

const right = ACTIVATION_RIGHTS.surveys;

// No line is written down of who wants to be invited: it would have the writer and the moment of an answer.
const SPEC = { audit: [], tags: [] } as const;

/**
 * Invites everybody who wanted to be, each once, in batches after this: see `tellInvited`. From the end of a survey on nobody comes to the sheet any more, so nobody is left out.
 */
export const inviteAsked = command(
  { right, audit: ['activationSurvey.invited'], tags: [] },
  async ({ tx, at, note }, { id, version, text }: InviteInput): Promise<Result<{ id: string }>> => {
    const { phase } = await lockSurvey(tx, { id }, at);
    if (!canTell(phase)) return refused('activation-inviting.refused.notFinished');
    const late = await takeVersion(tx.activationSurvey, id, version);
    if (late) return late;
    const survey = await findSurvey(tx, id);
    if (survey.invitedAt) return refused('activation-inviting.refused.invited');
    if ((await onceOnTheSheet(tx, id)) === 0) return refused('activation-inviting.refused.nobody');
    await tellAll(tx, 'tell-invited', { subjectId: id, said: { text } });
    const data = { invitedAt: at };
    await tx.activationSurvey.update({ where: { id }, data, select: { id: true } });
    await note('activationSurvey.invited', id);
    return ok({ id });
  },
);

/** Somebody wants to be invited; nothing leads from here to what they answered, or whether they did. */
export const askInvitation = command(
  { ...SPEC, right: ACTIVATION_RIGHTS.answer },
  async ({ tx, at }, { code, ...person }: AskInvitationInput): Promise<Result<null>> => {
    const { id, phase } = await lockSurvey(tx, { code }, at);
    if (phase !== 'open') return refused('activation-surveys.refused.notOpen');
    return takeInvitation(tx, id, person, WEB_SHEETS_MAX);
  },
);

export const enterInvitation = command(
  { ...SPEC, right },
  async ({ tx, at }, { id, ...person }: EnterInvitationInput): Promise<Result<null>> => {
    const { phase } = await lockSurvey(tx, { id }, at);
    if (!canEnter(phase)) return refused('activation-surveys.refused.notOpen');
    return takeInvitation(tx, id, person, SHEETS_MAX);
  },
);

/** Whoever does not want to be invited any more is taken off the sheet, and hears nothing that has not left yet. */
export const strikeInvitation = command(
  { right, audit: ['activationSurvey.invitationStruck'], tags: [] },
  async ({ tx, at, note }, { id }: StrikeInvitationInput): Promise<Result<{ id: string }>> => {
    const where = { id };
    const row = await tx.activationInvitation.findUnique({ where });
    if (!row) throw new AppError('NOT_FOUND');
    // Whoever invites everybody at this moment goes first: what comes of it is ended with the row.
    await lockSurvey(tx, { id: row.surveyId }, at);
    await endInvitations(tx, await tx.activationInvitation.findMany({ where }));
    await note('activationSurvey.invitationStruck', row.surveyId);
    return ok({ id: row.surveyId });
  },
);

/**
 * Behind the lock of the survey, so that of the same person sent twice at once one comes to the sheet. Whoever is there
 * already hears the same as everybody: it is nobody's to learn here who is.
 */
async function takeInvitation(
  tx: Tx,
  surveyId: string,
  person: { name: string; contact: string },
  most: number,
): Promise<Result<null>> {
  const sheet = await tx.activationInvitation.findMany({
    where: { surveyId },
    select: { name: true, contact: true },
  });
  if (sheet.length >= most) return refused('activation-surveys.refused.full');
  if (onceEach([...sheet, person]).again.includes(person)) return ok(null);
  await tx.$executeRaw`
    WITH taken AS (DELETE FROM activation_invitations WHERE survey_id = ${surveyId}::uuid RETURNING *),
      sheets AS (
        SELECT id, survey_id, name, contact FROM taken
        UNION ALL SELECT ${randomUUID()}::uuid, ${surveyId}::uuid, ${person.name}, ${person.contact})
    INSERT INTO activation_invitations (id, survey_id, name, contact)
    SELECT id, survey_id, name, contact FROM sheets ORDER BY gen_random_uuid()`;
  return ok(null);
}

/** Whoever asked twice before that was looked at stands there once. @returns how many stand there */
async function onceOnTheSheet(tx: Tx, surveyId: string): Promise<number> {
  const rows = await tx.activationInvitation.findMany({
    where: { surveyId },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, contact: true },
  });
  const { each, again } = onceEach(rows);
  const ids = again.map(({ id }) => id);
  if (ids.length > 0) await tx.activationInvitation.deleteMany({ where: { id: { in: ids } } });
  return each.length;
}
