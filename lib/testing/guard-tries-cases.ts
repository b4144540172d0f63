import type { Try } from './guard-tries';

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

/** A request that was decided so many hours ago, and another state for it. */
const decided = (state: string, hours: number, to: string) =>
  `UPDATE support_requests SET state = '${state}', state_since = now() - interval '${hours} hours 1 millisecond';
   UPDATE support_requests SET state = '${to}'; SELECT true`;
const FOR_A_DAY = 'what was decided about a request for a day stays so';

/** Promises, owed calls and addresses of whatever kind of case. */
export const CASE_TRIES: readonly Try[] = [
  [decided('DECLINED', 24, 'RECEIVED'), FOR_A_DAY],
  [decided('COMPLETED', 24, 'DECLINED'), FOR_A_DAY],
  [decided('CONFIRMED', 24, 'NEEDS_DECISION'), FOR_A_DAY],
  [decided('IN_PROGRESS', 24, 'CONFIRMED'), FOR_A_DAY],
  [decided('SETTLEMENT_DUE', 24, 'IN_PROGRESS'), FOR_A_DAY],
  [decided('DECLINED', 23, 'RECEIVED'), 'true'],
  [decided('CONFIRMED', 24, 'COMPLETED'), 'true'],
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
export const CALL_TRIES: readonly Try[] = [
  ...[`message = 'x'`, `subject = 'x'`, `contact = 'x'`, `kind = 'LETTER'`].map(
    (set): Try => [worded(set), '2'],
  ),
  [worded(`note = 'x', done_at = now()`), '1'],
];
