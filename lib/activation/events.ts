/** Everything of this domain that is written down when somebody does it; answers and invitations never are. */
export const ACTIVATION_EVENTS = {
  'activationFormat.added': 'activationFormat',
  'activationFormat.changed': 'activationFormat',
  'activationFormat.described': 'activationFormat',
  'activationFormat.copied': 'activationFormat',
  'activationFormat.evaluated': 'activationFormat',
  'activationFormat.established': 'activationFormat',
  'activationFormat.adjusted': 'activationFormat',
  'activationFormat.discarded': 'activationFormat',
  'activationFormat.decisionTakenBack': 'activationFormat',
  'activationFormat.published': 'activationFormat',
  'activationFormat.withdrawn': 'activationFormat',
  'activationTrial.planned': 'activationTrial',
  'activationTrial.changed': 'activationTrial',
  'activationTrial.quotesStruck': 'activationTrial',
  'activationTrial.photoAdded': 'activationTrial',
  'activationTrial.photoChanged': 'activationTrial',
  'activationTrial.photoTaken': 'activationTrial',
  'activationTrial.struck': 'activationFormat',
  'activationSurvey.saved': 'activationSurvey',
  'activationSurvey.deleted': 'activationSurvey',
  'activationSurvey.opened': 'activationSurvey',
  'activationSurvey.closed': 'activationSurvey',
  'activationSurvey.corrected': 'activationSurvey',
  'activationSurvey.finished': 'activationSurvey',
  'activationSurvey.finishTakenBack': 'activationSurvey',
  'activationSurvey.told': 'activationSurvey',
  'activationSurvey.invited': 'activationSurvey',
  'activationSurvey.answerStruck': 'activationSurvey',
  'activationSurvey.invitationStruck': 'activationSurvey',
} as const;

type ActivationEvents = typeof ACTIVATION_EVENTS;

declare module '@/lib/audit/types' {
  interface AuditEvents extends ActivationEvents {}
}
