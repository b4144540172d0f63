import 'server-only';
import { OFFICE_LOCALE } from '@/lib/cases/rules';
import { tellInBatches } from '@/lib/cases/telling/jobs';
import type { Round } from '@/lib/cases/telling/types';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import type { MailContent } from '@/lib/mail/content';
import { enqueueMails, putOnCallLists } from '@/lib/mail/steps';
import { getOffice } from '@/lib/settings/queries';
import { findSurvey, lockSurvey } from '../surveys/steps';
import { invitationMail } from './emails/invitation';
import { byInbox, wayOf } from './rules';

interface Wanting {
  id: string;
  name: string;
  contact: string;
  /** That invites them, once it is queued. */
  mailId: string | null;
}

/**
 * Everybody on the sheet is invited, each once: by mail where they gave an address, with a call or a letter on the
 * office's list otherwise.
 */
export const tellInvited = (tellingId: string): Promise<void> =>
  tellInBatches(tellingId, inviteNext);

/** The next of a sheet; whoever is struck from it waits for this, and takes along what comes of it. */
export async function inviteNext(
  tx: Tx,
  { subjectId, after, said }: Round,
  most: number,
): Promise<string | null> {
  const { phase } = await lockSurvey(tx, { id: subjectId }, now());
  const rows = await tx.$queryRaw<Wanting[]>`
    SELECT id::text, name, contact, mail_id::text AS "mailId" FROM activation_invitations
    WHERE survey_id = ${subjectId}::uuid ORDER BY id FOR UPDATE`;
  const next = rows.filter(({ id }) => after === null || id > after).slice(0, most);
  if (next.length === 0) return null;
  const { code, title } = await findSurvey(tx, subjectId);
  const { phone } = await getOffice({ locale: OFFICE_LOCALE });
  const { text } = said as { text: string };
  const content = await invitationMail(OFFICE_LOCALE, {
    ...{ survey: { id: subjectId, code, title, isTold: phase === 'told' }, text, phone },
  });
  await mailThem(tx, rows, next, content);
  await callThem(tx, subjectId, next, content);
  return next.at(-1)?.id ?? null;
}

/** One mail goes to an inbox, also where those who share it come in two batches. */
async function mailThem(
  tx: Tx,
  sheet: readonly Wanting[],
  next: readonly Wanting[],
  content: MailContent,
): Promise<void> {
  const turn = new Set(next.map(({ id }) => id));
  const shared = byInbox(sheet).filter(
    ({ rows }) => rows.some(({ id }) => turn.has(id)) && rows.every((row) => row.mailId === null),
  );
  const mails = await enqueueMails(
    tx,
    shared.map(({ recipient }) => ({ recipient, content })),
  );
  const told = shared.flatMap(({ rows }, index) =>
    rows.map(({ id }) => ({ id, mail: mails[index] })),
  );
  await tx.$executeRaw`
    UPDATE activation_invitations AS invitation SET mail_id = told.mail
    FROM json_to_recordset(${JSON.stringify(told)}::json) AS told (id uuid, mail uuid) WHERE invitation.id = told.id`;
}

async function callThem(
  tx: Tx,
  aboutId: string,
  people: readonly Wanting[],
  content: MailContent,
): Promise<void> {
  const calls = people.flatMap(({ id, name, contact }) => {
    const kind = wayOf(contact);
    if (kind === 'MAIL') return [];
    return [{ ...{ kind, contact, content, aboutId }, person: name, caseId: id }];
  });
  await putOnCallLists(tx, calls);
}
