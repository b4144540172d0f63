import 'server-only';
import { reading } from '@/lib/accounts/command';
import { now } from '@/lib/core/clock';
import { DAY_MS } from '@/lib/core/day.mjs';
import { db } from '@/lib/core/db';
import { MAILS_KEPT_DAYS } from '@/lib/mail/rules';
import { ACTIVATION_RIGHTS } from '../access';
import type { InvitationState, InvitationView } from '../surveys/types';
import { wayOf } from './rules';

interface Row {
  id: string;
  surveyId: string;
  name: string;
  contact: string;
  state: InvitationState | null;
}

const forgottenSince = () => new Date(now().getTime() - MAILS_KEPT_DAYS * DAY_MS);

/**
 * A call stays on the list until it is made; a mail that could not be sent waits for the office, and is forgotten at
 * last: then nothing says any more whether it ever left.
 */
const rows = (surveyId: string | null) => db.$queryRaw<Row[]>`
  SELECT invitation.id::text, survey_id::text AS "surveyId", name, contact,
    CASE WHEN invited_at IS NULL THEN NULL
      WHEN mail.state <> 'SENT' OR EXISTS (
        SELECT FROM call_list_items AS call WHERE call.case_id = invitation.id AND call.done_at IS NULL) THEN 'waiting'
      WHEN mail_id IS NOT NULL AND mail.id IS NULL AND invited_at < ${forgottenSince()} THEN 'unknown'
      ELSE 'over' END AS state
  FROM activation_invitations AS invitation JOIN activation_surveys AS survey ON survey.id = survey_id
    LEFT JOIN outgoing_mails AS mail ON mail.id = mail_id
  WHERE CASE WHEN ${surveyId}::uuid IS NULL THEN finished ELSE survey_id = ${surveyId}::uuid END
  ORDER BY name, invitation.id`;

/** Who wants to be invited, by name. */
export const listInvitations = reading(
  ACTIVATION_RIGHTS.surveys,
  async (_actor, surveyId: string): Promise<InvitationView[]> =>
    (await rows(surveyId)).map(({ id, name, contact, state }) => ({
      ...{ id, name, contact, way: wayOf(contact), state },
    })),
);

/** Surveys whose sheets are all in and of which somebody was not reached yet. */
export const listOwed = reading(
  ACTIVATION_RIGHTS.surveys,
  async (): Promise<ReadonlySet<string>> =>
    new Set(
      (await rows(null))
        .filter(({ state }) => state === null || state === 'waiting')
        .map(({ surveyId }) => surveyId),
    ),
);
