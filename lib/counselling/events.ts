/** Everything of this domain that is written down when somebody does it, and what kind of thing it is about. */
export const COUNSELLING_EVENTS = {
  'counsellingTopic.added': 'counsellingTopic',
  'counsellingTopic.rewritten': 'counsellingTopic',
  'counsellingTopic.rhythmChanged': 'counsellingTopic',
  'counsellingTopic.reviewed': 'counsellingTopic',
  'counsellingTopic.reviewTakenBack': 'counsellingTopic',
  'counsellingTopic.published': 'counsellingTopic',
  'counsellingTopic.takenBack': 'counsellingTopic',
} as const;

type CounsellingEvents = typeof COUNSELLING_EVENTS;

declare module '@/lib/audit/types' {
  interface AuditEvents extends CounsellingEvents {}
}
