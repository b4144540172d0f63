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

/**
 * A function that tries statements with the rights of whoever calls it and undoes each of them. After
 * every one that went through it asks whether a promise is broken, whether something was told that
 * only a shut box says, and what each of `nexts` makes of it. On the server, because it is thousands.
 */
export const TRY_ALL = `
  CREATE FUNCTION try_all(steps text[], nexts text[], secrets text[]) RETURNS jsonb LANGUAGE plpgsql AS $$
  DECLARE
    step text; next text; said text; broken text;
    tried integer := 0; accepted integer := 0; finds jsonb := '[]';
  BEGIN
    FOREACH step IN ARRAY steps LOOP
      tried := tried + 1;
      BEGIN
        said := '';
        IF step LIKE 'WITH answer %' THEN EXECUTE step INTO said; ELSE EXECUTE step; END IF;
        SET CONSTRAINTS ALL IMMEDIATE;
        accepted := accepted + 1;
        broken := public.look_around(said, secrets);
        IF broken <> '' THEN
          finds := finds || jsonb_build_object('tries', jsonb_build_array(step), 'what', broken);
        END IF;
        FOREACH next IN ARRAY nexts LOOP
          tried := tried + 1;
          BEGIN
            EXECUTE next INTO said;
            SET CONSTRAINTS ALL IMMEDIATE;
            accepted := accepted + 1;
            broken := public.look_around(said, secrets);
            IF broken <> '' THEN
              finds := finds || jsonb_build_object('tries', jsonb_build_array(step, next), 'what', broken);
            END IF;
            RAISE SQLSTATE 'UNDO1';
          EXCEPTION WHEN OTHERS THEN NULL;
          END;
        END LOOP;
        RAISE SQLSTATE 'UNDO1';
      EXCEPTION WHEN OTHERS THEN NULL;
      END;
    END LOOP;
    RETURN jsonb_build_object('tried', tried, 'accepted', accepted, 'finds', finds);
  END $$;
  CREATE FUNCTION look_around(said text, secrets text[]) RETURNS text
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT concat_ws('; ',
      (SELECT string_agg(promise || ': ' || line, '; ') FROM broken_promises()),
      (SELECT 'what lies in a shut box' FROM unnest(secrets) AS secret
        WHERE position(secret IN regexp_replace(said, '[^0-9a-f]', '', 'g')) > 0 LIMIT 1))
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
