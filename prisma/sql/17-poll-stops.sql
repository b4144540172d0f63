-- What is to be taken away from a poll: asked for by one, agreed to by another; see also the constraints
-- of the table. Polls and their options ask here before they are called off or withdrawn.

CREATE OR REPLACE FUNCTION "poll_stops_stay"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT NEW."late" AND NEW."asked_by_id" IS NOT NULL AND num_nonnulls(NEW."settled_by_id", NEW."settled_at", NEW."agreed") = 0
      AND NOT NEW."alone" AND (NEW."option_id" IS NULL
        OR EXISTS (SELECT 1 FROM "poll_options" WHERE "id" = NEW."option_id" AND "poll_id" = NEW."poll_id"))
    THEN
      NEW."asked_at" := "database_clock"();
      RETURN NEW;
    END IF;
  ELSIF TG_OP = 'DELETE' THEN
    -- Goes with its poll only.
    IF NOT EXISTS (SELECT 1 FROM "polls" WHERE "id" = OLD."poll_id") THEN RETURN OLD; END IF;
  ELSIF to_jsonb(NEW) - ARRAY['asked_by_id', 'settled_by_id'] = to_jsonb(OLD) - ARRAY['asked_by_id', 'settled_by_id']
    AND (NEW."asked_by_id" IS NULL OR NEW."asked_by_id" = OLD."asked_by_id")
    AND (NEW."settled_by_id" IS NULL OR NEW."settled_by_id" = OLD."settled_by_id")
  THEN
    -- Only the deletion of the account takes a name away.
    RETURN NEW;
  ELSIF OLD."agreed" AND OLD."option_id" IS NULL AND to_jsonb(NEW) - 'reason' = to_jsonb(OLD) - 'reason'
    AND EXISTS (SELECT FROM "polls" WHERE "id" = NEW."poll_id" AND "state" = 'CANCELLED' AND "cancel_reason" = NEW."reason")
  THEN
    -- Why the poll was called off was corrected: what must not be read any more is not kept here either.
    RETURN NEW;
  ELSIF NEW."late" AND NOT NEW."agreed" AND OLD."settled_at" IS NULL
    AND to_jsonb(NEW) - ARRAY['settled_at', 'agreed', 'late'] = to_jsonb(OLD) - ARRAY['settled_at', 'agreed', 'late']
    AND EXISTS (SELECT 1 FROM "polls" WHERE "id" = NEW."poll_id" AND "state" IN ('COUNTED', 'PUBLISHED', 'ARCHIVED'))
  THEN
    -- It came too late: nobody did anything.
    SELECT "database_clock"() INTO NEW."settled_at";
    RETURN NEW;
  ELSIF OLD."settled_at" IS NULL AND NEW."agreed" IS NOT NULL AND NEW."settled_by_id" IS NOT NULL
    AND to_jsonb(NEW) - ARRAY['settled_by_id', 'settled_at', 'agreed', 'alone']
      = to_jsonb(OLD) - ARRAY['settled_by_id', 'settled_at', 'agreed', 'alone']
  THEN
    -- Alone is whoever asked, where nobody else may look at polls.
    IF NEW."alone" AND (NEW."settled_by_id" IS DISTINCT FROM OLD."asked_by_id" OR EXISTS (
      SELECT 1 FROM "role_grants" WHERE "user_id" <> NEW."settled_by_id"
        AND "role" IN ('COORDINATOR', 'ADMIN', 'REPRESENTATIVE')))
    THEN
      RAISE EXCEPTION 'somebody else could agree' USING ERRCODE = 'check_violation';
    END IF;
    NEW."settled_at" := "database_clock"();
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what was asked for a poll stays' USING ERRCODE = 'check_violation';
END $$;

DROP TRIGGER IF EXISTS "poll_stops_stay" ON "poll_stops";
CREATE TRIGGER "poll_stops_stay" BEFORE INSERT OR UPDATE OR DELETE ON "poll_stops"
  FOR EACH ROW EXECUTE FUNCTION "poll_stops_stay"();

-- Whoever calls a poll off says what the second person read.
CREATE OR REPLACE FUNCTION "poll_is_stopped_by_two"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "poll_stops"
    WHERE "poll_id" = NEW."id" AND "option_id" IS NULL AND "agreed" AND "reason" = NEW."cancel_reason"
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a second person has to agree' USING ERRCODE = 'check_violation';
END $$;

DROP TRIGGER IF EXISTS "polls_stopped_by_two" ON "polls";
CREATE TRIGGER "polls_stopped_by_two" BEFORE UPDATE OF "state" ON "polls" FOR EACH ROW
  WHEN (OLD."state" <> 'CANCELLED' AND NEW."state" = 'CANCELLED')
  EXECUTE FUNCTION "poll_is_stopped_by_two"();

CREATE OR REPLACE FUNCTION "option_is_withdrawn_by_two"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "poll_stops" WHERE "option_id" = NEW."id" AND "agreed") THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a second person has to agree' USING ERRCODE = 'check_violation';
END $$;

DROP TRIGGER IF EXISTS "poll_options_withdrawn_by_two" ON "poll_options";
CREATE TRIGGER "poll_options_withdrawn_by_two" BEFORE UPDATE OF "withdrawn_at" ON "poll_options" FOR EACH ROW
  WHEN (OLD."withdrawn_at" IS NULL AND NEW."withdrawn_at" IS NOT NULL)
  EXECUTE FUNCTION "option_is_withdrawn_by_two"();
