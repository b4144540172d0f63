/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  access_card_batches: { insert: 'every', update: 'every', delete: true },
  access_cards: { insert: 'every', update: 'every', delete: true },
  invitations: { insert: 'every', update: 'every', delete: true },
  linked_identities: { insert: 'every', delete: true },
  recovery_codes: { insert: 'every', update: 'every', delete: true },
  role_grants: { insert: 'every', delete: true },
  sign_in_codes: { insert: 'every', update: 'every', delete: true },
  user_sessions: { insert: 'every', update: 'every', delete: true },
  users: { insert: 'every', update: 'every', delete: true },
};
