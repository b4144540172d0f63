/** What a draft of a poll is made of; the trigger `polls_go_their_way` freezes it. */
const DRAFT = [
  'question',
  'description',
  'easy_text',
  'method',
  'count_rule',
  'max_choices',
  'points_total',
  'points_per_option',
  'seats',
  'budget_cents',
  'quorum',
  'channels',
  'district_id',
  'min_age',
  'needs_forum_right',
  'card_batch_id',
  'decided_by',
  'local_opens',
  'local_closes',
  'time_zone',
  'opens_at',
  'closes_at',
  'state',
  'version',
  'drafted_by_id',
  'ready_at',
  'check_asked_at',
  'checked_by_id',
  'checked_alone',
  'check_note',
];

/** What the program may do with its tables, see `lib/tooling/granted.mjs`. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {
  ballot_receipts: {
    kept: `SELECT poll_id, receipt FROM ballot_receipts
    JOIN polls p ON p.id = poll_id WHERE NOT is_test`,
  },
  ballots: {
    read: false,
    kept: `SELECT poll_id, row(choices, points)::text FROM ballots
    JOIN polls p ON p.id = poll_id WHERE NOT is_test`,
  },
  count_sheets: {
    insert: [
      'id',
      'poll_id',
      'channel',
      'entry',
      'entered_by_id',
      'entered_as',
      'papers',
      'spoiled',
      'entered_at',
      'remark',
    ],
    update: ['entered_as', 'papers', 'spoiled', 'entered_at', 'remark'],
    delete: true,
    kept: `SELECT poll_id, (to_jsonb(c) - 'entered_by_id')::text FROM count_sheets c
    JOIN polls p ON p.id = poll_id WHERE agreed_at IS NOT NULL AND p.state <> 'CANCELLED'`,
  },
  poll_notes: {
    insert: ['id', 'poll_id', 'text', 'published_at'],
    update: ['text', 'version'],
    kept: `SELECT poll_id, (to_jsonb(n) - '{text,version}'::text[])::text FROM poll_notes n`,
  },
  poll_options: {
    insert: ['id', 'poll_id', 'position', 'label', 'note', 'cost_cents'],
    update: ['withdrawn_at'],
    delete: true,
    kept: `SELECT poll_id, (to_jsonb(t) - 'withdrawn_at')::text FROM poll_options t JOIN polls p ON p.id = poll_id WHERE state <> 'DRAFT' AND NOT is_test
   UNION ALL SELECT poll_id, t.id || ' ' || t.withdrawn_at FROM poll_options t JOIN polls p ON p.id = poll_id WHERE state <> 'DRAFT' AND NOT is_test AND t.withdrawn_at IS NOT NULL`,
  },
  poll_stops: {
    insert: ['id', 'poll_id', 'option_id', 'reason', 'asked_by_id', 'asked_at', 'alone'],
    update: ['settled_by_id', 'settled_at', 'agreed', 'alone', 'late', 'reason'],
    // Who it was goes with the account; why all of a poll went is corrected with the poll.
    kept: `SELECT poll_id, (to_jsonb(s) - '{asked_by_id,settled_by_id,reason}'::text[])::text FROM poll_stops s WHERE settled_at IS NOT NULL
   UNION ALL SELECT poll_id, s.id || ' ' || reason FROM poll_stops s WHERE option_id IS NOT NULL OR agreed IS NOT TRUE`,
  },
  polls: {
    insert: ['id', 'is_test', 'proposal_id', 'cancel_reason', ...DRAFT],
    update: [
      'frozen_rule',
      'result',
      'disputed_at',
      'reminded_at',
      'authors_told_at',
      'cancel_reason',
      ...DRAFT,
    ],
    delete: true,
    // What its way fills in stays once it is; what it points at goes with the account or the proposal.
    kept: `SELECT p.id, key || '=' || coalesce(value, '-') FROM polls p, jsonb_each_text(to_jsonb(p))
    WHERE state <> 'DRAFT' AND NOT is_test AND key <> ALL ('{state,version,disputed_at,archived_at,cancel_reason,drafted_by_id,checked_by_id,proposal_id}'::text[])
      AND NOT (key = ANY ('{result,sealed_at,counted_at,published_at,cancelled_at,reminded_at,authors_told_at}'::text[]) AND coalesce(value, '') = '')`,
  },
  roll_entries: {
    insert: ['id', 'poll_id', 'user_id', 'channel'],
    // Who it was goes with the account, but not while the poll is open.
    kept: `SELECT poll_id, unnest(ARRAY[row(r.id, channel)::text, 'who ' || row(r.id, user_id)::text])
    FROM roll_entries r JOIN polls p ON p.id = poll_id WHERE NOT is_test`,
  },
};

/** Functions the program calls, each looked at for what it lets through. */
export const functions = [
  'agree_on_count(uuid, "BallotChannel")',
  'fill_trial_box(uuid, jsonb, text[])',
  'forget_poll_makers()',
  'forget_rolls()',
  'open_box(uuid)',
  'put_into_box(uuid, text, uuid[], integer[])',
  'take_back_paper(uuid, uuid)',
];

/** What only triggers and other functions call, with the rights of the owner. */
export const innerFunctions = [
  'box_follows_its_poll()',
  'mix_box()',
  'poll_goes_its_way()',
  'shuffle_box(uuid)',
];
