import { columns, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [
  columns('PROGRAM', 'period_figures', 'period part title figure label unit channel'),
  columns('PUBLIC', 'period_figures', 'district'),
];
