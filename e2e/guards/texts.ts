/**
 * The reviewed table of all text columns: who may read what stands there, outside the office. The guards take
 * the columns from the database; one without a line here makes them red.
 *
 * PUBLIC: everybody, in rows that are public (`PUBLIC_ROWS`). PERSON: whoever it is about or who may sign in
 * as them. INTERNAL: the office, and the representation where it checks. PROGRAM: keys, codes, hashes, what is
 * sealed, times; nobody can type into them.
 */
export type Readers = 'PUBLIC' | 'PERSON' | 'INTERNAL' | 'PROGRAM';

const columns = (readers: Readers, table: string, names: string) =>
  names.split(' ').map((name) => [`${table}.${name}`, readers] as const);

export const TEXTS: ReadonlyMap<string, Readers> = new Map([
  ...columns('INTERNAL', 'access_card_batches', 'label'),
  ...columns('PROGRAM', 'access_card_batches', 'print_key'),
  ...columns('PROGRAM', 'access_cards', 'code_hash'),
  ...columns('PUBLIC', 'agenda_items', 'title presenter note record'),
  ...columns('PROGRAM', 'agenda_items', 'kind'),
  ...columns('PROGRAM', 'applied_sql', 'mark'),
  ...columns('PROGRAM', 'audit_entries', 'action subject_id'),
  ...columns('PROGRAM', 'ballot_receipts', 'receipt'),
  ...columns('PUBLIC', 'calendar_entries', 'title description audience place accessible'),
  ...columns('PUBLIC', 'calendar_entries', 'organizer note uid'),
  ...columns('PROGRAM', 'calendar_entries', 'local_start local_end time_zone rrule'),
  ...columns('PUBLIC', 'calendar_exceptions', 'note'),
  ...columns('PROGRAM', 'calendar_exceptions', 'local_date new_local_start new_local_end'),
  ...columns('INTERNAL', 'call_list_items', 'person contact message subject link note'),
  ...columns('PUBLIC', 'categories', 'label label_en label_easy'),
  ...columns('PROGRAM', 'categories', 'slug'),
  ...columns('PUBLIC', 'count_sheets', 'remark'),
  ...columns('PUBLIC', 'decisions', 'text'),
  ...columns('PROGRAM', 'decisions', 'result'),
  ...columns('PUBLIC', 'districts', 'name description'),
  ...columns('PROGRAM', 'districts', 'slug'),
  ...columns('PROGRAM', 'form_submissions', 'token_hash form'),
  ...columns('PUBLIC', 'forum_sessions', 'title place fallback_place access child_care'),
  ...columns('PUBLIC', 'forum_sessions', 'lift_service translation moderator note'),
  ...columns('INTERNAL', 'forum_sessions', 'minutes_by minutes_return_note'),
  ...columns('PROGRAM', 'forum_sessions', 'local_start local_end time_zone'),
  ...columns('PUBLIC', 'forum_tasks', 'text assignee'),
  ...columns('PUBLIC', 'funders', 'name url'),
  ...columns('PROGRAM', 'funders', 'former_logo'),
  ...columns('INTERNAL', 'handovers', 'question'),
  ...columns('PUBLIC', 'initiatives', 'name about'),
  ...columns('INTERNAL', 'initiatives', 'contact_person'),
  ...columns('PROGRAM', 'initiatives', 'slug'),
  ...columns('INTERNAL', 'invitations', 'email'),
  ...columns('PROGRAM', 'invitations', 'token_hash'),
  ...columns('PROGRAM', 'linked_identities', 'provider provider_account_id'),
  ...columns('PUBLIC', 'office_settings', 'office_name forum_name town_name carrier_name'),
  ...columns('PUBLIC', 'office_settings', 'carrier_address represented_by street postal_code'),
  ...columns('PUBLIC', 'office_settings', 'phone email reporting_name reporting_url'),
  ...columns('PUBLIC', 'office_settings', 'reporting_phone privacy_contact supervisory_body'),
  ...columns('PUBLIC', 'office_settings', 'imprint_extra privacy_extra accessibility_extra'),
  ...columns('PUBLIC', 'office_settings', 'easy_language_extra'),
  ...columns('PROGRAM', 'office_settings', 'holiday_region'),
  ...columns('INTERNAL', 'outgoing_mails', 'recipient subject text problem'),
  ...columns('PROGRAM', 'outgoing_mails', 'sealed'),
  ...columns('INTERNAL', 'partner_contacts', 'topic next_step'),
  ...columns('PROGRAM', 'operation_marks', 'name note'),
  ...columns('PUBLIC', 'partners', 'name role_in_quarter responsibilities offers contact_role'),
  ...columns('PUBLIC', 'partners', 'email phone opening_hours accessibility languages'),
  ...columns('INTERNAL', 'partners', 'contact_person'),
  ...columns('PROGRAM', 'partners', 'slug'),
  ...columns('PUBLIC', 'places', 'name'),
  ...columns('PUBLIC', 'poll_notes', 'text'),
  ...columns('PUBLIC', 'poll_options', 'label note'),
  ...columns('PUBLIC', 'polls', 'question description easy_text decided_by cancel_reason'),
  ...columns('INTERNAL', 'polls', 'check_note'),
  ...columns('PROGRAM', 'polls', 'count_rule local_opens local_closes time_zone'),
  ...columns('PUBLIC', 'proposal_steps', 'note body_name'),
  ...columns('PROGRAM', 'proposal_steps', 'by step'),
  ...columns('PUBLIC', 'proposals', 'title body place reason_text result_note easy_text'),
  // What is shown of the name is the person's choice: initials, first name, or nothing.
  ...columns('PERSON', 'proposals', 'name contact_value question'),
  ...columns('PROGRAM', 'proposals', 'code_hash reason_code locale'),
  ...columns('PROGRAM', 'rate_buckets', 'key'),
  ...columns('PROGRAM', 'recovery_codes', 'code_hash'),
  ...columns('PERSON', 'registrations', 'name needs_note contact_value'),
  ...columns('PROGRAM', 'registrations', 'code_hash needs locale'),
  ...columns('PERSON', 'sign_in_codes', 'email'),
  ...columns('PROGRAM', 'sign_in_codes', 'code_hash link_hash next'),
  ...columns('INTERNAL', 'signature_lists', 'place'),
  ...columns('PUBLIC', 'statements', 'text plain_text'),
  ...columns('PROGRAM', 'statements', 'result'),
  ...columns('PROGRAM', 'stored_files', 'hash type'),
  ...columns('PERSON', 'support_requests', 'title body wanted_for group_name name'),
  ...columns('PERSON', 'support_requests', 'contact_value reason_text'),
  ...columns('PROGRAM', 'support_requests', 'code_hash locale'),
  ...columns('PERSON', 'support_steps', 'note'),
  ...columns('PROGRAM', 'support_steps', 'by'),
  ...columns('PERSON', 'user_sessions', 'browser'),
  ...columns('PROGRAM', 'user_sessions', 'token_hash'),
  // Whoever moderates a session may have agreed to be named on its invitation.
  ...columns('PERSON', 'users', 'email display_name reminder_phone'),
  ...columns('PROGRAM', 'users', 'totp_secret locale'),
]);

