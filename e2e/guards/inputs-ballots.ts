import type { House } from './house';
import type { Person } from './identities';
import type { Input } from './inputs-public';
import { press } from './sending';
import type { Field } from './server-actions';
import type { Things } from './things';

type Given = { house: House; things: Things; person: Person };

const AGED: Field = ['age', 'on'];

/** Where an action led, as whoever may would have got there; nothing for everybody else. */
async function ledTo(
  { house, person }: Given,
  action: string,
  fields: readonly Field[],
): Promise<string> {
  return (await press(house, person.visitor, action, fields)).to;
}

/** A caller's card is accepted: the poll, and the ticket of their ballot. */
async function callBegun(given: Given) {
  const poll = await given.things.openPoll();
  const { code } = await given.things.card();
  const fields: Field[] = [
    ['poll', String(poll.number)],
    ['code', code],
    ['agreed', 'on'],
  ];
  const path = await ledTo(given, 'team/abstimmungen/[number]/telefon#phoneCardAction', fields);
  return { poll, fields, ticket: /\/zettel\/([^/?]+)/.exec(path)?.[1] ?? '' };
}

async function paperFields({ things }: Given): Promise<Field[]> {
  return [
    ['poll', String((await things.openPoll()).number)],
    ['who', (await things.card()).number],
    ['district', ''],
    AGED,
  ];
}

/** What is pressed where ballots are taken from others: box, telephone, papers. */
export const BALLOT_INPUTS = {
  'abstimmungen/urne#kioskCardAction': async ({ things }) => [['code', (await things.card()).code]],
  'abstimmungen/urne#kioskDistrictAction': async ({ house, things }) => [
    ['poll', String((await things.openPoll()).number)],
    ['ticket', 'alt'],
    ['district', house.homes.districts[0]],
  ],
  'abstimmungen/urne#kioskBallotAction': async ({ things }) => {
    const { number, option } = await things.openPoll();
    return [
      ['poll', String(number)],
      ['step', 'cast'],
      ['ticket', 'alt'],
      ['choices', option],
      AGED,
    ];
  },
  'abstimmungen/urne#endKioskAction': () => [['endCode', '4711']],
  'abstimmungen/papier/[number]#givePaperAction': paperFields,
  'abstimmungen/papier/[number]#takeBackPaperAction': async (given) => {
    const fields = await paperFields(given);
    const path = await ledTo(given, 'abstimmungen/papier/[number]#givePaperAction', fields);
    return [
      ...fields.filter(([name]) => name === 'poll'),
      ['paper', new URLSearchParams(path.split('?')[1]).get('given') ?? ''],
    ];
  },
  'team/abstimmungen/[number]/urne#startKioskAction': async ({ things }) => [
    ['poll', String((await things.openPoll()).number)],
    ['endCode', '4711'],
  ],
  'team/abstimmungen/[number]/telefon#phoneCardAction': async (given) =>
    (await callBegun(given)).fields,
  'team/abstimmungen/[number]/telefon#phoneDistrictAction': async (given) => {
    const { poll, ticket } = await callBegun(given);
    return [
      ['poll', String(poll.number)],
      ['ticket', ticket],
      ['district', given.house.homes.districts[0]],
    ];
  },
  'team/abstimmungen/[number]/telefon#phoneBallotAction': async (given) => {
    const { poll, ticket } = await callBegun(given);
    return [
      ['poll', String(poll.number)],
      ['step', 'cast'],
      ['ticket', ticket],
      ['choices', poll.option],
      AGED,
    ];
  },
} satisfies Record<string, Input>;
