-- Proposals: what was public stays, with its history.

DROP TRIGGER IF EXISTS "proposals_published_stay" ON "proposals";
CREATE TRIGGER "proposals_published_stay" BEFORE DELETE ON "proposals"
  FOR EACH ROW WHEN (OLD."published_at" IS NOT NULL) EXECUTE FUNCTION "stays"('what was published stays');

DROP TRIGGER IF EXISTS "proposal_steps_stay" ON "proposal_steps";
CREATE TRIGGER "proposal_steps_stay" BEFORE UPDATE ON "proposal_steps"
  FOR EACH ROW WHEN (to_jsonb(NEW) - '{note,version}'::text[] <> to_jsonb(OLD) - '{note,version}'::text[])
  EXECUTE FUNCTION "stays"('history is not rewritten');

-- What was entered by mistake as recommended or done goes back for a day, not longer: then others are told.
DROP TRIGGER IF EXISTS "proposals_back_for_a_day" ON "proposals";
CREATE TRIGGER "proposals_back_for_a_day" BEFORE UPDATE OF "state" ON "proposals"
  FOR EACH ROW WHEN (OLD."state_since" <= database_clock() - interval '24 hours'
    AND (OLD."state" = 'DONE' AND NEW."state" IN ('IN_PROGRESS', 'STATEMENT_RECEIVED')
      OR OLD."state" = 'ADOPTED' AND NEW."state" IN ('PUBLISHED', 'IN_FORUM', 'IN_VOTE')))
  EXECUTE FUNCTION "stays"('what is recommended or done for a day stays so');

-- Whoever is asked is told until when. Those who were asked before there were days were not, and go on waiting.
DROP TRIGGER IF EXISTS "proposals_asked_until_a_day" ON "proposals";
CREATE TRIGGER "proposals_asked_until_a_day" BEFORE UPDATE OF "state", "answer_by" ON "proposals"
  FOR EACH ROW WHEN (NEW."state" = 'NEEDS_CLARIFICATION' AND NEW."answer_by" IS NULL
    AND (OLD."state" <> 'NEEDS_CLARIFICATION' OR OLD."answer_by" IS NOT NULL))
  EXECUTE FUNCTION "stays"('whoever is asked is told until when');

-- What is deleted was handed in all the same: a figure goes on counting it, by day, way and district alone. Its day is
-- the office's: each connection of the program says where that is; who deletes by hand gets what is usual.
CREATE OR REPLACE FUNCTION "deleted_was_handed_in"() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  zone text := coalesce(nullif(current_setting('stadtteilforum.time_zone', true), ''), 'Europe/Berlin');
BEGIN
  INSERT INTO "forgotten_proposals" ("id", "submitted_at", "intake_channel", "district_id")
  VALUES (gen_random_uuid(),
    (date_trunc('day', OLD."submitted_at" AT TIME ZONE zone) + interval '12 hours') AT TIME ZONE zone,
    OLD."intake_channel", OLD."district_id");
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS "proposals_leave_a_count" ON "proposals";
CREATE TRIGGER "proposals_leave_a_count" AFTER DELETE ON "proposals"
  FOR EACH ROW WHEN (OLD."state" <> 'DRAFT') EXECUTE FUNCTION "deleted_was_handed_in"();

-- Proposals with all they are joined to, and that in turn: where a number changes when one of their supporters does.
CREATE OR REPLACE FUNCTION "numbers_upwards"("of_proposals" uuid[]) RETURNS SETOF integer
  LANGUAGE sql STABLE SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  WITH RECURSIVE upwards ("id", "number", "lead") AS (
    SELECT "id", "number", "merged_into_id" FROM "proposals" WHERE "id" = ANY("of_proposals")
    UNION
    SELECT p."id", p."number", p."merged_into_id" FROM upwards JOIN "proposals" p ON p."id" = upwards."lead"
  )
  SELECT DISTINCT "number" FROM upwards
$$;
