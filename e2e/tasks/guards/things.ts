import { taskRow } from '../../../lib/tasks/rows.mjs';
import type { Made, Maker, Row } from '../../guards/making';

export const things = (make: Maker) => ({
  /** Something to do that nobody has begun. */
  officeTask: (more: Row = {}) => make.add('tasks', { ...taskRow({}), ...more }),
  officeTaskNumber: async () => make.numberOf('tasks', await make.add('tasks', taskRow({}))),
  droppedTaskNumber: async () => {
    const dropped = { state: 'DROPPED', closed_at: new Date(), reason: 'Dafür fehlt der Platz.' };
    return make.numberOf('tasks', await make.add('tasks', { ...taskRow({}), ...dropped }));
  },
  absence: async (user: string, day: string) =>
    make.add('task_absences', { user_id: user, from_day: day, until_day: day }),
});

export const addresses = async (made: Made) => ({
  officeTask: await made.officeTaskNumber(),
  droppedTask: await made.droppedTaskNumber(),
});

declare module '../../guards/making' {
  interface Made extends ReturnType<typeof things> {}
  interface Addresses extends Awaited<ReturnType<typeof addresses>> {}
}
