/**
 * Everything that is written down when somebody does it, and what kind of thing it is about. Each domain
 * adds its own (`events.ts`); what is in none of them cannot be written down.
 */
// biome-ignore lint/suspicious/noEmptyInterface: domains fill it
export interface AuditEvents {}

export type AuditEvent = keyof AuditEvents;

export type AuditPeriod = 'week' | 'month' | 'year';

export interface AuditFilter {
  /** `all`, or a kind of some domain. */
  kind: string;
  period: AuditPeriod;
  /** From 1, the newest first. */
  page: number;
}

/** Who did it: somebody of the office by name, everybody else by what they are here. */
export type AuditWho =
  | { kind: 'staff'; name: string }
  | { kind: 'system' | 'resident' | 'partner' | 'representative' | 'funder' | 'gone' };

/** What an entry leads to: the number people know it by, or the row. */
export interface AuditThing {
  number: number | null;
  id: string;
}

export interface AuditEntryView {
  id: string;
  at: Date;
  who: AuditWho;
  /** Key of the sentence that says what was done. */
  what: string;
  /** Key of the words for the thing. */
  words: string;
  /** Where it is looked at; null leads nowhere. */
  path: string | null;
  /** Null where there is nothing to look at any more. */
  thing: AuditThing | null;
}

export interface AuditPage {
  entries: AuditEntryView[];
  total: number;
  page: number;
  pages: number;
}

/** Something written down, and what it was about: `'partner.added': 'partner'`; `none`: nothing to look at. */
export type EventSubjects = Readonly<Record<string, string>>;

export interface AuditThings {
  readonly events: EventSubjects;
  /** Which events somebody may ask for together, by the word before the first dot. */
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  /** Where each thing is looked at. */
  readonly paths: Readonly<Record<string, (thing: { number: number; id: string }) => string>>;
  /** Things that are found without asking: lists that always stand where they stood. */
  readonly standing: readonly string[];
}
