/** Everything of this domain that is written down when somebody does it, and what kind of thing it is about. */
export const VOTING_EVENTS = {
  'poll.created': 'poll',
  'poll.changed': 'poll',
  'poll.givenToCheck': 'poll',
  'poll.sentBack': 'poll',
  'poll.scheduled': 'poll',
  'poll.scheduledAlone': 'poll',
  'poll.discarded': 'poll',
  'poll.stopAsked': 'poll',
  'poll.stopDropped': 'poll',
  'poll.stopLate': 'poll',
  'poll.cancelled': 'poll',
  'poll.annulled': 'poll',
  'poll.optionWithdrawn': 'poll',
  'poll.noted': 'poll',
  'poll.noteCorrected': 'poll',
  'poll.reasonCorrected': 'poll',
  'poll.archived': 'poll',
  'poll.unarchived': 'poll',
  'poll.closed': 'poll',
  'poll.counted': 'poll',
  'poll.countDisputed': 'poll',
  'poll.countRestarted': 'poll',
  'poll.surplusConfirmed': 'poll',
  'poll.published': 'poll',
  'poll.ballotsTaken': 'poll',
  'poll.paperTakenBack': 'poll',
  'poll.kioskStarted': 'poll',
  'poll.trialStarted': 'poll',
  'poll.trialDiscarded': 'poll',
  'forumRight.given': 'person',
  'forumRight.taken': 'person',
} as const;

type VotingEvents = typeof VOTING_EVENTS;

declare module '@/lib/audit/types' {
  interface AuditEvents extends VotingEvents {}
}
