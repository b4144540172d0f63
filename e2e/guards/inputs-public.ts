import { proposalFields, requestFields, signUpFields } from './form-fields';
import type { House } from './house';
import type { Person } from './identities';
import type { Field } from './server-actions';
import { newCode, type Things } from './things';

/** What stands in an action's form so that whoever may gets it done, made anew for each call. */
export type Input = (given: {
  house: House;
  things: Things;
  person: Person;
}) => Promise<readonly Field[]> | readonly Field[];

const openPoll = async (house: House): Promise<Field[]> => [
  ['poll', '2'],
  ['step', 'cast'],
  ['age', 'on'],
  [
    'choices',
    await house.one("SELECT frozen_rule->'options'->0->>'id' FROM polls WHERE number = 2"),
  ],
];

const withoutDistrict = (house: House, { id, identity }: Person) =>
  identity === 'guest'
    ? Promise.resolve(null)
    : house.one('UPDATE users SET district_id = NULL WHERE id = $1', [id]);

/** What everybody can press, with an account, with a code, or with nothing. */
export const PUBLIC_INPUTS = {
  'abstimmungen/quittung#lookUpReceiptAction': async ({ house }) => [
    ['receipt', await house.one('SELECT receipt FROM ballot_receipts LIMIT 1')],
  ],
  'abstimmungen/stimmzettel/[number]#ballotAction': ({ house }) => openPoll(house),
  'abstimmungen/stimmzettel/[number]#districtAction': async ({ house, person }) => {
    await withoutDistrict(house, person);
    return [
      ['poll', '2'],
      ['district', house.homes.districts[0]],
    ];
  },
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
  'forum/abmelden#findRegistrationAction': async ({ things }) => {
    const { code, number } = await things.registration(await things.session('INVITED'));
    return [
      ['number', String(number)],
      ['code', code],
    ];
  },
  'forum/anmelden/[number]#signUpAction': async ({ things }) => [
    ['session', String((await things.session('INVITED')).number)],
    ...signUpFields,
  ],
  'forum/anmeldung/[code]#changeRegistrationAction': async ({ things }) => [
    ['code', (await things.registration(await things.session('INVITED'))).code],
    ['persons', '2'],
    ['needsNote', ''],
  ],
  'forum/anmeldung/[code]#cancelRegistrationAction': async ({ things }) => [
    ['code', (await things.registration(await things.session('INVITED'))).code],
  ],
  'unterstuetzung/anfragen#requestSupportAction': ({ things }) => requestFields(things.district),
  'unterstuetzung/vorgang/[code]#answerOfficeAction': async ({ things }) => [
    ['key', (await things.request('CLARIFYING')).code],
    ['answer', 'Am liebsten dienstags.'],
  ],
  'unterstuetzung/vorgang/[code]#decideOfferAction': async ({ things }) => [
    ['key', (await things.request('OFFERED')).code],
    ['remark', ''],
  ],
  'unterstuetzung/vorgang/[code]/zurueckziehen#withdrawRequestAction': async ({ things }) => [
    ['key', (await things.request('RECEIVED')).code],
  ],
  'vorschlaege/neu/idee#submitProposalAction': ({ things }) => proposalFields(things.district),
  'vorschlaege/quittung/[code]#answerQuestionAction': async ({ things }) => [
    ['code', (await things.proposal('NEEDS_CLARIFICATION')).code],
    ['answer', 'Vor dem Haus Nummer 12.'],
  ],
  'vorschlaege/quittung/[code]/zurueckziehen#withdrawProposalAction': async ({ things }) => [
    ['code', (await things.proposal('SUBMITTED')).code],
  ],
  'vorschlaege/unterstuetzen/[number]#supportProposalAction': async ({ things }) => [
    ['number', String((await things.proposal('PUBLISHED')).number)],
    ['wanted', 'yes'],
  ],
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
  'konto/erinnerungen#saveReminderWishAction': () => [['wanted', 'yes']],
  'abstimmungen/erinnerungen/[key]#stopRemindersAction': async ({ house, things, person }) => {
    const reminded = person.id || (await house.person('resident')).id;
    await house.one('UPDATE users SET poll_reminders = true WHERE id = $1', [reminded]);
    return [['key', things.reminderKey(reminded)]];
  },
  'konto#updateProfileAction': ({ house }) => [
    ['displayName', 'Neuer Name'],
    ['district', house.homes.districts[0]],
    ['locale', 'de'],
  ],
  'konto#deleteAccountAction': () => [['sure', 'yes']],
} as const satisfies Record<string, Input>;
