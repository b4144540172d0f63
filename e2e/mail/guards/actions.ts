import { type ActionTable, AUDIT, OFFICE, row } from '../../guards/who-may';

export const ACTIONS: ActionTable = {
  'team/anrufe#noteCallAction': row(OFFICE, 'call_list_items', AUDIT),
  'team/anrufe#putCallBackAction': row(OFFICE, 'call_list_items', AUDIT),
  'team/anrufe#describeCallAction': row(OFFICE, 'call_list_items', AUDIT),
  'team/anrufe/notiz/[id]#correctNoteAction': row(OFFICE, 'call_list_items', 'corrections', AUDIT),
  'team/anrufe#failedMailAction': row(OFFICE, 'outgoing_mails', AUDIT),
};
