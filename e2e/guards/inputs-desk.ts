import { wednesday } from '../days';
import type { Input } from './inputs-public';
import type { Field } from './server-actions';
import { newCode } from './things';

const PROFILE: readonly Field[] = [
  ['roleInQuarter', 'Passt im Stadtteil auf.'],
  ['responsibilities', 'Aufpassen'],
  ['offers', ''],
  ['contactRole', ''],
  ['phone', ''],
  ['email', ''],
  ['openingHours', ''],
  ['accessibility', ''],
  ['languages', ''],
];

const partnerFields = (): Field[] => [
  ...PROFILE,
  ['name', `Wachverein ${newCode()}`],
  ['kind', 'ASSOCIATION'],
  ['contactPerson', ''],
  ['agreedResponseDays', ''],
];

const groupFields = (): Field[] => [
  ['name', `Wachgruppe ${newCode()}`],
  ['about', 'Passt im Stadtteil auf.'],
  ['district', ''],
  ['members', ''],
  ['activeSince', ''],
  ['contactPerson', ''],
];

const SIGNATURES: readonly Field[] = [
  ['signatures', '12'],
  ['collectedOn', wednesday(-4)],
  ['place', 'Bäckerei am Markt'],
];

/** Forum, cards, people and proposals: what the office presses on the pages of one thing. */
export const DESK_INPUTS = {
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
      ['done', 'on'],
    ];
  },
  'team/forum/[number]/protokoll#saveMinutesAction': async ({ things }) => {
    const { number, item } = await things.minutes('DRAFT');
    return [
      ['session', String(number)],
      ['version', '1'],
      [`record-${item}`, 'Wir haben über den Weg geredet.'],
    ];
  },
  'team/forum/[number]/protokoll#submitMinutesAction': async ({ things }) => [
    ['session', String((await things.minutes('DRAFT')).number)],
    ['version', '1'],
    ['attended', '12'],
  ],
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
  'team/ideenkarte#enterIdeaCardAction': ({ things }) => [
    ['title', 'Bank'],
    ['body', ''],
    ['districtId', things.district],
    ['place', ''],
    ['channel', 'POSTCARD'],
    ['nameChoice', 'NEIGHBOUR'],
    ['name', ''],
    ['contact', ''],
  ],
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
  'partner/profil#changeOwnProfileAction': async ({ house, person }) => [
    [
      'version',
      String(
        (await house.one<number | null>(
          'SELECT version FROM partners WHERE id = (SELECT partner_id FROM users WHERE id = $1)',
          [person.id || null],
        )) ?? 0,
      ),
    ],
    ...PROFILE,
  ],
  'team/partner#addPartnerAction': () => partnerFields(),
  'team/partner#changePartnerAction': async ({ things }) => [
    ['id', await things.partner()],
    ['version', '0'],
    ...partnerFields(),
  ],
  'team/partner#movePartnerAction': async ({ things }) => [
    ['id', await things.partner()],
    ['version', '0'],
    ['to', 'DORMANT'],
  ],
  'team/partner#noteContactAction': async ({ things }) => [
    ['id', await things.partner()],
    ['way', 'CALL'],
    ['on', wednesday(-9)],
    ['topic', 'Ein Gespräch'],
    ['nextStep', ''],
  ],
  'team/initiativen#addGroupAction': () => groupFields(),
  'team/initiativen#changeGroupAction': async ({ things }) => [
    ['id', await things.group()],
    ['version', '0'],
    ...groupFields(),
  ],
  'team/initiativen#moveGroupAction': async ({ things }) => [
    ['id', await things.group()],
    ['version', '0'],
    ['to', 'RESTING'],
  ],
  'team/vorschlaege/[number]#enterSignatureListAction': async ({ things }) => [
    ['number', String((await things.proposal('PUBLISHED')).number)],
    ...SIGNATURES,
  ],
  'team/vorschlaege/[number]#correctSignatureListAction': async ({ things }) => {
    const { number, list } = await things.signatureList();
    return [['number', String(number)], ['list', list], ...SIGNATURES];
  },
  'team/vorschlaege/[number]#strikeSignatureListAction': async ({ things }) => {
    const { number, list } = await things.signatureList();
    return [
      ['number', String(number)],
      ['list', list],
    ];
  },
  'team/vorschlaege/[number]#decideProposalAction': async ({ things }) => [
    ['number', String((await things.proposal('SUBMITTED')).number)],
    ['step', 'startReview'],
    ['seen', '1'],
  ],
} as const satisfies Record<string, Input>;
