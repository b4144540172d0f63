/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  initiatives: { insert: 'every', update: 'every' },
  support_requests: { insert: 'every', update: 'every' },
  support_steps: { insert: 'every', update: 'every' },
};
