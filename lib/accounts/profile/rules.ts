/**
 * What goes with an account, as the page that deletes it says, and the tables of it the database takes along. A
 * test holds it against the schema: nothing goes that nobody was told of.
 */
export const GOES_WITH_ACCOUNT = {
  account: ['RoleGrant', 'SignInCode', 'RecoveryCode', 'LinkedIdentity'],
  supports: ['ProposalSupport'],
  votes: [],
  sessions: ['UserSession'],
  card: [],
} as const satisfies Record<string, readonly string[]>;

export const THINGS_THAT_GO = Object.keys(GOES_WITH_ACCOUNT) as (keyof typeof GOES_WITH_ACCOUNT)[];
