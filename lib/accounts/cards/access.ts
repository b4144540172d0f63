import { mayCoordinate } from '../policy';
import { everybodys, right } from '../right';

/** Who may do what with cards that open an account. */
export const CARD_RIGHTS = {
  /** Shows one: its code is the key. */
  use: everybodys('accounts.useCard'),
  keep: right('accounts.keepCards', mayCoordinate),
};
