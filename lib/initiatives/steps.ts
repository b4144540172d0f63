import 'server-only';
import type { Given } from '@/lib/accounts/command';
import type { Visitor } from '@/lib/accounts/types';
import { dayColumn } from '@/lib/core/day.mjs';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { officeDate } from '@/lib/core/office-time';
import type { Office } from '@/lib/settings/types';
import { addWorkdays } from '@/lib/settings/workdays';
import {
  AUDIT_NAMES,
  isAwaitingOffice,
  STEP_AUDIENCE,
  type Step,
  takerOf,
  targetOf,
} from './rules';
import type { ContactKind, SupportKind, SupportState } from './types';

/** A request held by the running transaction: nobody else decides about it at the same moment. */
export interface HeldRequest {
  id: string;
  number: number;
  title: string;
  kinds: SupportKind[];
  state: SupportState;
  name: string;
  groupName: string;
  contactKind: ContactKind;
  contactValue: string;
  locale: string;
  version: number;
}

/** Reads a request and holds it until the transaction ends. */
export async function lockRequest(tx: Tx, number: number): Promise<HeldRequest> {
  const [row] = await tx.$queryRaw<HeldRequest[]>`
    SELECT id::text, number, title, kinds::text[] AS kinds, state::text AS state, name,
      group_name AS "groupName", contact_kind::text AS "contactKind",
      contact_value AS "contactValue", locale, version
    FROM support_requests WHERE number = ${number} FOR UPDATE`;
  if (!row) throw new AppError('NOT_FOUND');
  return row;
}

/** The day until which the office promises an answer when something reaches it now. */
export function promisedDay(office: Office, at: Date): Date {
  const today = officeDate(at);
  const day = addWorkdays(today, office.supportWorkdays, office.holidayRegion);
  return dayColumn(day);
}

/** Writes a step of a held request, `at` behind its lock, so that history is in order: state, history, promised day and audit. */
export async function writeStep(
  { tx, at, note }: Given<Visitor, (typeof AUDIT_NAMES)[Step]>,
  request: HeldRequest,
  step: Step,
  texts: { note: string; reasonText?: string },
  office: Office,
): Promise<void> {
  const to = targetOf(step, request.kinds);
  await tx.supportRequest.update({
    where: { id: request.id },
    data: {
      state: to,
      // Going on within a state does not make it newer.
      ...(to === request.state ? {} : { stateSince: at }),
      promisedFor: isAwaitingOffice(to) ? promisedDay(office, at) : null,
      ...(texts.reasonText === undefined ? {} : { reasonText: texts.reasonText }),
      steps: {
        create: {
          ...{ to, at, by: takerOf(step, request.kinds) },
          ...{ note: texts.note, audience: STEP_AUDIENCE },
        },
      },
    },
    select: { id: true },
  });
  await note(AUDIT_NAMES[step], request.id);
}
