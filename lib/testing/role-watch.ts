import type pg from 'pg';
import { TRY_ALL } from './role-tries';

/** Columns of a poll that its way fills in; once they are, they stay like all the others. */
const FILLED_IN = [
  ...['result', 'sealed_at', 'counted_at', 'published_at', 'cancelled_at', 'cancel_reason'],
  'reminded_at',
];
/** What a poll points at; goes with the account or the proposal. */
const PEOPLE = ['drafted_by_id', 'checked_by_id', 'proposal_id'];

const names = (columns: readonly string[]) => `'{${columns.join()}}'::text[]`;

/** Rows that stay but for one column, which stays once it is filled in. */
const filledOnce = (from: string, poll: string, column: string) =>
  `SELECT ${poll}, (to_jsonb(t) - '${column}')::text FROM ${from}
   UNION ALL SELECT ${poll}, t.id || ' ' || t.${column} FROM ${from} AND t.${column} IS NOT NULL`;

/**
 * What each promise of the schema keeps, as rows `(poll, line)` that must still be there afterwards,
 * whatever the role of the program did. Every table that makes a promise needs its line here.
 */
export const KEPT: Readonly<Record<string, string>> = {
  agenda_items: `SELECT NULL::uuid, a::text FROM agenda_items a
    JOIN forum_sessions s ON s.id = a.session_id WHERE s.minutes_state IN ('SUBMITTED', 'UNCONFIRMED', 'CONFIRMED')`,
  audit_entries: 'SELECT NULL::uuid, a::text FROM audit_entries a',
  ballot_receipts: `SELECT poll_id, receipt FROM ballot_receipts
    JOIN polls p ON p.id = poll_id WHERE NOT is_test`,
  ballots: `SELECT poll_id, row(choices, points)::text FROM ballots
    JOIN polls p ON p.id = poll_id WHERE NOT is_test`,
  count_sheets: `SELECT poll_id, (to_jsonb(c) - 'entered_by_id')::text FROM count_sheets c
    JOIN polls p ON p.id = poll_id WHERE agreed_at IS NOT NULL AND p.state <> 'CANCELLED'`,
  decisions: 'SELECT NULL::uuid, d::text FROM decisions d',
  forum_sessions: `SELECT NULL::uuid, row(id, minutes_state, attended, voting_residents)::text FROM forum_sessions
    WHERE minutes_state = 'CONFIRMED'`,
  handovers: filledOnce('handovers t WHERE true', 'NULL::uuid', 'closed_at'),
  poll_notes: 'SELECT poll_id, n::text FROM poll_notes n',
  poll_options: filledOnce(
    `poll_options t JOIN polls p ON p.id = poll_id WHERE state <> 'DRAFT' AND NOT is_test`,
    'poll_id',
    'withdrawn_at',
  ),
  polls: `SELECT p.id, key || '=' || coalesce(value, '-') FROM polls p, jsonb_each_text(to_jsonb(p))
    WHERE state <> 'DRAFT' AND NOT is_test AND key <> 'state' AND key <> ALL (${names(PEOPLE)})
      AND NOT (key = ANY (${names(FILLED_IN)}) AND coalesce(value, '') = '')`,
  proposal_steps: `SELECT NULL::uuid, (to_jsonb(s) - 'note')::text FROM proposal_steps s`,
  proposals:
    'SELECT NULL::uuid, id::text || published_at FROM proposals WHERE published_at IS NOT NULL',
  // Who it was goes with the account, but not while the poll is open: see below.
  roll_entries: `SELECT poll_id, unnest(ARRAY[row(r.id, channel)::text, 'who ' || row(r.id, user_id)::text])
    FROM roll_entries r JOIN polls p ON p.id = poll_id WHERE NOT is_test`,
  signature_lists: filledOnce('signature_lists t WHERE true', 'NULL::uuid', 'struck_at'),
  statements: 'SELECT NULL::uuid, s::text FROM statements s',
};

/** Of these nothing may come in addition: to a box or a roll unless the poll is open, of names never. */
const NO_MORE: Readonly<Record<string, string>> = {
  ballot_receipts: KEPT.ballot_receipts ?? '',
  ballots: KEPT.ballots ?? '',
  names: `SELECT p.id, key || '=' || value FROM polls p, jsonb_each_text(to_jsonb(p))
    WHERE state <> 'DRAFT' AND key = ANY (${names(PEOPLE)}) AND value IS NOT NULL`,
  roll_entries: `SELECT poll_id, row(id, user_id, channel)::text FROM roll_entries WHERE user_id IS NOT NULL`,
};

const all = (queries: Readonly<Record<string, string>>) =>
  Object.entries(queries)
    .map(
      ([promise, query]) => `SELECT '${promise}' AS promise, k.* FROM (${query}) AS k (poll, line)`,
    )
    .join('\nUNION ALL ');

/**
 * Lets the owner look over the role's shoulder: `broken_promises()` answers, in the role's own
 * transaction, what is gone, what was added to a box that takes nothing, and what was sealed too early.
 * @param owner of the database
 * @param role quoted
 */
export async function watch(owner: pg.Client, role: string): Promise<void> {
  await owner.query(`
    CREATE TABLE kept_before AS ${all(KEPT)};
    CREATE VIEW kept_now AS ${all(KEPT)};
    CREATE TABLE counted_before AS ${all(NO_MORE)};
    CREATE VIEW counted_now AS ${all(NO_MORE)};
    CREATE FUNCTION broken_promises() RETURNS TABLE (promise text, line text)
      LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT g.promise, g.line FROM (TABLE kept_before EXCEPT ALL TABLE kept_now) g
      LEFT JOIN polls p ON p.id = g.poll
      -- With a poll that is called off in public its papers are destroyed.
      WHERE NOT (g.promise = 'ballots' AND p.state = 'CANCELLED' AND p.sealed_at IS NULL)
        AND NOT (g.promise = 'roll_entries' AND g.line LIKE 'who %' AND p.state <> 'SCHEDULED')
      UNION ALL
      SELECT a.promise || ', added', a.line FROM (TABLE counted_now EXCEPT ALL TABLE counted_before) a
      JOIN polls p ON p.id = a.poll
      WHERE a.promise = 'names' OR NOT (
        p.state = 'SCHEDULED' AND p.opens_at <= clock_timestamp() AND clock_timestamp() < p.closes_at)
      UNION ALL
      SELECT 'polls, sealed early', p.id::text FROM polls p
      WHERE NOT p.is_test AND p.state NOT IN ('DRAFT', 'SCHEDULED')
        AND NOT (p.state = 'CANCELLED' AND p.sealed_at IS NULL)
        AND (p.closes_at > clock_timestamp() OR p.sealed_at < p.closes_at)
    $$;
    ${TRY_ALL}`);
  await letWatch(owner, role);
}

/** Anew after the rights of the role were. */
export async function letWatch(owner: pg.Client, role: string): Promise<void> {
  await owner.query(
    `GRANT EXECUTE ON FUNCTION look_around(text, text[]), try_all(text[], text[], text[]) TO ${role}`,
  );
}
