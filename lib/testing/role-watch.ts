import type pg from 'pg';
import { TABLES } from '../tooling/granted.mjs';
import { TRY_ALL } from './role-tries';

/** What a poll points at; goes with the account or the proposal. */
const PEOPLE = ['drafted_by_id', 'checked_by_id', 'proposal_id'];

const names = (columns: readonly string[]) => `'{${columns.join()}}'::text[]`;

/** What each promise of the schema keeps. Every table that makes a promise needs its line in `granted.mjs`. */
export const KEPT: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(TABLES).flatMap(([table, { kept }]) => (kept ? [[table, kept]] : [])),
);

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

/** One view for each, by which the database says what it reads. */
const eachBy = (kind: string, queries: Readonly<Record<string, string>>) =>
  Object.entries(queries)
    .map(
      ([promise, query]) => `CREATE VIEW ${kind}_${promise} AS ${query};
        INSERT INTO looked_at SELECT '${promise}', d.refobjid FROM pg_rewrite r JOIN pg_depend d ON d.objid = r.oid
        WHERE r.ev_class = '${kind}_${promise}'::regclass AND d.refclassid = 'pg_class'::regclass;`,
    )
    .join('\n');

const asked = 'promises IS NULL OR promise = ANY (promises)';

/**
 * Lets the owner look over the role's shoulder: `broken_promises(…)` answers, in the role's own
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
    CREATE TABLE looked_at (promise text, id oid);
    ${eachBy('keeps', KEPT)}
    ${eachBy('counts', NO_MORE)}
    -- By how a poll stands every promise is judged.
    INSERT INTO looked_at SELECT DISTINCT promise, other::oid
      FROM looked_at, unnest(ARRAY['polls', 'kept_before', 'counted_before']::regclass[]) AS other;
    CREATE FUNCTION broken_promises(promises text[]) RETURNS TABLE (promise text, line text)
      LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
      SELECT g.promise, g.line FROM (SELECT * FROM kept_before WHERE ${asked}
        EXCEPT ALL SELECT * FROM kept_now WHERE ${asked}) g
      LEFT JOIN polls p ON p.id = g.poll
      -- With a poll that is called off in public its papers are destroyed.
      WHERE NOT (g.promise = 'ballots' AND p.state = 'CANCELLED' AND p.sealed_at IS NULL)
        AND NOT (g.promise = 'roll_entries' AND g.line LIKE 'who %' AND p.state <> 'SCHEDULED')
      UNION ALL
      SELECT a.promise || ', added', a.line FROM (SELECT * FROM counted_now WHERE ${asked}
        EXCEPT ALL SELECT * FROM counted_before WHERE ${asked}) a
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
    `GRANT EXECUTE ON FUNCTION touched(), broken_since(text[], text), told_by(text, text[]), try_all(text[], text[], text[]) TO ${role}`,
  );
}
