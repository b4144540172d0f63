/** Models of `prisma/schema/foundations.prisma`, which holds those of several. @type {Readonly<Record<string, string>>} */
export const OF_FOUNDATIONS = {
  AuditEntry: 'audit',
  OutgoingMail: 'mail',
  CallListItem: 'mail',
  FormSubmission: 'core',
  RateBucket: 'core',
  OperationMark: 'operation',
};

/**
 * @typedef {{ way: 'reads' | 'writes', model: string }} Use
 * @typedef {Use & { file: string, why: string }} Foreign
 */

/**
 * @param {Use['way']} way
 * @param {string} model
 * @param {string} why
 * @param {readonly string[]} files
 * @returns {Foreign[]}
 */
const because = (way, model, why, files) => files.map((file) => ({ way, model, why, file }));

const NAMES_A_SESSION =
  'what is said of a case names a session of the Forum; the Forum reads cases and proposals, so no arrow leads back';
const IN_THE_ACCOUNT =
  'where somebody lives and may vote stands in their account and nowhere else; whoever votes declares it there';

/** Uses of a table by somebody whose it is not, each with its reason; one that is there no more is struck off. */
export const FOREIGN = [
  ...because('reads', 'Partner', 'somebody acts for a partner; accounts stand below the network', [
    'lib/accounts/demo/commands.ts',
    'lib/accounts/invitations/queries.ts',
    'lib/accounts/own-data.ts',
    'lib/accounts/people/commands.ts',
    'lib/accounts/people/queries.ts',
  ]),
  ...because('reads', 'ForumSession', NAMES_A_SESSION, [
    'lib/cases/sessions/fragments.ts',
    'lib/cases/sessions/steps.ts',
    'lib/initiatives/handling/queries.ts',
    'lib/initiatives/own/queries.ts',
    'lib/proposals/details/queries.ts',
    'lib/proposals/own/queries.ts',
    'lib/proposals/review/queries.ts',
    'lib/proposals/review/asking/queries.ts',
    'lib/proposals/review/sessions/steps.ts',
  ]),
  ...because('reads', 'AgendaItem', NAMES_A_SESSION, [
    'lib/cases/sessions/steps.ts',
    'lib/initiatives/handling/queries.ts',
  ]),
  ...because('reads', 'SupportStep', 'what the Forum recommended stays on its agenda', [
    'lib/forum/agenda/steps.ts',
  ]),
  ...['AgendaItem', 'AgendaProposal'].flatMap((model) =>
    because('reads', model, `${NAMES_A_SESSION}; it must have been on its agenda`, [
      'lib/proposals/review/rules.ts',
      'prisma/sql/09-forum.sql',
    ]),
  ),
  // What holds it in the database: a case names no session that has not met, and such a session stays one that has.
  ...because('reads', 'ForumSession', NAMES_A_SESSION, ['prisma/sql/09-forum.sql']),
  ...because('reads', 'SupportStep', 'a session that requests name has met, and stays so', [
    'lib/forum/progress/commands.ts',
    'prisma/sql/09-forum.sql',
  ]),
  ...because('reads', 'SupportRequest', 'a mistake that was taken back does not name a session', [
    'lib/forum/agenda/steps.ts',
    'lib/forum/progress/commands.ts',
  ]),
  ...['RollEntry', 'Poll'].flatMap((model) =>
    because('reads', model, 'an account stays while its ballot is in an open box', [
      'prisma/sql/04-roll.sql',
    ]),
  ),
  ...because('reads', 'Poll', 'a proposal stays while a poll is about it; polls read proposals', [
    'lib/proposals/review/undoing/steps.ts',
    'lib/proposals/review/wording/steps.ts',
  ]),
  ...['Handover', 'Statement'].flatMap((model) =>
    because('reads', model, 'a question or an answer keeps a partner awake; proposals read them', [
      'lib/network/commands.ts',
    ]),
  ),
  ...['AgendaItem', 'Registration', 'ForumSession'].flatMap((model) =>
    because('reads', model, 'the first page of the office is composed by hand', [
      'lib/office/queries.ts',
    ]),
  ),
  ...because('reads', 'PeriodFigure', 'what is counted is compared with what was reported', [
    'lib/outreach/statistics/queries.ts',
  ]),
  ...because('writes', 'Correction', 'what stood in the note of a call goes with the call', [
    'lib/mail/calls/commands.ts',
    'lib/mail/jobs.ts',
  ]),
  ...['FormSubmission', 'RateBucket'].flatMap((model) =>
    because('writes', model, 'the core has no manifest in which it could say how long', [
      'lib/privacy/jobs.ts',
    ]),
  ),
  ...because('writes', 'OperationMark', 'the server asks before there is a program', [
    'lib/server/looks.mjs',
  ]),
  ...because('writes', 'User', IN_THE_ACCOUNT, [
    'lib/voting/vote/commands.ts',
    'lib/voting/vote/desk/steps.ts',
    'lib/voting/vote/voters/commands.ts',
  ]),
  ...because('writes', 'UserSession', 'who opens the box in the office is signed out there', [
    'lib/voting/vote/kiosk/commands.ts',
  ]),
];
