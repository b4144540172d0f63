import { columns, type TextTable } from '../../guards/readers';

export const TEXTS: TextTable = [
  // Whose account it is about reads it in what is kept of them.
  columns('PERSON', 'call_list_items', 'person contact message subject'),
  columns('INTERNAL', 'call_list_items', 'link note'),
  columns('INTERNAL', 'outgoing_mails', 'recipient subject text problem'),
  columns('PROGRAM', 'outgoing_mails', 'sealed then_job'),
];
