import { WEEK_LATER } from '../days';
import { addLogo, PICTURE } from './addresses';
import {
  empty,
  entryFields,
  pollFields,
  requestFields,
  sessionFields,
  signUpFields,
} from './form-fields';
import type { Input } from './inputs-public';
import type { Field } from './server-actions';
import { newCode, type Things } from './things';

async function approval(things: Things): Promise<Field[]> {
  const { number } = await things.poll('DRAFT', { ready_at: new Date() });
  const parts = ['question', 'options', 'who', 'times'];
  return [
    ['number', String(number)],
    ['version', '0'],
    ...parts.map((part) => ['checked', part] as const),
  ];
}

async function sendingBack(things: Things): Promise<Field[]> {
  const { number } = await things.poll('DRAFT', { ready_at: new Date() });
  return [
    ['number', String(number)],
    ['note', 'Die Kosten fehlen.'],
  ];
}

const settings: Record<string, Field[]> = {
  office: [
    ['officeName', 'Büro der Wachen'],
    ['forumName', 'Stadtteilforum'],
    ['townName', 'Schneeberg'],
    ['carrierName', 'Träger'],
    ['carrierAddress', ''],
    ['representedBy', ''],
    ['street', 'Keilbergring 12'],
    ['postalCode', '08289'],
    ['phone', '030 23125-100'],
    ['email', 'buero@office.example'],
  ],
  legal: ['privacyContact', 'supervisoryBody', 'privacyExtra', 'accessibilityExtra']
    .map(empty)
    .concat([empty('easyLanguageExtra'), ['imprintExtra', 'Ein Satz']]),
};

const slugOf = `SELECT slug FROM districts WHERE id = $1`;
type Given = Parameters<Input>[0];
/** The settings are one row for all: whoever came before has changed it. */
const settingsSeen = async ({ house }: Pick<Given, 'house'>): Promise<Field> => [
  'version',
  String(await house.one('SELECT version FROM office_settings')),
];
const slug = ({ house }: Given) => house.one(slugOf, [house.homes.districts[0]]);

