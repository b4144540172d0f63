/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  staff_meetings: { insert: 'every', update: 'every' },
  staff_meeting_people: { insert: 'every', update: ['certificate_id'], delete: true },
};
