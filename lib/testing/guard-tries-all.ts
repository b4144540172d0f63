import { TRIED } from '../tooling/tried.mjs';
import { held, type Lock } from './guard-locks';
import { BOX_TRIES, inTries, type Try } from './guard-tries';
import { CALL_TRIES, CASE_TRIES } from './guard-tries-cases';
import { CORRECTION_TRIES, EMPTIED_TRIES } from './guard-tries-corrections';
import { COUNTING_LOCKS, COUNTING_TRIES, sheet } from './guard-tries-counting';
import { FIGURE_TRIES, FORGOTTEN_TRIES } from './guard-tries-figures';
import { FILE_TRIES } from './guard-tries-files';
import { FORUM_LOCKS, FORUM_TRIES } from './guard-tries-forum';
import { STOP_TRIES } from './guard-tries-stops';

const { agreedOn, clock } = inTries;
const SETTLED = 'this was settled before';

const removedFor = (hours: number) => `DELETE FROM funders;
  INSERT INTO funders (id, position, name, removed_at)
  VALUES (gen_random_uuid(), 1, 'try', now() - interval '${hours} hours 1 millisecond'); `;

/** What domains say themselves of the files they bring. */
const triedOf = <Key extends 'tries' | 'locks'>(key: Key) =>
  Object.fromEntries(
    Object.entries(TRIED).flatMap(([file, { [key]: of }]) => (of ? [[file, of]] : [])),
  );

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
  [`${removedFor(24)}UPDATE funders SET removed_at = NULL`, 'what was removed for a day stays so'],
  [`${removedFor(24)}UPDATE funders SET removed_at = now(); SELECT true`, 'true'],
  [`${removedFor(23)}UPDATE funders SET removed_at = NULL; SELECT true`, 'true'],
  ...EMPTIED_TRIES,
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

const forgets = (interval: string, left: string): Try => [
  `${clock(`(SELECT max(at) FROM audit_entries) + interval '${interval}'`)} SELECT forget_audit();
   SELECT count(*) > 0 FROM audit_entries`,
  left,
];

/**
 * What waits for somebody else who is under way: what the other one has done and not ended, and the
 * statements that may not go on meanwhile.
 */
export const LOCK_TRIES: Readonly<Record<string, readonly Lock[]>> = {
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
  '07-counting': COUNTING_LOCKS,
  '09-forum': FORUM_LOCKS,
  ...triedOf('locks'),
};

/** For these two sheets must lie there that are not agreed on, and what domains say. */
export const LYING_THERE =
  sheet('{waiting}') +
  Object.values(TRIED)
    .map(({ standing = '' }) => standing)
    .join('');

const REWRITTEN = 'history is not rewritten';

const ASKED = 'whoever is asked is told until when';
const asked = `UPDATE proposals SET state = 'NEEDS_CLARIFICATION', answer_by = '2099-01-01'; `;
/** As it stood before there were days. */
const askedBefore = `ALTER TABLE proposals DISABLE TRIGGER USER;
  UPDATE proposals SET state = 'NEEDS_CLARIFICATION', answer_by = NULL; ALTER TABLE proposals ENABLE TRIGGER USER; `;

export const TRIES: Readonly<Record<string, readonly Try[]>> = {
  ...BOX_TRIES,
  '02-shared-guards': SHARED,
  '07-counting': COUNTING_TRIES,
  '08-audit': [forgets('364 days', 'true'), forgets('366 days', 'false')],
  '09-forum': FORUM_TRIES,
  '10-proposals': [
    [
      `UPDATE proposals SET state = 'ADOPTED', state_since = now() - interval '24 hours 1 millisecond';
       UPDATE proposals SET state = 'IN_FORUM'`,
      'what is recommended or done for a day stays so',
    ],
    ['DELETE FROM proposals', 'what was published stays'],
    [`UPDATE proposals SET state = 'NEEDS_CLARIFICATION', answer_by = NULL`, ASKED],
    [`${asked}UPDATE proposals SET answer_by = NULL`, ASKED],
    [`${asked}UPDATE proposals SET state = state; SELECT true`, 'true'],
    [`${askedBefore}UPDATE proposals SET answer_by = answer_by; SELECT true`, 'true'],
    [`UPDATE proposal_steps SET step = 'x'`, REWRITTEN],
    [`UPDATE proposal_steps SET note = '', step = 'x'`, REWRITTEN],
    [`UPDATE proposal_steps SET note = ''; SELECT true`, 'true'],
    ...FORGOTTEN_TRIES,
  ],
  '11-files': FILE_TRIES,
  '12-cases': CASE_TRIES,
  '14-figures': FIGURE_TRIES,
  '15-corrections': CORRECTION_TRIES,
  '16-call-list': CALL_TRIES,
  '17-poll-stops': STOP_TRIES,
  ...triedOf('tries'),
};
