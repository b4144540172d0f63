import { columns, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [columns('PROGRAM', 'operation_marks', 'name note')];
