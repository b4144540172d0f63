import { columns, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [
  columns('INTERNAL', 'call_list_items', 'person contact message subject link note'),
  columns('INTERNAL', 'outgoing_mails', 'recipient subject text problem'),
  columns('PROGRAM', 'outgoing_mails', 'sealed then_job'),
];
