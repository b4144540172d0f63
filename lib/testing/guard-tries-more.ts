import { BOX_TRIES, inTries, type Try } from './guard-tries';
import { ACTIVATION_TRIES, ACTIVATION_WAITS, STANDING_FORMAT } from './guard-tries-activation';
import { ADDITION_TRIES, CORRECTION_TRIES } from './guard-tries-corrections';
import { COUNSELLING_LOCKS, COUNSELLING_TRIES } from './guard-tries-counselling';
import { FIGURE_TRIES, FORGOTTEN_TRIES } from './guard-tries-figures';
import { STOP_TRIES } from './guard-tries-stops';

const { agreedOn, clock, closedWeb, copy, count, papersLeft, step } = inTries;
const SETTLED = 'this was settled before';

const SHARED: readonly Try[] = [
  [
    `${agreedOn('{open}', '{option}')}UPDATE poll_options SET withdrawn_at = now() WHERE id = {option};
     UPDATE poll_options SET withdrawn_at = NULL WHERE id = {option}`,
    SETTLED,
  ],
  ['UPDATE proposals SET published_at = NULL', SETTLED],
  ['UPDATE handovers SET closed_at = NULL', SETTLED],
  [`UPDATE handovers SET sent_at = now() - interval '9 days' WHERE sent_at IS NOT NULL`, SETTLED],
  ['UPDATE handovers SET sent_how = NULL WHERE sent_at IS NOT NULL', SETTLED],
  ['UPDATE signature_lists SET struck_at = NULL', SETTLED],
  ['DELETE FROM proposals', 'what was published stays'],
  [`UPDATE proposal_steps SET note = 'x'`, 'history is not rewritten'],
  [`UPDATE proposal_steps SET note = '', step = 'x'`, 'history is not rewritten'],
  [`UPDATE proposal_steps SET note = ''; SELECT true`, 'true'],
];

/** Written by whoever goes on seeing what was before. */
export const SEES_TRIES: readonly Try[] = [
  ...['polls', 'poll_options', 'roll_entries', 'ballots', 'ballot_receipts', 'count_sheets'],
  ...[
    'poll_stops',
    'users',
    'audit_entries',
    'proposals',
    'proposal_steps',
    'forum_sessions',
    'agenda_items',
  ],
].flatMap((table) =>
  [
    `DELETE FROM ${table} WHERE false`,
    `INSERT INTO ${table} SELECT * FROM ${table} WHERE false`,
  ].map((statement): Try => [statement, 'this is written by whoever sees what is committed']),
);

/** A lock on one row as a change of it takes it. */
const held = (table: string, id: string, strength = 'NO KEY UPDATE') =>
  `SELECT FROM ${table} WHERE id = ${id} FOR ${strength}`;

const AGREED = 'what two people agreed on stays';
const NOTHING = 'nothing is counted here';
const NOT_ALIKE = 'two people did not count the same';
const A_WORD = 'more papers than people need a word of both';

const sheet = (poll: string, changes = '') =>
  copy(
    'count_sheets',
    'poll_id = {waiting}',
    `'poll_id', ${poll}, 'entry', 2, 'entered_by_id', {stranger}, ${changes || `'remark', ''`}`,
  );
const agree = (poll = '{waiting}', way = 'PAPER') => `SELECT agree_on_count(${poll}, '${way}'); `;
const remark = (text: string) =>
  `UPDATE count_sheets SET remark = '${text}' WHERE poll_id = {waiting}; `;
const inFavour = `jsonb_build_array(jsonb_build_object('choices', '[]'::jsonb, 'points', '[]'::jsonb, 'count', 1))`;
/** Both sheets with a remark: more papers than were given out. */
const twice = (changes = '') =>
  `${remark('first')}${sheet('{waiting}', `'remark', 'second'${changes}`)}`;

