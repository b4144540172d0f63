/** Everything of this domain that is written down when somebody does it. */
export const MEETINGS_EVENTS = {
  'staffMeeting.added': 'staffMeeting',
  'staffMeeting.changed': 'staffMeeting',
  'staffMeeting.registered': 'staffMeeting',
  'staffMeeting.attended': 'staffMeeting',
  'staffMeeting.evaluated': 'staffMeeting',
  'staffMeeting.cancelled': 'staffMeeting',
  'staffMeeting.reopened': 'staffMeeting',
  'staffMeeting.certificateKept': 'staffMeeting',
  'staffMeeting.certificateTaken': 'staffMeeting',
} as const;

type MeetingsEvents = typeof MEETINGS_EVENTS;

declare module '@/lib/audit/types' {
  interface AuditEvents extends MeetingsEvents {}
}
