import { dateAsSaid, entryAsSaid } from '../../../lib/calendar/dates/rules';
import { BEGIN, WEEK_LATER } from '../../days';
import { type InputTable, slugOfHome } from '../../guards/making';
import type { Field } from '../../guards/server-actions';

const entryFields = (slug: string): Field[] => [
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

const WEEKLY = 'FREQ=WEEKLY;BYDAY=WE';
/** What the page says of the guards' entry. */
const said = (rrule: string, cancelled = false) => ({
  ...{ cancelled, rrule, note: '' },
  ...{ localStart: `${BEGIN}T10:00`, localEnd: `${BEGIN}T11:00` },
});

/** Partners and the office have an action of their own each around the same command. */
const entry = {
  added: async (given) => entryFields(await slugOfHome(given.house)),
  changed: async (given) => [
    ['id', await given.things.entry(given.house.homes.partners[0])],
    ['sequence', '0'],
    ...entryFields(await slugOfHome(given.house)),
  ],
  withoutOneDate: async ({ house, things }) => [
    ['id', await things.entry(house.homes.partners[0], { rrule: WEEKLY })],
    ['date', WEEK_LATER],
    ['seen', dateAsSaid(said(WEEKLY), undefined)],
    ['change', 'cancelled'],
    ['note', ''],
  ],
  cancelled: async ({ house, things }) => [
    ['id', await things.entry(house.homes.partners[0])],
    ['seen', entryAsSaid(said(''))],
    ['note', 'Fällt aus'],
  ],
  revived: async ({ house, things }) => [
    ['id', await things.entry(house.homes.partners[0], { status: 'CANCELLED' })],
    ['seen', entryAsSaid(said('', true))],
  ],
} as const satisfies InputTable;

export const INPUTS: InputTable = {
  'partner/termin#addEntryAction': entry.added,
  'partner/termin#changeEntryAction': entry.changed,
  'partner/termin#changeDateAction': entry.withoutOneDate,
  'partner/termin#cancelEntryAction': entry.cancelled,
  'partner/termin#reviveEntryAction': entry.revived,
  'team/kalender#addEntryAction': entry.added,
  'team/kalender#changeEntryAction': entry.changed,
  'team/kalender#changeDateAction': entry.withoutOneDate,
  'team/kalender#cancelEntryAction': entry.cancelled,
  'team/kalender#reviveEntryAction': entry.revived,
};
