import { wednesday } from '../../days';
import { empty, signUpFields } from '../../guards/form-fields';
import { type InputTable, slugOfHome } from '../../guards/making';
import type { Field } from '../../guards/server-actions';

const sessionFields = (number: number, slug: string): Field[] => [
  ['session', String(number)],
  ['version', '1'],
  ['title', 'Sitzung der Wachen'],
  ['date', wednesday(19)],
  ['start', '17:00'],
  ['end', '19:00'],
  ['place', 'Stadtteilbüro'],
  ...['fallbackPlace', 'access', 'childCare', 'liftService', 'translation'].map(empty),
  ...['moderator', 'minutesBy', 'capacity', 'deadline', 'note'].map(empty),
  ['districts', slug],
];

export const INPUTS: InputTable = {
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
    ['version', '1'],
    ['persons', '2'],
    ['needsNote', ''],
  ],
  'forum/anmeldung/[code]#cancelRegistrationAction': async ({ things }) => [
    ['code', (await things.registration(await things.session('INVITED'))).code],
  ],
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
  'team/forum/[number]/anmeldungen#correctPersonAction': async ({ things }) => {
    const session = await things.session('INVITED');
    return [
      ['session', String(session.number)],
      ['number', String((await things.registration(session)).number)],
      ['seen', '1'],
      ['name', 'Renate'],
      ['contactKind', 'NUMBER'],
    ];
  },
  'team/forum/[number]/anmeldungen#erasePersonAction': async ({ things }) => {
    const session = await things.session('INVITED');
    return [
      ['session', String(session.number)],
      ['number', String((await things.registration(session)).number)],
      ['seen', '1'],
      ['sure', 'yes'],
    ];
  },
  'team/forum/[number]/anmeldungen#cancelForSomebodyAction': async ({ things }) => {
    const session = await things.session('INVITED');
    return [
      ['session', String(session.number)],
      ['number', String((await things.registration(session)).number)],
    ];
  },
  'team/forum/[number]/bearbeiten#updateSessionAction': async (given) =>
    sessionFields((await given.things.session('PLANNED')).number, await slugOfHome(given.house)),
  'team/forum/neu#createSessionAction': async (given) =>
    sessionFields(0, await slugOfHome(given.house)),
  'team/forum/[number]/ergebnis#setTurnoutAction': async ({ things }) => [
    ['session', String((await things.session('HELD', -48)).number)],
    ['version', '1'],
    ['attended', '12'],
    ['votingResidents', '8'],
  ],
  'team/forum/[number]/ergebnis#addDecisionAction': async ({ things }) => [
    ['session', String((await things.session('HELD', -48)).number)],
    ['version', '1'],
    ['agendaNo', '1'],
    ['text', 'Die Bank wird empfohlen.'],
    ['yes', '8'],
    ['no', '1'],
    ['abstain', '0'],
    ['result', 'adopted'],
  ],
  'team/forum/[number]/ergebnis#correctDecisionAction': async ({ things }) => {
    const session = await things.session('HELD', -48);
    return [
      ['session', String(session.number)],
      ['id', await things.decision(session)],
      ['version', '1'],
      ['agendaNo', '1'],
      ['text', 'Die Bank an der Treppe wird empfohlen.'],
      ['reason', 'Es war falsch abgetippt.'],
    ];
  },
  'team/forum/[number]/ergebnis#correctTurnoutAction': async ({ things }) => {
    const { id, number } = await things.minutes('CONFIRMED');
    return [
      ...([
        ['session', String(number)],
        ['id', id],
        ['version', '1'],
      ] satisfies Field[]),
      ...([
        ['attended', '18'],
        ['votingResidents', ''],
      ] satisfies Field[]),
      ['reason', 'Es war falsch abgetippt.'],
    ];
  },
  'team/forum/[number]/ergebnis#correctTaskAction': async ({ things }) => {
    const session = await things.session('HELD', -48);
    return [
      ['session', String(session.number)],
      ['id', await things.task(session)],
      ['version', '1'],
      ['task', 'Beim Bauhof anrufen'],
      ['assignee', 'Stadtteilbüro'],
      ['dueOn', ''],
      ['reason', 'Es war falsch abgetippt.'],
    ];
  },
  'team/forum/[number]/ergebnis#addTaskAction': async ({ things }) => [
    ['session', String((await things.session('HELD', -48)).number)],
    ['task', 'Beim Bauhof nachfragen'],
    ['assignee', 'Stadtteilbüro'],
    ['dueOn', ''],
  ],
  'team/forum/[number]/ergebnis#setTaskDoneAction': async ({ things }) => {
    const session = await things.session('HELD', -48);
    return [
      ['session', String(session.number)],
      ['id', await things.task(session)],
      ['version', '1'],
      ['done', 'on'],
    ];
  },
  'team/forum/[number]/ergebnis#dropTaskAction': async ({ things }) => {
    const session = await things.session('HELD', -48);
    return [
      ['session', String(session.number)],
      ['id', await things.task(session)],
      ['version', '1'],
      ['reason', 'Die Stadt baut dort nicht mehr.'],
    ];
  },
  'team/forum/[number]/protokoll#saveMinutesAction': async ({ things }) => {
    const { number, item } = await things.minutes('DRAFT');
    return [
      ['session', String(number)],
      ['version', '1'],
      ['step', 'handOver'],
      ['attended', '12'],
      [`record-${item}`, 'Wir haben über den Weg geredet.'],
    ];
  },
  'team/forum/[number]/protokoll#addToMinutesAction': async ({ things }) => [
    ['session', String((await things.minutes('CONFIRMED')).number)],
    ['version', '1'],
    ['title', 'Licht am Weg'],
    ['record', 'Wir haben über das Licht geredet.'],
    ['proposals', String((await things.proposal('PUBLISHED')).number)],
    ['reason', 'Es kam aus dem Saal.'],
  ],
  'team/forum/[number]/protokoll#correctAdditionAction': async ({ things }) => {
    const session = await things.minutes('CONFIRMED');
    return [
      ['session', String(session.number)],
      ['id', await things.addition(session)],
      ['version', '1'],
      ['title', 'Licht am Weg'],
      ['record', 'Wir haben lange über das Licht geredet.'],
      ['proposals', String((await things.proposal('PUBLISHED')).number)],
      ['why', 'Es kam aus dem Saal.'],
      ['reason', 'Es war falsch abgetippt.'],
    ];
  },
  'team/forum/[number]/protokoll#takeBackMinutesAction': async ({ things }) => [
    ['session', String((await things.minutes('SUBMITTED')).number)],
    ['version', '1'],
  ],
  'konto/forum#confirmMinutesAction': async ({ things }) => [
    ['session', String((await things.minutes('SUBMITTED')).number)],
    ['version', '1'],
  ],
  'konto/forum#returnMinutesAction': async ({ things }) => [
    ['session', String((await things.minutes('SUBMITTED')).number)],
    ['version', '1'],
    ['note', 'Punkt 1 war anders.'],
  ],
  'konto/forum#setModerationAction': async ({ things }) => [
    ['session', String((await things.session('PLANNED')).number)],
    ['step', 'take'],
    ['named', 'yes'],
  ],
  'konto/forum#setAgendaItemAction': async ({ things }) => [
    ['session', String((await things.session('PLANNED')).number)],
    ['version', '0'],
    ['item', ''],
    ['title', 'Begrüßung'],
    ['kind', 'formal'],
    ['minutes', '10'],
    ['presenter', ''],
    ['note', ''],
  ],
  'konto/forum#orderAgendaItemAction': async ({ things }) => {
    const session = await things.session('PLANNED');
    await things.agendaItem(session, 1);
    return [
      ['session', String(session.number)],
      ['item', await things.agendaItem(session, 2)],
      ['version', '1'],
      ['move', 'up'],
    ];
  },
  'team/forum/[number]/tagesordnung#saveAgendaItemAction': async ({ things }) => [
    ['session', String((await things.session('PLANNED')).number)],
    ['version', '0'],
    ['item', ''],
    ['title', 'Begrüßung'],
    ['kind', 'formal'],
    ['minutes', '10'],
    ['presenter', ''],
    ['note', ''],
  ],
  'team/forum/[number]/tagesordnung#moveAgendaItemAction': async ({ things }) => {
    const session = await things.session('PLANNED');
    await things.agendaItem(session, 1);
    return [
      ['session', String(session.number)],
      ['item', await things.agendaItem(session, 2)],
      ['version', '1'],
      ['move', 'up'],
    ];
  },
};
