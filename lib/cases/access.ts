import { everybodys } from '@/lib/accounts/right';

/** Who may do what with a case of whatever kind. */
export const CASE_RIGHTS = {
  /** Says that a mail address is theirs: the link that was mailed to it is the key. */
  prove: everybodys('cases.prove'),
};
