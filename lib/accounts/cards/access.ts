import { mayCoordinate } from '../policy';
import { right } from '../right';

/** Who may do what with cards that open an account. */
export const CARD_RIGHTS = {
  keep: right('cards.keep', mayCoordinate),
};
