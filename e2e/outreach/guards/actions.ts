import { type ActionTable, AUDIT, OFFICE, row } from '../../guards/who-may';

const DELETES = row(OFFICE, 'outreach_contacts', 'outreach_deleted_contacts');

export const ACTIONS: ActionTable = {
  'team/rundgang#planRoundsAction': row(
    OFFICE,
    ...['outreach_rounds', 'outreach_walkers', 'outreach_stops', AUDIT],
  ),
  'team/rundgang#changeRoundAction': row(
    OFFICE,
    ...['outreach_rounds', 'outreach_walkers', 'outreach_stops', AUDIT],
  ),
  'team/rundgang#cancelRoundAction': row(OFFICE, 'outreach_rounds', AUDIT),
  'team/rundgang#closeRoundAction': row(OFFICE, 'outreach_rounds', AUDIT),
  'team/rundgang#reopenRoundAction': row(OFFICE, 'outreach_rounds', AUDIT),
  'team/rundgang/eintragen#recordContactAction': row(OFFICE, 'outreach_contacts'),
  'team/rundgang/eintragen#takeBackContactAction': DELETES,
  'team/rundgang/kontakte/[id]#changeContactAction': row(OFFICE, 'outreach_contacts'),
  'team/rundgang/kontakte/[id]#deleteContactAction': DELETES,
  'team/rundgang/kontakte/[id]/vorschlag#proposeContactAction': row(
    OFFICE,
    ...['outreach_contacts', 'proposals', 'proposal_steps', 'answer_promises', AUDIT],
  ),
  'team/rundgang/rueckruf#promiseCallBackAction': row(OFFICE, 'call_list_items', AUDIT),
};
