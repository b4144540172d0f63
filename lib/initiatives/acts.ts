import type { Act, Acts } from '@/lib/cases/types';

const STATES = ['RECEIVED', 'CLARIFYING', 'OFFERED', 'NEEDS_DECISION', 'IN_PROGRESS'].concat([
  'SETTLEMENT_DUE',
  'COMPLETED',
  'DECLINED',
  'WITHDRAWN',
]);
const ENDS = ['DECLINED', 'WITHDRAWN'];

const step = (state: string, more = '') =>
  `EXISTS (SELECT FROM support_steps s WHERE s.request_id = t.id AND s."to" = '${state}'${more && ` AND ${more}`})`;

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

const itemOf = (step: string) =>
  `EXISTS (SELECT FROM agenda_items i WHERE i.id = ${step}.agenda_item_id AND i.session_id = ${step}.session_id)`;
const decided = `(NOT 'MONEY' = ANY(t.kinds) OR ${itemOf('s')})`;

/** A promise after a session, as it would be written down. */
const promise = (state: string) =>
  `INSERT INTO support_steps (id, request_id, "to", at, by, session_id)
   SELECT gen_random_uuid(), r.id, 'CONFIRMED', now(), 'office', f.id FROM support_requests r, forum_sessions f
   WHERE f.ends_at > r.requested_at AND f.state = '${state}' LIMIT 1`;

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
      of: ['initiatives.recommendedBy'],
      said: 'support_steps t WHERE t.agenda_item_id IS NOT NULL',
      proof: itemOf('t'),
      lie: promise('MINUTES_APPROVED'),
      refusedBy: 'it was not on the agenda',
    },
    {
      // Written down before an item was named.
      of: ['initiatives.afterSession'],
      said: 'support_steps t WHERE t.session_id IS NOT NULL AND t.agenda_item_id IS NULL',
      proof: `EXISTS (SELECT FROM forum_sessions f WHERE f.id = t.session_id
        AND f.state IN ('RUNNING', 'HELD', 'MINUTES_DRAFT', 'MINUTES_APPROVED'))`,
      lie: promise('INVITED'),
      refusedBy: 'the Forum has not met',
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
