import { columns, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [
  columns('PROGRAM', 'answer_promises', 'kind'),
  columns('PROGRAM', 'tellings', 'name detail said'),
  columns('PROGRAM', 'unproven_addresses', 'link_hash'),
];
