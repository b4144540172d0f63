import { BEGIN, WEEK_LATER } from '../../days';
import { type InputTable, slugOfHome } from '../../guards/making';
import type { Field } from '../../guards/server-actions';

const entryFields = (slug: string): Field[] => [
  ['area', 'partner'],
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

export const INPUTS: InputTable = {
  'partner/termin#addEntryAction': async (given) => entryFields(await slugOfHome(given.house)),
  'partner/termin#changeEntryAction': async (given) => [
    ['id', await given.things.entry(given.house.homes.partners[0])],
    ['sequence', '0'],
    ...entryFields(await slugOfHome(given.house)),
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
};
