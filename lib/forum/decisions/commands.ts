import 'server-only';
import { command, type Given } from '@/lib/accounts/command';
import { dayColumn } from '@/lib/core/day.mjs';
import { AppError } from '@/lib/core/errors';
import { ok, type Result, refused } from '@/lib/core/result';
import { takeVersion } from '@/lib/core/version';
import { FORUM_RIGHTS } from '@/lib/forum/access';
import { canWriteMinutes } from '@/lib/forum/minutes/rules';
import { hasBegun, isCalledOff } from '@/lib/forum/sessions/rules';
import { lockSession } from '@/lib/forum/sessions/steps';
import type { LockedSession } from '@/lib/forum/sessions/types';
import { nameProblem } from '@/lib/outreach/traces/rules';
import { FORUM_TAGS } from '../tags';
import { areTooManyVotes, doesResultFit } from './rules';
import type {
  DecisionInput,
  DropTaskInput,
  TaskDoneInput,
  TaskInput,
  TurnoutInput,
} from './schema';

type Done = Result<{ number: number }>;

const { keep } = FORUM_RIGHTS;
const TAGS = [FORUM_TAGS.sessions];
/** Results belong to a session that has begun; before that there is nothing to write down. */
const NOT_YET = refused('forum.refused.notYetHeld');

/** How many came and how many of them may vote; residents vote, the office does not. */
export const setTurnout = command(
  { right: keep, audit: ['forumSession.counted'], tags: TAGS },
  async (given, input: TurnoutInput): Promise<Done> => {
    const session = await lockHeld(given, input.session);
    if (session === null) return NOT_YET;
    // The minutes name the number; what was handed over stays as it was.
    if (!canWriteMinutes(session.minutesState)) return refused('forum.refused.minutesHandedOver');
    const { attended, votingResidents } = input;
    if (attended !== null && votingResidents !== null && votingResidents > attended) {
      return refused('forum.refused.moreVotersThanPeople', {}, 'votingResidents');
    }
    const late = await takeVersion(given.tx.forumSession, session.id, input.version);
    if (late) return late;
    await given.tx.forumSession.update({
      where: { id: session.id },
      data: { attended, votingResidents },
      select: { id: true },
    });
    await given.note('forumSession.counted', session.id);
    return ok({ number: session.number });
  },
);

/** Writes down a decision. It is public at once and is corrected only by another decision. */
export const addDecision = command(
  { right: keep, audit: ['decision.recorded'], tags: TAGS },
  async (given, input: DecisionInput): Promise<Done> => {
    const session = await lockHeld(given, input.session);
    if (session === null) return NOT_YET;
    if (!doesResultFit(input, input.result)) {
      return refused('forum.refused.resultDoesNotFit', {}, 'result');
    }
    const { votingResidents } = await given.tx.forumSession.findUniqueOrThrow({
      where: { id: session.id },
      select: { votingResidents: true },
    });
    if (areTooManyVotes(input, votingResidents)) {
      return refused('forum.refused.tooManyVotes', { max: votingResidents ?? 0 }, 'yes');
    }
    // It can never be taken back, so two people do not write down the same one.
    const late = await takeVersion(given.tx.forumSession, session.id, input.version);
    if (late) return late;
    const { session: _number, version: _version, ...data } = input;
    const made = await given.tx.decision.create({
      data: { ...data, sessionId: session.id },
      select: { id: true },
    });
    await given.note('decision.recorded', made.id);
    return ok({ number: session.number });
  },
);

/** Somebody (a role, never a private person) is asked to do something. */
export const addTask = command(
  { right: keep, audit: ['forumTask.added'], tags: TAGS },
  async (given, input: TaskInput): Promise<Done> => {
    const session = await lockHeld(given, input.session);
    if (session === null) return NOT_YET;
    const made = await given.tx.forumTask.create({
      data: {
        sessionId: session.id,
        text: input.task,
        assignee: input.assignee,
        // The form says that everybody reads it.
        audience: 'PUBLIC',
        dueOn: input.dueOn ? dayColumn(input.dueOn) : null,
      },
      select: { id: true },
    });
    await given.note('forumTask.added', made.id);
    return ok({ number: session.number });
  },
);

/** It is done, or open again; also what was dropped. */
export const setTaskDone = command(
  { right: keep, audit: ['forumTask.finished', 'forumTask.reopened'], tags: TAGS },
  async (given, input: TaskDoneInput): Promise<Done> => {
    const { done } = input;
    const result = await changeTask(given, input, { done, dropReason: '' });
    if (result.ok) await given.note(done ? 'forumTask.finished' : 'forumTask.reopened', input.id);
    return result;
  },
);

/** Nobody goes on with it: it is not ticked off, and nobody is asked for it any more. */
export const dropTask = command(
  { right: keep, audit: ['forumTask.dropped'], tags: TAGS },
  async (given, input: DropTaskInput): Promise<Done> => {
    const trace = nameProblem({ reason: input.reason });
    if (trace) return trace;
    const result = await changeTask(given, input, { done: false, dropReason: input.reason });
    if (result.ok) await given.note('forumTask.dropped', input.id);
    return result;
  },
);

async function changeTask(
  given: Pick<Given, 'tx' | 'at'>,
  { session: number, id, version }: Omit<TaskDoneInput, 'done'>,
  data: { done: boolean; dropReason: string },
): Promise<Done> {
  const { tx } = given;
  // A Forum that was called off asks nobody for anything: what stands there all the same can be ended, not begun again.
  const isEnded = data.done || data.dropReason !== '';
  const session = await lockHeld(given, number, isEnded);
  if (session === null) return NOT_YET;
  const where = { id, sessionId: session.id };
  if ((await tx.forumTask.count({ where })) === 0) throw new AppError('NOT_FOUND');
  const late = await takeVersion(tx.forumTask, id, version);
  if (late) return late;
  await tx.forumTask.update({ where: { id }, data, select: { id: true } });
  return ok({ number: session.number });
}

async function lockHeld(
  { tx, at }: Pick<Given, 'tx' | 'at'>,
  number: number,
  orCalledOff = false,
): Promise<LockedSession | null> {
  const session = await lockSession(tx, number);
  return hasBegun(session, at) || (orCalledOff && isCalledOff(session.state)) ? session : null;
}
