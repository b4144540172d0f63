import 'server-only';
import { command } from '@/lib/accounts/command';
import type { Tx } from '@/lib/core/db';
import { ok, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { FORUM_RIGHTS } from '@/lib/forum/access';
import { canWriteMinutes } from '@/lib/forum/minutes/rules';
import { tellAllRegistered } from '@/lib/forum/notices/steps';
import type { SessionChange } from '@/lib/forum/notices/types';
import {
  hasMet,
  isTooEarly,
  signUpStatus,
  stateAfter,
  stateBefore,
  stillStands,
} from '@/lib/forum/sessions/rules';
import { lockSession } from '@/lib/forum/sessions/steps';
import type { SessionState } from '@/lib/forum/sessions/types';
import { nameProblem } from '@/lib/outreach/traces/rules';
import { FORUM_TAGS } from '../tags';
import type { CallOffInput, SessionStepInput, UndoStepInput } from './schema';

type Done = Result<{ number: number }>;

const { keep } = FORUM_RIGHTS;
const TAGS = [FORUM_TAGS.sessions];

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
    const stays = isUnmade(session.state, state) ? await whyItStays(tx, session.id) : null;
    if (stays) return refused(stays);
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

/** It is then as if it had not begun. */
const isUnmade = (from: SessionState, to: SessionState) => hasMet(from) && !hasMet(to);

/** Why a beginning is not taken back; null when it can be. What names it is held by a trigger as well. */
async function whyItStays(tx: Tx, id: string): Promise<string | null> {
  if (await isNamed(tx, id)) return 'forum-authors.refused.undoNamed';
  return (await hasResults(tx, id)) ? 'forum.refused.undoWithResults' : null;
}

/**
 * Something of it is written down: it did take place. Minutes that were only opened say nothing, and what nobody goes on
 * with holds nothing. A trigger keeps it from being called off as well.
 */
async function hasResults(tx: Tx, id: string): Promise<boolean> {
  const { attended, minutesState, _count } = await tx.forumSession.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ attended: true, minutesState: true },
      _count: {
        select: {
          decisions: true,
          tasks: { where: { dropReason: '' } },
          agenda: { where: { record: { not: '' } } },
        },
      },
    },
  });
  const written = _count.decisions + _count.tasks + _count.agenda;
  return attended !== null || !canWriteMinutes(minutesState) || written > 0;
}

/** Whether it is said of a proposal or request what the Forum did about it there; a mistake that was taken back is not. */
async function isNamed(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ named: boolean }[]>`
    SELECT EXISTS (SELECT FROM proposal_steps s WHERE s.session_id = ${id}::uuid AND s.by = 'forum'
      AND (SELECT n.step FROM proposal_steps n
        WHERE n.proposal_id = s.proposal_id AND (n.at, n.id) > (s.at, s.id)
        ORDER BY n.at, n.id LIMIT 1) IS DISTINCT FROM 'takeBack') AS named`;
  if (row?.named) return true;
  const steps = { select: { at: true, to: true } } as const;
  const { supportSteps } = await tx.forumSession.findUniqueOrThrow({
    where: { id },
    select: { supportSteps: { select: { at: true, request: { select: { steps } } } } },
  });
  return supportSteps.some(stillStands);
}

const changeBy = (step: CallOffInput['step'], from: SessionState): SessionChange => {
  if (step === 'postpone') return 'postponed';
  return from === 'POSTPONED' ? 'givenUp' : 'cancelled';
};

/** Calls a session off or puts it off, with a reason everybody can read; all who signed up are told. */
export const callOff = command(
  { right: keep, audit: Object.values(ENDS), tags: TAGS },
  async ({ tx, at, note }, input: CallOffInput): Promise<Done> => {
    // It goes to everybody who signed up, and onto the public page.
    const trace = nameProblem({ reason: input.reason });
    if (trace) return trace;
    const session = await lockSession(tx, input.session);
    const state = stateAfter(session.state, input.step);
    const isOver = signUpStatus(session, at) === 'over';
    if (state === null || isOver) return refused('forum.refused.stepNotPossible');
    if (await hasResults(tx, session.id)) return refused('forum.refused.callOffWithResults');
    const late = await takeVersion(tx.forumSession, session.id, input.version);
    if (late) return late;
    await tx.forumSession.update({
      where: { id: session.id },
      data: {
        state,
        callOffReason: input.reason,
        calledOffAt: at,
        sequence: { increment: 1 },
        stepFrom: null,
        stepAt: null,
      },
      select: { id: true },
    });
    await note(ENDS[input.step], session.id);
    await tellAllRegistered(tx, session, changeBy(input.step, session.state));
    return ok({ number: session.number });
  },
);
