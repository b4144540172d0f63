/** Everything of this domain that is written down when somebody does it, and what kind of thing it is about. */
export const FORUM_EVENTS = {
  'forumSession.planned': 'forumSession',
  'forumSession.changed': 'forumSession',
  'forumSession.moved': 'forumSession',
  'forumSession.invited': 'forumSession',
  'forumSession.started': 'forumSession',
  'forumSession.finished': 'forumSession',
  'forumSession.cancelled': 'forumSession',
  'forumSession.postponed': 'forumSession',
  'forumSession.stepTakenBack': 'forumSession',
  'forumSession.counted': 'forumSession',
  'agendaItem.saved': 'agendaItem',
  'agendaItem.moved': 'agendaItem',
  'agendaItem.removed': 'agendaItem',
  'agendaItem.restored': 'agendaItem',
  'moderation.taken': 'forumSession',
  'moderation.left': 'forumSession',
  'registration.made': 'registration',
  'registration.changed': 'registration',
  'registration.cancelled': 'registration',
  'registration.movedUp': 'registration',
  'registration.personCorrected': 'registration',
  'registration.personErased': 'registration',
  'minutes.saved': 'forumSession',
  'minutes.submitted': 'forumSession',
  'minutes.unconfirmed': 'forumSession',
  'minutes.confirmed': 'forumSession',
  'minutes.returned': 'forumSession',
  'minutes.takenBack': 'forumSession',
  'minutes.supplemented': 'forumSession',
  'minutes.additionCorrected': 'forumSession',
  'minutes.turnoutCorrected': 'forumSession',
  'decision.recorded': 'decision',
  'decision.corrected': 'decision',
  'forumTask.added': 'forumTask',
  'forumTask.finished': 'forumTask',
  'forumTask.reopened': 'forumTask',
  'forumTask.dropped': 'forumTask',
  'forumTask.corrected': 'forumTask',
} as const;

type ForumEvents = typeof FORUM_EVENTS;

declare module '@/lib/audit/types' {
  interface AuditEvents extends ForumEvents {}
}
