/**
 * What the role of the running program is given, table by table; there is nothing it has without
 * standing here. Everything listed can be read unless it says `read: false`.
 *
 * A table whose model in `prisma/schema` makes a promise names its columns one by one, so that the next
 * column is not writable because somebody forgot; what may happen to those, a trigger says. The others
 * are given as a whole. No key is ever changed.
 *
 * @typedef {object} Granted
 * @property {'every' | readonly string[]} [insert] columns
 * @property {'every' | readonly string[]} [update] columns; `every` leaves out the key
 * @property {true} [delete]
 * @property {false} [read]
 */

/** What a draft of a poll is made of; the trigger `polls_go_their_way` freezes it. */
const DRAFT = [
  ...['question', 'description', 'easy_text', 'method', 'count_rule', 'max_choices'],
  ...['points_total', 'points_per_option', 'seats', 'budget_cents', 'quorum', 'channels'],
  ...['district_id', 'min_age', 'needs_forum_right', 'card_batch_id', 'decided_by'],
  ...['local_opens', 'local_closes', 'time_zone', 'opens_at', 'closes_at', 'state', 'version'],
  ...[
    'drafted_by_id',
    'ready_at',
    'check_asked_at',
    'checked_by_id',
    'checked_alone',
    'check_note',
  ],
];

const AGENDA = [
  'position',
  'title',
  'kind',
  'minutes',
  'presenter',
  'note',
  'record',
  'audience',
  'version',
];

/** @type {Granted} */
const WRITES = { insert: 'every', update: 'every' };
/** @type {Granted} */
const WRITES_AND_DELETES = { ...WRITES, delete: true };
/** @type {Granted} */
const JOINS = { insert: 'every', delete: true };

/** @type {Readonly<Record<string, Granted>>} */
export const TABLES = {
  _prisma_migrations: {},
  access_card_batches: WRITES_AND_DELETES,
  access_cards: WRITES_AND_DELETES,
  agenda_items: { insert: ['id', 'session_id', ...AGENDA], update: AGENDA, delete: true },
  agenda_proposals: JOINS,
  audit_entries: { insert: ['id', 'actor_id', 'action', 'subject_id'] },
  ballot_receipts: {},
  ballots: { read: false },
  calendar_entries: WRITES_AND_DELETES,
  calendar_entry_districts: JOINS,
  calendar_exceptions: WRITES_AND_DELETES,
  call_list_items: WRITES_AND_DELETES,
  categories: WRITES,
  count_sheets: {
    insert: [
      ...['id', 'poll_id', 'channel', 'entry', 'entered_by_id'],
      ...['papers', 'spoiled', 'entered_at', 'remark'],
    ],
    update: ['papers', 'spoiled', 'entered_at', 'remark'],
    delete: true,
  },
  decisions: {
    insert: ['id', 'session_id', 'agenda_no', 'text', 'yes', 'no', 'abstain', 'result'],
  },
  districts: WRITES,
  form_submissions: WRITES_AND_DELETES,
  forum_session_districts: JOINS,
  forum_sessions: {
    insert: 'every',
    update: [
      ...['title', 'local_date', 'local_start', 'local_end', 'starts_at', 'ends_at', 'place'],
      ...[
        'time_zone',
        'fallback_place',
        'access',
        'child_care',
        'lift_service',
        'translation',
        'moderator',
      ],
      ...[
        'minutes_by',
        'capacity',
        'registration_deadline',
        'state',
        'sequence',
        'note',
        'version',
      ],
      ...['attended', 'voting_residents', 'invitation_sent_at', 'step_from', 'step_at'],
      ...['moderator_id', 'moderator_named', 'minutes_state', 'minutes_since', 'minutes_version'],
      ...['minutes_return_note', 'minutes_asked_at'],
    ],
  },
  forum_tasks: WRITES,
  funders: WRITES_AND_DELETES,
  handovers: {
    insert: ['id', 'proposal_id', 'partner_id', 'question', 'sent_at', 'answer_due_at'],
    update: ['closed_at'],
  },
  initiatives: WRITES,
  invitations: WRITES_AND_DELETES,
  linked_identities: JOINS,
  office_settings: { update: 'every' },
  operation_marks: WRITES_AND_DELETES,
  outgoing_mails: WRITES_AND_DELETES,
  partner_contacts: { insert: 'every' },
  partners: WRITES,
  places: JOINS,
  poll_notes: { insert: ['id', 'poll_id', 'text', 'published_at'] },
  poll_options: {
    insert: ['id', 'poll_id', 'position', 'label', 'note', 'cost_cents'],
    update: ['withdrawn_at'],
    delete: true,
  },
  polls: {
    insert: ['id', 'is_test', 'proposal_id', 'cancel_reason', ...DRAFT],
    update: [...DRAFT, 'frozen_rule', 'result', 'reminded_at', 'cancel_reason'],
    delete: true,
  },
  proposal_steps: {
    insert: ['id', 'proposal_id', 'to', 'at', 'by', 'step', 'note', 'audience', 'body_name'],
    update: ['note'],
  },
  proposal_supports: JOINS,
  proposals: {
    insert: 'every',
    update: [
      ...['title', 'body', 'district_id', 'place', 'category_id', 'name_choice', 'name'],
      ...['contact_kind', 'contact_value', 'locale', 'author_id', 'intake_channel', 'on_behalf'],
      ...['code_hash', 'state', 'state_since', 'submitted_at', 'promised_for', 'published_at'],
      ...['question', 'reason_code', 'reason_text', 'result_note', 'easy_text', 'cost_estimate'],
      ...['paper_supporters', 'paper_signatures', 'merged_into_id', 'vote_closes_at'],
      ...['outcome_audience', 'version'],
    ],
    delete: true,
  },
  rate_buckets: WRITES_AND_DELETES,
  recovery_codes: WRITES_AND_DELETES,
  registrations: WRITES,
  role_grants: JOINS,
  roll_entries: { insert: ['id', 'poll_id', 'user_id', 'channel'] },
  sign_in_codes: WRITES_AND_DELETES,
  signature_lists: {
    insert: ['id', 'proposal_id', 'signatures', 'collected_on', 'place', 'entered_at'],
    update: ['struck_at'],
  },
  statements: {
    insert: ['id', 'proposal_id', 'partner_id', 'result', 'text', 'plain_text', 'received_at'],
  },
  stored_files: {
    insert: ['id', 'hash', 'bytes', 'type', 'created_at'],
    update: ['kept_at', 'freed_at'],
    delete: true,
  },
  support_requests: WRITES,
  support_steps: WRITES,
  user_sessions: WRITES_AND_DELETES,
  users: WRITES_AND_DELETES,
};

/** Functions the program calls, each looked at for what it lets through. */
export const FUNCTIONS = [
  'agree_on_count(uuid, "BallotChannel")',
  'database_clock()',
  'fill_trial_box(uuid, jsonb, text[])',
  'forget_audit()',
  'forget_rolls()',
  'open_box(uuid)',
  'put_into_box(uuid, text, uuid[], integer[])',
  'take_back_paper(uuid, uuid)',
];

/**
 * What runs with the rights of the owner though the program sets it off: the functions above, and
 * these, which only triggers and other functions call.
 */
export const INNER_FUNCTIONS = [
  'box_follows_its_poll()',
  'mix_box()',
  'poll_goes_its_way()',
  'shuffle_box(uuid)',
];
