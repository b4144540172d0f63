import type pg from 'pg';

/** What the role got or did by these statements, one after the other. */
export interface Find {
  tries: string[];
  what: string;
}

export interface Outcome {
  finds: Find[];
  tried: number;
  /** Statements the database let through. */
  accepted: number;
}

/** Another one as soon as something has been written to the table `id` in this transaction. */
const MARK = `concat_ws(' ', id, pg_relation_filenode(id), pg_stat_get_xact_tuples_inserted(id),
  pg_stat_get_xact_tuples_updated(id), pg_stat_get_xact_tuples_deleted(id))`;

/**
 * A function that tries statements with the rights of whoever calls it and undoes each of them. After
 * every one that went through it asks whether a promise is broken, whether something was told that
 * only a shut box says, and what each of `nexts` makes of it. On the server, because it is thousands; and where nothing
 * was written to what promises are about, they are as they were, and are not looked at again.
 */
export const TRY_ALL = `
  CREATE FUNCTION try_all(steps text[], nexts text[], secrets text[]) RETURNS jsonb LANGUAGE plpgsql AS $$
  DECLARE
    step text; next text; said text; before text[]; what text;
    at_first text := public.broken_since('{}', NULL); broken text;
    tried integer := 0; accepted integer := 0; finds jsonb[] := '{}';
  BEGIN
    FOREACH step IN ARRAY steps LOOP
      tried := tried + 1;
      BEGIN
        said := '';
        before := public.touched();
        IF step LIKE 'WITH answer %' THEN EXECUTE step INTO said; ELSE EXECUTE step; END IF;
        SET CONSTRAINTS ALL IMMEDIATE;
        accepted := accepted + 1;
        broken := public.broken_since(before, at_first);
        what := concat_ws('; ', broken, public.told_by(said, secrets));
        IF what <> '' THEN
          finds := finds || jsonb_build_object('tries', jsonb_build_array(step), 'what', what);
        END IF;
        FOREACH next IN ARRAY nexts LOOP
          tried := tried + 1;
          BEGIN
            before := public.touched();
            EXECUTE next INTO said;
            SET CONSTRAINTS ALL IMMEDIATE;
            accepted := accepted + 1;
            what := concat_ws('; ', public.broken_since(before, broken), public.told_by(said, secrets));
            IF what <> '' THEN
              finds := finds || jsonb_build_object('tries', jsonb_build_array(step, next), 'what', what);
            END IF;
            RAISE SQLSTATE 'UNDO1';
          EXCEPTION WHEN OTHERS THEN NULL;
          END;
        END LOOP;
        RAISE SQLSTATE 'UNDO1';
      EXCEPTION WHEN OTHERS THEN NULL;
      END;
    END LOOP;
    RETURN jsonb_build_object('tried', tried, 'accepted', accepted, 'finds', to_jsonb(finds));
  END $$;
  CREATE FUNCTION touched() RETURNS text[]
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT array_agg(${MARK}) FROM (SELECT DISTINCT id FROM looked_at) AS tables
  $$;
  CREATE FUNCTION broken_since(before text[], known text) RETURNS text
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH hit AS (SELECT array_agg(promise) AS promises FROM looked_at WHERE ${MARK} <> ALL (before))
    SELECT CASE WHEN promises IS NULL THEN known
      -- Where something was broken already, all is said once more.
      ELSE (SELECT string_agg(promise || ': ' || line, '; ')
        FROM broken_promises(CASE WHEN known IS NULL THEN promises END)) END
    FROM hit
  $$;
  CREATE FUNCTION told_by(said text, secrets text[]) RETURNS text
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT 'what lies in a shut box'
    FROM (SELECT regexp_replace(said, '[^0-9a-f]+', '', 'g') AS plain OFFSET 0) AS heard, unnest(secrets) AS secret
    WHERE position(secret IN plain) > 0 LIMIT 1
  $$`;

/** What a statement answers as one text. */
const wholeAnswer = (sql: string) =>
  /^(?:SELECT|INSERT|UPDATE|DELETE)/.test(sql)
    ? `WITH answer AS (${sql}) SELECT string_agg(answer::text, ' ') FROM answer`
    : sql;

/**
 * @param app a connection as the role of the program
 * @param nexts tried after each step that went through
 */
export async function tryAll(
  app: pg.Client,
  { steps, nexts = [], secrets }: { steps: string[]; nexts?: string[]; secrets: string[] },
): Promise<Outcome> {
  const { rows } = await app.query<{ outcome: Outcome }>('SELECT try_all($1, $2, $3) AS outcome', [
    steps.map(wholeAnswer),
    nexts.map(wholeAnswer),
    secrets,
  ]);
  const outcome = rows[0]?.outcome ?? { finds: [], tried: 0, accepted: 0 };
  return { ...outcome, finds: outcome.finds.filter((find) => !isPaperGivenBack(find)) };
}

/** The one thing that leaves the roll of an open poll: the line of a paper that was handed back. */
const isPaperGivenBack = ({ tries, what }: Find) =>
  tries.some((sql) => sql.includes('take_back_paper')) &&
  /^roll_entries: [^;]*PAPER[^;]*$/.test(what);
