/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  tasks: { insert: 'every', update: 'every', delete: true },
  task_absences: { insert: 'every', delete: true },
  task_views: { insert: 'every', update: 'every' },
};
