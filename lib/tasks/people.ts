import 'server-only';
import type { Role } from '@/lib/accounts/types';
import { dayOf } from '@/lib/core/day.mjs';
import { db, type Tx } from '@/lib/core/db';
import { ASSIGNEE_ROLES, doneBy, whoDoes } from './rules';
import type { AbsenceDays, Colleague, Given, Who } from './types';

type Reader = Pick<Tx, 'user' | 'taskAbsence'>;

const withRole = (roles: readonly Role[]) => ({ some: { role: { in: [...roles] } } });
const OFFICE = withRole(ASSIGNEE_ROLES);
const COUNSEL = withRole(['COUNSELLOR']);

/** Everybody of the office, by name. */
export const readColleagues = (tx: Reader = db) => readPeople({ roles: OFFICE }, tx);

/** Everybody who counsels, whatever else they do. */
export const readCounsellors = (tx: Reader = db) => readPeople({ roles: COUNSEL }, tx);

/** Who counsels and has none of the office's pages: they can have a task of it that is of itself. */
export const readOnlyCounsellors = (tx: Reader = db) =>
  readPeople({ AND: [{ roles: COUNSEL }, { NOT: { roles: OFFICE } }] }, tx);

type Where = NonNullable<Parameters<Tx['user']['findMany']>[0]>['where'];

async function readPeople(where: NonNullable<Where>, tx: Reader): Promise<Colleague[]> {
  const people = await tx.user.findMany({
    where,
    select: { id: true, displayName: true, email: true },
  });
  return people
    .map(({ id, displayName, email }) => ({ id, name: displayName ?? email ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name, 'de'));
}

/**
 * All absences there are, of the office or of those who counsel from that; what is over is deleted in the night.
 */
export async function readAbsences(
  tx: Reader = db,
  counselling = false,
): Promise<(AbsenceDays & { id: string })[]> {
  const rows = await tx.taskAbsence.findMany({
    where: { counselling },
    orderBy: [{ fromDay: 'asc' }, { id: 'asc' }],
    select: { id: true, userId: true, deputyId: true, fromDay: true, untilDay: true },
  });
  return rows.map(({ fromDay, untilDay, ...row }) => ({
    ...row,
    ...{ from: dayOf(fromDay), until: dayOf(untilDay) },
  }));
}

interface Assigned extends Given {
  thingKind: string;
}

/** Who has something to do and has neither the office's pages nor counsels, or not for that any more. */
async function readFormer(has: string, roles: readonly Role[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<Colleague[]>`
    SELECT u.id, coalesce(u.display_name, u.email, '') AS name FROM users u
    WHERE u.id IN (SELECT assignee_id FROM tasks WHERE ${has} = 'office'
        UNION SELECT user_id FROM kept_task_doers WHERE ${has} = 'office'
        UNION SELECT user_id FROM counsellor_tasks WHERE ${has} = 'desk' AND closed_at IS NULL)
      AND NOT EXISTS (SELECT FROM role_grants g WHERE g.user_id = u.id AND g.role = ANY(${[...roles]}::"Role"[]))`;
  return namesOf(rows);
}

const namesOf = (people: readonly Colleague[]) => new Map(people.map(({ id, name }) => [id, name]));

/**
 * Who does what of the office today. For somebody who only counsels others who counsel stand in; what is about a thing
 * of the office they never have.
 */
export async function readDoers(today: string) {
  const [colleagues, counsellors, desk] = await Promise.all([
    readColleagues(),
    readOnlyCounsellors(),
    readDesk(today),
  ]);
  const [absences, former] = await Promise.all([
    readAbsences(),
    readFormer('office', ASSIGNEE_ROLES),
  ]);
  const [office, outside] = [namesOf(colleagues), namesOf(counsellors)];
  return {
    colleagues,
    counsellors,
    whoOf: (task: Assigned): Who =>
      task.thingKind === '' && outside.has(task.assigneeId ?? '')
        ? desk.whoOf(task)
        : whoDoes(task, office, absences, today, former),
    doneBy: (self: string) => doneBy(self, office, absences, today),
  };
}

/** Who does what of the counselling today. */
export async function readDesk(today: string) {
  const [counsellors, absences, former] = await Promise.all([
    readCounsellors(),
    readAbsences(db, true),
    readFormer('desk', ['COUNSELLOR']),
  ]);
  const names = namesOf(counsellors);
  return {
    whoOf: (task: Given): Who => whoDoes(task, names, absences, today, former),
    doneBy: (self: string) => doneBy(self, names, absences, today),
  };
}

/** Whose tasks somebody who counsels sees: their own, also while they are away, and of whom they stand in for. */
export async function readSeenBy(self: string, today: string): Promise<string[]> {
  const { doneBy } = await readDesk(today);
  return [...new Set([self, ...doneBy(self)])];
}

/** Who counsels no more and left open what they wrote down for it: everybody who counsels sees that, and can take it. */
export async function readLeavers(): Promise<string[]> {
  return [...(await readFormer('desk', ['COUNSELLOR'])).keys()];
}

/**
 * Which tasks the office gave to some people who only counsel. Whoever has its pages, too, finds theirs there; and
 * nothing about a thing of the office comes here, whatever roles somebody had when they got it.
 */
export async function readGivenTo(people: readonly string[], tx: Reader = db) {
  const ids = (await readOnlyCounsellors(tx)).map(({ id }) => id);
  return {
    ...{ thingKind: '', assigneeName: '' },
    assigneeId: { in: ids.filter((id) => people.includes(id)) },
  };
}
