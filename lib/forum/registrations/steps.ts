import 'server-only';
import type { CaseKind } from '@/lib/cases/steps';
import type { CasePerson } from '@/lib/cases/types';
import type { Tx } from '@/lib/core/db';
import { type Refused, refused } from '@/lib/core/result';
import type { Prisma } from '@/prisma/generated/client';
import { REGISTRATION_KEYS, type RegistrationState } from './types';

export type HeldRegistration = CasePerson & {
  id: string;
  number: number;
  state: RegistrationState;
  persons: number;
  /** Whose account it was made from; null where it was from none. */
  userId: string | null;
};

const HELD = {
  ...{ id: true, number: true, state: true, persons: true },
  ...{ name: true, contactKind: true, contactValue: true, locale: true },
  userId: true,
} as const;

type Columns = Pick<Prisma.RegistrationUncheckedUpdateManyInput, 'movedUpAt' | 'cancelledAt'>;

/**
 * Sign-ups. Who has a seat follows from the session, which is held before any of them; nobody is owed an
 * answer, and nothing is written with a step.
 */
export const REGISTRATIONS: CaseKind<RegistrationState, HeldRegistration, Columns, object> = {
  name: 'registration',
  keys: REGISTRATION_KEYS,
  hold: (tx, which) => tx.$queryRaw`SELECT id::text FROM registrations WHERE ${which} FOR UPDATE`,
  owes: () => false,
  workdays: () => 0,
  read: (tx, id) => tx.registration.findUnique({ where: { id }, select: HELD }),
  write: (tx, ids, { stateSince: _since, promisedFor: _day, ...data }) =>
    tx.registration.updateMany({ where: { id: { in: [...ids] } }, data }),
  record: (tx, lines) =>
    tx.registrationStep.createMany({
      data: lines.map(({ caseId: registrationId, to, at, by }) => ({ registrationId, to, at, by })),
    }),
};

/** Two windows of one person take no seats twice; the session is locked. */
export async function signedUpAlready(
  tx: Tx,
  sessionId: string,
  userId: string,
): Promise<Refused | null> {
  const own = await tx.registration.findFirst({
    where: { sessionId, userId, state: { not: 'CANCELLED' } },
    select: { number: true, state: true },
  });
  return own && refused('forum-seats.refused.already', { number: own.number, seat: own.state });
}
