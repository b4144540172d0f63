import { mayCoordinate, mayCounsel } from '@/lib/accounts/policy';
import { everybodys, right } from '@/lib/accounts/right';

/** Who may do what with appointments of the counselling. Whose they are, the database decides besides. */
export const APPOINTMENTS_RIGHTS = {
  book: everybodys('appointments.book'),
  /** One's own appointment, by its number and code. */
  keepOwn: everybodys('appointments.keepOwn'),
  counsel: right('appointments.counsel', mayCounsel),
  /** Sums of months; of whom or what nobody is told. */
  figures: right('appointments.figures', mayCoordinate),
};
