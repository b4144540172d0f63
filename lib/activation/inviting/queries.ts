import 'server-only';
import { reading, sameFor } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { isUuid } from '@/lib/core/uuid.mjs';
import { MAILS_KEPT_DAYS } from '@/lib/mail/rules';
import { Prisma } from '@/prisma/generated/client';
import { ACTIVATION_RIGHTS } from '../access';
import { listSurveys } from '../surveys/queries';
import { wayOf } from './rules';
import type { InvitationState, InvitationView, OwedRow } from './types';

interface Row {
  id: string;
  name: string;
  contact: string;
  state: InvitationState | null;
}

const forgottenSince = () => new Date(now().getTime() - MAILS_KEPT_DAYS * DAY_MS);

/**
 * Whoever's turn to be invited has not come waits. A call stays on the list until it is made; a mail that could not be sent waits for the office, and is forgotten at
 * last: then nothing says any more whether it ever left.
 */
const rowsOf = (surveyId: string | null) => Prisma.sql`
  SELECT invitation.id::text, survey_id::text AS "surveyId", invitation.name, contact, finished AS "isFinished",
    CASE WHEN invited_at IS NULL THEN NULL
      WHEN telling.id IS NOT NULL AND mail_id IS NULL
        AND (telling.after IS NULL OR invitation.id > telling.after) THEN 'waiting'
      WHEN mail.state <> 'SENT' OR EXISTS (
        SELECT FROM call_list_items AS call WHERE call.case_id = invitation.id AND call.done_at IS NULL) THEN 'waiting'
      WHEN mail_id IS NOT NULL AND mail.id IS NULL AND invited_at < ${forgottenSince()} THEN 'unknown'
      ELSE 'over' END AS state
  FROM activation_invitations AS invitation JOIN activation_surveys AS survey ON survey.id = survey_id
    LEFT JOIN outgoing_mails AS mail ON mail.id = mail_id
    LEFT JOIN tellings AS telling ON telling.name = 'tell-invited' AND telling.subject_id = survey.id
  WHERE ${surveyId}::uuid IS NULL AND finished OR survey_id = ${surveyId}::uuid`;

/** Who wants to be invited, by name. */
export const listInvitations = sameFor(
  ACTIVATION_RIGHTS.surveys,
  async (surveyId: string): Promise<InvitationView[]> =>
    (
      await db.$queryRaw<Row[]>`SELECT * FROM (${rowsOf(surveyId)}) AS invitation ORDER BY name, id`
    ).map(({ id, name, contact, state }) => ({
      ...{ id, name, contact, way: wayOf(contact), state },
    })),
);

/** Surveys whose sheets are all in and of which somebody was not reached yet; as many rows as surveys, however many asked. */
const owed = (surveyId: string | null) => db.$queryRaw<{ surveyId: string }[]>`
  SELECT DISTINCT "surveyId" FROM (${rowsOf(surveyId)}) AS invitation
  WHERE "isFinished" AND (state IS NULL OR state = 'waiting')`;

/** All surveys, the latest first. */
export const listOwed = reading(ACTIVATION_RIGHTS.surveys, async (actor): Promise<OwedRow[]> => {
  const [surveys, rows] = await Promise.all([listSurveys(actor), owed(null)]);
  const ids = new Set(rows.map(({ surveyId }) => surveyId));
  return surveys.map((survey) => ({ ...survey, isOwed: ids.has(survey.id) }));
});

/** The same of one. */
export const isOwed = sameFor(
  ACTIVATION_RIGHTS.surveys,
  async (surveyId: string): Promise<boolean> =>
    isUuid(surveyId) && (await owed(surveyId)).length > 0,
);
