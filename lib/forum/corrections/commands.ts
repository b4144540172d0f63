import 'server-only';
import { command } from '@/lib/accounts/command';
import { correctTyped } from '@/lib/audit/corrections/steps';
import { dayColumn, dayOrNone } from '@/lib/core/day.mjs';
import { AppError } from '@/lib/core/errors';
import { ok, type Result } from '@/lib/core/result';
import { FORUM_RIGHTS } from '@/lib/forum/access';
import { lockSession } from '@/lib/forum/sessions/steps';
import type { CorrectDecisionInput, CorrectTaskInput } from './schema';

type Done = Result<{ number: number }>;

const { keep } = FORUM_RIGHTS;
const TAGS = ['forum'];

/** The words of a decision and its place on the agenda; votes and result are corrected by another decision alone. */
export const correctDecision = command(
  { right: keep, audit: ['decision.corrected'], tags: TAGS },
  async ({ tx, at, note }, input: CorrectDecisionInput): Promise<Done> => {
    const session = await lockSession(tx, input.session);
    const where = { id: input.id, sessionId: session.id };
    if ((await tx.decision.count({ where })) === 0) throw new AppError('NOT_FOUND');
    const { text, agendaNo } = input;
    const refusal = await correctTyped(
      { tx, at },
      { ...input, kind: 'DECISION', audience: 'PUBLIC' },
      {
        rows: tx.decision,
        read: async () => {
          const row = await tx.decision.findUniqueOrThrow({ where });
          return { text: row.text, agenda_no: row.agendaNo };
        },
        to: { text, agenda_no: agendaNo },
        write: () => tx.decision.update({ where, data: { text, agendaNo }, select: { id: true } }),
      },
    );
    if (refusal) return refusal;
    await note('decision.corrected', input.id);
    return ok({ number: session.number });
  },
);

/** What somebody was asked to do, who, and until when; whether it is done is said apart. */
export const correctTask = command(
  { right: keep, audit: ['forumTask.corrected'], tags: TAGS },
  async ({ tx, at, note }, input: CorrectTaskInput): Promise<Done> => {
    const session = await lockSession(tx, input.session);
    const where = { id: input.id, sessionId: session.id };
    const task = await tx.forumTask.findUnique({ where, select: { audience: true } });
    if (!task) throw new AppError('NOT_FOUND');
    const { task: text, assignee } = input;
    const dueOn = input.dueOn || null;
    const refusal = await correctTyped(
      { tx, at },
      { ...input, kind: 'FORUM_TASK', audience: task.audience },
      {
        rows: tx.forumTask,
        read: async () => {
          const row = await tx.forumTask.findUniqueOrThrow({ where });
          return { text: row.text, assignee: row.assignee, due_on: dayOrNone(row.dueOn) };
        },
        to: { text, assignee, due_on: dueOn },
        write: () =>
          tx.forumTask.update({
            where,
            data: { text, assignee, dueOn: dueOn === null ? null : dayColumn(dueOn) },
            select: { id: true },
          }),
      },
    );
    if (refusal) return refusal;
    await note('forumTask.corrected', input.id);
    return ok({ number: session.number });
  },
);
