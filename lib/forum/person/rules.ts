/** What goes when somebody wants to be forgotten, and what stays, as the form says before. */
export const GOES = ['name', 'contact', 'account', 'needs'] as const;
export const STAYS = ['seats', 'code', 'mails'] as const;

/** Nobody is left in a row with these. */
export const NOBODY = {
  name: '',
  contactKind: 'NUMBER',
  contactValue: '',
  needs: [] as string[],
  needsNote: '',
  userId: null,
  locale: 'de',
} as const;

/** How the code of a sign-up begins that was emptied because it is old; no code has such a hash. */
export const EMPTIED = 'gone-';
