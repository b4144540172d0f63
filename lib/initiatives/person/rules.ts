/** What goes when somebody wants to be forgotten, and what stays, as the form says before. */
export const GOES = ['name', 'contact', 'account', 'notes'] as const;
export const STAYS = ['text', 'code', 'mails'] as const;

/** Nobody is left in a row with these. */
export const NOBODY = {
  groupName: '',
  name: '',
  contactKind: 'NUMBER',
  contactValue: '',
  userId: null,
  initiativeId: null,
  locale: 'de',
} as const;

/** Nothing that was typed is left either. */
export const EMPTIED = { ...NOBODY, title: '', body: '', wantedFor: '', reasonText: '' } as const;
