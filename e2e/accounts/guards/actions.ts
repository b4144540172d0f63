import {
  type ActionTable,
  ADMIN,
  AUDIT,
  EVERYBODY,
  NOBODY,
  OFFICE,
  row,
  SIGNED_IN,
  STAFF,
} from '../../guards/who-may';

const SIGN_IN = ['user_sessions', 'users', AUDIT];

export const ACTIONS: ActionTable = {
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
  'team/karten#makeBatchAction': row(OFFICE, 'access_card_batches', 'access_cards', AUDIT),
  'team/karten#finishPrintingAction': row(OFFICE, 'access_card_batches', AUDIT),
  'team/karten#voidBatchAction': row(OFFICE, 'access_card_batches', AUDIT),
  'team/karten#voidCardAction': row(OFFICE, 'access_cards', AUDIT),
  'team/personen#findPersonAction': row(ADMIN, AUDIT),
  'team/personen#setRolesAction': row(
    ADMIN,
    'role_grants',
    'users',
    'user_sessions',
    'outgoing_mails',
    AUDIT,
  ),
  'team/personen#resetSecondFactorAction': row(
    ADMIN,
    'users',
    'user_sessions',
    'outgoing_mails',
    AUDIT,
  ),
  'team/personen#inviteAction': row(ADMIN, 'invitations', 'outgoing_mails', AUDIT),
  'team/personen#revokeInvitationAction': row(ADMIN, 'invitations', AUDIT),
};
