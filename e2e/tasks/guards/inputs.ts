import { inDays } from '../../days';
import type { InputTable } from '../../guards/making';
import type { Field } from '../../guards/server-actions';

const task: Field[] = [
  ['text', 'Schlüssel der Wachen holen'],
  ['assigneeId', ''],
  ['assigneeName', 'Bauhof'],
  ['dueOn', inDays(5)],
];

const someoneOfOffice =
  "SELECT user_id AS id FROM role_grants WHERE role = 'COORDINATOR' ORDER BY granted_at, id LIMIT 1";

/** Nobody is away twice on a day, and this is tried often. */
let days = 30;
const nextDay = () => {
  days += 1;
  return inDays(days);
};

export const INPUTS: InputTable = {
  'team/aufgaben#addTaskAction': () => [...task, ['thingKind', ''], ['thingId', '']],
  'team/aufgaben#changeTaskAction': async ({ things }) => [
    ['id', await things.officeTask()],
    ['version', '0'],
    ...task,
  ],
  'team/aufgaben#moveTaskAction': async ({ things }) => [
    ['id', await things.officeTask()],
    ['version', '0'],
    ['step', 'finish'],
  ],
  'team/aufgaben#dropTaskAction': async ({ things }) => [
    ['id', await things.officeTask()],
    ['version', '0'],
    ['reason', 'Braucht niemand mehr'],
  ],
  'team/aufgaben#giveKeptAction': async ({ house, things }) => [
    ['id', await things.task(await things.session('HELD', -48))],
    ['version', '0'],
    ['assigneeId', await house.one<string>(someoneOfOffice)],
  ],
  'team/aufgaben#chooseViewAction': () => [
    ['mine', 'yes'],
    ['kind', ''],
  ],
  'sozialberatung/aufgaben#addOwnTaskAction': () => [
    ['text', 'Merkblatt nachdrucken'],
    ['dueOn', inDays(5)],
  ],
  'sozialberatung/aufgaben#changeOwnTaskAction': async ({ things, person }) => [
    ['id', await things.ownTask(person.id)],
    ['version', '0'],
    ['text', 'Merkblatt nachdrucken'],
    ['dueOn', ''],
  ],
  'sozialberatung/aufgaben#moveOwnTaskAction': async ({ things, person }) => [
    ['id', await things.ownTask(person.id)],
    ['version', '0'],
    ['step', 'finish'],
  ],
  'sozialberatung/aufgaben#dropOwnTaskAction': async ({ things, person }) => [
    ['id', await things.ownTask(person.id)],
    ['version', '0'],
    ['reason', 'Braucht niemand mehr'],
  ],
  // Whoever has the office's pages, too, finds theirs there.
  'sozialberatung/aufgaben#moveGivenTaskAction': async ({ things, person }) => [
    ['id', await things.officeTask({ assignee_id: person.id || null })],
    ['version', '0'],
    ['step', 'finish'],
  ],
  'sozialberatung/aufgaben#dropGivenTaskAction': async ({ things, person }) => [
    ['id', await things.officeTask({ assignee_id: person.id || null })],
    ['version', '0'],
    ['reason', 'Braucht niemand mehr'],
  ],
  'sozialberatung/aufgaben/vertretung#addOwnAbsenceAction': () => {
    const day = nextDay();
    return [
      ['deputyId', ''],
      ['from', day],
      ['until', day],
    ];
  },
  'sozialberatung/aufgaben/vertretung#endOwnAbsenceAction': async ({ house, things, person }) => [
    ['id', await things.ownAbsence(person.id || (await house.one(someoneOfOffice)), nextDay())],
  ],
  'team/aufgaben/vertretung#addAbsenceAction': async ({ house }) => {
    const day = nextDay();
    return [
      ['userId', await house.one<string>(someoneOfOffice)],
      ['deputyId', ''],
      ['from', day],
      ['until', day],
    ];
  },
  'team/aufgaben/vertretung#endAbsenceAction': async ({ house, things }) => [
    ['id', await things.absence(await house.one<string>(someoneOfOffice), nextDay())],
  ],
};
