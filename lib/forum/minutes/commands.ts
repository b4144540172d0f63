import 'server-only';
import { command } from '@/lib/accounts/command';
import { SPEAKS_FOR_RESIDENTS } from '@/lib/accounts/representation/rules';
import { tellRepresentatives } from '@/lib/accounts/representation/steps';
import { now } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { CHANGED_MEANWHILE, takeVersion } from '@/lib/core/version';
import { FORUM_RIGHTS } from '@/lib/forum/access';
import { signUpStatus } from '@/lib/forum/sessions/rules';
import { lockSession } from '@/lib/forum/sessions/steps';
import type { LockedSession } from '@/lib/forum/sessions/types';
import { takeCallsAbout } from '@/lib/mail/steps';
import { forumPaths } from '../paths';
import { FORUM_TAGS } from '../tags';
import { minutesWaitMail } from './emails/minutes-wait';
import { canConfirmMinutes, canReturnMinutes, canTakeBackMinutes, canWriteMinutes } from './rules';
import type {
  MinutesInput,
  MinutesOfInput,
  ReturnMinutesInput,
  SubmitMinutesInput,
} from './schema';
import type { MinutesState } from './types';

type Done = Result<{ number: number }>;
/** With what the minutes are now: handing them over makes them public where nobody could confirm them. */
type Kept = Result<{ number: number; minutes: 'DRAFT' | 'SUBMITTED' | 'UNCONFIRMED' }>;

const { keep, represent } = FORUM_RIGHTS;
const TAGS = [FORUM_TAGS.sessions];

/** The office writes down what was said, also while the session runs; nothing of it is public yet. */
export const saveMinutes = command(
  { right: keep, audit: ['minutes.saved'], tags: TAGS },
  async ({ tx, at, note }, input: MinutesInput): Promise<Kept> => {
    const session = await lockSession(tx, input.session);
    const status = signUpStatus(session, at);
    if (status !== 'running' && status !== 'over') return refused('forum.refused.notYetHeld');
    if (!canWriteMinutes(session.minutesState)) return refused('forum.refused.minutesHandedOver');
    const late = await takeSeen(tx, session, input);
    if (late) return late;
    await write(tx, session, input);
    const over = status === 'over' ? ({ state: 'MINUTES_DRAFT' } as const) : {};
    await move(tx, session, 'DRAFT', over);
    await note('minutes.saved', session.id);
    return ok({ number: session.number, minutes: 'DRAFT' });
  },
);

async function write(tx: Tx, session: LockedSession, { records }: MinutesInput): Promise<void> {
  for (const { item, text } of records) {
    const { count } = await tx.agendaItem.updateMany({
      where: { sessionId: session.id, id: item },
      data: { record: text },
    });
    if (count === 0) throw new AppError('NOT_FOUND');
  }
}

/**
 * The office hands the minutes over, with what was typed until then. Where the residents have elected nobody who could confirm them, they
 * are public at once and say that they are not confirmed.
 */
export const submitMinutes = command(
  { right: keep, audit: ['minutes.submitted', 'minutes.unconfirmed'], tags: TAGS },
  async ({ tx, note }, input: SubmitMinutesInput): Promise<Kept> => {
    const session = await lockSession(tx, input.session);
    if (session.minutesState !== 'DRAFT') return refused('forum.refused.minutesHandedOver');
    if (signUpStatus(session, now()) !== 'over') return refused('forum.refused.minutesTooEarly');
    const late = await takeSeen(tx, session, input);
    if (late) return late;
    await write(tx, session, input);
    const missing = await whatIsMissing(tx, session, input.attended);
    if (missing) return refused(missing);
    const confirmers = await tx.user.count({ where: SPEAKS_FOR_RESIDENTS });
    const state = confirmers > 0 ? 'SUBMITTED' : 'UNCONFIRMED';
    await move(tx, session, state, { state: 'MINUTES_DRAFT', minutesReturnNote: '' });
    if (state === 'SUBMITTED') await askToConfirm(tx, session.id);
    const act = state === 'SUBMITTED' ? 'minutes.submitted' : 'minutes.unconfirmed';
    await note(act, session.id);
    return ok({ number: session.number, minutes: state });
  },
);

