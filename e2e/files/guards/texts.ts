import { columns, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [columns('PROGRAM', 'stored_files', 'hash type')];
