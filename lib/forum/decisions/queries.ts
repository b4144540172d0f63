import 'server-only';
import type { Viewer } from '@/lib/accounts/types';
import { db } from '@/lib/core/db';
import type { DecisionEntry, TaskEntry } from '@/lib/forum/sessions/types';

/** What the forum decided in a session, in the order of the agenda. */
export function listDecisions(_viewer: Viewer, sessionId: string): Promise<DecisionEntry[]> {
  return db.decision.findMany({
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
    },
  });
}

/** What somebody was asked to do, open tasks first. */
export function listTasks(_viewer: Viewer, sessionId: string): Promise<TaskEntry[]> {
  return db.forumTask.findMany({
    where: { sessionId },
    orderBy: [{ done: 'asc' }, { dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    select: { id: true, text: true, assignee: true, dueOn: true, done: true },
  });
}
