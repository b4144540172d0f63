/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  period_figures: {
    insert: [
      ...['id', 'period', 'position', 'part', 'title', 'figure', 'label', 'unit'],
      ...['district_id', 'district', 'channel', 'value', 'closed_at'],
    ],
    kept: 'SELECT NULL::uuid, p::text FROM period_figures p',
  },
};
