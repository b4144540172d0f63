const SOMEBODY = `'00000000-0000-4000-8000-000000000001'::uuid`;
const SLOT = `'00000000-0000-4000-8000-000000000002'::uuid`;

const ANOTHER_SLOT = `'00000000-0000-4000-8000-000000000003'::uuid`;

/** An appointment that ends so long from now, and who has it. */
const slot = (/** @type {string} */ ends, id = SLOT) =>
  `INSERT INTO counselling.slots (id, counsellor_id, local_date, local_start, time_zone, starts_at, ends_at, kind, place, step_free, languages)
   VALUES (${id}, ${SOMEBODY}, '2026-01-01', '10:00', 'UTC', database_clock() + interval '${ends}' - interval '1 hour',
     database_clock() + interval '${ends}', 'PERSONAL', 'x', true, '{}'); `;
const booking = (/** @type {string} */ ends) =>
  `${slot(ends)}INSERT INTO counselling.bookings (slot_id, counsellor_id, name, phone, via, number, code_hash)
   VALUES (${SLOT}, ${SOMEBODY}, 'Kranich', '030 23125', 'WEB', 100001, 'try'); `;
const becomes = (/** @type {string} */ state) =>
  `UPDATE counselling.bookings SET state = '${state}'; `;
const SAID = `SELECT coalesce(name, '-') || coalesce(phone, '-') || to_call FROM counselling.bookings`;
const left = (/** @type {string} */ ends) =>
  `${booking(ends)}SELECT * FROM counselling.purge(); SELECT count(*) FROM counselling.slots`;
/** Whoever counsels there, and nobody or somebody else who does. */
const counsels = (/** @type {string} */ others) =>
  `DELETE FROM role_grants WHERE role = 'COUNSELLOR';
   INSERT INTO users (id) VALUES (${SOMEBODY}); INSERT INTO role_grants (id, user_id, role) VALUES (gen_random_uuid(), ${SOMEBODY}, 'COUNSELLOR'); ${others}`;
const ANOTHER = `INSERT INTO users (id) VALUES (${SLOT}); INSERT INTO role_grants (id, user_id, role) VALUES (gen_random_uuid(), ${SLOT}, 'COUNSELLOR'); `;
const LEAVES = `DELETE FROM role_grants WHERE user_id = ${SOMEBODY}; `;
const NOBODY_RINGS = 'somebody has to ring who has an appointment';
const THAT_WAY = 'a booking does not go that way';

/** Who may see them, `wall.test.ts` tries. @type {readonly import('../testing/guard-tries').Try[]} */
const TRIES = [
  [booking('2 hours') + becomes('HELD'), THAT_WAY],
  [booking('2 hours') + becomes('NO_SHOW'), THAT_WAY],
  [booking('2 hours') + becomes('CANCELLED_BY_OFFICE') + becomes('BOOKED'), THAT_WAY],
  [
    // Another time instead of the one that is off: the words stay, and nobody rings.
    `${booking('2 hours')}${becomes('CANCELLED_BY_OFFICE')}${slot('3 hours', ANOTHER_SLOT)}
     UPDATE counselling.bookings SET state = 'BOOKED', slot_id = ${ANOTHER_SLOT}; ${SAID}`,
    'Kranich030 23125false',
  ],
  [
    `${booking('2 hours')}${becomes('CANCELLED_BY_OFFICE')}UPDATE counselling.bookings SET to_call = false;
     ${slot('3 hours', ANOTHER_SLOT)}UPDATE counselling.bookings SET state = 'BOOKED', slot_id = ${ANOTHER_SLOT}`,
    THAT_WAY,
  ],
  [booking('-1 hour') + becomes('HELD') + becomes('NO_SHOW') + SAID, 'Kranich030 23125false'],
  [booking('2 hours') + becomes('CANCELLED_BY_OFFICE') + SAID, 'Kranich030 23125true'],
  [booking('2 hours') + becomes('CANCELLED_BY_VISITOR') + SAID, '--false'],
  [
    `INSERT INTO counselling.hours (counsellor_id, weekday, starts, ends, minutes, kind, place, languages, time_zone, from_day)
     VALUES (${SOMEBODY}, 1, '09:00', '10:00', 30, 'PERSONAL', 'x', ARRAY['de'], 'nowhere', '2026-01-01')`,
    'hours follow a clock of the world',
  ],
  [
    // More than an entry may be long are several that do not meet.
    `INSERT INTO counselling.days_off (counsellor_id, from_day, until_day) VALUES (${SOMEBODY}, '2026-01-01', '2026-12-31');
     SELECT counselling.call_off(${SOMEBODY}, '2026-12-01', '2027-12-31', false, false);
     SELECT string_agg(from_day || ' ' || until_day, ', ' ORDER BY from_day) FROM counselling.days_off`,
    '2026-01-01 2027-01-02, 2027-01-03 2027-12-31',
  ],
  [
    `SELECT counselling.call_off(${SOMEBODY}, '2026-01-01', '2027-12-31', false, false)`,
    'nobody is away for so many days',
  ],
  [
    `SELECT counselling.call_off(${SOMEBODY}, 'infinity', 'infinity', false, false)`,
    'cannot subtract infinite dates',
  ],
  [counsels('') + booking('2 hours') + LEAVES, NOBODY_RINGS],
  [`${counsels('')}${booking('2 hours')}DELETE FROM users WHERE id = ${SOMEBODY}`, NOBODY_RINGS],
  [counsels('') + booking('2 hours') + becomes('CANCELLED_BY_OFFICE') + LEAVES, NOBODY_RINGS],
  [`${counsels('')}${booking('-1 hour')}${LEAVES}SELECT state FROM counselling.bookings`, 'BOOKED'],
  [counsels(ANOTHER) + booking('2 hours') + LEAVES + SAID, 'Kranich030 23125true'],
  [`SELECT counselling.opened(99999, '{}'); SELECT count(*) FROM counselling.tries`, '0'],
  [
    `INSERT INTO counselling.walk_ins (day, number) VALUES ('2026-01-01', 201)`,
    'new row for relation "walk_ins" violates check constraint "walk_ins_of_a_day"',
  ],
  [left('-8 days'), '0'],
  [left('-6 days'), '1'],
];

const shared = (/** @type {string} */ of) =>
  `SELECT pg_advisory_xact_lock(hashtextextended('counselling.${of}', 0))`;

/** What somebody holds, and what waits for it. @type {readonly import('../testing/guard-locks').Lock[]} */
const LOCKS = [
  [shared('slots'), `SELECT counselling.fill_slots('2026-01-01', ARRAY[]::date[])`],
  [shared('slots'), `SELECT counselling.take_off('2026-01-01', '2026-01-01', false)`],
  [shared('slots'), `SELECT counselling.close_hours(${SOMEBODY})`],
  [shared('slots'), `SELECT counselling.withdraw_slot(${SLOT}, true)`],
  [shared('slots'), 'SELECT * FROM counselling.purge()'],
  [shared('slots'), `SELECT counselling_may_be_left(${SOMEBODY})`],
  [shared('walk_ins'), `SELECT counselling.draw_number(1)`],
  [shared('walk_ins'), `SELECT draw_counselling_number(${SOMEBODY}, 1)`],
];

/** @type {import('../tooling/tried.mjs').TriedOf} */
export const tried = {
  '18-counselling-wall': {},
  '19-appointments': { tries: TRIES, locks: LOCKS },
};
