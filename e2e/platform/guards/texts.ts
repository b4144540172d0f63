import { columns, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [
  columns('PROGRAM', 'applied_sql', 'mark'),
  columns('PROGRAM', 'form_submissions', 'token_hash form result'),
  columns('PROGRAM', 'rate_buckets', 'key'),
];
