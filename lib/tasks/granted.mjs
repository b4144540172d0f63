/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  tasks: { insert: 'every', update: 'every', delete: true },
  counsellor_tasks: {
    insert: ['id', 'user_id', 'text', 'due_on', 'created_at'],
    update: ['text', 'due_on', 'state', 'started_at', 'closed_at', 'reason', 'version'],
    delete: true,
  },
  task_absences: { insert: 'every', delete: true },
  task_views: { insert: 'every', update: 'every' },
};
