import { columns, type PublicRows, type TextTable, type WordRows } from '../../guards/readers';

export const TEXTS: TextTable = [
  columns('PUBLIC', 'agenda_items', 'title presenter note record raised_why'),
  columns('PROGRAM', 'agenda_items', 'kind'),
  columns('PUBLIC', 'decisions', 'text'),
  columns('PROGRAM', 'decisions', 'result'),
  columns('PUBLIC', 'forum_sessions', 'title place fallback_place access child_care'),
  columns('PUBLIC', 'forum_sessions', 'lift_service translation moderator note call_off_reason'),
  columns('INTERNAL', 'forum_sessions', 'minutes_by minutes_return_note'),
  columns('PROGRAM', 'forum_sessions', 'local_start local_end time_zone'),
  columns('PUBLIC', 'forum_tasks', 'text assignee drop_reason'),
  columns('INTERNAL', 'struck_agenda_items', 'title presenter note record'),
  columns('PROGRAM', 'struck_agenda_items', 'kind'),
  columns('PERSON', 'registrations', 'name needs_note contact_value'),
  columns('PROGRAM', 'registration_steps', 'by'),
  columns('PROGRAM', 'registrations', 'code_hash needs locale'),
];

export const PUBLIC_ROWS: PublicRows = {
  'agenda_items.note': "t.audience = 'PUBLIC'",
  'agenda_items.record': `EXISTS (SELECT 1 FROM forum_sessions s WHERE s.id = t.session_id
    AND s.minutes_state IN ('UNCONFIRMED', 'CONFIRMED'))`,
  forum_tasks: "t.audience = 'PUBLIC'",
};

/** Why something was raised late is said where it was, with what was said of it; why nobody comes, where nobody does. */
export const WORD_ROWS: WordRows = {
  'agenda_items.raised_why': "t.raised_at IS NOT NULL AND t.record <> ''",
  // What was asked for in a Forum that has just been held is still to be done.
  'forum_tasks.drop_reason': `NOT t.done AND EXISTS (SELECT 1 FROM forum_sessions s
    WHERE s.id = t.session_id AND s.state <> 'HELD')`,
  'forum_sessions.call_off_reason': "t.state IN ('CANCELLED', 'POSTPONED')",
};
