import type { Identity } from '../../guards/identities';
import { type ActionTable, AUDIT, EVERYBODY, OFFICE, row } from '../../guards/who-may';

const COUNSELLORS: readonly Identity[] = ['counsellor', 'inCounselling'];
const BOOKINGS = 'counselling.bookings';
const SLOTS = 'counselling.slots';

/** But for days called off for somebody none of them writes anything on this side of the wall. */
export const ACTIONS: ActionTable = {
  'sprechstunde/buchen/[slot]#bookAppointmentAction': row(EVERYBODY, BOOKINGS),
  'sprechstunde/termin#lookUpAppointmentAction': row(EVERYBODY),
  'sprechstunde/termin/[key]#moveAppointmentAction': row(EVERYBODY, BOOKINGS),
  'sprechstunde/termin/[key]#giveBackAction': row(EVERYBODY, BOOKINGS),
  'sozialberatung/termine#openDeskAction': row(COUNSELLORS, 'counselling.desks'),
  'sozialberatung/termine#settleBookingAction': row(COUNSELLORS, BOOKINGS),
  'sozialberatung/termine#withdrawSlotAction': row(COUNSELLORS, SLOTS),
  'sozialberatung/buchen/[slot]#bookForAction': row(COUNSELLORS, BOOKINGS),
  'team/sprechstunde/eintragen#enterAppointmentAction': row(OFFICE, BOOKINGS),
  'team/sprechstunde#drawNumberAction': row(OFFICE, 'counselling.walk_ins'),
  'team/sprechstunde/absagen#callOffDaysAction': row(OFFICE, 'counselling.days_off', AUDIT),
  'sozialberatung/zeiten#openHoursAction': row(COUNSELLORS, 'counselling.hours', SLOTS),
  'sozialberatung/zeiten#closeHoursAction': row(COUNSELLORS, 'counselling.hours'),
  'sozialberatung/zeiten#takeOffAction': row(COUNSELLORS, 'counselling.days_off'),
  'sozialberatung/zeiten#dayOnAgainAction': row(COUNSELLORS, 'counselling.days_off', SLOTS),
  'sozialberatung/nummern#moveNumbersAction': row(COUNSELLORS, 'counselling.walk_ins'),
  'sozialberatung/strichliste#tallyTalksAction': row(COUNSELLORS, 'counselling.tallies'),
  'sozialberatung/strichliste#sayNoTalksAction': row(COUNSELLORS, 'counselling.tallies'),
};