const COUNTING: readonly Try[] = [
  ['SELECT open_box({waiting})', 'the ballot box is shut'],
  [sheet('{open}'), AGREED],
  [sheet('{waiting}', `'channel', 'HANDS'`), AGREED],
  [sheet('{waiting}', `'entered_by_id', NULL`), AGREED],
  [sheet('{waiting}', `'agreed_at', now()`), AGREED],
  [`UPDATE count_sheets SET spoiled = 9 WHERE poll_id = {counted}`, AGREED],
  [
    `UPDATE count_sheets SET entered_by_id = {stranger} WHERE poll_id = {counted} AND entry = 1`,
    AGREED,
  ],
  [`UPDATE count_sheets SET entered_by_id = NULL, spoiled = 9 WHERE poll_id = {counted}`, AGREED],
  ['DELETE FROM count_sheets WHERE poll_id = {counted}', AGREED],
  [agree('{open}'), NOTHING],
  [agree('{waiting}', 'HANDS'), NOTHING],
  [agree(), NOT_ALIKE],
  [`${twice()}${agree()}${count(`ballots WHERE poll_id = {waiting}`)}`, '3'],
  [papersLeft('{waiting}', twice() + agree()), '0'],
  [
    `${twice()}${agree()}SELECT bool_and(papers = '{"number": 1}') FROM count_sheets WHERE poll_id = {waiting}`,
    'true',
  ],
  [twice() + agree() + agree(), NOT_ALIKE],
  [
    `${twice()}UPDATE count_sheets SET entered_by_id = NULL WHERE poll_id = {waiting}; ${agree()}`,
    NOT_ALIKE,
  ],
  [twice(`, 'papers', ${inFavour}`) + agree(), NOT_ALIKE],
  [twice(`, 'spoiled', 7`) + agree(), NOT_ALIKE],
  [remark('first') + sheet('{waiting}') + agree(), A_WORD],
  [sheet('{waiting}', `'remark', 'second'`) + agree(), A_WORD],
  [
    `${closedWeb(inTries.onRoll('{web}') + inTries.receipt('{web}'))}SELECT do_rights_fit({web})`,
    'false',
  ],
  [
    `${closedWeb(inTries.onRoll('{web}') + inTries.paper('{web}'))}SELECT do_rights_fit({web})`,
    'false',
  ],
  [
    `${closedWeb()}${step('{web}', 'COUNTED', `result = '{}'`)}; SELECT do_rights_fit({web})`,
    'true',
  ],
];

const forgets = (interval: string, left: string): Try => [
  `${clock(`(SELECT max(at) FROM audit_entries) + interval '${interval}'`)} SELECT forget_audit();
   SELECT count(*) > 0 FROM audit_entries`,
  left,
];

const FULL = /^forum session \S+ has 3 seats, not 9$/.source;
const HANDED_OVER = 'the minutes are handed over';

const HAS_MET = 'the Forum has met';
const adopted = copy(
  'proposal_steps',
  'true',
  `'by', 'forum', 'session_id', {drafted}, 'proposal_id', {listed}`,
);
const enteredOnly = adopted.replace(`'forum'`, `'office'`);
const offTheAgenda = `DELETE FROM agenda_proposals WHERE proposal_id = {listed}; `;
const alsoInBare =
  copy('agenda_items', 'session_id = {drafted}', `'session_id', {bare}, 'position', 50`) +
  `INSERT INTO agenda_proposals (agenda_item_id, proposal_id)
   SELECT id, {listed} FROM agenda_items WHERE session_id = {bare}; `;
const offThisAgenda = `DELETE FROM agenda_proposals WHERE agenda_item_id IN (
  SELECT id FROM agenda_items WHERE session_id = {drafted}); `;
const onAgenda = `SELECT pg_advisory_xact_lock(hashtextextended('agenda ' || {listed}, 0))`;
const NOW = 'SET CONSTRAINTS ALL IMMEDIATE; SELECT true';
const promisedThere = `UPDATE support_requests SET requested_at = '2000-01-01' WHERE id = {request};
  INSERT INTO support_steps (id, request_id, "to", at, by, session_id)
  VALUES (gen_random_uuid(), {request}, 'CONFIRMED', now(), 'office', {drafted}); `;
const unmet = `UPDATE forum_sessions SET state = 'INVITED' WHERE id = {drafted}`;

/** What was spoken of and lacked in minutes everybody reads. */
const ADDED = `'position', 91, 'raised_at', now(), 'raised_why', 'try', 'record', 'try'`;

