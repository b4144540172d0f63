import { inDays } from '../../days';
import type { InputTable } from '../../guards/making';
import type { Field } from '../../guards/server-actions';
import { PDF } from './things';

const meeting = (person: string): Field[] => [
  ['kind', 'TRAINING'],
  ['title', 'Fortbildung der Wachen'],
  ['organizer', 'Servicestelle'],
  ['day', inDays(-3)],
  ['hours', '1,5'],
  ['people', person],
  ['cost', '90'],
];

const someoneOfOffice =
  "SELECT user_id AS id FROM role_grants WHERE role = 'COORDINATOR' ORDER BY granted_at, id LIMIT 1";

/** A peer consultation stands once on a day, and several of the guards' people enter one. */
let day = 3;
const freshDay = () => {
  day += 1;
  return day;
};

export const INPUTS: InputTable = {
  'team/fortbildung#addMeetingAction': async ({ house }) =>
    meeting(await house.one<string>(someoneOfOffice)),
  'sozialberatung/fortbildung#addPeersAction': () => [
    ['day', inDays(-freshDay())],
    ['hours', '1,5'],
  ],
  'sozialberatung/fortbildung#changePeersAction': async ({ things }) => {
    const day = inDays(-freshDay());
    return [
      ['id', await things.peers(day)],
      ['version', '0'],
      ['day', day],
      ['hours', '2'],
    ];
  },
  'team/fortbildung#changeMeetingAction': async ({ house, things }) => [
    ['id', await things.meeting()],
    ['version', '0'],
    ...meeting(await house.one<string>(someoneOfOffice)),
  ],
  'team/fortbildung#moveMeetingAction': async ({ things }) => [
    ['id', await things.meeting()],
    ['version', '0'],
    ['step', 'attend'],
  ],
  'team/fortbildung#keepCertificateAction': async ({ things }) => {
    const { id, person, file } = await things.certified();
    const paper = new File([PDF], 'bescheinigung.pdf', { type: 'application/pdf' });
    return [
      ['id', id],
      ['person', person],
      ['seen', file],
      ['paper', paper],
    ];
  },
  'team/fortbildung#takeCertificateAction': async ({ things }) => {
    const { id, person, file } = await things.certified();
    return [
      ['id', id],
      ['person', person],
      ['seen', file],
    ];
  },
  'team/fortbildung#evaluateMeetingAction': async ({ things }) => [
    ['id', await things.meeting({ state: 'ATTENDED' })],
    ['version', '0'],
    ['topics', 'Einladungen kürzer schreiben'],
    ['publicSummary', 'Kurze Sätze helfen allen.'],
    ['released', 'yes'],
  ],
};
