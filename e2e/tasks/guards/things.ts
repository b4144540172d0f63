import { taskRow } from '../../../lib/tasks/rows.mjs';
import type { Made, Maker, Row } from '../../guards/making';

/** Whoever it is who counsels: each of them finds theirs alone, and what one leaves who counsels no more. */
const SOMEBODY =
  "SELECT user_id AS id FROM role_grants WHERE role = 'COUNSELLOR' ORDER BY granted_at, id LIMIT 1";

export const things = (make: Maker) => ({
  /** Something to do that nobody has begun. */
  officeTask: (more: Row = {}) =>
    make.add('tasks', { ...taskRow({}), ...more, was_given: Boolean(more.assignee_id) }),
  officeTaskNumber: async () => make.numberOf('tasks', await make.add('tasks', taskRow({}))),
  droppedTaskNumber: async () => {
    const dropped = { state: 'DROPPED', closed_at: new Date(), reason: 'Dafür fehlt der Platz.' };
    return make.numberOf('tasks', await make.add('tasks', { ...taskRow({}), ...dropped }));
  },
  /** @param owner empty: of somebody who is none of those who try the addresses */
  ownTask: async (owner = '') =>
    make.add('counsellor_tasks', {
      ...{ text: 'Merkblatt nachdrucken', created_at: new Date() },
      user_id: owner || (await make.house.one<string>(SOMEBODY)),
    }),
  droppedOwnTask: async () =>
    make.add('counsellor_tasks', {
      ...{ text: 'Aushang erneuern', created_at: new Date(), state: 'DROPPED' },
      ...{ closed_at: new Date(), reason: 'Dafür fehlt der Platz.' },
      user_id: await make.house.one<string>(SOMEBODY),
    }),
  /** From the counselling. */
  ownAbsence: async (user: string, day: string) =>
    make.add('task_absences', { user_id: user, from_day: day, until_day: day, counselling: true }),
  absence: async (user: string, day: string) =>
    make.add('task_absences', { user_id: user, from_day: day, until_day: day }),
});

export const addresses = async (made: Made) => ({
  officeTask: await made.officeTaskNumber(),
  droppedTask: await made.droppedTaskNumber(),
  keptTask: await made.task(await made.session('HELD', -48)),
  ownTask: await made.ownTask(),
  droppedOwnTask: await made.droppedOwnTask(),
});

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
