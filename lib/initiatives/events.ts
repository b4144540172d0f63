/** Everything of this domain that is written down when somebody does it, and what kind of thing it is about. */
export const INITIATIVES_EVENTS = {
  'supportRequest.received': 'request',
  'supportRequest.offerMade': 'request',
  'supportRequest.clarified': 'request',
  'supportRequest.answered': 'request',
  'supportRequest.offerAccepted': 'request',
  'supportRequest.offerRefused': 'request',
  'supportRequest.putToDecision': 'request',
  'supportRequest.confirmed': 'request',
  'supportRequest.started': 'request',
  'supportRequest.settlementAsked': 'request',
  'supportRequest.completed': 'request',
  'supportRequest.declined': 'request',
  'supportRequest.withdrawn': 'request',
  'supportRequest.stepTakenBack': 'request',
  'supportRequest.personCorrected': 'request',
  'supportRequest.personErased': 'request',
  'initiative.added': 'initiative',
  'initiative.changed': 'initiative',
  'initiative.activated': 'initiative',
  'initiative.rested': 'initiative',
  'initiative.revived': 'initiative',
  'initiative.ended': 'initiative',
} as const;

type InitiativesEvents = typeof INITIATIVES_EVENTS;

declare module '@/lib/audit/types' {
  interface AuditEvents extends InitiativesEvents {}
}