const FORUM: readonly Try[] = [
  ['UPDATE registrations SET persons = 9', FULL],
  [
    'UPDATE forum_sessions SET capacity = 1 WHERE id = {full}',
    '^forum session \\S+ has 1 seats, not 3$',
  ],
  [`UPDATE forum_sessions SET minutes_state = 'DRAFT' WHERE id = {confirmed}`, HANDED_OVER],
  ['UPDATE forum_sessions SET attended = 99 WHERE id = {confirmed}', HANDED_OVER],
  ['UPDATE forum_sessions SET voting_residents = 1 WHERE id = {confirmed}', HANDED_OVER],
  [`UPDATE agenda_items SET title = 'x' WHERE session_id = {confirmed}`, HANDED_OVER],
  ['DELETE FROM agenda_items WHERE session_id = {confirmed}', HANDED_OVER],
  [copy('agenda_items', 'session_id = {confirmed}', `'position', 90`), HANDED_OVER],
  [`${copy('agenda_items', 'session_id = {confirmed}', ADDED)}; SELECT true`, 'true'],
  [
    `INSERT INTO agenda_proposals (agenda_item_id, proposal_id)
     SELECT id, {listed} FROM agenda_items WHERE session_id = {confirmed} LIMIT 1`,
    HANDED_OVER,
  ],
  ...ADDITION_TRIES,
  [copy('proposal_steps', 'true', `'by', 'forum'`), 'the Forum has not met'],
  [
    `INSERT INTO support_steps (id, request_id, "to", at, by, session_id)
     VALUES (gen_random_uuid(), gen_random_uuid(), 'CONFIRMED', now(), 'office', {full})`,
    'the Forum has not met',
  ],
  [
    `UPDATE forum_sessions SET starts_at = '1999-01-01', ends_at = '1999-01-02' WHERE id = {drafted}; ${promisedThere}`,
    'the Forum met before it was asked',
  ],
  [copy('proposal_steps', 'true', `'by', 'forum', 'session_id', {full}`), 'the Forum has not met'],
  [
    copy(
      'proposal_steps',
      'true',
      `'by', 'forum', 'session_id', {drafted}, 'proposal_id', gen_random_uuid()`,
    ),
    'it was not on the agenda',
  ],
  [adopted + offTheAgenda + NOW, 'the Forum spoke of it'],
  [offTheAgenda + NOW, 'true'],
  [enteredOnly + offTheAgenda + NOW, 'true'],
  // Another session's agenda is another one.
  [adopted.replace('{drafted}', '{bare}'), 'it was not on the agenda'],
  [adopted + alsoInBare + offThisAgenda + NOW, 'the Forum spoke of it'],
  // An item that is saved is linked anew.
  [
    `${adopted}${offTheAgenda}INSERT INTO agenda_proposals (agenda_item_id, proposal_id)
     SELECT id, {listed} FROM agenda_items WHERE session_id = {drafted}; ${NOW}`,
    'true',
  ],
  [adopted + unmet, HAS_MET],
  [promisedThere + unmet, HAS_MET],
  [`${adopted}UPDATE forum_sessions SET state = 'RUNNING' WHERE id = {drafted}`, 'UPDATE 1'],
  [copy('proposal_steps', 'true', `'by', 'office', 'session_id', {drafted}`) + unmet, 'UPDATE 1'],
];

/**
 * What waits for somebody else who is under way: what the other one has done and not ended, and the
 * statements that may not go on meanwhile.
 */
export const LOCK_TRIES: Readonly<
  Record<string, readonly (readonly [other: string, own: string])[]>
> = {
  '19-appointments': COUNSELLING_LOCKS,
  '03-polls': [
    [held('polls', '{draft}'), `UPDATE poll_options SET label = 'x' WHERE poll_id = {draft}`],
  ],
  '04-roll': [
    [held('polls', '{open}'), inTries.onRoll('{open}')],
    [held('polls', '{open}'), 'SELECT take_back_paper({open}, {onPaper})'],
  ],
  '05-ballot-box': [[held('polls', '{open}'), inTries.paper('{open}')]],
  '06-into-the-box': [
    [
      `SELECT pg_advisory_xact_lock(hashtextextended('ballot-box ' || {open}, 0))`,
      `SELECT put_into_box({open}, 'new', '{}', '{}'); SET CONSTRAINTS ALL IMMEDIATE`,
    ],
  ],
  '07-counting': [
    [held('polls', '{waiting}'), sheet('{waiting}')],
    [held('polls', '{waiting}', 'SHARE'), agree()],
    ...[1, 2].map(
      (entry) =>
        [
          `SELECT FROM count_sheets WHERE poll_id = {waiting} AND entry = ${entry} FOR KEY SHARE`,
          agree(),
        ] as const,
    ),
  ],
  '09-forum': [
    [held('forum_sessions', '{full}', 'SHARE'), 'UPDATE registrations SET persons = 2'],
    [
      `UPDATE forum_sessions SET minutes_state = 'SUBMITTED' WHERE id = {drafted}`,
      `UPDATE agenda_items SET record = 'x' WHERE session_id = {drafted}`,
    ],
    [
      `UPDATE forum_sessions SET minutes_state = 'SUBMITTED' WHERE id = {drafted}`,
      `${offTheAgenda}INSERT INTO agenda_proposals (agenda_item_id, proposal_id)
       SELECT id, {listed} FROM agenda_items WHERE session_id = {drafted} LIMIT 1`,
    ],
    [held('forum_sessions', '{drafted}'), adopted],
    [onAgenda, adopted],
    [onAgenda, offTheAgenda + NOW],
  ],
  '20-activation': ACTIVATION_WAITS,
};
/** For these two sheets must lie there that are not agreed on, and a format. */
export const LYING_THERE = sheet('{waiting}') + STANDING_FORMAT;

