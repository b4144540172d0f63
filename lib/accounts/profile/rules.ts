/**
 * What goes with an account, as the page that deletes it says, and the tables of it the database takes along. A
 * test holds it against the schema: nothing goes that nobody was told of.
 */
export const GOES_WITH_ACCOUNT = {
  account: [
    ...(['RoleGrant', 'SignInCode', 'RecoveryCode', 'LinkedIdentity'] as const),
    ...(['OutreachWalker', 'StaffMeetingPerson', 'TaskAbsence', 'TaskView'] as const),
  ],
  supports: ['ProposalSupport'],
  votes: [],
  sessions: ['UserSession'],
  card: [],
  calls: ['CallListItem'],
} as const satisfies Record<string, readonly string[]>;

export const THINGS_THAT_GO = Object.keys(GOES_WITH_ACCOUNT) as (keyof typeof GOES_WITH_ACCOUNT)[];

/**
 * What stays when an account goes, as the same page says, and the tables it stays in. A test holds it against the
 * register of personal data: nothing stays that nobody was told of.
 */
export const STAYS_WITHOUT_ACCOUNT = {
  proposals: ['Proposal', 'ProposalWording', 'ProposalStep', 'SupportRequest', 'SupportStep'],
  registrations: ['Registration', 'RegistrationStep'],
  ballots: [],
  mails: ['OutgoingMail'],
  // Those about a case; what is owed to the account itself goes with it.
  calls: ['CallListItem'],
  records: ['AuditEntry', 'Correction', 'Invitation'],
} as const satisfies Record<string, readonly string[]>;

export const THINGS_THAT_STAY = Object.keys(
  STAYS_WITHOUT_ACCOUNT,
) as (keyof typeof STAYS_WITHOUT_ACCOUNT)[];
