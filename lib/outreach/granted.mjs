/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  outreach_rounds: { insert: 'every', update: 'every' },
  outreach_stops: { insert: 'every', delete: true },
  outreach_walkers: { insert: 'every', delete: true },
  outreach_contacts: {
    insert: [
      ...['id', 'day', 'district_id', 'setting', 'place', 'contacts', 'first_contacts'],
      ...['not_met', 'age_to5', 'age_to13', 'age_to17', 'age_to64', 'age_from65'],
      // The nightly sweep writes all rows anew, with the version they have.
      ...['topic_ids', 'mood', 'outcomes', 'note', 'version'],
    ],
    update: [
      ...['day', 'district_id', 'setting', 'place', 'contacts', 'first_contacts', 'not_met'],
      ...['age_to5', 'age_to13', 'age_to17', 'age_to64', 'age_from65'],
      ...['topic_ids', 'mood', 'outcomes', 'note', 'version'],
    ],
    delete: true,
  },
  outreach_quarter_sums: { insert: 'every' },
  outreach_quarter_rests: { insert: 'every' },
  outreach_deleted_contacts: { insert: 'every', delete: true },
};
