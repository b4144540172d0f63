import { mayCoordinate } from '@/lib/accounts/policy';
import { right } from '@/lib/accounts/right';

/** Who may do what with what has to be told. */
export const MAIL_RIGHTS = {
  /** The list of calls and letters, and mails that did not arrive. */
  tell: right('mail.tell', mayCoordinate),
};