async function whatIsMissing(
  tx: Tx,
  session: LockedSession,
  seen: number | null,
): Promise<string | null> {
  const { attended, agenda } = await tx.forumSession.findUniqueOrThrow({
    where: { id: session.id },
    select: { attended: true, agenda: { where: { record: { not: '' } }, select: { id: true } } },
  });
  if (agenda.length === 0) return 'forum.refused.minutesEmpty';
  if (attended === null) return 'forum.refused.minutesNeedTurnout';
  return attended === seen ? null : CHANGED_MEANWHILE;
}

/**
 * The representation is told once, not again when the office took them back to change a word; whoever was still to be
 * called meanwhile is to be called again.
 */
async function askToConfirm(tx: Tx, id: string): Promise<void> {
  const asked = await tx.forumSession.updateMany({
    where: { id, minutesAskedAt: null },
    data: { minutesAskedAt: now() },
  });
  const select = { number: true, title: true, startsAt: true } as const;
  const session = await tx.forumSession.findUniqueOrThrow({ where: { id }, select });
  await tellRepresentatives(tx, {
    write: (locale) => minutesWaitMail(locale, session),
    officePath: forumPaths.teamForumMinutes(session.number),
    ...{ aboutId: id, again: asked.count === 0 },
  });
}

/** The office found a mistake in minutes nobody has confirmed or given back yet. */
export const takeBackMinutes = command(
  { right: keep, audit: ['minutes.takenBack'], tags: [] },
  async ({ tx, note }, input: MinutesOfInput): Promise<Done> => {
    const session = await lockSession(tx, input.session);
    if (!canTakeBackMinutes(session.minutesState))
      return refused('forum.refused.minutesNotWaiting');
    const late = await takeSeen(tx, session, input);
    if (late) return late;
    await move(tx, session, 'DRAFT', {});
    await note('minutes.takenBack', session.id);
    return ok({ number: session.number });
  },
);

/** Somebody of the representation says: so it was. From now on everybody can read them. */
export const confirmMinutes = command(
  { right: represent, audit: ['minutes.confirmed'], tags: TAGS },
  async ({ tx, note }, input: MinutesOfInput): Promise<Done> => {
    const session = await lockSession(tx, input.session);
    if (!canConfirmMinutes(session.minutesState)) return refused('forum.refused.minutesNotOpen');
    const late = await takeSeen(tx, session, input);
    if (late) return late;
    await move(tx, session, 'CONFIRMED', { state: 'MINUTES_APPROVED' });
    await note('minutes.confirmed', session.id);
    return ok({ number: session.number });
  },
);

/** Or: so it was not. The office sees the note and writes again. */
export const returnMinutes = command(
  { right: represent, audit: ['minutes.returned'], tags: [] },
  async ({ tx, note }, input: ReturnMinutesInput): Promise<Done> => {
    const session = await lockSession(tx, input.session);
    if (!canReturnMinutes(session.minutesState)) return refused('forum.refused.minutesNotOpen');
    const late = await takeSeen(tx, session, input);
    if (late) return late;
    await move(tx, session, 'DRAFT', { minutesReturnNote: input.note, minutesAskedAt: null });
    await note('minutes.returned', session.id);
    return ok({ number: session.number });
  },
);

/** Whoever hands over, confirms or gives back means the words they have read. */
function takeSeen(tx: Tx, { id }: LockedSession, { version }: MinutesOfInput) {
  return takeVersion(tx.forumSession, id, version, 'minutesVersion');
}

interface Change {
  state?: 'MINUTES_DRAFT' | 'MINUTES_APPROVED';
  minutesReturnNote?: string;
  minutesAskedAt?: null;
}

/** Once minutes are written, the steps of the evening are not taken back any more. */
async function move(tx: Tx, session: LockedSession, to: MinutesState, more: Change) {
  const steps = more.state ? { stepFrom: null, stepAt: null } : {};
  // Whoever was to be asked about them needs not look any more.
  if (to !== 'SUBMITTED') await takeCallsAbout(tx, session.id);
  await tx.forumSession.update({
    where: { id: session.id },
    data: { minutesState: to, minutesSince: now(), ...steps, ...more },
    select: { id: true },
  });
}
