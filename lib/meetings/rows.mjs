import { dayColumn } from '../core/day.mjs';

/**
 * A meeting as it may lie in the database: a training of five hours that is planned.
 * @template {Partial<import('../../prisma/generated/client').Prisma.StaffMeetingUncheckedCreateInput>} Changes
 * @param {Changes} changes whatever is to be different
 */
export function meetingRow(changes) {
  return {
    kind: /** @type {const} */ ('TRAINING'),
    title: 'Leichte Sprache im Aushang',
    day: dayColumn('2026-09-24'),
    minutes: 300,
    createdAt: new Date('2026-08-20T10:00:00Z'),
    ...changes,
  };
}
