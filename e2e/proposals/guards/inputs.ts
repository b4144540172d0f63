import { wednesday } from '../../days';
import { proposalFields } from '../../guards/form-fields';
import type { InputTable } from '../../guards/making';
import type { Field } from '../../guards/server-actions';

const SIGNATURES: readonly Field[] = [
  ['signatures', '12'],
  ['collectedOn', wednesday(-4)],
  ['place', 'Bäckerei am Markt'],
];

const REASON: Field = ['reason', 'Es war falsch abgetippt.'];

export const INPUTS: InputTable = {
  'nummer#openDoorAction': async ({ things }) => [
    ['asked', (await things.proposal('SUBMITTED')).code],
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
  'team/vorschlaege/[number]#enterSignatureListAction': async ({ things }) => [
    ['number', String((await things.proposal('PUBLISHED')).number)],
    ...SIGNATURES,
  ],
  'team/vorschlaege/[number]#correctSignatureListAction': async ({ things }) => {
    const { number, list } = await things.signatureList();
    return [['number', String(number)], ['list', list], REASON, ...SIGNATURES];
  },
  'team/vorschlaege/[number]/stellungnahmen#correctStatementAction': async ({ things }) => {
    const { number, answer } = await things.statement();
    return [
      ['number', String(number)],
      ['id', answer],
      ['version', '1'],
      ['result', 'feasible'],
      ['text', 'Die Fläche ist städtisch.'],
      ['plainText', 'Das geht im Frühjahr.'],
      REASON,
    ];
  },
  'team/vorschlaege/[number]/worte#correctStepNoteAction': async ({ things }) => {
    const { number, step } = await things.finished();
    return [
      ['number', String(number)],
      ['id', step],
      ['version', '1'],
      ['note', 'Die Bank steht am Markt.'],
      REASON,
    ];
  },
  'team/vorschlaege/[number]#strikeSignatureListAction': async ({ things }) => {
    const { number, list } = await things.signatureList();
    return [['number', String(number)], ['list', list], REASON];
  },
  'team/vorschlaege/[number]#decideProposalAction': async ({ things }) => [
    ['number', String((await things.proposal('SUBMITTED')).number)],
    ['step', 'startReview'],
    ['seen', '1'],
  ],
  'team/vorschlaege/[number]#correctCardAction': async ({ things }) => [
    ['number', String((await things.proposal('PUBLISHED', { on_behalf: true })).number)],
    ['version', '1'],
    ['title', 'Eine Bank am Hang'],
    ['body', ''],
    ['place', ''],
    REASON,
  ],
  'team/vorschlaege/[number]#correctPersonAction': async ({ things }) => [
    ['number', String((await things.proposal('PUBLISHED')).number)],
    ['seen', '1'],
    ['nameChoice', 'FIRST_NAME'],
    ['name', 'Renate'],
    ['contact', ''],
  ],
  'team/vorschlaege/[number]#erasePersonAction': async ({ things }) => [
    ['number', String((await things.proposal('PUBLISHED')).number)],
    ['seen', '1'],
    ['sure', 'yes'],
  ],
};
