import 'server-only';
import { dayOf } from '@/lib/core/day.mjs';
import { db, type Tx } from '@/lib/core/db';
import { ASSIGNEE_ROLES } from './rules';
import type { AbsenceDays, Colleague } from './types';

type Reader = Pick<Tx, 'user' | 'taskAbsence'>;

/** Everybody who can have a task, by name. */
export async function readColleagues(tx: Reader = db): Promise<Colleague[]> {
  const people = await tx.user.findMany({
    where: { roles: { some: { role: { in: [...ASSIGNEE_ROLES] } } } },
    select: { id: true, displayName: true, email: true },
  });
  return people
    .map(({ id, displayName, email }) => ({ id, name: displayName ?? email ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name, 'de'));
}

/** All absences there are; what is over is deleted in the night. */
export async function readAbsences(tx: Reader = db): Promise<(AbsenceDays & { id: string })[]> {
  const rows = await tx.taskAbsence.findMany({
    orderBy: [{ fromDay: 'asc' }, { id: 'asc' }],
    select: { id: true, userId: true, deputyId: true, fromDay: true, untilDay: true },
  });
  return rows.map(({ fromDay, untilDay, ...row }) => ({
    ...row,
    ...{ from: dayOf(fromDay), until: dayOf(untilDay) },
  }));
}
