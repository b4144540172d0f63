/** What an entry says, column by column, to see what is different. */
export type EntryWords = Readonly<
  Record<'title' | 'time' | 'place' | 'description' | 'audience' | 'accessible' | 'kind', string>
> & { readonly districts: string };

export type EntryField = keyof EntryWords;

/** What the office did with a partner's entry. */
export type EntryChange =
  | { what: 'changed'; fields: readonly EntryField[] }
  | { what: 'cancelled'; note: string }
  | { what: 'revived' }
  /** Something about one date of a series. */
  | { what: 'dateCancelled' | 'dateAsPlanned'; day: Date; note: string }
  | { what: 'dateMoved'; day: Date; startsAt: Date; note: string };

/** What an entry says now. */
export interface ChangedEntry {
  id: string;
  title: string;
  place: string;
  startsAt: Date;
  isSeries: boolean;
}
