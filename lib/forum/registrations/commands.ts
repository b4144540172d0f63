import 'server-only';
import { command, type Given } from '@/lib/accounts/command';
import { isStaff } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { findByKey } from '@/lib/cases/look-up';
import { holdCase, moveCases, openCase } from '@/lib/cases/steps';
import { now } from '@/lib/core/clock';
import { db, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import type { FormContext } from '@/lib/core/form-action';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { Secret } from '@/lib/core/secret';
import { groupCode } from '@/lib/core/tokens';
import { takeVersion } from '@/lib/core/version';
import { FORUM_RIGHTS } from '@/lib/forum/access';
import { signedUpMail } from '@/lib/forum/notices/emails/signed-up';
import { toldOf } from '@/lib/forum/notices/rules';
import { tellTakenOff } from '@/lib/forum/notices/steps';
import { canCancelRegistration, signUpStatus, whyClosed } from '@/lib/forum/sessions/rules';
import { lockSession } from '@/lib/forum/sessions/steps';
import type { LockedSession, SignUpStatus } from '@/lib/forum/sessions/types';
import { decideChange, decideSignUp, freeSeats } from '@/lib/forum/waiting-list/rules';
import { moveUpWaiting, readSeats } from '@/lib/forum/waiting-list/steps';
import { takeReceiptMail } from '@/lib/mail/unproven';
import { FORUM_TAGS } from '../tags';
import type {
  CancelInOfficeInput,
  CancelRegistrationInput,
  ChangeRegistrationInput,
  SignUpInput,
} from './schema';
import { REGISTRATIONS, signedUpAlready } from './steps';
import { REGISTRATION_KEYS, type RegistrationMade } from './types';

const receipt = (who: Visitor, { contact }: SignUpInput) => takeReceiptMail(who, contact);
// Deadlines hold to the second: the clock is asked behind the session's lock.

/** Somebody signs up a group; nobody needs an account. */
export const signUp = command(
  { right: FORUM_RIGHTS.signUp, audit: ['registration.made'], tags: [], prepare: receipt },
  async ({ ready: hasReceipt, ...acting }, input: SignUpInput, context: FormContext) => {
    const session = await lockSession(acting.tx, input.session);
    const status = signUpStatus(session, now());
    if (status !== 'open') return await closed(acting.tx, session, status);
    return register(acting, session, { ...input, channel: 'ONLINE', hasReceipt }, context);
  },
);

/** The office signs somebody up who called or came by; the deadline is not meant for the office. */
export const enterRegistration = command(
  { right: FORUM_RIGHTS.keep, audit: ['registration.made'], tags: [], prepare: receipt },
  async ({ ready: hasReceipt, ...acting }, input: SignUpInput, context: FormContext) => {
    const session = await lockSession(acting.tx, input.session);
    const status = signUpStatus(session, now());
    if (status !== 'open' && status !== 'deadlinePassed') {
      return await closed(acting.tx, session, status);
    }
    return register(acting, session, { ...input, hasReceipt }, context);
  },
);

async function closed(
  tx: Tx,
  session: LockedSession,
  status: Exclude<SignUpStatus, 'open'>,
): Promise<Refused> {
  const isFull = freeSeats(await readSeats(tx, session)) === 0;
  return refused(`forum.refused.signUp.${whyClosed(status, isFull)}`);
}

type Entry = Omit<SignUpInput, 'channel'> & {
  channel: SignUpInput['channel'] | 'ONLINE';
  hasReceipt: boolean;
};

async function register(
  given: Given<Visitor, 'registration.made'>,
  session: LockedSession,
  input: Entry,
  context: FormContext,
): Promise<Result<RegistrationMade>> {
  const { tx, actor: who } = given;
  const isOwn = input.channel === 'ONLINE';
  const userId = who.kind === 'person' && !isStaff(who) && isOwn ? who.id : null;
  const twice = userId === null ? null : await signedUpAlready(tx, session.id, userId);
  if (twice) return twice;
  const seats = await readSeats(tx, session);
  const state = decideSignUp(seats, input.persons);
  if (state === 'TOO_LARGE') {
    return refused('forum.refused.groupTooLarge', { capacity: session.capacity ?? 0 }, 'persons');
  }
  const { purpose, characters } = REGISTRATION_KEYS.code;
  const code = context.codeFor(purpose, characters);
  const { name, persons, needs, needsNote, contact, channel } = input;
  const position = state === 'WAITLISTED' ? seats.waitingGroups + 1 : null;
  const told = {
    session: toldOf(session),
    shownCode: new Secret(groupCode(code)),
    code,
    persons,
    position,
  };
  const { locale } = context;
  const { id, number } = await openCase(
    given,
    REGISTRATIONS,
    {
      ...{ state, promisedFor: null, by: isOwn ? 'guest' : 'office', note: '', code },
      person: { contactKind: contact.kind, contactValue: contact.value, locale },
      receipt: input.hasReceipt ? (made) => signedUpMail(locale, { ...told, number: made }) : null,
    },
    ({ stateSince: createdAt, promisedFor: _day, ...first }) =>
      tx.registration.create({
        data: {
          ...{ ...first, createdAt, sessionId: session.id, userId },
          ...{ name, persons, needs, needsNote, channel },
          queueNumber: seats.lastQueueNumber + 1,
        },
        select: { id: true, number: true },
      }),
  );
  await given.note('registration.made', id);
  given.drop(FORUM_TAGS.seats(session.id));
  return ok({ number, state });
}

/** Whoever has the code changes how many come and what they need. */
export const changeRegistration = command(
  {
    right: FORUM_RIGHTS.keepOwnSeats,
    audit: ['registration.changed'],
    tags: [],
    prepare: (_who, input: ChangeRegistrationInput) => findByCode(input.code),
  },
  async ({ tx, actor, note, drop, ready }, input: ChangeRegistrationInput) => {
    const { id, sessionNumber } = ready;
    const session = await lockSession(tx, sessionNumber);
    if (!canCancelRegistration(session, now())) return refused('forum.refused.tooLateToChange');
    const held = await holdCase(tx, REGISTRATIONS, { id });
    if (held.state === 'CANCELLED') return refused('forum.refused.alreadyCancelled');
    // Two who have the code, on two devices: the second does not overwrite what they never read.
    const late = await takeVersion(tx.registration, id, input.version);
    if (late) return late;
    const seats = await readSeats(tx, session);
    const problem = changeProblem(seats, { ...held, state: held.state }, input.persons);
    if (problem) return problem;
    const { persons, needs, needsNote } = input;
    await tx.registration.update({
      where: { id },
      data: { persons, needs, needsNote },
      select: { id: true },
    });
    await note('registration.changed', id);
    drop(FORUM_TAGS.seats(session.id));
    await moveUpWaiting(actor, tx, session);
    return ok({ number: held.number });
  },
);

function changeProblem(
  seats: { capacity: number | null; confirmed: number },
  held: { state: 'CONFIRMED' | 'WAITLISTED'; persons: number },
  persons: number,
): Refused | null {
  const outcome = decideChange(seats, held, persons);
  if (outcome === 'GROWS_WHILE_WAITING') {
    return refused('forum.refused.growsWhileWaiting', {}, 'persons');
  }
  if (outcome === 'NOT_ENOUGH_SEATS') {
    return refused('forum.refused.notEnoughSeats', { free: freeSeats(seats) }, 'persons');
  }
  return null;
}

const CANCELLING = { audit: ['registration.cancelled'], tags: [] } as const;

/** Whoever has the code gives the seats back; those who wait move up. */
export const cancelRegistration = command(
  {
    right: FORUM_RIGHTS.keepOwnSeats,
    ...CANCELLING,
    prepare: (_who, input: CancelRegistrationInput) => findByCode(input.code),
  },
  (given, _input: CancelRegistrationInput) => giveBack(given, { ...given.ready, by: 'guest' }),
);

/** The office takes somebody off the list who asked for it. */
export const cancelForSomebody = command(
  {
    right: FORUM_RIGHTS.keep,
    ...CANCELLING,
    prepare: (_who, input: CancelInOfficeInput) => findByNumber(input),
  },
  (given, _input: CancelInOfficeInput) => giveBack(given, { ...given.ready, by: 'office' }),
);

async function giveBack(
  given: Given<Visitor, 'registration.cancelled'>,
  { id, sessionNumber, by }: Found & { by: 'guest' | 'office' },
): Promise<Result<{ number: number }>> {
  const { tx, actor, note, drop, unchanged } = given;
  const session = await lockSession(tx, sessionNumber);
  // Held only now: it may have changed while waiting for the session.
  const held = await holdCase(tx, REGISTRATIONS, { id });
  const { number, state } = held;
  // A second press finds it done and says the same.
  if (state === 'CANCELLED') {
    unchanged();
    return ok({ number });
  }
  const at = now();
  if (!canCancelRegistration(session, at)) return refused('forum.refused.tooLateToCancel');
  await moveCases(
    { tx, at },
    REGISTRATIONS,
    { ids: [id], state },
    {
      ...{ office: null, path: ['CANCELLED'], by, byOwner: by === 'guest', told: by === 'office' },
      ...{ note: '', audience: 'PERSON', more: { cancelledAt: at } },
    },
  );
  if (by === 'office') await tellTakenOff(tx, { ...held, state }, session);
  await note('registration.cancelled', id);
  drop(FORUM_TAGS.seats(session.id));
  await moveUpWaiting(actor, tx, session);
  return ok({ number });
}

type Found = { id: string; sessionNumber: number };

async function findByNumber({ number, session }: CancelInOfficeInput): Promise<Found> {
  const found = await db.registration.findUnique({
    where: { number, session: { number: session } },
    select: { id: true },
  });
  if (!found) throw new AppError('NOT_FOUND');
  return { id: found.id, sessionNumber: session };
}

/** The code is the only key: without it there is no such sign-up. */
async function findByCode(typed: string): Promise<Found> {
  const found = await findByKey(REGISTRATION_KEYS, typed, (where) =>
    db.registration.findFirst({
      where,
      select: { id: true, session: { select: { number: true } } },
    }),
  );
  if (!found) throw new AppError('NOT_FOUND');
  return { id: found.id, sessionNumber: found.session.number };
}
