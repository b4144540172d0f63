import 'server-only';
import { byKey, publicly, reading, sameFor } from '@/lib/accounts/command';
import type { Actor } from '@/lib/accounts/types';
import { findByKey, uncounted } from '@/lib/cases/look-up';
import { isAddressUnproven, typedAddresses } from '@/lib/cases/proving/queries';
import type { NumberState } from '@/lib/cases/types';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { listReasonCorrections } from '@/lib/forum/sessions/queries';
import { canCancelRegistration, signUpStatus } from '@/lib/forum/sessions/rules';
import { waitingPosition } from '@/lib/forum/waiting-list/rules';
import type { Prisma } from '@/prisma/generated/client';
import { FORUM_RIGHTS } from '../access';
import { forumPaths } from '../paths';
import { howItEnded, knownNeeds, seatAt } from './rules';
import type { RegistrationLookupInput } from './schema';
import {
  type OwnRegistration,
  REGISTRATION_KEYS,
  type RegistrationInAccount,
  type RegistrationInOffice,
} from './types';

const ofSession = {
  number: true,
  title: true,
  startsAt: true,
  endsAt: true,
  place: true,
  state: true,
  callOffReason: true,
  registrationDeadline: true,
} as const;

/** One's own sign-up by its code; a wrong code is "not found". */
export const getOwnRegistration = byKey(
  FORUM_RIGHTS.keepOwnSeats,
  async (code: string): Promise<OwnRegistration> => {
    const row = await findByKey(REGISTRATION_KEYS, code, (where) =>
      db.registration.findFirst({ where, select: OWN }),
    );
    if (!row) throw new AppError('NOT_FOUND');
    const { id, sessionId, queueNumber, movedUpAt, session, steps, ...own } = row;
    const isWaiting = row.state === 'WAITLISTED';
    return {
      ...own,
      needs: knownNeeds(row.needs),
      isUnproven: await isAddressUnproven(id),
      movedUp: movedUpAt !== null,
      ended: row.state === 'CANCELLED' ? howItEnded(steps) : null,
      seat: seatAt(row.state, signUpStatus(session, now())),
      position: isWaiting ? await countPosition(sessionId, queueNumber) : null,
      open: row.state !== 'CANCELLED' && canCancelRegistration(session, now()),
      session: {
        ...session,
        reasonCorrections: await listReasonCorrections({ id: sessionId, state: session.state }),
      },
    };
  },
);

const OWN = {
  id: true,
  number: true,
  version: true,
  sessionId: true,
  name: true,
  persons: true,
  needs: true,
  needsNote: true,
  contactKind: true,
  state: true,
  queueNumber: true,
  movedUpAt: true,
  session: { select: ofSession },
  steps: { select: { to: true, by: true }, orderBy: [{ at: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.RegistrationSelect;

async function countPosition(sessionId: string, queueNumber: number): Promise<number> {
  const before = await db.registration.count({
    where: { sessionId, state: 'WAITLISTED', queueNumber: { lt: queueNumber } },
  });
  return before + 1;
}

/** Whether number and code belong together, as typed from a slip of paper. */
export const checkRegistrationCode = byKey(
  FORUM_RIGHTS.keepOwnSeats,
  async ({ number, code }: RegistrationLookupInput): Promise<Result<{ number: number }>> => {
    const found = await findByKey(REGISTRATION_KEYS, code, (where) =>
      db.registration.findFirst({ where: { ...where, number }, select: { id: true } }),
    );
    return found ? ok({ number }) : refused('forum.refused.codeDoesNotFit');
  },
);

/** The page of whoever signed up, by a code whose tries somebody else counts; null when it opens none. */
export const pathOfKey = byKey(
  FORUM_RIGHTS.keepOwnSeats,
  async (key: string): Promise<string | null> => {
    const row = await uncounted(REGISTRATION_KEYS, key, (where) =>
      db.registration.findFirst({ where, select: { id: true } }),
    );
    return row && forumPaths.registration(key);
  },
);

const SENTENCE = {
  CONFIRMED: 'forum.numberState.confirmed',
  WAITLISTED: 'forum.numberState.waiting',
  CANCELLED: 'forum.numberState.cancelled',
  sessionCancelled: 'forum.numberState.sessionCancelled',
  sessionPostponed: 'forum.numberState.sessionPostponed',
  over: 'forum.numberState.over',
} as const;

const STATUS_OF = {
  state: true,
  startsAt: true,
  endsAt: true,
  registrationDeadline: true,
} as const;

/** What the number alone tells: the state and nothing about who it is. No answer is ever promised. */
export const stateOfNumber = publicly(async (number: number): Promise<NumberState | null> => {
  const row = await db.registration.findUnique({
    where: { number },
    select: { state: true, session: { select: STATUS_OF } },
  });
  if (!row) return null;
  const seat = seatAt(row.state, signUpStatus(row.session, now()));
  return { state: SENTENCE[seat], promisedFor: null, path: null };
});

/** Sign-ups made while signed in, for one's own account; newest session first. */
export async function listOwnRegistrations(actor: Actor): Promise<RegistrationInAccount[]> {
  const rows = await db.registration.findMany({
    where: { userId: actor.id },
    orderBy: { session: { startsAt: 'desc' } },
    take: 50,
    select: {
      number: true,
      state: true,
      persons: true,
      session: { select: { ...STATUS_OF, number: true, title: true, place: true } },
    },
  });
  return rows.map(({ state, session, ...row }) => ({
    ...row,
    seat: seatAt(state, signUpStatus(session, now())),
    session: {
      number: session.number,
      title: session.title,
      startsAt: session.startsAt,
      place: session.place,
    },
  }));
}

/** All sign-ups of a session for the office: with a seat, waiting in order, then given back. */
export const listRegistrations = reading(
  FORUM_RIGHTS.keep,
  async (actor, session: number): Promise<RegistrationInOffice[]> => {
    const rows = await db.registration.findMany({
      where: { session: { number: session } },
      orderBy: [{ state: 'asc' }, { queueNumber: 'asc' }],
      select: {
        id: true,
        number: true,
        version: true,
        name: true,
        persons: true,
        needs: true,
        needsNote: true,
        contactKind: true,
        contactValue: true,
        channel: true,
        state: true,
        queueNumber: true,
        movedUpAt: true,
        createdAt: true,
      },
    });
    const waiting = rows.filter(({ state }) => state === 'WAITLISTED');
    const typed = await typedAddresses(
      actor,
      rows.map(({ id }) => id),
    );
    return rows.map(({ id, queueNumber, movedUpAt, ...row }) => ({
      ...row,
      typedAddress: typed.get(id) ?? null,
      needs: knownNeeds(row.needs),
      movedUp: movedUpAt !== null,
      position: row.state === 'WAITLISTED' ? waitingPosition(waiting, queueNumber) : null,
    }));
  },
);

/** Who has a seat, for the list to sign: name and number of persons, nothing else. */
export const listForAttendance = sameFor(
  FORUM_RIGHTS.keep,
  async (session: number): Promise<{ number: number; name: string; persons: number }[]> => {
    return await db.registration.findMany({
      where: { session: { number: session }, state: 'CONFIRMED' },
      select: { number: true, name: true, persons: true },
    });
  },
);
