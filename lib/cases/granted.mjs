/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  answer_promises: {
    insert: ['id', 'kind', 'case_id', 'made_at', 'promised_for'],
    update: ['answered_at', 'ended_at'],
    kept: `SELECT NULL::uuid, (to_jsonb(p) - 'answered_at' - 'ended_at')::text FROM answer_promises p
    UNION ALL SELECT NULL::uuid, p.id || ' ' || p.answered_at FROM answer_promises p WHERE p.answered_at IS NOT NULL
    UNION ALL SELECT NULL::uuid, p.id || ' ' || p.ended_at FROM answer_promises p WHERE p.ended_at IS NOT NULL`,
  },
  tellings: { insert: 'every', update: 'every', delete: true },
  unproven_addresses: {
    insert: ['case_id', 'typed_at', 'link_hash', 'link_ends_at'],
    update: ['link_hash', 'link_ends_at', 'proven_at'],
    delete: true,
  },
};
