import type { Act, Acts } from '@/lib/cases/types';

const STATES = ['RECEIVED', 'CLARIFYING', 'OFFERED', 'NEEDS_DECISION', 'IN_PROGRESS'].concat([
  'SETTLEMENT_DUE',
  'COMPLETED',
  'DECLINED',
  'WITHDRAWN',
]);
const ENDS = ['DECLINED', 'WITHDRAWN'];

const step = (state: string, more = 'true') =>
  `EXISTS (SELECT FROM support_steps s WHERE s.request_id = t.id AND s."to" = '${state}' AND ${more})`;

const pretend = (state: string) =>
  `DELETE FROM support_steps WHERE "to" = '${state}';
   UPDATE support_requests SET state = '${state}' WHERE id = (SELECT t.id FROM support_requests t
    WHERE t.state NOT IN ('${state}', 'COMPLETED', 'DECLINED', 'CONFIRMED', 'IN_PROGRESS', 'SETTLEMENT_DUE')
      LIMIT 1)`;

const ofState = (state: string): Act => ({
  of: [
    `initiatives.state.${state}`,
    ...(ENDS.includes(state) ? [`initiatives.arcEnd.${state}`] : []),
  ],
  said: `support_requests t WHERE t.state = '${state}'`,
  proof: step(state),
  lie: pretend(state),
});

const decided = "(NOT 'MONEY' = ANY(t.kinds) OR s.session_id IS NOT NULL)";

export const initiativesActs: Acts = {
  acts: [
    ...STATES.map(ofState),
    {
      of: ['initiatives.state.CONFIRMED'],
      said: "support_requests t WHERE t.state = 'CONFIRMED'",
      proof: step('CONFIRMED', decided),
      lie: pretend('CONFIRMED'),
    },
    {
      of: ['initiatives-groups.state.ENDED', 'initiatives-groups.stateText.ENDED'],
      said: "initiatives t WHERE t.state = 'ENDED'",
      proof: "t.contact_person = ''",
      lie: "UPDATE initiatives SET state = 'ENDED', contact_person = 'Frau Vogel'",
    },
  ],
  noAct: {
    ...Object.fromEntries(
      ['FORMING', 'ACTIVE', 'RESTING'].flatMap((state) => [
        [`initiatives-groups.state.${state}`, 'how a group is, not what somebody did'],
        [
          `initiatives-groups.stateText.${state}`,
          'where a group stands, which follows from its state',
        ],
      ]),
    ),
    'initiatives-groups.move.*': 'names what can be pressed',
  },
};
