/** What the program may do with tables of its own, see `lib/tooling/granted.mjs`: none of these is its. @type {import('../tooling/granted.mjs').Tables} */
export const tables = {};

/**
 * What goes over the program's own connection: saying which key the browser of a counsellor holds, calling off days of
 * somebody who cannot say so, drawing a number of open hours, asking before whoever counsels goes whether they may and how many they leave behind, and
 * deleting what is due.
 */
export const functions = [
  'open_counselling_desk(uuid, text)',
  'call_off_counselling(uuid, uuid, date, date, boolean)',
  'draw_counselling_number(uuid, integer)',
  'counselling_may_be_left(uuid)',
  'counselling_left_behind(uuid)',
  'forget_counselling()',
];

/** What the counselling's role may do in the schema of that name. @type {import('../tooling/granted.mjs').Walled} */
export const walled = {
  schema: 'counselling',
  tables: {
    hours: {
      insert: [
        ...['counsellor_id', 'weekday', 'starts', 'ends', 'minutes', 'kind', 'place', 'step_free'],
        ...['languages', 'time_zone', 'from_day', 'until_day'],
      ],
    },
    days_off: { delete: true },
    slots: {},
    bookings: {
      select: [
        ...['id', 'slot_id', 'counsellor_id', 'state', 'name', 'phone', 'language', 'step_free'],
        ...['via', 'to_call'],
      ],
      update: ['state'],
    },
    tallies: {
      insert: ['counsellor_id', 'month', 'topic', 'band', 'first_contact', 'talks'],
      update: ['talks'],
      delete: true,
    },
  },
  functions: [
    'is_up()',
    'me()',
    'fill_slots(date, date[])',
    'stands(uuid)',
    'free_appointments()',
    'slot_of(uuid)',
    'open_hours(date, date[])',
    'weekly_hours(date)',
    'book(uuid, text, text, text, boolean, text, integer, text, uuid)',
    'appointment_of(integer, text[])',
    'is_closed(integer)',
    'give_back(integer, text[], uuid)',
    'move(integer, text[], uuid, uuid)',
    'take_off(date, date, boolean)',
    'close_hours(uuid)',
    'withdraw_slot(uuid, boolean)',
    'left_to_ring()',
    'told(uuid, uuid)',
    'talks_by_month()',
    'talks_of_quarter(date, date)',
    'draw_number(integer)',
    'call_number(date, integer, text)',
    'call_again(date, integer, text)',
    'numbers_of(date)',
  ],
};

/** What of that runs with the rights of the owner, and what only it calls. */
export const innerFunctions = [
  ...walled.functions,
  'all_counted(date, date)',
  'booking_goes_its_way()',
  'call_off(uuid, date, date, boolean, boolean)',
  'call_off_left()',
  'counsellor_leaves()',
  'drop_free(uuid, uuid, date, date)',
  'hand_out(integer)',
  'hours_have_a_clock()',
  'is_holiday(date, text)',
  'is_off(uuid, date)',
  'is_offered(uuid, text)',
  'misfit(uuid, text, text, boolean)',
  'not_as_seen(uuid, uuid)',
  'notice_of(text, text)',
  'open_today()',
  'opened(integer, text[])',
  'others_counsel(uuid)',
  'purge()',
  'still_counsels(uuid)',
  'waiting_for(uuid)',
  'works_in(uuid, text)',
].map((name) => `${walled.schema}.${name.replaceAll(', ', ',')}`);
