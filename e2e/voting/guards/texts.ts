import { columns, type PublicRows, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [
  columns('PROGRAM', 'ballot_receipts', 'receipt'),
  columns('PUBLIC', 'count_sheets', 'remark'),
  columns('PROGRAM', 'count_sheets', 'papers'),
  columns('PUBLIC', 'poll_notes', 'text'),
  columns('PUBLIC', 'poll_options', 'label note'),
  columns('PUBLIC', 'poll_stops', 'reason'),
  columns('PUBLIC', 'polls', 'question description easy_text decided_by cancel_reason'),
  columns('INTERNAL', 'polls', 'check_note'),
  columns('PUBLIC', 'polls', 'frozen_rule'),
  columns('PROGRAM', 'polls', 'count_rule local_opens local_closes time_zone result'),
];

export const PUBLIC_ROWS: PublicRows = {
  poll_options: `EXISTS (SELECT 1 FROM polls p WHERE p.id = t.poll_id AND p.state <> 'DRAFT')`,
  // What nobody agreed to is read by nobody outside.
  poll_stops: 't.agreed',
  polls: "t.state <> 'DRAFT'",
};
