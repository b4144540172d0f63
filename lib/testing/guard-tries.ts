import { ARCHIVE_TRIES } from './guard-tries-archive';

/**
 * What each guard of `prisma/sql` refuses or sees to, by file: statements as the owner, and what comes of
 * them, which is what a refusal says or the last value. Names in braces are of the scene.
 */
export type Try = readonly [statements: string, outcome: string];

const NO_VOTES = 'this poll takes no votes';
const FROZEN = 'the rule of this poll is frozen';
const IS_OVER = 'this poll is over';
const NOT_FITTING = 'the numbers of this poll do not fit together';
const A_MOMENT = "'2000-01-01'";

const clock = (instant: string) =>
  `UPDATE moved_clock SET instant = date_trunc('second', ${instant}); `;
const clockOf = (poll: string, column: string, more: string) =>
  clock(`(SELECT ${column} FROM polls WHERE id = ${poll}) + interval '${more}'`);
const after = (poll: string) => clockOf(poll, 'closes_at', '1 hour');

/** A row like another one, with some columns other. */
const copy = (table: string, where: string, changes: string) => `
  INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), ${changes}))).*
  FROM ${table} t WHERE ${where} LIMIT 1; `;
const step = (poll: string, state: string, more = '') =>
  `UPDATE polls SET state = '${state}'${more && `, ${more}`} WHERE id = ${poll}`;
/** One asked for something to go, another agreed; without a reason, as in `calledOff`. */
const askedFor = (poll: string, option = 'NULL') => `
  INSERT INTO poll_stops (id, poll_id, option_id, reason, asked_by_id, asked_at)
  VALUES (gen_random_uuid(), ${poll}, ${option}, '', {stranger}, ${A_MOMENT}); `;
const settles = (poll: string, set: string) =>
  `UPDATE poll_stops SET ${set} WHERE poll_id = ${poll} AND settled_at IS NULL; `;
const agreedOn = (poll: string, option?: string) =>
  askedFor(poll, option) + settles(poll, 'agreed = true, settled_by_id = {voter}');
const calledOff = (poll: string, more = '') => agreedOn(poll) + step(poll, 'CANCELLED', more);
const setPoll = (poll: string, set: string) => `UPDATE polls SET ${set} WHERE id = ${poll}`;
const onRoll = (poll: string, user = '{stranger}', way = 'WEB') =>
  `INSERT INTO roll_entries (id, poll_id, user_id, channel)
   VALUES (gen_random_uuid(), ${poll}, ${user}, '${way}'); `;
const paper = (poll: string, choices = '', points = '', unmixed = false) =>
  `INSERT INTO ballots (id, poll_id, choices, points, unmixed)
   VALUES (gen_random_uuid(), ${poll}, ARRAY[${choices}]::uuid[], ARRAY[${points}]::integer[], ${unmixed}); `;
const receipt = (poll: string) =>
  `INSERT INTO ballot_receipts (receipt, poll_id) VALUES ('new', ${poll}); `;
const count = (of: string) => `SELECT count(*)::int FROM ${of}`;
/** How many papers still have their place after the statements. */
const papersLeft = (poll: string, statements: string) =>
  `CREATE TEMP TABLE old ON COMMIT DROP AS SELECT id FROM ballots WHERE poll_id = ${poll};
   ${statements}; ${count(`ballots JOIN old USING (id)`)}`;
const COUNTED = `result = '{}', counted_at = ${A_MOMENT}`;
const closedWeb = (before = '') => `${before}${after('{web}')}${step('{web}', 'CLOSED')}; `;

/** A draft that would be open so long. */
const lasting = (time: string, more = '') =>
  `UPDATE polls SET closes_at = opens_at + interval '${time}'${more && `, ${more}`} WHERE id = {draft}; `;
const schedules = (opens: string, closes: string) => `
  UPDATE polls SET state = 'SCHEDULED', frozen_rule = jsonb_build_object('opensAt', opens_at + interval '${opens}',
    'closesAt', closes_at + interval '${closes}') WHERE id = {draft} RETURNING state::text`;

