/**
 * A task as it may lie in the database: open, of itself, nobody's yet.
 * @template {Partial<import('../../prisma/generated/client').Prisma.TaskUncheckedCreateInput>} Changes
 * @param {Changes} changes whatever is to be different
 */
export function taskRow(changes) {
  const wasGiven = Boolean(changes.assigneeId);
  return {
    text: 'Schlüssel abholen',
    createdAt: new Date('2026-11-20T10:00:00Z'),
    wasGiven,
    ...changes,
  };
}
