import 'server-only';
import type { Visitor } from '@/lib/accounts/types';
import { recordAudit } from '@/lib/audit/commands';
import { localDateOf, now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import type { Office } from '@/lib/settings/types';
import { addWorkdays } from '@/lib/settings/workdays';
import { OFFICE_ZONE } from '../requesting/rules';
import {
  AUDIT_NAMES,
  isAwaitingOffice,
  STEP_AUDIENCE,
  type Step,
  takerOf,
  targetOf,
} from '../rules';
import type { HeldRequest } from './types';

/** Reads a request and holds it until the transaction ends. */
export async function lockRequest(_who: Visitor, tx: Tx, number: number): Promise<HeldRequest> {
  const [row] = await tx.$queryRaw<Omit<HeldRequest, 'steps'>[]>`
    SELECT id::text, number, title, kinds::text[] AS kinds, state::text AS state, name,
      group_name AS "groupName", contact_kind::text AS "contactKind",
      contact_value AS "contactValue", locale
    FROM support_requests WHERE number = ${number} FOR UPDATE`;
  if (!row) throw new AppError('NOT_FOUND');
  // A statement of its own: within the first one the steps would be those from before the waiting.
  const steps = await tx.supportStep.count({ where: { requestId: row.id } });
  return { ...row, steps };
}

/** The day until which the office promises an answer when something reaches it now. */
export function promisedDay(_who: Visitor, office: Office): Date {
  const today = localDateOf(now(), OFFICE_ZONE);
  const day = addWorkdays(today, office.supportWorkdays, office.holidayRegion);
  return new Date(`${day}T00:00:00Z`);
}

/** Writes a step of a held request: state, history, promised day and audit. */
export async function writeStep(
  who: Visitor,
  tx: Tx,
  request: HeldRequest,
  step: Step,
  texts: { note: string; reasonText?: string },
  office: Office,
): Promise<void> {
  const at = now();
  const to = targetOf(step, request.kinds);
  await tx.supportRequest.update({
    where: { id: request.id },
    data: {
      state: to,
      // Going on within a state does not make it newer.
      ...(to === request.state ? {} : { stateSince: at }),
      promisedFor: isAwaitingOffice(to) ? promisedDay(who, office) : null,
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
  await recordAudit(who, tx, AUDIT_NAMES[step], request.id);
}
