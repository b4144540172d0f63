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
 * @param {readonly string[]} files below `lib`
 * @returns {Foreign[]}
 */
const because = (way, model, why, files) =>
  files.map((file) => ({ way, model, why, file: `lib/${file}` }));

const NAMES_A_SESSION =
  'what is said of a case names a session of the Forum; the Forum reads cases and proposals, so no arrow leads back';
const IN_THE_ACCOUNT =
  'where somebody lives and may vote stands in their account and nowhere else; whoever votes declares it there';

/** Uses of a table by somebody whose it is not, each with its reason; one that is there no more is struck off. */
export const FOREIGN = [
  ...because('reads', 'Partner', 'somebody acts for a partner; accounts stand below the network', [
    'accounts/demo/commands.ts',
    'accounts/people/commands.ts',
    'accounts/people/queries.ts',
  ]),
  ...because('reads', 'ForumSession', NAMES_A_SESSION, [
    'cases/sessions/steps.ts',
    'proposals/review/queries.ts',
    'proposals/review/asking/queries.ts',
    'proposals/review/sessions/steps.ts',
  ]),
  ...because('reads', 'AgendaItem', NAMES_A_SESSION, [
    'cases/sessions/steps.ts',
    'initiatives/handling/queries.ts',
  ]),
  ...because('reads', 'SupportStep', 'what the Forum recommended stays on its agenda', [
    'forum/agenda/steps.ts',
  ]),
  ...because('reads', 'Poll', 'a proposal stays while a poll is about it; polls read proposals', [
    'proposals/review/undoing/steps.ts',
    'proposals/review/wording/steps.ts',
  ]),
  ...['Handover', 'Statement'].flatMap((model) =>
    because('reads', model, 'a question or an answer keeps a partner awake; proposals read them', [
      'network/commands.ts',
    ]),
  ),
  ...['AgendaItem', 'Registration', 'ForumSession'].flatMap((model) =>
    because('reads', model, 'the first page of the office is composed by hand', [
      'office/queries.ts',
    ]),
  ),
  ...because('reads', 'PeriodFigure', 'what is counted is compared with what was reported', [
    'outreach/statistics/queries.ts',
  ]),
  ...because('writes', 'Correction', 'what stood in the note of a call goes with the call', [
    'mail/calls/commands.ts',
    'mail/jobs.ts',
  ]),
  ...['FormSubmission', 'RateBucket'].flatMap((model) =>
    because('writes', model, 'the core has no manifest in which it could say how long', [
      'privacy/jobs.ts',
    ]),
  ),
  ...because('writes', 'OperationMark', 'the server asks before there is a program', [
    'server/looks.mjs',
  ]),
  ...because('writes', 'User', IN_THE_ACCOUNT, [
    'voting/vote/commands.ts',
    'voting/vote/desk/steps.ts',
    'voting/vote/voters/commands.ts',
  ]),
  ...because('writes', 'UserSession', 'who opens the box in the office is signed out there', [
    'voting/vote/kiosk/commands.ts',
  ]),
];
