import {
  type ActionTable,
  AUDIT,
  COUNTERS,
  EVERYBODY,
  NOBODY,
  OFFICE,
  row,
  SIGNED_IN,
} from '../../guards/who-may';

export const ACTIONS: ActionTable = {
  // With a code or a receipt anybody; what a wrong one opens is in crossing.spec.ts.
  'abstimmungen/quittung#lookUpReceiptAction': row(EVERYBODY),
  'abstimmungen/erinnerungen/[key]#stopRemindersAction': row(EVERYBODY, 'users'),
  'konto/erinnerungen#saveReminderWishAction': row(SIGNED_IN, 'users'),
  // Residents: the office accompanies, it neither votes nor supports; a ballot is for its district.
  'abstimmungen/stimmzettel/[number]#ballotAction': row(
    ['resident', 'representative'],
    'roll_entries',
    'ballots',
    'ballot_receipts',
  ),
  'abstimmungen/stimmzettel/[number]#districtAction': row(
    ['resident', 'neighbour', 'representative'],
    'users',
  ),
  // Nobody here sits at the box in the office: see kiosk.spec.ts.
  'abstimmungen/urne#kioskCardAction': row(NOBODY),
  'abstimmungen/urne#kioskDistrictAction': row(NOBODY),
  'abstimmungen/urne#kioskBallotAction': row(NOBODY),
  'abstimmungen/urne#endKioskAction': row(NOBODY),
  'abstimmungen/papier/[number]#givePaperAction': row(
    ['representative', ...OFFICE],
    'roll_entries',
    'access_cards',
    'users',
  ),
  'abstimmungen/papier/[number]#takeBackPaperAction': row(
    ['representative', ...OFFICE],
    'roll_entries',
    AUDIT,
  ),
  // The office.
  'team/abstimmungen#savePollDraftAction': row(OFFICE, 'polls', 'poll_options', AUDIT),
  'team/abstimmungen#giveToCheckAction': row(OFFICE, 'polls', 'outgoing_mails', AUDIT),
  'team/abstimmungen#approvePollAction': row([...OFFICE, 'representative'], 'polls', AUDIT),
  'team/abstimmungen#returnDraftAction': row([...OFFICE, 'representative'], 'polls', AUDIT),
  'abstimmungen/pruefen/[number]#approveForForumAction': row(
    [...OFFICE, 'representative'],
    'polls',
    AUDIT,
  ),
  'abstimmungen/pruefen/[number]#returnForForumAction': row(
    [...OFFICE, 'representative'],
    'polls',
    AUDIT,
  ),
  // There is always somebody else here who could check.
  'team/abstimmungen#scheduleAloneAction': row(NOBODY),
  'team/abstimmungen#startTrialAction': row(OFFICE, 'polls', 'poll_options', AUDIT),
  'team/abstimmungen#fillTrialAction': row(OFFICE, 'ballots', 'ballot_receipts', 'roll_entries'),
  'team/abstimmungen#trialBallotAction': row(OFFICE, 'ballots', 'ballot_receipts', 'roll_entries'),
  'team/abstimmungen#endTrialAction': row(OFFICE, 'polls', AUDIT),
  'team/abstimmungen#discardTrialAction': row(OFFICE, 'polls', 'poll_options', AUDIT),
  'team/abstimmungen#withdrawOptionAction': row(OFFICE, 'poll_stops', 'outgoing_mails', AUDIT),
  'team/abstimmungen#publishNoteAction': row(OFFICE, 'poll_notes', AUDIT),
  'team/abstimmungen#correctPollNoteAction': row(OFFICE, 'poll_notes', 'corrections', AUDIT),
  'team/abstimmungen#correctStopAction': row(OFFICE, 'polls', 'corrections', AUDIT),
  'team/abstimmungen#archivePollAction': row(OFFICE, 'polls', AUDIT),
  'team/abstimmungen#unarchivePollAction': row(OFFICE, 'polls', AUDIT),
  'team/abstimmungen#setForumRightAction': row(OFFICE, 'users', 'outgoing_mails', AUDIT),
  'team/abstimmungen#discardPollDraftAction': row(OFFICE, 'polls', 'poll_options', AUDIT),
  // Counting: nobody of these sees what somebody else counted; the race is in the commands' tests.
  'abstimmungen/auszaehlung/[number]#enterCountAction': row(COUNTERS, 'count_sheets', AUDIT),
  'abstimmungen/auszaehlung/[number]#confirmSurplusAction': row(COUNTERS, 'count_sheets', AUDIT),
  'abstimmungen/auszaehlung/[number]#restartCountAction': row(OFFICE, 'count_sheets', AUDIT),
  'abstimmungen/auszaehlung/[number]#countAgainAction': row(OFFICE, 'polls', AUDIT),
  'team/abstimmungen/[number]/veroeffentlichen#publishResultAction': row(OFFICE, 'polls', AUDIT),
  'team/abstimmungen#cancelPollAction': row(OFFICE, 'poll_stops', 'outgoing_mails', AUDIT),
  'team/abstimmungen#agreeToStopAction': row(
    COUNTERS,
    ...['poll_stops', 'polls', AUDIT],
    // Who was reminded hears of it, in the background.
    ...['outgoing_mails', 'call_list_items'],
  ),
  'team/abstimmungen#dropStopAction': row(COUNTERS, 'poll_stops', AUDIT),
  'abstimmungen/pruefen/[number]#agreeForForumAction': row(
    COUNTERS,
    ...['poll_stops', 'polls', AUDIT],
    // Who was reminded hears of it, in the background.
    ...['outgoing_mails', 'call_list_items'],
  ),
  'abstimmungen/pruefen/[number]#dropForForumAction': row(COUNTERS, 'poll_stops', AUDIT),
  // There is always somebody else here who could agree.
  'team/abstimmungen#stopAloneAction': row(NOBODY),
  'team/abstimmungen/[number]/urne#startKioskAction': row(OFFICE, 'user_sessions', AUDIT),
  'team/abstimmungen/[number]/telefon#phoneCardAction': row(OFFICE),
  'team/abstimmungen/[number]/telefon#phoneDistrictAction': row(OFFICE),
  'team/abstimmungen/[number]/telefon#phoneBallotAction': row(
    OFFICE,
    'roll_entries',
    'ballots',
    'ballot_receipts',
    'access_cards',
    'users',
  ),
};
