import 'server-only';
import { command } from '@/lib/accounts/command';
import type { Tx } from '@/lib/core/db';
import { ok, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { FORUM_RIGHTS } from '@/lib/forum/access';
import { tellAllRegistered } from '@/lib/forum/notices/steps';
import { isTooEarly, stateAfter, stateBefore } from '@/lib/forum/sessions/rules';
import { lockSession } from '@/lib/forum/sessions/steps';
import type { CallOffInput, SessionStepInput, UndoStepInput } from './schema';

type Done = Result<{ number: number }>;

const { keep } = FORUM_RIGHTS;
const TAGS = ['forum'];

const STEPS = {
  invite: 'forumSession.invited',
  start: 'forumSession.started',
  finish: 'forumSession.finished',
} as const;

const ENDS = {
  cancel: 'forumSession.cancelled',
  postpone: 'forumSession.postponed',
} as const;

const TOO_EARLY = {
  invite: 'forum.refused.stepNotPossible',
  start: 'forum.refused.startsTooEarly',
  finish: 'forum.refused.notYetHeld',
} as const;

/** Invited, running, held: one step at a time, told to nobody. */
export const takeStep = command(
  { right: keep, audit: Object.values(STEPS), tags: TAGS },
  async ({ tx, at, note }, input: SessionStepInput): Promise<Done> => {
    const session = await lockSession(tx, input.session);
    const state = stateAfter(session.state, input.step);
    if (state === null) return refused('forum.refused.stepNotPossible');
    if (isTooEarly(session, input.step, at)) return refused(TOO_EARLY[input.step]);
    const late = await takeVersion(tx.forumSession, session.id, input.version);
    if (late) return late;
    const invited = input.step === 'invite' ? { invitationSentAt: at } : {};
    await tx.forumSession.update({
      where: { id: session.id },
      data: { state, stepFrom: session.state, stepAt: at, ...invited },
      select: { id: true },
    });
    await note(STEPS[input.step], session.id);
    return ok({ number: session.number });
  },
);

/** Takes the last step back; what was written down in a session that had begun must not hang in the air. */
export const undoStep = command(
  { right: keep, audit: ['forumSession.stepTakenBack'], tags: TAGS },
  async ({ tx, at, note }, input: UndoStepInput): Promise<Done> => {
    const session = await lockSession(tx, input.session);
    const state = stateBefore(session, at);
    if (state === null) return refused('forum.refused.undoNotPossible');
    if (session.state !== 'INVITED' && state !== 'RUNNING' && (await hasResults(tx, session.id))) {
      return refused('forum.refused.undoWithResults');
    }
    const late = await takeVersion(tx.forumSession, session.id, input.version);
    if (late) return late;
    await tx.forumSession.update({
      where: { id: session.id },
      data: {
        state,
        stepFrom: null,
        stepAt: null,
        ...(session.state === 'INVITED' ? { invitationSentAt: null } : {}),
      },
      select: { id: true },
    });
    await note('forumSession.stepTakenBack', session.id);
    return ok({ number: session.number });
  },
);

async function hasResults(tx: Tx, id: string): Promise<boolean> {
  const found = await tx.forumSession.findUniqueOrThrow({
    where: { id },
    select: {
      attended: true,
      _count: { select: { decisions: true, tasks: true, proposalSteps: true, supportSteps: true } },
    },
  });
  return found.attended !== null || Object.values(found._count).some((count) => count > 0);
}

/** Calls a session off or puts it off, with a reason everybody can read; all who signed up are told. */
export const callOff = command(
  { right: keep, audit: Object.values(ENDS), tags: TAGS },
  async ({ tx, at, note }, input: CallOffInput): Promise<Done> => {
    const session = await lockSession(tx, input.session);
    const state = stateAfter(session.state, input.step);
    if (state === null || session.endsAt <= at) return refused('forum.refused.stepNotPossible');
    // The reason stands where the form has a note.
    const late = await takeVersion(tx.forumSession, session.id, input.version);
    if (late) return late;
    await tx.forumSession.update({
      where: { id: session.id },
      data: {
        state,
        note: input.reason,
        sequence: { increment: 1 },
        stepFrom: null,
        stepAt: null,
      },
      select: { id: true },
    });
    await note(ENDS[input.step], session.id);
    const change = state === 'CANCELLED' ? 'cancelled' : 'postponed';
    await tellAllRegistered(tx, session, change);
    return ok({ number: session.number });
  },
);