const POLLS: readonly Try[] = [
  ['DELETE FROM polls WHERE id = {published}', 'a poll that was scheduled stays'],
  [copy('polls', 'id = {open}', `'number', 900001`), 'a poll begins as a draft'],
  [schedules('0', '0'), 'SCHEDULED'],
  [schedules('1 hour', '0'), 'the rule says other times'],
  [schedules('0', '1 hour'), 'the rule says other times'],
  [lasting('29 minutes') + schedules('0', '0'), 'this poll is too short'],
  [lasting('30 minutes') + schedules('0', '0'), 'SCHEDULED'],
  // Hands are raised in one moment; nobody votes in a try-out.
  [
    lasting('1 minute', `channels = ARRAY['HANDS']::"BallotChannel"[]`) + schedules('0', '0'),
    'SCHEDULED',
  ],
  [lasting('1 minute', 'is_test = true') + schedules('0', '0'), 'SCHEDULED'],
  [step('{open}', 'CLOSED'), 'this poll is not over'],
  [after('{open}') + calledOff('{open}'), IS_OVER],
  [calledOff('{trial}'), IS_OVER],
  [step('{waiting}', 'COUNTED', COUNTED), NOT_FITTING],
  [closedWeb(onRoll('{web}') + receipt('{web}')) + step('{web}', 'COUNTED', COUNTED), NOT_FITTING],
  [closedWeb(onRoll('{web}') + paper('{web}')) + step('{web}', 'COUNTED', COUNTED), NOT_FITTING],
  [
    `${clock('now()')}${setPoll('{waiting}', `disputed_at = ${A_MOMENT}`)} RETURNING disputed_at = database_clock()`,
    'true',
  ],
  [setPoll('{open}', 'disputed_at = now()'), FROZEN],
  [setPoll('{published}', 'disputed_at = now()'), FROZEN],
  [setPoll('{waiting}', `disputed_at = now(), question = 'Another?'`), FROZEN],
  [step('{published}', 'SCHEDULED'), 'a poll does not go back'],
  [step('{called}', 'CLOSED'), 'a poll does not go back'],
  [setPoll('{open}', `question = 'Another?'`), FROZEN],
  [setPoll('{published}', `result = '{}'`), FROZEN],
  [setPoll('{open}', 'drafted_by_id = {stranger}'), FROZEN],
  [setPoll('{open}', 'checked_by_id = {stranger}'), FROZEN],
  [setPoll('{open}', 'proposal_id = (SELECT id FROM proposals)'), FROZEN],
  [
    `${after('{web}')}${step('{web}', 'CLOSED', `sealed_at = ${A_MOMENT}`)} RETURNING sealed_at = database_clock()`,
    'true',
  ],
  [
    `${closedWeb()}${step('{web}', 'COUNTED', COUNTED)} RETURNING counted_at = database_clock()`,
    'true',
  ],
  [
    `${clock('now()')}${step('{counted}', 'PUBLISHED', `published_at = ${A_MOMENT}`)}
     RETURNING published_at = database_clock()`,
    'true',
  ],
  ...['{open}', '{waiting}'].map(
    (poll): Try => [
      `${clock('now()')}${calledOff(poll, `cancelled_at = ${A_MOMENT}`)}
       RETURNING cancelled_at = database_clock()`,
      'true',
    ],
  ),
  [papersLeft('{web}', closedWeb()), '0'],
  [`${calledOff('{open}')}; ${count('ballots WHERE poll_id = {open}')}`, '0'],
  [`UPDATE poll_options SET label = 'x' WHERE poll_id = {open}`, FROZEN],
  ['DELETE FROM poll_options WHERE poll_id = {open}', FROZEN],
  [copy('poll_options', 'poll_id = {open}', `'position', 90`), FROZEN],
  ['UPDATE poll_options SET poll_id = {draft}, position = 90 WHERE id = {option}', FROZEN],
  ...['{published}', '{called}'].map(
    (poll): Try => [`UPDATE poll_options SET withdrawn_at = now() WHERE poll_id = ${poll}`, FROZEN],
  ),
];

const strikes = (statement: string): Try => [
  `${statement} SELECT take_back_paper({open}, {onPaper})`,
  'false',
];
const forgets = (interval: string, left: string): Try => [
  `${clockOf('{published}', 'counted_at', interval)} SELECT forget_rolls();
   ${count('roll_entries WHERE poll_id = {published}')}`,
  left,
];

/** Somebody drafted and checked a poll that is over, somebody asked to stop it, and somebody else did not agree. */
const makers = ['polls', 'poll_stops'].map((table) => [
  `ALTER TABLE ${table} DISABLE TRIGGER USER; `,
  `ALTER TABLE ${table} ENABLE TRIGGER USER; `,
]);
const madeBy = `${makers.map(([aside]) => aside).join('')}
  UPDATE polls SET drafted_by_id = {voter}, checked_by_id = {stranger} WHERE id = {counted};
  ${askedFor('{counted}')}${settles('{counted}', `agreed = false, settled_by_id = {voter}, settled_at = now()`)}
  ${makers.map(([, again]) => again).join('')}`;
/** How many of the six are known, two who counted among them. */
const forgetsMakers = (interval: string, left: string): Try => [
  `${madeBy}${clockOf('{counted}', 'counted_at', interval)} SELECT forget_poll_makers();
   SELECT (SELECT num_nonnulls(drafted_by_id, checked_by_id) FROM polls WHERE id = {counted})
     + (SELECT count(entered_by_id) FROM count_sheets WHERE poll_id = {counted})
     + (SELECT sum(num_nonnulls(asked_by_id, settled_by_id)) FROM poll_stops WHERE poll_id = {counted})`,
  left,
];

