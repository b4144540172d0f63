/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  partner_contacts: { insert: 'every', update: ['kind', 'on', 'topic', 'next_step'], delete: true },
  partners: { insert: 'every', update: 'every' },
};
