import type { Act, Acts } from '@/lib/cases/types';

const own = (state: string) => `appointments.own.state.${state}`;
const desk = (state: string) => `appointments-desk.state.${state}`;

/** Takes an appointment that is still to come. */
const take = (state: string, more = 'NULL') =>
  `INSERT INTO counselling.bookings (slot_id, counsellor_id, state, name, via, number, code_hash)
   SELECT id, counsellor_id, '${state}', ${more}, 'WEB', 123456, gen_random_uuid()::text
   FROM (SELECT * FROM counselling.slots WHERE starts_at > now() ORDER BY starts_at LIMIT 1) AS s`;

const slot = 'SELECT FROM counselling.slots s WHERE s.id = t.slot_id';
const alone = `NOT EXISTS (SELECT FROM counselling.bookings o WHERE o.slot_id = t.slot_id AND o.id <> t.id
  AND o.state <> 'CANCELLED_BY_VISITOR')`;

const begun = (state: string): Act => ({
  of: [own(state), desk(state)],
  said: `counselling.bookings t WHERE t.state = '${state}'`,
  proof: `EXISTS (${slot} AND s.starts_at <= now())`,
  lie: `${take('BOOKED')}; UPDATE counselling.bookings SET state = '${state}'`,
  refusedBy: 'a booking does not go that way',
});

export const appointmentsActs: Acts = {
  acts: [
    {
      of: [own('BOOKED'), desk('BOOKED')],
      said: "counselling.bookings t WHERE t.state = 'BOOKED'",
      proof: alone,
      lie: `${take('BOOKED')}; ${take('BOOKED')}`,
      refusedBy: 'one_booking_for_a_slot',
    },
    {
      of: [own('CANCELLED_BY_OFFICE'), desk('CANCELLED_BY_OFFICE'), 'appointments.own.offText'],
      said: "counselling.bookings t WHERE t.state = 'CANCELLED_BY_OFFICE'",
      // Nobody else gets what we called off.
      proof: alone,
      lie: `${take('CANCELLED_BY_OFFICE')}; ${take('BOOKED')}`,
      refusedBy: 'one_booking_for_a_slot',
    },
    {
      of: [
        ...[own('CANCELLED_BY_VISITOR'), desk('CANCELLED_BY_VISITOR')],
        'appointments.own.cancelledText',
      ],
      said: "counselling.bookings t WHERE t.state = 'CANCELLED_BY_VISITOR'",
      proof: 'num_nonnulls(t.name, t.phone, t.language) = 0',
      lie: take('CANCELLED_BY_VISITOR', "'Frau Vogel'"),
      refusedBy: 'who_cancelled_is_forgotten',
    },
    begun('HELD'),
    begun('NO_SHOW'),
  ],
  noAct: {
    'appointments-desk.topic.NONE': 'what can be chosen',
    'appointments-desk.band.NONE': 'what can be chosen',
  },
};
