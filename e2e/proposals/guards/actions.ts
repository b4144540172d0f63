import { type ActionTable, AUDIT, EVERYBODY, OFFICE, row } from '../../guards/who-may';

export const ACTIONS: ActionTable = {
  'nummer#openDoorAction': row(EVERYBODY),
  'vorschlaege/neu/idee#submitProposalAction': row(
    EVERYBODY,
    'proposals',
    'proposal_steps',
    'answer_promises',
    AUDIT,
  ),
  'vorschlaege/quittung/[code]#answerQuestionAction': row(
    EVERYBODY,
    'proposal_steps',
    'proposals',
    'answer_promises',
    AUDIT,
  ),
  'vorschlaege/quittung/[code]/zurueckziehen#withdrawProposalAction': row(
    EVERYBODY,
    'proposals',
    'proposal_steps',
    'answer_promises',
    AUDIT,
  ),
  'vorschlaege/unterstuetzen/[number]#supportProposalAction': row(
    ['resident', 'neighbour', 'representative'],
    'proposal_supports',
  ),
  'team/ideenkarte#enterIdeaCardAction': row(
    OFFICE,
    'proposals',
    'proposal_steps',
    'answer_promises',
    AUDIT,
  ),
  'team/vorschlaege/[number]#enterSignatureListAction': row(
    OFFICE,
    'signature_lists',
    'proposals',
    AUDIT,
  ),
  'team/vorschlaege/[number]/stellungnahmen#correctStatementAction': row(
    OFFICE,
    'statements',
    'corrections',
    AUDIT,
  ),
  'team/vorschlaege/[number]#correctSignatureListAction': row(
    OFFICE,
    'signature_lists',
    'proposals',
    'corrections',
    AUDIT,
  ),
  'team/vorschlaege/[number]#strikeSignatureListAction': row(
    OFFICE,
    'signature_lists',
    'proposals',
    'corrections',
    AUDIT,
  ),
  'team/vorschlaege/[number]#decideProposalAction': row(
    OFFICE,
    'proposals',
    'proposal_steps',
    'answer_promises',
    AUDIT,
  ),
  'team/vorschlaege/[number]#correctCardAction': row(OFFICE, 'proposals', 'corrections', AUDIT),
  'team/vorschlaege/[number]#correctPersonAction': row(OFFICE, 'proposals', AUDIT),
  'team/vorschlaege/[number]#erasePersonAction': row(OFFICE, 'proposals', AUDIT),
};
