/** The one thing of this domain that is written down: the office acted for somebody else. Of whom it was called off, nobody knows. */
export const APPOINTMENTS_EVENTS = {
  'counsellingDays.calledOff': 'none',
} as const;

type AppointmentsEvents = typeof APPOINTMENTS_EVENTS;

declare module '@/lib/audit/types' {
  interface AuditEvents extends AppointmentsEvents {}
}
