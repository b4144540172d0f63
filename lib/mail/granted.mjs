/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  call_list_items: { insert: 'every', update: 'every', delete: true },
  outgoing_mails: { insert: 'every', update: 'every', delete: true },
};
