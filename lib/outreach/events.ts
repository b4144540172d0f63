/**
 * Everything of this domain that is written down when somebody does it. Of contacts nothing is: a line says who did it
 * and at which moment, and its row has the same writer in the storage as the contact, so it would lead from one to
 * the other.
 */
export const OUTREACH_EVENTS = {
  'outreachRound.planned': 'outreachRound',
  'outreachRound.changed': 'outreachRound',
  'outreachRound.cancelled': 'outreachRound',
  'outreachRound.closed': 'outreachRound',
  'outreachRound.reopened': 'outreachRound',
  'outreachCall.promised': 'none',
} as const;

type OutreachEvents = typeof OUTREACH_EVENTS;

declare module '@/lib/audit/types' {
  interface AuditEvents extends OutreachEvents {}
}
