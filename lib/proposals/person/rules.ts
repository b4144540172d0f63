/** What goes when somebody wants to be forgotten, and what stays, as the form says before. */
export const GOES = ['name', 'contact', 'account', 'notes', 'wording'] as const;
export const STAYS = ['text', 'code', 'mails'] as const;

/** Nobody is left in a row with these. */
export const NOBODY = {
  name: '',
  nameChoice: 'NEIGHBOUR',
  contactKind: 'NUMBER',
  contactValue: '',
  authorId: null,
  question: '',
  locale: 'de',
} as const;
