/**
 * Everything of this domain that is written down when somebody does it. What is done with contacts names the day
 * and no contact: the line says who did it and when, and that must not lead to what was entered.
 */
export const OUTREACH_EVENTS = {
  'outreachRound.planned': 'outreachRound',
  'outreachRound.changed': 'outreachRound',
  'outreachRound.cancelled': 'outreachRound',
  'outreachRound.closed': 'outreachRound',
  'outreachRound.reopened': 'outreachRound',
  'outreachContact.recorded': 'none',
  'outreachContact.changed': 'none',
  'outreachContact.deleted': 'none',
  'outreachCall.promised': 'none',
} as const;

type OutreachEvents = typeof OUTREACH_EVENTS;

declare module '@/lib/audit/types' {
  interface AuditEvents extends OutreachEvents {}
}
