/** Everything of this domain that is written down when somebody does it, and what kind of thing it is about. */
export const NETWORK_EVENTS = {
  'partner.added': 'partner',
  'partner.changed': 'partner',
  'partner.profileChanged': 'partner',
  'partner.contactNoted': 'partner',
  'partner.contactCorrected': 'partner',
  'partner.contactDeleted': 'partner',
  'partner.fellAsleep': 'partner',
  'partner.suggested': 'partner',
  'partner.contacted': 'partner',
  'partner.activated': 'partner',
  'partner.ended': 'partner',
} as const;

type NetworkEvents = typeof NETWORK_EVENTS;

declare module '@/lib/audit/types' {
  interface AuditEvents extends NetworkEvents {}
}
