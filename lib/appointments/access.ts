import { mayCoordinate, mayCounsel } from '@/lib/accounts/policy';
import { everybodys, right } from '@/lib/accounts/right';

/** Who may do what with appointments of the counselling. Whose they are, the database decides besides. */
export const APPOINTMENTS_RIGHTS = {
  book: everybodys('appointments.book'),
  /** One's own appointment, by its number and code. */
  keepOwn: everybodys('appointments.keepOwn'),
  counsel: right('appointments.counsel', mayCounsel),
  /** Takes what is free for somebody at the counter, as everybody may; nothing of it is read. */
  enter: right('appointments.enter', mayCoordinate),
  /** Sees once more what they have just taken for somebody themselves. */
  seeEntered: right('appointments.seeEntered', (who) => mayCoordinate(who) || mayCounsel(who)),
  /** Reads before they go how many they leave behind; whoever does not counsel leaves nobody. */
  leave: right('appointments.leave', () => true),
  /** Prints the hours for the door: what everybody may know. */
  notice: right('appointments.notice', (who) => mayCoordinate(who) || mayCounsel(who)),
  /** Gives out the next number of open hours; nobody stands behind it. */
  draw: right('appointments.draw', mayCoordinate),
  /** Calls off days of somebody who cannot say so, without seeing who had an appointment. */
  callOff: right('appointments.callOff', mayCoordinate),
  /** Sums of months; of whom or what nobody is told. */
  figures: right('appointments.figures', mayCoordinate),
};
