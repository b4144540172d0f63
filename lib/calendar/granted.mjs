/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  calendar_entries: { insert: 'every', update: 'every', delete: true },
  calendar_entry_districts: { insert: 'every', delete: true },
  calendar_exceptions: { insert: 'every', update: 'every', delete: true },
};
