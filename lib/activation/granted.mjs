/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  activation_formats: { insert: 'every', update: 'every' },
  activation_trials: { insert: 'every', update: 'every', delete: true },
  activation_evaluations: { insert: 'every', update: 'every' },
};
