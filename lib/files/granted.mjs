/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  stored_files: {
    insert: ['id', 'hash', 'bytes', 'type', 'created_at'],
    update: ['kept_at', 'freed_at'],
    delete: true,
  },
};
