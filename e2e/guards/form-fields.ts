import { BEGIN, WEEK_LATER, wednesday } from '../days';
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

export const sessionFields = (number: number, slug: string): Field[] => [
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

/** The same form with other answers. */
export const replaced = (fields: readonly Field[], changes: Record<string, string>): Field[] => [
  ...fields.filter(([name]) => !(name in changes)),
  ...Object.entries(changes),
];

export function empty(name: string): Field {
  return [name, ''];
}

export const entryFields = (slug: string): Field[] => [
  ['title', 'Treffen der Wachen'],
  ['kind', 'MEETING'],
  ['districts', slug],
  ['place', 'Stadtteilbüro'],
  ['date', BEGIN],
  ['startTime', '10:00'],
  ['endTime', '11:30'],
  ['repeat', 'once'],
  ['until', ''],
];

export const pollFields: Field[] = [
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
