/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  audit_entries: {
    insert: ['id', 'actor_id', 'action', 'subject_id'],
    kept: 'SELECT NULL::uuid, a::text FROM audit_entries a',
  },
  corrections: {
    insert: ['id', 'kind', 'subject_id', 'version', 'at', 'reason', 'audience', 'earlier'],
    update: ['earlier'],
    delete: true,
    kept: `SELECT NULL::uuid, (to_jsonb(c) - 'earlier')::text FROM corrections c WHERE c.kind <> 'CALL'`,
  },
};

/** Functions the program calls, each looked at for what it lets through. */
export const functions = ['forget_audit()'];
