import { BEGIN, WEEK_LATER } from '../../days';
import type { House } from '../../guards/house';
import type { Person } from '../../guards/identities';
import type { Given, InputTable, Made } from '../../guards/making';
import { press } from '../../guards/sending';
import type { Field } from '../../guards/server-actions';
import { STOP_INPUTS } from './stop-inputs';

const pollFields: Field[] = [
  ['number', ''],
  ['proposal', ''],
  ['method', 'ONE'],
  ['question', 'Wohin mit der Bank?'],
  ['description', ''],
  ['easyText', ''],
  ['options', 'Vor das Haus\nHinter das Haus'],
  ['channels', 'WEB'],
  ['quorum', '0'],
  ['district', ''],
  ['minAge', '14'],
  ['decidedBy', 'Stadtteilbüro'],
  ['opensDate', BEGIN],
  ['opensTime', '10:00'],
  ['closesDate', WEEK_LATER],
  ['closesTime', '10:00'],
];

async function approval(things: Made): Promise<Field[]> {
  const { number } = await things.poll('DRAFT', { ready_at: new Date() });
  const parts = ['question', 'options', 'who', 'times'];
  return [
    ['number', String(number)],
    ['version', '0'],
    ...parts.map((part) => ['checked', part] as const),
  ];
}

async function sendingBack(things: Made): Promise<Field[]> {
  const { number } = await things.poll('DRAFT', { ready_at: new Date() });
  return [
    ['number', String(number)],
    ['version', '0'],
    ['note', 'Die Kosten fehlen.'],
  ];
}

const AGED: Field = ['age', 'on'];

/** Where an action led, as whoever may would have got there; nothing for everybody else. */
async function ledTo(
  { house, person }: Given,
  action: string,
  fields: readonly Field[],
): Promise<string> {
  return (await press(house, person.visitor, action, fields)).to;
}

/** A caller's card is accepted: the poll, and the ticket of their ballot. */
async function callBegun(given: Given) {
  const poll = await given.things.openPoll();
  const { code } = await given.things.card();
  const fields: Field[] = [
    ['poll', String(poll.number)],
    ['code', code],
    ['agreed', 'on'],
  ];
  const path = await ledTo(given, 'team/abstimmungen/[number]/telefon#phoneCardAction', fields);
  return { poll, fields, ticket: /\/zettel\/([^/?]+)/.exec(path)?.[1] ?? '' };
}

async function paperFields({ things }: Given): Promise<Field[]> {
  return [
    ['poll', String((await things.openPoll()).number)],
    ['who', (await things.card()).number],
    ['district', ''],
    AGED,
  ];
}

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

export const INPUTS: InputTable = {
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
  'konto/erinnerungen#saveReminderWishAction': () => [['wanted', 'yes']],
  'abstimmungen/erinnerungen/[key]#stopRemindersAction': async ({ house, things, person }) => {
    const reminded = person.id || (await house.person('resident')).id;
    await house.one('UPDATE users SET poll_reminders = true WHERE id = $1', [reminded]);
    return [['key', things.reminderKey(reminded)]];
  },
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
  'abstimmungen/auszaehlung/[number]#restartCountAction': async ({ things }) => {
    const { number, sheets } = await things.surplus(null);
    return [
      ['poll', String(number)],
      ['channel', 'PAPER'],
      ['seen', sheets],
    ];
  },
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
  ...STOP_INPUTS,
  'team/abstimmungen#publishNoteAction': async ({ things }) => [
    ['number', String((await things.poll('PUBLISHED')).number)],
    ['text', 'Ein Umschlag wurde übersehen.'],
  ],
  'team/abstimmungen#correctPollNoteAction': async ({ things }) => {
    const { number, note } = await things.notedPoll();
    return [
      ...([
        ['number', String(number)],
        ['id', note],
        ['version', '1'],
      ] satisfies Field[]),
      ['text', 'Zwei Zahlen waren vertauscht.'],
      ['reason', 'Es war falsch abgetippt.'],
    ];
  },
  'team/abstimmungen#correctStopAction': async ({ things }) => [
    ...([
      ['number', String((await things.calledOff()).number)],
      ['version', '0'],
    ] satisfies Field[]),
    ['text', 'Die Frage war missverständlich.'],
    ['reason', 'Es war falsch abgetippt.'],
  ],
  'team/abstimmungen#archivePollAction': async ({ things }) => [
    ['number', String((await things.poll('PUBLISHED')).number)],
  ],
  'team/abstimmungen#unarchivePollAction': async ({ things }) => {
    const archived = { state: 'ARCHIVED', archived_at: new Date() };
    return [['number', String((await things.poll('PUBLISHED', archived)).number)]];
  },
  'team/abstimmungen#setForumRightAction': async ({ house }) => [
    ['who', (await house.person('resident')).email],
    ['right', 'give'],
  ],
  'team/abstimmungen#discardPollDraftAction': async ({ things }) => [
    ['number', String((await things.poll('DRAFT')).number)],
  ],
  'abstimmungen/urne#kioskCardAction': async ({ things }) => [['code', (await things.card()).code]],
  'abstimmungen/urne#kioskDistrictAction': async ({ house, things }) => [
    ['poll', String((await things.openPoll()).number)],
    ['ticket', 'alt'],
    ['district', house.homes.districts[0]],
  ],
  'abstimmungen/urne#kioskBallotAction': async ({ things }) => {
    const { number, option } = await things.openPoll();
    return [
      ['poll', String(number)],
      ['step', 'cast'],
      ['ticket', 'alt'],
      ['choices', option],
      AGED,
    ];
  },
  'abstimmungen/urne#endKioskAction': () => [['endCode', '4711']],
  'abstimmungen/papier/[number]#givePaperAction': paperFields,
  'abstimmungen/papier/[number]#takeBackPaperAction': async (given) => {
    const fields = await paperFields(given);
    const path = await ledTo(given, 'abstimmungen/papier/[number]#givePaperAction', fields);
    return [
      ...fields.filter(([name]) => name === 'poll'),
      ['paper', new URLSearchParams(path.split('?')[1]).get('given') ?? ''],
    ];
  },
  'team/abstimmungen/[number]/urne#startKioskAction': async ({ things }) => [
    ['poll', String((await things.openPoll()).number)],
    ['endCode', '4711'],
  ],
  'team/abstimmungen/[number]/telefon#phoneCardAction': async (given) =>
    (await callBegun(given)).fields,
  'team/abstimmungen/[number]/telefon#phoneDistrictAction': async (given) => {
    const { poll, ticket } = await callBegun(given);
    return [
      ['poll', String(poll.number)],
      ['ticket', ticket],
      ['district', given.house.homes.districts[0]],
    ];
  },
  'team/abstimmungen/[number]/telefon#phoneBallotAction': async (given) => {
    const { poll, ticket } = await callBegun(given);
    return [
      ['poll', String(poll.number)],
      ['step', 'cast'],
      ['ticket', ticket],
      ['choices', poll.option],
      AGED,
    ];
  },
};
