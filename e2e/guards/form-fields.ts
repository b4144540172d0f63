import type { Field } from './server-actions';

/** Forms filled in the way a person would, as far as several guards need them. */
const contact: Field[] = [
  ['contactKind', 'NUMBER'],
  ['contact', ''],
  ['mail', ''],
  ['phone', ''],
  ['letter', ''],
];

export const signUpFields: Field[] = [
  ['name', 'Wache'],
  ['persons', '1'],
  ['needsNote', ''],
  ...contact.filter(([name]) => name !== 'contact'),
];

export const proposalFields = (district: string): Field[] => [
  ['title', 'Eine Bank an der Haltestelle'],
  ['body', 'Wer auf den Bus wartet, möchte sitzen können, vor allem im Winter.'],
  ['districtId', district],
  ['place', ''],
  ['categoryId', ''],
  ['nameChoice', 'NEIGHBOUR'],
  ['name', ''],
  ['contactKind', 'NUMBER'],
  ['contact', ''],
];

export const requestFields = (district: string): Field[] => [
  ['kinds', 'ROOM'],
  ['title', 'Ein Raum für die Nähgruppe'],
  ['body', 'Wir sind sechs Frauen und suchen einen Raum mit Strom.'],
  ['wantedFor', ''],
  ['amount', ''],
  ['districtId', district],
  ['asker', 'PERSON'],
  ['groupName', ''],
  ['name', 'Wache'],
  ...contact.filter(([name]) => name !== 'contact'),
];

/** The same form with other answers. */
export const replaced = (fields: readonly Field[], changes: Record<string, string>): Field[] => [
  ...fields.filter(([name]) => !(name in changes)),
  ...Object.entries(changes),
];

export function empty(name: string): Field {
  return [name, ''];
}