const ROLL: readonly Try[] = [
  [onRoll('{called}'), NO_VOTES],
  [onRoll('{coming}'), NO_VOTES],
  [after('{open}') + onRoll('{open}'), NO_VOTES],
  [onRoll('{open}', 'NULL'), 'a line of the roll is for somebody'],
  [onRoll('{trial}'), 'a line of the roll is for somebody'],
  [
    'UPDATE roll_entries SET user_id = {stranger} WHERE user_id = {voter}',
    'the roll is not rewritten',
  ],
  [
    `UPDATE roll_entries SET user_id = NULL, channel = 'PHONE' WHERE user_id = {voter}`,
    'the roll is not rewritten',
  ],
  ['DELETE FROM users WHERE id = {voter}', 'somebody voted who shall be deleted'],
  ['SELECT take_back_paper({open}, {onPaper})', 'true'],
  ['SELECT take_back_paper({open}, {voter})', 'false'],
  strikes(after('{open}')),
  strikes(clockOf('{open}', 'opens_at', '-1 hour')),
  strikes(`${calledOff('{open}')};`),
  forgets('29 days', '2'),
  forgets('31 days', '0'),
  forgetsMakers('11 months', '6'),
  forgetsMakers('13 months', '0'),
];

const NOT_OFFERED = 'a ballot holds something this poll does not offer';
const of = (poll: string, ...places: number[]) =>
  places
    .map((place) => `(SELECT id FROM poll_options WHERE poll_id = ${poll} AND position = ${place})`)
    .join();
const STAY = 'nothing is taken out of the ballot box';
const CHANGED = 'mixing the box changed a ballot';

const BOX: readonly Try[] = [
  [paper('{called}'), NO_VOTES],
  [paper('{coming}'), NO_VOTES],
  [after('{open}') + paper('{open}'), NO_VOTES],
  [paper('{published}'), NO_VOTES],
  [closedWeb() + paper('{web}'), NO_VOTES],
  [paper('{waiting}', '', '', true), NO_VOTES],
  [paper('{counted}'), NO_VOTES],
  [paper('{web}', of('{web}', 0, 1)), NOT_OFFERED],
  [paper('{open}', of('{open}', 0, 0)), NOT_OFFERED],
  [paper('{open}', of('{web}', 0)), NOT_OFFERED],
  [paper('{open}', of('{open}', 0), '1'), NOT_OFFERED],
  [`${paper('{points}', of('{points}', 0, 1), '3, 2')} SELECT true`, 'true'],
  [paper('{points}', of('{points}', 0, 1), '3'), NOT_OFFERED],
  ...['NULL', '0', '4'].map(
    (points): Try => [paper('{points}', of('{points}', 0), points), NOT_OFFERED],
  ),
  [paper('{points}', of('{points}', 0, 1), '3, 3'), NOT_OFFERED],
  [receipt('{called}'), NO_VOTES],
  [receipt('{published}'), NO_VOTES],
  ['UPDATE ballots SET id = gen_random_uuid() WHERE poll_id = {published}', NO_VOTES],
  [`UPDATE ballots SET choices = '{}' WHERE poll_id = {open}`, CHANGED],
  [`UPDATE ballots SET points = '{1}' WHERE poll_id = {open}`, CHANGED],
  ['UPDATE ballots SET poll_id = {web} WHERE poll_id = {open}', CHANGED],
  ['DELETE FROM ballots WHERE poll_id = {open}', STAY],
  ['DELETE FROM ballots WHERE poll_id = {annulled}', STAY],
  ...['{open}', '{waiting}'].map(
    (poll): Try => [
      `UPDATE ballot_receipts SET receipt = receipt || 'x' WHERE poll_id = ${poll}`,
      'a receipt stays',
    ],
  ),
  ['DELETE FROM ballot_receipts WHERE poll_id = {open}', 'a receipt stays'],
];

const put = (more: string) =>
  `SELECT put_into_box({open}, 'new', '{}', '{}'); SET CONSTRAINTS ALL IMMEDIATE; SELECT ${more}
   FROM ballots WHERE poll_id = {open}`;
const fill = (poll: string) => `SELECT fill_trial_box(${poll}, '[]', '{}')`;
const SHUT = 'the ballot box is shut';

const INTO_THE_BOX: readonly Try[] = [
  // One writer for all of them, and nothing left to mix.
  [put('count(DISTINCT xmin::text)::int'), '1'],
  [put('bool_or(unmixed)'), 'false'],
  [papersLeft('{web}', closedWeb()), '0'],
  [fill('{open}'), NO_VOTES],
  [`${step('{trial}', 'CLOSED')}; ${fill('{trial}')}`, NO_VOTES],
  ...['{open}', '{waiting}', '{called}', '{web}'].map(
    (poll): Try => [`SELECT open_box(${poll})`, SHUT],
  ),
  [`${calledOff('{web}')}; SELECT open_box({web})`, SHUT],
];

export const BOX_TRIES: Readonly<Record<string, readonly Try[]>> = {
  '03-polls': [...POLLS, ...ARCHIVE_TRIES],
  '04-roll': ROLL,
  '05-ballot-box': BOX,
  '06-into-the-box': INTO_THE_BOX,
};
export const inTries = {
  ...{ clock, copy, count, papersLeft, closedWeb, onRoll, receipt, paper, step },
  ...{ askedFor, settles, agreedOn, A_MOMENT },
};