const PUBLIC_PROPOSAL = `t.published_at IS NOT NULL
  AND t.state NOT IN ('SUBMITTED', 'UNDER_REVIEW', 'NEEDS_CLARIFICATION', 'NOT_PUBLISHED', 'DRAFT')`;
const ofPublicProposal = `EXISTS (SELECT 1 FROM proposals p WHERE p.id = t.proposal_id AND
  ${PUBLIC_PROPOSAL.replaceAll('t.', 'p.')})`;

/**
 * Which rows of a table, called `t`, everybody may read; all of them where nothing is said. A column may have
 * its own condition.
 */
export const PUBLIC_ROWS: Readonly<Record<string, string>> = {
  'agenda_items.note': "t.audience = 'PUBLIC'",
  'agenda_items.record': `EXISTS (SELECT 1 FROM forum_sessions s WHERE s.id = t.session_id
    AND s.minutes_state IN ('UNCONFIRMED', 'CONFIRMED'))`,
  calendar_entries: 'NOT t.partners_only',
  forum_tasks: "t.audience = 'PUBLIC'",
  initiatives: "t.state IN ('ACTIVE', 'FORMING')",
  poll_options: `EXISTS (SELECT 1 FROM polls p WHERE p.id = t.poll_id AND p.state <> 'DRAFT')`,
  polls: "t.state <> 'DRAFT'",
  proposal_steps: `t.audience = 'PUBLIC' AND ${ofPublicProposal}`,
  'proposal_steps.body_name': ofPublicProposal,
  proposals: PUBLIC_PROPOSAL,
  'proposals.reason_text': `t.outcome_audience = 'PUBLIC' AND ${PUBLIC_PROPOSAL}`,
  'proposals.result_note': `t.outcome_audience = 'PUBLIC' AND ${PUBLIC_PROPOSAL}`,
  statements: ofPublicProposal,
};
