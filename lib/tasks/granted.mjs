/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  tasks: { insert: 'every', update: 'every', delete: true },
  counsellor_tasks: {
    insert: ['id', 'user_id', 'text', 'due_on', 'created_at'],
    update: ['user_id', 'text', 'due_on', 'state', 'started_at', 'closed_at', 'reason', 'version'],
    delete: true,
  },
  kept_task_doers: { insert: ['task_id', 'user_id'], update: ['user_id', 'version'], delete: true },
  task_absences: { insert: 'every', delete: true },
  task_views: { insert: 'every', update: 'every' },
};
