import { IDENTITIES, type Identity } from './identities';

/**
 * The reviewed table of all server actions: who may, and what is written then. Whoever is not named
 * changes nothing. An action of the build without a row here makes the guards red.
 */
export interface ActionRow {
  may: readonly Identity[];
  /** Tables the action may change; the first one is what it is for. Empty: it only looks something up. */
  touches: readonly string[];
  /** Where those who may not are led, when it is neither a refusal nor signing in. */
  othersGoTo?: string;
}

const EVERYBODY = IDENTITIES;
const SIGNED_IN = IDENTITIES.filter((identity) => identity !== 'guest');
const STAFF: Identity[] = [
  'halfway',
  'counsellor',
  'coordinator',
  'admin',
  'inOffice',
  'inCounselling',
];
const OFFICE: Identity[] = ['coordinator', 'admin', 'inOffice'];
const COUNTERS: Identity[] = [...OFFICE, 'representative'];
const ADMIN: Identity[] = ['admin'];
const REPRESENTATIVE_OR_OFFICE: Identity[] = ['representative', ...OFFICE];
const NOBODY: Identity[] = [];

const row = (may: readonly Identity[], ...touches: string[]): ActionRow => ({ may, touches });

const AUDIT = 'audit_entries';
const SIGN_IN = ['user_sessions', 'users', AUDIT];