const REWRITTEN = 'history is not rewritten';

const promised = `INSERT INTO answer_promises (id, kind, case_id, made_at, promised_for)
  VALUES (gen_random_uuid(), 'try', gen_random_uuid(), now(), '2027-01-01'); `;
const promise = (set: string) => `UPDATE answer_promises SET ${set} WHERE kind = 'try'; `;
const NOT_KEPT = 'a promise is not rewritten';

/** A call about one of a table, and what is left of it. */
const one = (table: string) => `SELECT id FROM ${table} ORDER BY id LIMIT 1`;
const owed = (table: string, done = 'NULL') => `INSERT INTO call_list_items
  (id, kind, person, contact, message, due_at, case_id, done_at)
  SELECT gen_random_uuid(), 'PHONE', 'try', '030 1', 'try', now(), (${one(table)}), ${done}; `;
const ended = (table: string, set: string) =>
  `UPDATE ${table} SET ${set} WHERE id = (${one(table)}); `;
const OWED = `SELECT count(*)::int FROM call_list_items WHERE person = 'try'`;

const distrusted = (table: string) =>
  `INSERT INTO unproven_addresses (case_id, typed_at) SELECT id, now() FROM ${table} WHERE id = (${one(table)}); `;
/** What somebody has shown to be theirs. */
const proven = (table: string, set: string) =>
  `INSERT INTO unproven_addresses (case_id, typed_at, link_hash, link_ends_at, proven_at)
   SELECT id, now(), 'try', now() + interval '1 day', now() FROM ${table} WHERE id = (${one(table)});
   UPDATE unproven_addresses SET ${set}; `;
const DISTRUSTED = 'SELECT count(*)::int FROM unproven_addresses';

const CASES: readonly Try[] = [
  [promised + promise(`promised_for = '2030-01-01'`), NOT_KEPT],
  [proven('proposals', 'proven_at = NULL'), 'an address that was proven stays so'],
  ...['answered_at', 'ended_at'].flatMap((column): Try[] => [
    [promised + promise(`${column} = now()`) + promise(`${column} = NULL`), NOT_KEPT],
    [`${promised}${promise(`${column} = now()`)}SELECT true`, 'true'],
  ]),
  ...['proposals', 'support_requests', 'registrations'].flatMap((table): Try[] => [
    [owed(table) + ended(table, `contact_value = ''`) + OWED, '0'],
    [owed(table, 'now()') + ended(table, `contact_value = ''`) + OWED, '1'],
    [owed(table) + ended(table, `contact_value = '030 9'`) + OWED, '1'],
  ]),
  ...['proposals', 'support_requests', 'registrations'].flatMap((table): Try[] => [
    [distrusted(table) + ended(table, `contact_value = 'x@y.example'`) + DISTRUSTED, '0'],
    [distrusted(table) + ended(table, 'contact_value = contact_value') + DISTRUSTED, '1'],
  ]),
  [
    `${owed('support_requests')}DELETE FROM support_requests WHERE id = (${one('support_requests')}); ${OWED}`,
    '0',
  ],
  [
    `${distrusted('support_requests')}DELETE FROM support_requests WHERE id = (${one('support_requests')}); ${DISTRUSTED}`,
    '0',
  ],
];

const worded = (set: string) =>
  `${owed('proposals')}UPDATE call_list_items SET ${set} WHERE person = 'try';
   SELECT wording FROM call_list_items WHERE person = 'try'`;

