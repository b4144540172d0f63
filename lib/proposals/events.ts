/** Everything of this domain that is written down when somebody does it, and what kind of thing it is about. */
export const PROPOSALS_EVENTS = {
  'proposal.submitted': 'proposal',
  'proposal.reviewStarted': 'proposal',
  'proposal.questionAsked': 'proposal',
  'proposal.questionAnswered': 'proposal',
  'proposal.published': 'proposal',
  'proposal.notPublished': 'proposal',
  'proposal.merged': 'proposal',
  'proposal.separated': 'proposal',
  'proposal.putToForum': 'proposal',
  'proposal.putToVote': 'proposal',
  'proposal.takenBackFromVote': 'proposal',
  'proposal.adopted': 'proposal',
  'proposal.declined': 'proposal',
  'proposal.putOnHold': 'proposal',
  'proposal.handedOver': 'proposal',
  'proposal.questionSent': 'proposal',
  'proposal.passedOn': 'proposal',
  'proposal.bodyReminded': 'proposal',
  'proposal.statementRecorded': 'proposal',
  'proposal.workStarted': 'proposal',
  'proposal.finished': 'proposal',
  'proposal.givenUp': 'proposal',
  'proposal.reopened': 'proposal',
  'proposal.unpublished': 'proposal',
  'proposal.stepTakenBack': 'proposal',
  'proposal.reconsidered': 'proposal',
  'proposal.withdrawn': 'proposal',
  'proposal.cardCorrected': 'proposal',
  'proposal.noteCorrected': 'proposal',
  'proposal.personCorrected': 'proposal',
  'proposal.personErased': 'proposal',
  'statement.corrected': 'proposal',
  'signatures.entered': 'proposal',
  'signatures.corrected': 'proposal',
  'signatures.struck': 'signatureList',
} as const;

type ProposalsEvents = typeof PROPOSALS_EVENTS;

declare module '@/lib/audit/types' {
  interface AuditEvents extends ProposalsEvents {}
}
