import type { Identity } from '../../guards/identities';
import { type ActionTable, AUDIT, OFFICE, row } from '../../guards/who-may';

const COUNSELLORS: readonly Identity[] = ['counsellor', 'inCounselling'];
const WITH_PEOPLE = row(OFFICE, 'staff_meetings', 'staff_meeting_people', AUDIT);

export const ACTIONS: ActionTable = {
  'team/fortbildung#addMeetingAction': WITH_PEOPLE,
  'sozialberatung/fortbildung#addPeersAction': row(COUNSELLORS, 'staff_meetings', AUDIT),
  'sozialberatung/fortbildung#changePeersAction': row(COUNSELLORS, 'staff_meetings', AUDIT),
  'team/fortbildung#changeMeetingAction': WITH_PEOPLE,
  'team/fortbildung#moveMeetingAction': row(OFFICE, 'staff_meetings', AUDIT),
  'team/fortbildung#keepCertificateAction': row(
    OFFICE,
    'staff_meeting_people',
    'staff_meetings',
    'stored_files',
    AUDIT,
  ),
  'team/fortbildung#takeCertificateAction': row(
    OFFICE,
    'staff_meeting_people',
    'stored_files',
    AUDIT,
  ),
  'team/fortbildung#evaluateMeetingAction': row(OFFICE, 'staff_meetings', AUDIT),
};
