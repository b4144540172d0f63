/** Everything of this domain that is written down when somebody does it, and what kind of thing it is about. */
export const CALENDAR_EVENTS = {
  'entry.added': 'entry',
  'entry.changed': 'entry',
  'entry.dateChanged': 'entry',
  'entry.cancelled': 'entry',
  'entry.revived': 'entry',
} as const;

type CalendarEvents = typeof CALENDAR_EVENTS;

declare module '@/lib/audit/types' {
  interface AuditEvents extends CalendarEvents {}
}
