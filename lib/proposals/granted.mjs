/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  // Written by deleting a proposal, and by nothing else.
  forgotten_proposals: { kept: 'SELECT NULL::uuid, f::text FROM forgotten_proposals f' },
  handovers: {
    insert: [
      'id',
      'proposal_id',
      'partner_id',
      'question',
      'recorded_at',
      'sent_at',
      'sent_how',
      'mail_id',
      'answer_due_at',
    ],
    update: ['sent_at', 'sent_how', 'mail_id', 'closed_at'],
    kept: `SELECT NULL::uuid, (to_jsonb(t) - 'closed_at' - 'sent_at' - 'sent_how' - 'mail_id')::text FROM handovers t WHERE true
   UNION ALL SELECT NULL::uuid, t.id || ' sent ' || t.sent_at FROM handovers t WHERE true AND t.sent_at IS NOT NULL
   UNION ALL SELECT NULL::uuid, t.id || ' ' || t.closed_at FROM handovers t WHERE true AND t.closed_at IS NOT NULL`,
  },
  proposal_steps: {
    insert: [
      'id',
      'proposal_id',
      'to',
      'at',
      'by',
      'step',
      'note',
      'audience',
      'body_name',
      'session_id',
    ],
    update: ['note', 'version'],
    kept: `SELECT NULL::uuid, (to_jsonb(s) - '{note,version}'::text[])::text FROM proposal_steps s`,
  },
  proposal_supports: { insert: 'every', delete: true },
  proposal_wordings: { insert: 'every', delete: true },
  proposals: {
    insert: 'every',
    update: [
      'title',
      'body',
      'district_id',
      'place',
      'category_id',
      'name_choice',
      'name',
      'contact_kind',
      'contact_value',
      'locale',
      'author_id',
      'intake_channel',
      'code_hash',
      'state',
      'state_since',
      'submitted_at',
      'promised_for',
      'published_at',
      'question',
      'answer_by',
      'reason_code',
      'reason_text',
      'result_note',
      'easy_text',
      'cost_estimate',
      'paper_supporters',
      'paper_signatures',
      'merged_into_id',
      'vote_closes_at',
      'outcome_audience',
      'version',
    ],
    delete: true,
    kept: 'SELECT NULL::uuid, id::text || published_at FROM proposals WHERE published_at IS NOT NULL',
  },
  signature_lists: {
    insert: ['id', 'proposal_id', 'signatures', 'collected_on', 'place', 'entered_at'],
    update: ['struck_at'],
    kept: `SELECT NULL::uuid, (to_jsonb(t) - 'struck_at')::text FROM signature_lists t WHERE true
   UNION ALL SELECT NULL::uuid, t.id || ' ' || t.struck_at FROM signature_lists t WHERE true AND t.struck_at IS NOT NULL`,
  },
  statements: {
    insert: [
      'id',
      'proposal_id',
      'partner_id',
      'result',
      'text',
      'plain_text',
      'received_at',
      'version',
    ],
    update: ['result', 'text', 'plain_text', 'version'],
    kept: `SELECT NULL::uuid, (to_jsonb(s) - '{result,text,plain_text,version}'::text[])::text FROM statements s`,
  },
};

export const functions = ['numbers_upwards(uuid[])'];

export const innerFunctions = ['deleted_was_handed_in()'];
