/** Everything of this domain that is written down when somebody does it, and what kind of thing it is about. */
export const MAIL_EVENTS = {
  'mail.retried': 'letters',
  'mail.dropped': 'letters',
  'call.made': 'letters',
  'call.putOff': 'letters',
  'call.putBack': 'letters',
  'call.described': 'letters',
  'call.corrected': 'letters',
} as const;

type MailEvents = typeof MAIL_EVENTS;

declare module '@/lib/audit/types' {
  interface AuditEvents extends MailEvents {}
}
