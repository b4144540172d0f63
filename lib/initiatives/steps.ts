import 'server-only';
import type { Given } from '@/lib/accounts/command';
import type { Visitor } from '@/lib/accounts/types';
import type { ForumItem } from '@/lib/cases/sessions/types';
import { type CaseKind, moveCases } from '@/lib/cases/steps';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { folded } from '@/lib/core/folded';
import type { Office } from '@/lib/settings/types';
import { isAwaitingOffice, REQUEST_KEYS, ruleOf, type STEP_EVENTS, type Step } from './rules';
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
  /** Whose account it was asked from; null where it was from none. */
  userId: string | null;
  requestedAt: Date;
}

const HELD = {
  ...{ id: true, number: true, title: true, kinds: true, state: true, name: true },
  ...{ groupName: true, contactKind: true, contactValue: true, locale: true },
  ...{ userId: true, requestedAt: true },
} as const;

export const REQUESTS: CaseKind<SupportState, HeldRequest, { reasonText: string }, ForumItem> = {
  name: 'supportRequest',
  keys: REQUEST_KEYS,
  hold: (tx, which) =>
    tx.$queryRaw`SELECT id::text FROM support_requests WHERE ${which} FOR UPDATE`,
  owes: isAwaitingOffice,
  workdays: ({ supportWorkdays }) => supportWorkdays,
  read: (tx, id) => tx.supportRequest.findUnique({ where: { id }, select: HELD }),
  write: (tx, ids, data) => tx.supportRequest.updateMany({ where: { id: { in: [...ids] } }, data }),
  record: (tx, lines) =>
    tx.supportStep.createMany({
      data: lines.map(({ caseId: requestId, ...line }) => ({ requestId, ...line })),
    }),
};

interface StepTexts {
  note: string;
  reasonText?: string;
  /** What the Forum recommended, where a step follows that. */
  item?: ForumItem;
  /** Where it goes back to, with a step that takes another one back. */
  back?: SupportState;
}

/** Takes a step with a request that is held, and writes it down. */
export async function takeStep(
  { tx, note: write }: Given<Visitor, (typeof STEP_EVENTS)[number]>,
  { id, state, kinds }: HeldRequest,
  step: Step,
  { note, item, back, ...more }: StepTexts,
  { office, versionTaken }: { office: Office; versionTaken: boolean },
): Promise<void> {
  const { to, named, told, audience, audit } = ruleOf(step, kinds);
  // Behind the lock: history is in the order in which it happened.
  await moveCases(
    { tx, at: now() },
    REQUESTS,
    { ids: [id], state },
    {
      ...{ office, path: [back ?? to], by: named, byOwner: named === 'asker', told },
      ...{ note, audience, more, versionTaken },
      history: item ?? {},
    },
  );
  await write(audit, id);
}

/** A known group is recognised by its name; nothing is shown publicly because of it. */
export async function initiativeNamed(tx: Tx, name: string): Promise<string | null> {
  if (name === '') return null;
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM initiatives WHERE folded(name) = ${folded(name)} LIMIT 1`;
  return found?.id ?? null;
}