/** What the office and the partners press. */
export const OFFICE_INPUTS = {
  'partner/termin#addEntryAction': async (given) => entryFields(await slug(given)),
  'partner/termin#changeEntryAction': async (given) => [
    ['id', await given.things.entry(given.house.homes.partners[0])],
    ['sequence', '0'],
    ...entryFields(await slug(given)),
  ],
  'partner/termin#changeDateAction': async ({ house, things }) => [
    ['area', 'partner'],
    ['id', await things.entry(house.homes.partners[0], { rrule: 'FREQ=WEEKLY;BYDAY=WE' })],
    ['date', WEEK_LATER],
    ['change', 'cancelled'],
    ['note', ''],
  ],
  'partner/termin#cancelEntryAction': async ({ house, things }) => [
    ['area', 'partner'],
    ['id', await things.entry(house.homes.partners[0])],
    ['note', 'Fällt aus'],
  ],
  'partner/termin#reviveEntryAction': async ({ house, things }) => [
    ['area', 'partner'],
    ['id', await things.entry(house.homes.partners[0], { status: 'CANCELLED' })],
  ],
  'abstimmungen/auszaehlung/[number]#enterCountAction': async ({ things }) => [
    ['poll', String((await things.countedPoll('CLOSED')).number)],
    ['channel', 'PAPER'],
    ['votes-1', '2'],
    ['spoiled', '1'],
  ],
  'abstimmungen/auszaehlung/[number]#confirmSurplusAction': async ({ things, person }) => [
    ['poll', String((await things.surplus(person.id || null)).number)],
    ['channel', 'PAPER'],
    ['remark', 'Die Wachen haben alle Zettel zweimal angesehen.'],
  ],
  'abstimmungen/auszaehlung/[number]#restartCountAction': async ({ things }) => [
    ['poll', String((await things.surplus(null)).number)],
    ['channel', 'PAPER'],
  ],
  // Without any vote everything fits together.
  'abstimmungen/auszaehlung/[number]#countAgainAction': async ({ things }) => [
    ['poll', String((await things.countedPoll('CLOSED', ['WEB'])).number)],
  ],
  'team/abstimmungen/[number]/veroeffentlichen#publishResultAction': async ({ things }) => [
    ['number', String((await things.countedPoll('COUNTED')).number)],
  ],
  'team/abstimmungen#savePollDraftAction': () => pollFields,
  'team/abstimmungen#giveToCheckAction': async ({ things }) => [
    ['number', String((await things.poll('DRAFT')).number)],
  ],
  'team/abstimmungen#approvePollAction': ({ things }) => approval(things),
  'team/abstimmungen#scheduleAloneAction': ({ things }) => approval(things),
  'team/abstimmungen#returnDraftAction': ({ things }) => sendingBack(things),
  'abstimmungen/pruefen/[number]#approveForForumAction': ({ things }) => approval(things),
  'abstimmungen/pruefen/[number]#returnForForumAction': ({ things }) => sendingBack(things),
  'team/abstimmungen#startTrialAction': async ({ things }) => [
    ['number', String((await things.poll('DRAFT')).number)],
  ],
  'team/abstimmungen#fillTrialAction': async ({ things }) => [
    ['number', String((await things.trial()).number)],
    ['ballots', '3'],
  ],
  'team/abstimmungen#trialBallotAction': async ({ things }) => [
    ['poll', String((await things.trial()).number)],
    ['step', 'cast'],
    ['choices', 'abstain'],
    ['age', 'yes'],
  ],
  'team/abstimmungen#endTrialAction': async ({ things }) => [
    ['number', String((await things.trial()).number)],
  ],
  'team/abstimmungen#discardTrialAction': async ({ things }) => [
    ['number', String((await things.trial()).number)],
  ],
  'team/abstimmungen#withdrawOptionAction': async ({ things }) => {
    // Of two answers none can go, of two projects one.
    const { number, option } = await things.poll('SCHEDULED', {
      method: 'BUDGET',
      budget_cents: 1,
    });
    return [
      ['number', String(number)],
      ['option', option],
      ['why', 'Die Fläche gehört jemand anderem.'],
    ];
  },
  'team/abstimmungen#publishNoteAction': async ({ things }) => [
    ['number', String((await things.poll('PUBLISHED')).number)],
    ['text', 'Ein Umschlag wurde übersehen.'],
  ],
  'team/abstimmungen#archivePollAction': async ({ things }) => [
    ['number', String((await things.poll('PUBLISHED')).number)],
  ],
  'team/abstimmungen#setForumRightAction': async ({ house }) => [
    ['who', (await house.person('resident')).email],
    ['right', 'give'],
  ],
  'team/abstimmungen#discardPollDraftAction': async ({ things }) => [
    ['number', String((await things.poll('DRAFT')).number)],
  ],
  'team/abstimmungen#cancelPollAction': async ({ things }) => [
    ['number', String((await things.poll('SCHEDULED')).number)],
    ['reason', 'Die Frage hat sich erledigt.'],
  ],
  'team/anfragen/[number]#decideRequestAction': async ({ things }) => [
    ['number', String((await things.request('RECEIVED')).number)],
    ['step', 'clarify'],
    ['seen', '1'],
    ['note', 'Für wie viele Personen?'],
  ],
  'team/anfragen/neu#enterRequestAction': ({ things }) => [
    ...requestFields(things.district),
    ['channel', 'PHONE'],
  ],
  'team/anrufe#noteCallAction': async ({ things }) => [['id', await things.call()]],
  'team/anrufe#putCallBackAction': async ({ things }) => [
    ['id', await things.call({ done_at: new Date() })],
  ],
  'team/anrufe#describeCallAction': async ({ things }) => [
    ['id', await things.call({ done_at: new Date() })],
    ['note', 'Tochter richtet es aus'],
  ],
  'team/anrufe#failedMailAction': async ({ things }) => [
    ['id', await things.failedMail()],
    ['way', 'drop'],
  ],
  'team/einstellungen#saveOfficeAction': async (given: Pick<Given, 'house'>) => [
    await settingsSeen(given),
    ...(settings.office ?? []).slice(1),
    ['officeName', `Büro ${newCode()}`],
  ],
  'team/einstellungen#saveHoursAction': async (given) => [
    await settingsSeen(given),
    ...[1, 2, 3, 4, 5, 6, 7].map((day): Field => [`day${day}`, day === 3 ? '9:00-11:00' : '']),
  ],
  'team/einstellungen#saveReportingAction': async (given) => [
    await settingsSeen(given),
    ['reportingName', 'Mängelmelder'],
    ['reportingUrl', ''],
    ['reportingPhone', ''],
  ],
  'team/einstellungen#savePromisesAction': async (given) => [
    await settingsSeen(given),
    ['promiseWorkdays', '6'],
    ['supportWorkdays', '6'],
    ['holidayRegion', 'SN'],
  ],
  'team/einstellungen#saveLegalTextsAction': async (given) => [
    await settingsSeen(given),
    ...(settings.legal ?? []),
  ],
  'team/einstellungen#saveDistrictAction': () => [
    ['version', '0'],
    ['id', ''],
    ['name', `Viertel ${newCode()}`],
    ['description', ''],
    ['places', 'Am Brunnen'],
    ['position', '9'],
    ['active', 'on'],
  ],
  'team/einstellungen#saveCategoryAction': () => [
    ['version', '0'],
    ['id', ''],
    ['label', `Thema ${newCode()}`],
    ['labelEn', ''],
    ['labelEasy', ''],
    ['position', '9'],
    ['active', 'on'],
  ],
  'team/einstellungen#addFunderAction': () => [
    ['name', 'Eine Stiftung'],
    ['url', ''],
    ['logo', new File([PICTURE], 'logo.png', { type: 'image/png' })],
  ],
  'team/einstellungen#removeFunderAction': async ({ house }) => [['id', (await addLogo(house)).id]],
  'team/forum/[number]#takeStepAction': async ({ things }) => [
    ['session', String((await things.session('PLANNED')).number)],
    ['version', '1'],
    ['step', 'invite'],
  ],
  'team/forum/[number]#undoStepAction': async ({ things }) => [
    [
      'session',
      String(
        (await things.session('INVITED', 240, { step_from: 'PLANNED', step_at: new Date() }))
          .number,
      ),
    ],
    ['version', '1'],
  ],
  'team/forum/[number]#callOffAction': async ({ things }) => [
    ['session', String((await things.session('INVITED')).number)],
    ['version', '1'],
    ['step', 'cancel'],
    ['reason', 'Der Saal ist gesperrt.'],
  ],
  'team/forum/[number]/anmeldungen#enterRegistrationAction': async ({ things }) => [
    ['session', String((await things.session('INVITED')).number)],
    ...signUpFields,
    ['channel', 'PHONE'],
  ],
  'team/forum/[number]/anmeldungen#cancelForSomebodyAction': async ({ things }) => {
    const session = await things.session('INVITED');
    return [
      ['session', String(session.number)],
      ['number', String((await things.registration(session)).number)],
    ];
  },
  'team/forum/[number]/bearbeiten#updateSessionAction': async (given) =>
    sessionFields((await given.things.session('PLANNED')).number, await slug(given)),
  'team/forum/neu#createSessionAction': async (given) => sessionFields(0, await slug(given)),
} as const satisfies Record<string, Input>;
