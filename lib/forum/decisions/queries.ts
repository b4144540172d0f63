import 'server-only';
import { publicly, sameFor } from '@/lib/accounts/command';
import { listCorrections } from '@/lib/audit/corrections/queries';
import { db } from '@/lib/core/db';
import type { DecisionEntry, TaskEntry, TaskInOffice } from '@/lib/forum/sessions/types';
import type { Prisma } from '@/prisma/generated/client';
import { FORUM_RIGHTS } from '../access';

/** What the forum decided in a session, in the order of the agenda. */
export const listDecisions = publicly(async (sessionId: string): Promise<DecisionEntry[]> => {
  const decisions = await db.decision.findMany({
    where: { sessionId },
    orderBy: [{ agendaNo: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      agendaNo: true,
      text: true,
      yes: true,
      no: true,
      abstain: true,
      result: true,
      version: true,
    },
  });
  return withCorrections(decisions);
});

async function withCorrections<Row extends { id: string }>(rows: Row[]) {
  const corrections = await listCorrections(rows.map(({ id }) => id));
  return rows.map((row) => ({ ...row, corrections: corrections.get(row.id) ?? [] }));
}

const TASK = {
  ...{ id: true, text: true, assignee: true, dueOn: true, done: true, dropReason: true },
  version: true,
} as const;
const OPEN_FIRST: Prisma.ForumTaskOrderByWithRelationInput[] = [
  { done: 'asc' },
  // What goes on first.
  { dropReason: 'asc' },
  { dueOn: { sort: 'asc', nulls: 'last' } },
  { id: 'asc' },
];

/** What somebody was asked to do and everybody may read, open tasks first. */
export const listTasks = publicly(async (sessionId: string): Promise<TaskEntry[]> => {
  const where = { sessionId, audience: 'PUBLIC' } as const;
  return withCorrections(await db.forumTask.findMany({ where, orderBy: OPEN_FIRST, select: TASK }));
});

/** All of them, for the office. */
export const listTasksInOffice = sameFor(
  FORUM_RIGHTS.keep,
  async (sessionId: string): Promise<TaskInOffice[]> => {
    return withCorrections(
      await db.forumTask.findMany({
        where: { sessionId },
        orderBy: OPEN_FIRST,
        select: { ...TASK, audience: true },
      }),
    );
  },
);
