import { inTries, type Try } from './guard-tries';

const { A_MOMENT, agreedOn, askedFor, clock, closedWeb, settles, step } = inTries;
const BY_TWO = 'a second person has to agree';
const ASKED_STAYS = 'what was asked for a poll stays';
const ELSE = 'somebody else could agree';
const mine = 'agreed = true, settled_by_id = {stranger}';
const nobodyElse = 'DELETE FROM role_grants; ';
const theOnlyOne = `${nobodyElse}INSERT INTO role_grants (id, user_id, role)
  VALUES (gen_random_uuid(), {stranger}, 'COORDINATOR'); `;
const goes = 'UPDATE poll_options SET withdrawn_at = now() WHERE id = {option}';

const TOO_LATE = 'late = true, agreed = false';
const counted = `${closedWeb(askedFor('{web}'))}${step('{web}', 'COUNTED', `result = '{}', counted_at = now()`)}; `;

/** Why a poll was called off is corrected, and what two agreed on then. */
const rewords = (
  reason: string,
  before = '',
) => `${before}${agreedOn('{open}')}${step('{open}', 'CANCELLED')};
  INSERT INTO corrections (id, kind, subject_id, version, at, reason, earlier)
  SELECT gen_random_uuid(), 'POLL_STOP', id, version, now(), 'why', '{"cancel_reason": ""}' FROM polls WHERE id = {open};
  UPDATE polls SET version = version + 1 WHERE id = {open};
  UPDATE polls SET cancel_reason = 'new' WHERE id = {open};
  UPDATE poll_stops SET reason = ${reason} WHERE poll_id = {open}; SELECT true`;

/** What may be taken away from a poll, and who has to agree. */
export const STOP_TRIES: readonly Try[] = [
  [step('{open}', 'CANCELLED'), BY_TWO],
  [step('{waiting}', 'CANCELLED'), BY_TWO],
  [askedFor('{open}') + step('{open}', 'CANCELLED'), BY_TWO],
  [agreedOn('{open}') + step('{open}', 'CANCELLED', `cancel_reason = 'x'`), BY_TWO],
  [agreedOn('{open}', '{option}') + step('{open}', 'CANCELLED'), BY_TWO],
  [
    `${askedFor('{open}')}${settles('{open}', 'agreed = false, settled_by_id = {voter}')}${step('{open}', 'CANCELLED')}`,
    BY_TWO,
  ],
  [goes, BY_TWO],
  [agreedOn('{open}') + goes, BY_TWO],
  [askedFor('{open}', '{option}') + goes, BY_TWO],
  [`${agreedOn('{open}', '{option}')}${goes} RETURNING true`, 'true'],
  [askedFor('{web}', '{option}'), ASKED_STAYS],
  [askedFor('{open}').replace('{stranger}', 'NULL'), ASKED_STAYS],
  [
    `${clock('now()')}${askedFor('{open}')}SELECT asked_at = database_clock() FROM poll_stops WHERE poll_id = {open}`,
    'true',
  ],
  ...['alone', 'late', 'agreed', 'settled_by_id', 'settled_at'].map((column): Try => {
    const value = column.startsWith('settled_by') ? '{voter}' : 'true';
    const given = column === 'settled_at' ? 'now()' : value;
    return [
      `INSERT INTO poll_stops (id, poll_id, reason, asked_by_id, asked_at, ${column})
       VALUES (gen_random_uuid(), {open}, '', {stranger}, now(), ${given})`,
      ASKED_STAYS,
    ];
  }),
  [
    askedFor('{open}') + settles('{open}', mine),
    '^new row for relation "poll_stops" violates check constraint "poll_stops_by_two"$',
  ],
  [askedFor('{open}') + settles('{open}', `${mine}, alone = true`), ELSE],
  [
    `${theOnlyOne}${askedFor('{open}')}${settles('{open}', `${mine}, alone = true`)}SELECT true`,
    'true',
  ],
  [
    nobodyElse +
      askedFor('{open}') +
      settles('{open}', `${mine}, alone = true`).replace('{stranger}', '{voter}'),
    ELSE,
  ],
  [askedFor('{open}') + settles('{open}', 'agreed = true'), ASKED_STAYS],
  [
    askedFor('{open}') + settles('{open}', `agreed = true, settled_by_id = {voter}, reason = 'x'`),
    ASKED_STAYS,
  ],
  [
    `${clock('now()')}${askedFor('{open}')}${settles('{open}', `agreed = false, settled_by_id = {voter}, settled_at = ${A_MOMENT}`)}
     SELECT settled_at = database_clock() FROM poll_stops WHERE poll_id = {open}`,
    'true',
  ],
  [askedFor('{open}') + settles('{open}', TOO_LATE), ASKED_STAYS],
  [
    `${counted}${settles('{web}', TOO_LATE)}SELECT settled_at = database_clock() FROM poll_stops WHERE poll_id = {web}`,
    'true',
  ],
  [counted + settles('{web}', 'agreed = false'), ASKED_STAYS],
  [counted + settles('{web}', 'late = true, agreed = true'), ASKED_STAYS],
  [counted + settles('{web}', `${TOO_LATE}, reason = 'x'`), ASKED_STAYS],
  [counted + settles('{web}', `${TOO_LATE}, settled_by_id = {voter}`), ASKED_STAYS],
  [
    `${counted}${settles('{web}', 'agreed = false, settled_by_id = {voter}')}UPDATE poll_stops SET ${TOO_LATE} WHERE poll_id = {web}`,
    ASKED_STAYS,
  ],
  [`${agreedOn('{open}')}UPDATE poll_stops SET agreed = false WHERE poll_id = {open}`, ASKED_STAYS],
  [
    `${agreedOn('{open}')}UPDATE poll_stops SET settled_by_id = {stranger} WHERE poll_id = {open}`,
    ASKED_STAYS,
  ],
  [
    `${agreedOn('{open}')}UPDATE poll_stops SET asked_by_id = {voter} WHERE poll_id = {open}`,
    ASKED_STAYS,
  ],
  [
    `${agreedOn('{open}')}UPDATE poll_stops SET asked_by_id = NULL, settled_by_id = NULL WHERE poll_id = {open};
     SELECT true`,
    'true',
  ],
  [rewords(`'new'`), 'true'],
  [rewords(`'other'`), ASKED_STAYS],
  [rewords(`'new', alone = true`), ASKED_STAYS],
  [
    `${agreedOn('{open}').replace("''", "'x'")}UPDATE poll_stops SET reason = '' WHERE poll_id = {open}`,
    ASKED_STAYS,
  ],
  [
    rewords(
      `'new'`,
      `${askedFor('{open}')}${settles('{open}', 'agreed = false, settled_by_id = {voter}')}`,
    ),
    ASKED_STAYS,
  ],
  [rewords(`'new'`, agreedOn('{open}', '{option}')), ASKED_STAYS],
  [`${agreedOn('{open}')}UPDATE poll_stops SET reason = 'new' WHERE poll_id = {open}`, ASKED_STAYS],
  [`${askedFor('{open}')}DELETE FROM poll_stops WHERE poll_id = {open}`, ASKED_STAYS],
  [
    askedFor('{open}') + askedFor('{open}'),
    '^duplicate key value violates unique constraint "poll_stops_one_waits"$',
  ],
];
