/**
 * The one thing of this domain that is written down: the office acted for somebody else. Its subject is who did it: of
 * whom it was called off stands in that calendar and nowhere on this side.
 */
export const APPOINTMENTS_EVENTS = {
  'counsellingDays.calledOff': 'none',
} as const;

type AppointmentsEvents = typeof APPOINTMENTS_EVENTS;

declare module '@/lib/audit/types' {
  interface AuditEvents extends AppointmentsEvents {}
}
