import { held, type Lock } from './guard-locks';
import { inTries, type Try } from './guard-tries';
import { ADDITION_TRIES } from './guard-tries-corrections';

const { copy } = inTries;

const FULL = /^forum session \S+ has 3 seats, not 9$/.source;
const HANDED_OVER = 'the minutes are handed over';

const HAS_MET = 'the Forum has met';
const adopted = copy(
  'proposal_steps',
  'true',
  `'by', 'forum', 'session_id', {drafted}, 'proposal_id', {listed}`,
);
const enteredOnly = adopted.replace(`'forum'`, `'office'`);
/** Said by mistake, and taken back as such. */
const mistaken =
  copy(
    'proposal_steps',
    'true',
    `'by', 'forum', 'session_id', {drafted}, 'proposal_id', {listed}, 'at', '2050-01-01'`,
  ) +
  copy(
    'proposal_steps',
    'true',
    `'by', 'office', 'session_id', null, 'proposal_id', {listed}, 'at', '2050-01-02', 'step', 'takeBack'`,
  );
const promisedNoMore = `INSERT INTO support_steps (id, request_id, "to", at, by)
  VALUES (gen_random_uuid(), {request}, 'NEEDS_DECISION', now() + interval '1 hour', 'office'); `;
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
  INSERT INTO support_steps (id, request_id, "to", at, by, session_id, agenda_item_id)
  VALUES (gen_random_uuid(), {request}, 'CONFIRMED', now(), 'office', {drafted},
    (SELECT id FROM agenda_items WHERE session_id = {drafted} LIMIT 1)); `;
const struckOff = `DELETE FROM agenda_items WHERE session_id = {drafted}`;
const unmet = `UPDATE forum_sessions SET state = 'INVITED' WHERE id = {drafted}`;

const CALLED_OFF = 'the Forum is called off';
const offNow = `UPDATE forum_sessions SET state = 'CANCELLED' WHERE id = {full}`;
const calledOff = `${offNow}; `;

const decided = `INSERT INTO decisions (id, session_id, agenda_no, text, yes, no, abstain, result)
  VALUES (gen_random_uuid(), {full}, 1, 'try', 2, 1, 0, 'adopted')`;

const asked = `INSERT INTO forum_tasks (id, session_id, text, assignee)
  VALUES (gen_random_uuid(), {full}, 'try', 'try')`;
const droppedNow = `UPDATE forum_tasks SET drop_reason = 'try' WHERE session_id = {full}`;
const opened = `UPDATE forum_sessions SET minutes_state = 'DRAFT' WHERE id = {full}`;
const recorded = copy(
  'agenda_items',
  'session_id = {drafted}',
  `'session_id', {full}, 'position', 50, 'record', 'try'`,
).replace(/; $/, '');

/** What was spoken of and lacked in minutes everybody reads. */
const ADDED = `'position', 91, 'raised_at', now(), 'raised_why', 'try', 'record', 'try'`;

/** Handed over, and nobody has confirmed them yet. */
const waiting = `ALTER TABLE forum_sessions DISABLE TRIGGER USER;
  UPDATE forum_sessions SET minutes_state = 'SUBMITTED' WHERE id = {confirmed};
  ALTER TABLE forum_sessions ENABLE TRIGGER USER; `;

/** Seats, minutes, and what the Forum spoke of. */
export const FORUM_TRIES: readonly Try[] = [
  ['UPDATE registrations SET persons = 9', FULL],
  [
    'UPDATE forum_sessions SET capacity = 1 WHERE id = {full}',
    '^forum session \\S+ has 1 seats, not 3$',
  ],
  [`UPDATE forum_sessions SET minutes_state = 'DRAFT' WHERE id = {confirmed}`, HANDED_OVER],
  [`${waiting}UPDATE forum_sessions SET attended = 99 WHERE id = {confirmed}`, HANDED_OVER],
  [`${waiting}UPDATE forum_sessions SET voting_residents = 1 WHERE id = {confirmed}`, HANDED_OVER],
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
  ...['NULL', '(SELECT id FROM agenda_items WHERE session_id = {confirmed} LIMIT 1)'].map(
    (item): Try => [
      promisedThere.replace(/\(SELECT id FROM agenda_items[^)]*\)/, item).replace(/; $/, ''),
      'it was not on the agenda',
    ],
  ),
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
  [mistaken + offTheAgenda + NOW, 'true'],
  // Another session's agenda is another one.
  [adopted.replace('{drafted}', '{bare}'), 'it was not on the agenda'],
  [adopted + alsoInBare + offThisAgenda + NOW, 'the Forum spoke of it'],
  // An item that is saved is linked anew.
  [
    `${adopted}${offTheAgenda}INSERT INTO agenda_proposals (agenda_item_id, proposal_id)
     SELECT id, {listed} FROM agenda_items WHERE session_id = {drafted}; ${NOW}`,
    'true',
  ],
  [`${calledOff}UPDATE forum_sessions SET state = 'PLANNED' WHERE id = {full}`, CALLED_OFF],
  [`${calledOff}UPDATE forum_sessions SET local_date = '2050-01-01' WHERE id = {full}`, CALLED_OFF],
  [`${calledOff}UPDATE forum_sessions SET starts_at = '1999-01-01' WHERE id = {full}`, CALLED_OFF],
  [`${calledOff}UPDATE forum_sessions SET ends_at = '2050-01-01' WHERE id = {full}`, CALLED_OFF],
  [
    `${calledOff}UPDATE forum_sessions SET call_off_reason = 'try' WHERE id = {full}`,
    'what stood there before is not kept',
  ],
  [`UPDATE forum_sessions SET state = 'CANCELLED' WHERE id = {drafted}`, HAS_MET],
  [`UPDATE forum_sessions SET attended = 2 WHERE id = {full}; ${offNow}`, HAS_MET],
  [`${decided}; ${offNow.replace('CANCELLED', 'POSTPONED')}`, HAS_MET],
  [`${asked}; ${offNow}`, HAS_MET],
  [`${asked}; ${droppedNow}; ${offNow}`, 'UPDATE 1'],
  [`${opened}; ${offNow}`, 'UPDATE 1'],
  [`${recorded}; ${offNow}`, HAS_MET],
  [calledOff + decided, 'the Forum has not met'],
  [calledOff + asked, 'the Forum has not met'],
  [
    `${asked}; ${droppedNow}; ${calledOff}UPDATE forum_tasks SET drop_reason = ''`,
    'the Forum has not met',
  ],
  [calledOff + recorded, 'the Forum has not met'],
  [`${calledOff}UPDATE forum_sessions SET attended = 2 WHERE id = {full}`, HAS_MET],
  [`${calledOff}UPDATE forum_sessions SET minutes_state = 'DRAFT' WHERE id = {full}`, HAS_MET],
  [adopted + unmet, HAS_MET],
  [promisedThere + struckOff, 'the Forum recommended it there'],
  [`${promisedThere + promisedNoMore + struckOff}; SELECT true`, 'true'],
  [
    `${promisedThere}UPDATE support_steps SET agenda_item_id = NULL WHERE session_id = {drafted}`,
    'it was not on the agenda',
  ],
  [promisedThere + unmet, HAS_MET],
  [mistaken + unmet, 'UPDATE 1'],
  [promisedThere + promisedNoMore + unmet, 'UPDATE 1'],
  [`${adopted}UPDATE forum_sessions SET state = 'RUNNING' WHERE id = {drafted}`, 'UPDATE 1'],
  [copy('proposal_steps', 'true', `'by', 'office', 'session_id', {drafted}`) + unmet, 'UPDATE 1'],
];

export const FORUM_LOCKS: readonly Lock[] = [
  [held('forum_sessions', '{full}', 'SHARE'), 'UPDATE registrations SET persons = 2'],
  [
    `UPDATE forum_sessions SET minutes_state = 'SUBMITTED' WHERE id = {drafted}`,
    `UPDATE agenda_items SET title = 'x' WHERE session_id = {drafted}`,
  ],
  [
    `UPDATE forum_sessions SET minutes_state = 'SUBMITTED' WHERE id = {drafted}`,
    `${offTheAgenda}INSERT INTO agenda_proposals (agenda_item_id, proposal_id)
       SELECT id, {listed} FROM agenda_items WHERE session_id = {drafted} LIMIT 1`,
  ],
  [held('forum_sessions', '{drafted}'), adopted],
  [offNow, decided],
  [offNow, asked],
  [onAgenda, adopted],
  [onAgenda, offTheAgenda + NOW],
];
