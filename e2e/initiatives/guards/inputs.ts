import { requestFields } from '../../guards/form-fields';
import { type InputTable, newCode } from '../../guards/making';
import type { Field } from '../../guards/server-actions';

const groupFields = (): Field[] => [
  ['name', `Wachgruppe ${newCode()}`],
  ['about', 'Passt im Stadtteil auf.'],
  ['district', ''],
  ['members', ''],
  ['activeSince', ''],
  ['contactPerson', ''],
];

export const INPUTS: InputTable = {
  'unterstuetzung/anfragen#requestSupportAction': ({ things }) => requestFields(things.district),
  'unterstuetzung/vorgang/[code]#answerOfficeAction': async ({ things }) => [
    ['key', (await things.request('CLARIFYING')).code],
    ['seen', '1'],
    ['answer', 'Am liebsten dienstags.'],
  ],
  'unterstuetzung/vorgang/[code]#decideOfferAction': async ({ things }) => [
    ['key', (await things.request('OFFERED')).code],
    ['seen', '1'],
    ['remark', ''],
  ],
  'unterstuetzung/vorgang/[code]/zurueckziehen#withdrawRequestAction': async ({ things }) => [
    ['key', (await things.request('RECEIVED')).code],
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
  'team/anfragen/[number]#correctPersonAction': async ({ things }) => [
    ['number', String((await things.request('RECEIVED')).number)],
    ['seen', '1'],
    ['name', 'Renate'],
    ['groupName', ''],
    ['contactKind', 'NUMBER'],
  ],
  'team/anfragen/[number]#erasePersonAction': async ({ things }) => [
    ['number', String((await things.request('RECEIVED')).number)],
    ['seen', '1'],
    ['sure', 'yes'],
  ],
};
