/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  operation_marks: { insert: 'every', update: 'every', delete: true },
};
