import { randomUUID } from 'node:crypto';
import { BEGIN, inDays } from '../../days';
import type { InputTable } from '../../guards/making';
import type { Field } from '../../guards/server-actions';

const round = (district: string, walker: string): Field[] => [
  ['districtId', district],
  ['setting', 'STAND'],
  ['place', 'Stand der Wachen'],
  ['date', BEGIN],
  ['from', '10:00'],
  ['until', '12:00'],
  ['walkers', walker],
  ['materials', ''],
  ['stops', '13:00–14:00 Kiosk der Wachen'],
];

const contact = (id: string, district: string): Field[] => [
  ['id', id],
  ['day', inDays(-1)],
  ['districtId', district],
  ['setting', 'STAND'],
  ['place', 'Stand der Wachen'],
  ['note', ''],
];

const firstOfOffice =
  "SELECT user_id AS id FROM role_grants WHERE role = 'COORDINATOR' ORDER BY granted_at, id LIMIT 1";

export const INPUTS: InputTable = {
  'team/rundgang#planRoundsAction': async ({ house }) => [
    ...round(house.homes.districts[0], await house.one<string>(firstOfOffice)),
    ['announced', 'yes'],
    ['weeklyUntil', ''],
  ],
  'team/rundgang#changeRoundAction': async ({ house, things }) => [
    ['id', await things.round()],
    ['version', '0'],
    ...round(house.homes.districts[0], await house.one<string>(firstOfOffice)),
  ],
  'team/rundgang#cancelRoundAction': async ({ things }) => [
    ['id', await things.round()],
    ['version', '0'],
    ['reason', 'Sturmwarnung'],
  ],
  'team/rundgang#closeRoundAction': async ({ things }) => [
    ['id', await things.pastRound()],
    ['version', '0'],
    ['learnt', ''],
  ],
  'team/rundgang#reopenRoundAction': async ({ things }) => [
    ['id', await things.pastRound({ state: 'DONE' })],
    ['version', '0'],
  ],
  'team/rundgang/eintragen#recordContactAction': ({ house }) => [
    ...contact(randomUUID(), house.homes.districts[0]),
    ['tapped', '2'],
    ['tappedFirst', 'all'],
    ['age', 'ageTo64'],
  ],
  'team/rundgang/eintragen#takeBackContactAction': async ({ things }) => [
    ['id', await things.contact()],
    ['version', '0'],
  ],
  'team/rundgang/kontakte/[id]#changeContactAction': async ({ house, things }) => [
    ...contact(await things.contact(), house.homes.districts[0]),
    ['version', '0'],
    ['contacts', '4'],
  ],
  'team/rundgang/kontakte/[id]#deleteContactAction': async ({ things }) => [
    ['id', await things.contact()],
    ['version', '0'],
  ],
  'team/rundgang/kontakte/[id]/vorschlag#proposeContactAction': async ({ things }) => [
    ['noted', await things.contact()],
    ['notedVersion', '0'],
    ['title', 'Bank'],
    ['body', ''],
    ['districtId', things.district],
    ['place', ''],
    ['channel', 'OUTREACH'],
    ['nameChoice', 'NEIGHBOUR'],
    ['name', ''],
    ['contact', ''],
  ],
  'team/rundgang/rueckruf#promiseCallBackAction': () => [
    ['person', 'Jana Wache'],
    ['phone', '030 23125-177'],
    ['about', 'Bank am Weg'],
    ['agreed', 'yes'],
  ],
};
