import type { InputTable, Made } from '../../guards/making';
import type { Field } from '../../guards/server-actions';

/** Somebody else asked, whoever tries this agrees or not. */
async function settling(things: Made): Promise<Field[]> {
  const { number, stop } = await things.stop();
  return [
    ['number', String(number)],
    ['stop', stop],
  ];
}

/** What is taken away from a poll everybody knows. */
export const STOP_INPUTS: InputTable = {
  'team/abstimmungen#agreeToStopAction': ({ things }) => settling(things),
  'team/abstimmungen#dropStopAction': ({ things }) => settling(things),
  'team/abstimmungen#stopAloneAction': ({ things }) => settling(things),
  'abstimmungen/pruefen/[number]#agreeForForumAction': ({ things }) => settling(things),
  'abstimmungen/pruefen/[number]#dropForForumAction': ({ things }) => settling(things),
  'team/abstimmungen#cancelPollAction': async ({ things }) => [
    ['number', String((await things.poll('SCHEDULED')).number)],
    ['reason', 'Die Frage hat sich erledigt.'],
  ],
  'team/abstimmungen#withdrawOptionAction': async ({ things }) => {
    // Of two answers none can go, of two projects one.
    const { number, option } = await things.poll('SCHEDULED', {
      method: 'BUDGET',
      budget_cents: 1,
    });
    return [
      ['number', String(number)],
      ['option', option],
      ['why', 'Die Fläche gehört jemand anderem.'],
    ];
  },
};
