import 'server-only';
import { command, type Given } from '@/lib/accounts/command';
import { isStaff } from '@/lib/accounts/policy';
import type { Visitor } from '@/lib/accounts/types';
import { now } from '@/lib/core/clock';
import { byCode } from '@/lib/core/code-look-up';
import { db, type Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import type { FormContext } from '@/lib/core/form-action';
import { ok, type Refused, type Result, refused } from '@/lib/core/result';
import { Secret } from '@/lib/core/secret';
import { groupCode, hashesOf, hashSecret, normalizeCode } from '@/lib/core/tokens';
import { FORUM_RIGHTS } from '@/lib/forum/access';
import { signedUpMail } from '@/lib/forum/notices/emails/signed-up';
import { canCancelRegistration, signUpStatus } from '@/lib/forum/sessions/rules';
import { lockSession } from '@/lib/forum/sessions/steps';
import type { LockedSession } from '@/lib/forum/sessions/types';
import { decideChange, decideSignUp, freeSeats, seatsTag } from '@/lib/forum/waiting-list/rules';
import { moveUpWaiting, readSeats } from '@/lib/forum/waiting-list/steps';
import { enqueueMail } from '@/lib/mail/steps';
import { takeReceiptMail } from '@/lib/mail/unproven';
import { getOffice } from '@/lib/settings/queries';
import type {
  CancelInOfficeInput,
  CancelRegistrationInput,
  ChangeRegistrationInput,
  SignUpInput,
} from './schema';
import { REGISTRATION_CODE, type RegistrationMade } from './types';

const receipt = (who: Visitor, { contact }: SignUpInput) => takeReceiptMail(who, contact);

// Deadlines hold to the second: the clock is asked behind the session's lock.

/** Somebody signs up a group; nobody needs an account. */
export const signUp = command(
  { right: FORUM_RIGHTS.signUp, audit: ['registration.made'], tags: [], prepare: receipt },
  async ({ ready: hasReceipt, ...acting }, input: SignUpInput, context: FormContext) => {
    const session = await lockSession(acting.tx, input.session);
    const status = signUpStatus(session, now());
    if (status !== 'open') return refused(`forum.refused.signUp.${status}`);
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
      return refused(`forum.refused.signUp.${status}`);
    }
    return register(acting, session, { ...input, hasReceipt }, context);
  },
);

type Entry = Omit<SignUpInput, 'channel'> & {
  channel: SignUpInput['channel'] | 'ONLINE';
  hasReceipt: boolean;
};

async function register(
  { tx, actor: who, at, note, drop }: Given<Visitor, 'registration.made'>,
  session: LockedSession,
  input: Entry,
  context: FormContext,
): Promise<Result<RegistrationMade>> {
  const seats = await readSeats(tx, session);
  const outcome = decideSignUp(seats, input.persons);
  if (outcome === 'TOO_LARGE') {
    return refused('forum.refused.groupTooLarge', { capacity: session.capacity ?? 0 }, 'persons');
  }
  const code = context.codeFor(REGISTRATION_CODE.purpose, REGISTRATION_CODE.characters);
  const own = who.kind === 'person' && !isStaff(who) && input.channel === 'ONLINE';
  const made = await tx.registration.create({
    data: {
      codeHash: hashSecret(REGISTRATION_CODE.purpose, code),
      sessionId: session.id,
      userId: own ? who.id : null,
      name: input.name,
      persons: input.persons,
      needs: input.needs,
      needsNote: input.needsNote,
      contactKind: input.contact.kind,
      contactValue: input.contact.value,
      locale: context.locale,
      channel: input.channel,
      state: outcome,
      queueNumber: seats.lastQueueNumber + 1,
      createdAt: at,
    },
    select: { id: true, number: true },
  });
  await note('registration.made', made.id);
  drop(seatsTag(session.id));
  if (input.hasReceipt) {
    const position = outcome === 'WAITLISTED' ? seats.waitingGroups + 1 : null;
    const { number } = made;
    const data = {
      session,
      number,
      shownCode: new Secret(groupCode(code)),
      code,
      persons: input.persons,
      position,
    };
    await enqueueMail(tx, input.contact.value, await signedUpMail(context.locale, data));
  }
  return ok({ number: made.number, state: outcome });
}

/** Whoever has the code changes how many come and what they need. */
export const changeRegistration = command(
  {
    right: FORUM_RIGHTS.keepOwnSeats,
    audit: ['registration.changed'],
    tags: [],
    prepare: (_who, input: ChangeRegistrationInput) => withRegion(findByCode(input.code)),
  },
  async ({ tx, actor, note, drop, ready }, input: ChangeRegistrationInput) => {
    const { id, sessionNumber, holidayRegion } = ready;
    const session = await lockSession(tx, sessionNumber);
    if (!canCancelRegistration(session, now())) return refused('forum.refused.tooLateToChange');
    const held = await readHeld(tx, id);
    if (held.state === 'CANCELLED') return refused('forum.refused.alreadyCancelled');
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
    drop(seatsTag(session.id));
    await moveUpWaiting(actor, tx, session, holidayRegion);
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
    prepare: (_who, input: CancelRegistrationInput) => withRegion(findByCode(input.code)),
  },
  (given, _input: CancelRegistrationInput) => giveBack(given, given.ready),
);

/** The office takes somebody off the list who asked for it. */
export const cancelForSomebody = command(
  {
    right: FORUM_RIGHTS.keep,
    ...CANCELLING,
    prepare: (_who, input: CancelInOfficeInput) => withRegion(findByNumber(input)),
  },
  (given, _input: CancelInOfficeInput) => giveBack(given, given.ready),
);

async function giveBack(
  { tx, actor, at, note, drop, unchanged }: Given<Visitor, 'registration.cancelled'>,
  { id, sessionNumber, holidayRegion }: Found & { holidayRegion: string },
): Promise<Result<{ number: number }>> {
  const session = await lockSession(tx, sessionNumber);
  const held = await readHeld(tx, id);
  // A second press finds it done and says the same.
  if (held.state === 'CANCELLED') {
    unchanged();
    return ok({ number: held.number });
  }
  if (!canCancelRegistration(session, now())) return refused('forum.refused.tooLateToCancel');
  await tx.registration.update({
    where: { id },
    data: { state: 'CANCELLED', cancelledAt: at },
    select: { id: true },
  });
  await note('registration.cancelled', id);
  drop(seatsTag(session.id));
  await moveUpWaiting(actor, tx, session, holidayRegion);
  return ok({ number: held.number });
}

type Found = { id: string; sessionNumber: number };

/** Who moves up has time until a working day. */
async function withRegion(finding: Promise<Found>) {
  const found = await finding;
  const { holidayRegion } = await getOffice({ locale: 'de' });
  return { ...found, holidayRegion };
}

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
  const found = await byCode(() =>
    db.registration.findFirst({
      where: { codeHash: { in: hashesOf(REGISTRATION_CODE.purpose, normalizeCode(typed)) } },
      select: { id: true, session: { select: { number: true } } },
    }),
  );
  if (!found) throw new AppError('NOT_FOUND');
  return { id: found.id, sessionNumber: found.session.number };
}

/** Read again under the session's lock: it may have changed while waiting for it. */
async function readHeld(tx: Tx, id: string) {
  const held = await tx.registration.findUnique({
    where: { id },
    select: { number: true, state: true, persons: true },
  });
  if (!held) throw new AppError('NOT_FOUND');
  return held;
}