export const ACTIONS: Record<string, ActionRow> = {
  // With a code or a receipt anybody; what a wrong one opens is in crossing.spec.ts.
  'abstimmungen/quittung#lookUpReceiptAction': row(EVERYBODY),
  'abstimmungen/erinnerungen/[key]#stopRemindersAction': row(EVERYBODY, 'users'),
  'forum/abmelden#findRegistrationAction': row(EVERYBODY),
  'forum/anmelden/[number]#signUpAction': row(EVERYBODY, 'registrations', AUDIT),
  'forum/anmeldung/[code]#changeRegistrationAction': row(EVERYBODY, 'registrations', AUDIT),
  'forum/anmeldung/[code]#cancelRegistrationAction': row(EVERYBODY, 'registrations', AUDIT),
  'unterstuetzung/anfragen#requestSupportAction': row(
    EVERYBODY,
    'support_requests',
    'support_steps',
    AUDIT,
  ),
  'unterstuetzung/vorgang/[code]#answerOfficeAction': row(
    EVERYBODY,
    'support_steps',
    'support_requests',
    AUDIT,
  ),
  'unterstuetzung/vorgang/[code]#decideOfferAction': row(
    EVERYBODY,
    'support_steps',
    'support_requests',
    AUDIT,
  ),
  'unterstuetzung/vorgang/[code]/zurueckziehen#withdrawRequestAction': row(
    EVERYBODY,
    'support_steps',
    'support_requests',
    AUDIT,
  ),
  'vorschlaege/neu/idee#submitProposalAction': row(EVERYBODY, 'proposals', 'proposal_steps', AUDIT),
  'vorschlaege/quittung/[code]#answerQuestionAction': row(
    EVERYBODY,
    'proposal_steps',
    'proposals',
    AUDIT,
  ),
  'vorschlaege/quittung/[code]/zurueckziehen#withdrawProposalAction': row(
    EVERYBODY,
    'proposals',
    'proposal_steps',
    AUDIT,
  ),

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
  'vorschlaege/unterstuetzen/[number]#supportProposalAction': row(
    ['resident', 'neighbour', 'representative'],
    'proposal_supports',
  ),

  // Signing in: what opens the door is what is typed, and the demo's door is open in a demo.
  'anmelden#requestCodeAction': row(EVERYBODY, 'sign_in_codes', 'outgoing_mails'),
  'anmelden#forgetDeviceAction': row(EVERYBODY),
  'anmelden#enterCodeAction': row(EVERYBODY, 'sign_in_codes', ...SIGN_IN),
  'anmelden#confirmLinkAction': row(EVERYBODY, 'sign_in_codes', ...SIGN_IN),
  'anmelden#enterCardAction': row(EVERYBODY, 'access_cards', ...SIGN_IN),
  'anmelden#demoSignInAction': row(EVERYBODY, ...SIGN_IN),
  // There is an admin already, so the first admin's link opens nothing.
  'anmelden#acceptInvitationAction': row(NOBODY),
  // Nobody here holds an app whose code would be right.
  'anmelden/zweiter-schritt#setUpSecondFactorAction': row(NOBODY),
  'anmelden/zweiter-schritt#giveSecondFactorAction': row(
    STAFF,
    'recovery_codes',
    'user_sessions',
    AUDIT,
  ),
  'anmelden/zweiter-schritt#giveDemoSecondFactorAction': row(
    STAFF,
    'user_sessions',
    'users',
    AUDIT,
  ),

  // One's own account.
  '#signOutAction': { ...row(SIGNED_IN, 'user_sessions'), othersGoTo: '/' },
  'konto#signOutAndForgetAction': { ...row(SIGNED_IN, 'user_sessions'), othersGoTo: '/' },
  // Only whoever works in both areas has one to choose.
  '#chooseAreaAction': row(['inOffice', 'inCounselling'], 'user_sessions', AUDIT),
  'konto/forum#setAgendaItemAction': row(
    REPRESENTATIVE_OR_OFFICE,
    'agenda_items',
    'forum_sessions',
    AUDIT,
  ),
  'konto/forum#orderAgendaItemAction': row(
    REPRESENTATIVE_OR_OFFICE,
    'agenda_items',
    'forum_sessions',
    AUDIT,
  ),
  'konto/forum#setModerationAction': row(['representative'], 'forum_sessions', AUDIT),
  'konto/forum#confirmMinutesAction': row(['representative'], 'forum_sessions', AUDIT),
  'konto/forum#returnMinutesAction': row(['representative'], 'forum_sessions', AUDIT),
  // It leads to signing in, for whoever is signed in already, too.
  'konto#signInAnewAction': row(SIGNED_IN, 'user_sessions'),
  // Nobody here is connected; whoever is stands in auth.link.test.ts.
  'konto#disconnectIdentityAction': row(NOBODY),
  'konto#endSessionAction': row(SIGNED_IN, 'user_sessions'),
  'konto#endAllSessionsAction': row(SIGNED_IN, 'user_sessions'),
  'konto#updateProfileAction': row(SIGNED_IN, 'users'),
  // Everybody here has an address, and nobody an app; see cards.spec.ts and second-step.spec.ts.
  'konto#requestAddressAction': row(NOBODY),
  'konto#addAddressAction': row(NOBODY),
  'konto#renewRecoveryCodesAction': row(NOBODY),
  // The office only with the second step just given.
  'konto#deleteAccountAction': row(
    SIGNED_IN.filter((identity) => identity !== 'halfway'),
    'users',
    'user_sessions',
    'role_grants',
    AUDIT,
  ),

  // The calendar: the office all entries, a partner its own; the guards' entry is the first partner's.
  'partner/termin#addEntryAction': row(
    ['partner', 'otherPartner', ...OFFICE],
    'calendar_entries',
    'calendar_entry_districts',
    AUDIT,
  ),
  'partner/termin#changeEntryAction': row(
    ['partner', ...OFFICE],
    'calendar_entries',
    'calendar_entry_districts',
    AUDIT,
  ),
  'partner/termin#changeDateAction': row(
    ['partner', ...OFFICE],
    'calendar_exceptions',
    'calendar_entries',
    AUDIT,
  ),
  'partner/termin#cancelEntryAction': row(['partner', ...OFFICE], 'calendar_entries', AUDIT),
  'partner/termin#reviveEntryAction': row(['partner', ...OFFICE], 'calendar_entries', AUDIT),
  'team/kalender#addEntryAction': row(
    OFFICE,
    'calendar_entries',
    'calendar_entry_districts',
    AUDIT,
  ),
  'team/kalender#changeEntryAction': row(
    OFFICE,
    'calendar_entries',
    'calendar_entry_districts',
    AUDIT,
  ),
  'team/kalender#changeDateAction': row(OFFICE, 'calendar_exceptions', 'calendar_entries', AUDIT),
  'team/kalender#cancelEntryAction': row(OFFICE, 'calendar_entries', AUDIT),
  'team/kalender#reviveEntryAction': row(OFFICE, 'calendar_entries', AUDIT),

  // The address book; a partner its own public entry.
  'partner/profil#changeOwnProfileAction': row(['partner', 'otherPartner'], 'partners', AUDIT),
  'team/partner#addPartnerAction': row(OFFICE, 'partners', AUDIT),
  'team/partner#changePartnerAction': row(OFFICE, 'partners', AUDIT),
  'team/partner#movePartnerAction': row(OFFICE, 'partners', AUDIT),
  'team/partner#noteContactAction': row(OFFICE, 'partner_contacts', 'partners', AUDIT),
  'team/initiativen#addGroupAction': row(OFFICE, 'initiatives', AUDIT),
  'team/initiativen#changeGroupAction': row(OFFICE, 'initiatives', AUDIT),
  'team/initiativen#moveGroupAction': row(OFFICE, 'initiatives', AUDIT),

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
  'team/abstimmungen#withdrawOptionAction': row(OFFICE, 'poll_options', 'poll_notes', AUDIT),
  'team/abstimmungen#publishNoteAction': row(OFFICE, 'poll_notes', AUDIT),
  'team/abstimmungen#archivePollAction': row(OFFICE, 'polls', AUDIT),
  'team/abstimmungen#setForumRightAction': row(OFFICE, 'users', AUDIT),
  'team/abstimmungen#discardPollDraftAction': row(OFFICE, 'polls', 'poll_options', AUDIT),
  // Counting: nobody of these sees what somebody else counted; the race is in the commands' tests.
  'abstimmungen/auszaehlung/[number]#enterCountAction': row(COUNTERS, 'count_sheets', AUDIT),
  'abstimmungen/auszaehlung/[number]#confirmSurplusAction': row(COUNTERS, 'count_sheets', AUDIT),
  'abstimmungen/auszaehlung/[number]#restartCountAction': row(OFFICE, 'count_sheets', AUDIT),
  'abstimmungen/auszaehlung/[number]#countAgainAction': row(OFFICE, 'polls', AUDIT),
  'team/abstimmungen/[number]/veroeffentlichen#publishResultAction': row(OFFICE, 'polls', AUDIT),
  'team/abstimmungen#cancelPollAction': row(OFFICE, 'polls', AUDIT),
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
  'team/anfragen/[number]#decideRequestAction': row(
    OFFICE,
    'support_steps',
    'support_requests',
    AUDIT,
  ),
  'team/anfragen/neu#enterRequestAction': row(OFFICE, 'support_requests', 'support_steps', AUDIT),
  'team/anrufe#noteCallAction': row(OFFICE, 'call_list_items', AUDIT),
  'team/anrufe#putCallBackAction': row(OFFICE, 'call_list_items', AUDIT),
  'team/anrufe#describeCallAction': row(OFFICE, 'call_list_items', AUDIT),
  'team/anrufe#failedMailAction': row(OFFICE, 'outgoing_mails', AUDIT),
  'team/forum/[number]#takeStepAction': row(OFFICE, 'forum_sessions', AUDIT),
  'team/forum/[number]#undoStepAction': row(OFFICE, 'forum_sessions', AUDIT),
  'team/forum/[number]#callOffAction': row(OFFICE, 'forum_sessions', AUDIT),
  'team/forum/[number]/anmeldungen#enterRegistrationAction': row(OFFICE, 'registrations', AUDIT),
  'team/forum/[number]/anmeldungen#cancelForSomebodyAction': row(OFFICE, 'registrations', AUDIT),
  'team/forum/[number]/bearbeiten#updateSessionAction': row(
    OFFICE,
    'forum_sessions',
    'forum_session_districts',
    AUDIT,
  ),
  'team/forum/[number]/ergebnis#setTurnoutAction': row(OFFICE, 'forum_sessions', AUDIT),
  'team/forum/[number]/ergebnis#addDecisionAction': row(
    OFFICE,
    'decisions',
    'forum_sessions',
    AUDIT,
  ),
  'team/forum/[number]/ergebnis#addTaskAction': row(OFFICE, 'forum_tasks', AUDIT),
  'team/forum/[number]/ergebnis#setTaskDoneAction': row(OFFICE, 'forum_tasks', AUDIT),
  'team/forum/[number]/protokoll#saveMinutesAction': row(
    OFFICE,
    'agenda_items',
    'forum_sessions',
    AUDIT,
  ),
  'team/forum/[number]/protokoll#submitMinutesAction': row(
    OFFICE,
    'forum_sessions',
    // The representation is told.
    'outgoing_mails',
    AUDIT,
  ),
  'team/forum/[number]/protokoll#takeBackMinutesAction': row(OFFICE, 'forum_sessions', AUDIT),
  'team/forum/[number]/tagesordnung#saveAgendaItemAction': row(
    REPRESENTATIVE_OR_OFFICE,
    'agenda_items',
    'forum_sessions',
    AUDIT,
  ),
  'team/forum/[number]/tagesordnung#moveAgendaItemAction': row(
    REPRESENTATIVE_OR_OFFICE,
    'agenda_items',
    'forum_sessions',
    AUDIT,
  ),
  'team/forum/neu#createSessionAction': row(
    OFFICE,
    'forum_sessions',
    'forum_session_districts',
    'agenda_items',
    AUDIT,
  ),
  'team/ideenkarte#enterIdeaCardAction': row(OFFICE, 'proposals', 'proposal_steps', AUDIT),
  'team/karten#makeBatchAction': row(OFFICE, 'access_card_batches', 'access_cards', AUDIT),
  'team/karten#finishPrintingAction': row(OFFICE, 'access_card_batches', AUDIT),
  'team/karten#voidBatchAction': row(OFFICE, 'access_card_batches', AUDIT),
  'team/karten#voidCardAction': row(OFFICE, 'access_cards', AUDIT),
  'team/vorschlaege/[number]#enterSignatureListAction': row(
    OFFICE,
    'signature_lists',
    'proposals',
    AUDIT,
  ),
  'team/vorschlaege/[number]#correctSignatureListAction': row(
    OFFICE,
    'signature_lists',
    'proposals',
    AUDIT,
  ),
  'team/vorschlaege/[number]#strikeSignatureListAction': row(
    OFFICE,
    'signature_lists',
    'proposals',
    AUDIT,
  ),
  'team/vorschlaege/[number]#decideProposalAction': row(
    OFFICE,
    'proposals',
    'proposal_steps',
    AUDIT,
  ),

  // Settings and rights.
  'team/einstellungen#saveOfficeAction': row(ADMIN, 'office_settings', AUDIT),
  'team/einstellungen#saveHoursAction': row(ADMIN, 'office_settings', AUDIT),
  'team/einstellungen#saveReportingAction': row(ADMIN, 'office_settings', AUDIT),
  'team/einstellungen#savePromisesAction': row(ADMIN, 'office_settings', AUDIT),
  'team/einstellungen#saveLegalTextsAction': row(ADMIN, 'office_settings', AUDIT),
  'team/einstellungen#saveDistrictAction': row(ADMIN, 'districts', 'places', AUDIT),
  'team/einstellungen#saveCategoryAction': row(ADMIN, 'categories', AUDIT),
  'team/einstellungen#addFunderAction': row(ADMIN, 'office_settings', AUDIT),
  'team/einstellungen#removeFunderAction': row(ADMIN, 'office_settings', AUDIT),
  'team/personen#findPersonAction': row(ADMIN, AUDIT),
  'team/personen#setRolesAction': row(ADMIN, 'role_grants', 'users', 'user_sessions', AUDIT),
  'team/personen#resetSecondFactorAction': row(ADMIN, 'users', 'user_sessions', AUDIT),
  'team/personen#inviteAction': row(ADMIN, 'invitations', 'outgoing_mails', AUDIT),
  'team/personen#revokeInvitationAction': row(ADMIN, 'invitations', AUDIT),
};
