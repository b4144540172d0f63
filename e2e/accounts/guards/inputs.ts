import { type InputTable, newCode } from '../../guards/making';

export const INPUTS: InputTable = {
  'anmelden#requestCodeAction': () => [
    ['email', `${newCode()}@person.example`],
    ['next', ''],
  ],
  'anmelden#forgetDeviceAction': () => [],
  'anmelden#enterCodeAction': async ({ things }) => {
    const { id, code } = await things.signInCode();
    return [
      ['request', id],
      ['code', code],
    ];
  },
  'anmelden#confirmLinkAction': async ({ things }) => [['token', (await things.signInCode()).link]],
  'anmelden#enterCardAction': async ({ things }) => [['code', (await things.card()).code]],
  'anmelden#acceptInvitationAction': async ({ house, things }) => {
    const token = newCode(48);
    await things.invitation({ token_hash: house.hash('invitation', token), roles: ['ADMIN'] });
    return [
      ['token', token],
      ['email', 'wache@person.example'],
    ];
  },
  'anmelden#demoSignInAction': () => [['as', 'resident']],
  'anmelden/zweiter-schritt#setUpSecondFactorAction': () => [['code', '123456']],
  'anmelden/zweiter-schritt#giveSecondFactorAction': async ({ house, person }) => {
    const code = newCode(10);
    if (person.id) {
      await house.one(
        'INSERT INTO recovery_codes (id, user_id, code_hash) VALUES (gen_random_uuid(), $1, $2)',
        [person.id, house.hash('recovery', `${person.id} ${code}`)],
      );
    }
    return [['code', code]];
  },
  'anmelden/zweiter-schritt#giveDemoSecondFactorAction': () => [],
  '#signOutAction': () => [],
  'konto#signOutAndForgetAction': () => [],
  'konto#signInAnewAction': () => [],
  'konto#disconnectIdentityAction': () => [],
  '#chooseAreaAction': ({ person }) => [
    ['area', person.identity === 'inCounselling' ? 'OFFICE' : 'COUNSELLING'],
  ],
  'konto#endSessionAction': ({ person }) => [['session', person.sessionId]],
  'konto#endAllSessionsAction': () => [],
  'konto#requestAddressAction': () => [['email', 'wache@person.example']],
  'konto#addAddressAction': async ({ things }) => {
    const { id, code } = await things.signInCode();
    return [
      ['request', id],
      ['code', code],
    ];
  },
  'konto#renewRecoveryCodesAction': () => [['code', '123456']],
  'konto#updateProfileAction': ({ house }) => [
    ['displayName', 'Neuer Name'],
    ['district', house.homes.districts[0]],
    ['locale', 'de'],
  ],
  'konto#deleteAccountAction': () => [['sure', 'yes']],
  'team/karten#makeBatchAction': () => [
    ['label', 'Wache'],
    ['sheets', '1'],
  ],
  'team/karten#finishPrintingAction': async ({ things }) => [
    ['batch', (await things.card()).batchId],
  ],
  'team/karten#voidBatchAction': async ({ things }) => [['batch', (await things.card()).batchId]],
  'team/karten#voidCardAction': async ({ things }) => [
    ['card', (await things.card()).number],
    ['ownAddress', 'no'],
  ],
  'team/personen#findPersonAction': async ({ house }) => [
    ['email', (await house.person('resident')).email],
  ],
  'team/personen#setRolesAction': async ({ house }) => [
    ['person', (await house.person('resident')).id],
    ['roles', 'COUNSELLOR'],
    ['partner', ''],
  ],
  'team/personen#resetSecondFactorAction': async ({ house }) => [
    ['person', (await house.person('counsellor')).id],
  ],
  'team/personen#inviteAction': () => [
    ['email', `${newCode()}@person.example`],
    ['roles', 'COUNSELLOR'],
    ['partner', ''],
  ],
  'team/personen#revokeInvitationAction': async ({ things }) => [
    ['invitation', await things.invitation()],
  ],
};
