import { columns, type PublicRows, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [
  columns('PUBLIC', 'initiatives', 'name about'),
  columns('INTERNAL', 'initiatives', 'contact_person'),
  columns('PROGRAM', 'initiatives', 'slug'),
  columns('PERSON', 'support_requests', 'title body wanted_for group_name name'),
  columns('PERSON', 'support_requests', 'contact_value reason_text'),
  columns('PROGRAM', 'support_requests', 'code_hash locale'),
  columns('PERSON', 'support_steps', 'note'),
  columns('PROGRAM', 'support_steps', 'by'),
];

export const PUBLIC_ROWS: PublicRows = {
  initiatives: "t.state IN ('ACTIVE', 'FORMING')",
};
