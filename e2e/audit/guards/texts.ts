import { columns, type PublicRows, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [
  columns('PROGRAM', 'audit_entries', 'action subject_id'),
  columns('PUBLIC', 'corrections', 'reason'),
  columns('INTERNAL', 'corrections', 'earlier'),
];

export const PUBLIC_ROWS: PublicRows = { corrections: "t.audience = 'PUBLIC'" };