/** What is to be said, where to, and what the office notes beside it. */
const CALLS: readonly Try[] = [
  ...[`message = 'x'`, `subject = 'x'`, `contact = 'x'`, `kind = 'LETTER'`].map(
    (set): Try => [worded(set), '2'],
  ),
  [worded(`note = 'x', done_at = now()`), '1'],
];

const stored = (id: number, kept = 'now()') =>
  `INSERT INTO stored_files (id, hash, bytes, type, kept_at)
   VALUES ('00000000-0000-4000-8000-00000000000${id}', 'x', 1, 'image/png', ${kept}); `;
const named = (id: number) => `'00000000-0000-4000-8000-00000000000${id}'`;
const funder = (id: number) =>
  `INSERT INTO funders (id, position, name, logo_id) VALUES (gen_random_uuid(), 9, 'try', ${named(id)}); `;
const freed = (id: number) =>
  `SELECT (freed_at IS NOT NULL)::text FROM stored_files WHERE id = ${named(id)}`;
const attended = (file: string) => `
  INSERT INTO staff_meetings (id, kind, title, day, minutes, people, created_at)
  VALUES (${named(3)}, 'TRAINING', 'try', '2026-09-24', 90, 1, now());
  INSERT INTO staff_meeting_people (meeting_id, kind, user_id, certificate_id)
  SELECT ${named(3)}, 'TRAINING', id, ${file} FROM users LIMIT 1; `;
const NOT_THERE = 'this file does not lie in the store';

const FILES: readonly Try[] = [
  [stored(1, 'NULL') + funder(1), NOT_THERE],
  [`${stored(1)}UPDATE stored_files SET freed_at = now(); ${funder(1)}`, NOT_THERE],
  [stored(1) + funder(1) + freed(1), 'false'],
  [`${stored(1)}${funder(1)}DELETE FROM funders WHERE name = 'try'; ${freed(1)}`, 'true'],
  [stored(1, 'NULL') + attended(named(1)), NOT_THERE],
  [
    `${stored(1)}${attended(named(1))}DELETE FROM staff_meetings WHERE title = 'try'; ${freed(1)}`,
    'true',
  ],
  [
    `${stored(1)}${stored(2)}${funder(1)}UPDATE funders SET logo_id = ${named(2)} WHERE name = 'try'; ${freed(1)}`,
    'true',
  ],
];

const ASKED = 'whoever is asked is told until when';
const asked = `UPDATE proposals SET state = 'NEEDS_CLARIFICATION', answer_by = '2099-01-01'; `;
/** As it stood before there were days. */
const askedBefore = `ALTER TABLE proposals DISABLE TRIGGER USER;
  UPDATE proposals SET state = 'NEEDS_CLARIFICATION', answer_by = NULL; ALTER TABLE proposals ENABLE TRIGGER USER; `;

export const TRIES: Readonly<Record<string, readonly Try[]>> = {
  ...BOX_TRIES,
  '02-shared-guards': SHARED,
  '07-counting': COUNTING,
  '08-audit': [forgets('364 days', 'true'), forgets('366 days', 'false')],
  '09-forum': FORUM,
  '10-proposals': [
    ['DELETE FROM proposals', 'what was published stays'],
    [`UPDATE proposals SET state = 'NEEDS_CLARIFICATION', answer_by = NULL`, ASKED],
    [`${asked}UPDATE proposals SET answer_by = NULL`, ASKED],
    [`${asked}UPDATE proposals SET state = state; SELECT true`, 'true'],
    [`${askedBefore}UPDATE proposals SET answer_by = answer_by; SELECT true`, 'true'],
    [`UPDATE proposal_steps SET note = 'x'`, REWRITTEN],
    [`UPDATE proposal_steps SET note = '', step = 'x'`, REWRITTEN],
    [`UPDATE proposal_steps SET note = ''; SELECT true`, 'true'],
    ...FORGOTTEN_TRIES,
  ],
  '11-files': FILES,
  '12-cases': CASES,
  '14-figures': FIGURE_TRIES,
  '15-corrections': CORRECTION_TRIES,
  '16-call-list': CALLS,
  '17-poll-stops': STOP_TRIES,
  '19-appointments': COUNSELLING_TRIES,
  '20-activation': ACTIVATION_TRIES,
};
