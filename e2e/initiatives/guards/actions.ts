import { type ActionTable, AUDIT, EVERYBODY, OFFICE, row } from '../../guards/who-may';

export const ACTIONS: ActionTable = {
  'unterstuetzung/anfragen#requestSupportAction': row(
    EVERYBODY,
    'support_requests',
    'support_steps',
    'answer_promises',
    AUDIT,
  ),
  'unterstuetzung/vorgang/[code]#answerOfficeAction': row(
    EVERYBODY,
    'support_steps',
    'support_requests',
    'answer_promises',
    AUDIT,
  ),
  'unterstuetzung/vorgang/[code]#decideOfferAction': row(
    EVERYBODY,
    'support_steps',
    'support_requests',
    'answer_promises',
    AUDIT,
  ),
  'unterstuetzung/vorgang/[code]/zurueckziehen#withdrawRequestAction': row(
    EVERYBODY,
    'support_steps',
    'support_requests',
    'answer_promises',
    AUDIT,
  ),
  'team/initiativen#addGroupAction': row(OFFICE, 'initiatives', AUDIT),
  'team/initiativen#changeGroupAction': row(OFFICE, 'initiatives', AUDIT),
  'team/initiativen#moveGroupAction': row(OFFICE, 'initiatives', AUDIT),
  'team/anfragen/[number]#decideRequestAction': row(
    OFFICE,
    'support_steps',
    'support_requests',
    'answer_promises',
    AUDIT,
  ),
  'team/anfragen/neu#enterRequestAction': row(
    OFFICE,
    'support_requests',
    'support_steps',
    'answer_promises',
    AUDIT,
  ),
  'team/anfragen/[number]#correctPersonAction': row(OFFICE, 'support_requests', AUDIT),
  'team/anfragen/[number]#erasePersonAction': row(OFFICE, 'support_requests', AUDIT),
};
