/** Groups of entries somebody looks for. */
export type AuditKind =
  | 'all'
  | 'proposals'
  | 'forum'
  | 'polls'
  | 'requests'
  | 'network'
  | 'people'
  | 'cards'
  | 'letters'
  | 'settings';

export type AuditPeriod = 'week' | 'month' | 'year';

export interface AuditFilter {
  kind: AuditKind;
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

export interface AuditEntryView<Event extends string, Subject extends string> {
  id: string;
  at: Date;
  who: AuditWho;
  event: Event;
  subject: Subject;
  /** Null where there is nothing to look at any more. */
  thing: AuditThing | null;
}

export interface AuditPage<Event extends string, Subject extends string> {
  entries: AuditEntryView<Event, Subject>[];
  total: number;
  page: number;
  pages: number;
}
