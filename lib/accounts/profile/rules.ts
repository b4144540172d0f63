/**
 * What goes with an account, sentence by sentence as the page that deletes it says. Which tables are meant each domain
 * says (`leaving` of its manifest); a test holds them against the schema: nothing goes that nobody was told of.
 */
export const THINGS_THAT_GO = [
  'account',
  'supports',
  'votes',
  'sessions',
  'card',
  'calls',
] as const;
export type ThingThatGoes = (typeof THINGS_THAT_GO)[number];

/**
 * What stays when an account goes, as the same page says: of calls those about a case, what is owed to the account
 * itself goes with it. A test holds the tables against the register of personal data: nothing stays that nobody was
 * told of.
 */
export const THINGS_THAT_STAY = [
  ...(['proposals', 'registrations', 'ballots', 'mails', 'calls', 'records'] as const),
] as const;
export type ThingThatStays = (typeof THINGS_THAT_STAY)[number];
