import { columns, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [columns('PROGRAM', 'audit_entries', 'action subject_id')];
