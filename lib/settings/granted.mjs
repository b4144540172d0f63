/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  funders: { insert: 'every', update: 'every', delete: true },
  categories: { insert: 'every', update: 'every' },
  districts: { insert: 'every', update: 'every' },
  office_settings: { update: 'every' },
  own_texts: { insert: 'every', update: 'every' },
  places: { insert: 'every', delete: true },
};
