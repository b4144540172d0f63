import 'server-only';
import { reading } from '@/lib/accounts/command';
import { db } from '@/lib/core/db';
import { ACTIVATION_RIGHTS } from '../access';
import type { InvitationView } from '../surveys/types';
import { wayOf } from './rules';

interface Row {
  id: string;
  surveyId: string;
  name: string;
  contact: string;
  /** A call, a letter or a mail that is still to reach them. */
  isWaiting: boolean;
  isInvited: boolean;
}

/** A call stays on the list until it is made; a mail that could not be sent waits for the office. */
const rows = (surveyId: string | null) => db.$queryRaw<Row[]>`
  SELECT invitation.id::text, survey_id::text AS "surveyId", name, contact, invited_at IS NOT NULL AS "isInvited",
    EXISTS (SELECT FROM call_list_items AS call WHERE call.case_id = invitation.id AND call.done_at IS NULL)
      OR EXISTS (SELECT FROM outgoing_mails AS mail WHERE mail.id = mail_id AND mail.state <> 'SENT') AS "isWaiting"
  FROM activation_invitations AS invitation JOIN activation_surveys AS survey ON survey.id = survey_id
  WHERE CASE WHEN ${surveyId}::uuid IS NULL THEN finished ELSE survey_id = ${surveyId}::uuid END
  ORDER BY name, invitation.id`;

/** Who wants to be invited, by name. */
export const listInvitations = reading(
  ACTIVATION_RIGHTS.surveys,
  async (_actor, surveyId: string): Promise<InvitationView[]> =>
    (await rows(surveyId)).map(({ id, name, contact, isWaiting, isInvited }) => ({
      ...{ id, name, contact, way: wayOf(contact), isWaiting: isInvited ? isWaiting : null },
    })),
);

/** Surveys whose sheets are all in and of which somebody was not reached yet. */
export const listOwed = reading(
  ACTIVATION_RIGHTS.surveys,
  async (): Promise<ReadonlySet<string>> =>
    new Set(
      (await rows(null))
        .filter(({ isInvited, isWaiting }) => isWaiting || !isInvited)
        .map(({ surveyId }) => surveyId),
    ),
);
