-- Polls: one way forward. When a step was taken is written by the database, and nothing that the step
-- does not bring changes, whatever columns a poll will have.

CREATE OR REPLACE FUNCTION "poll_goes_its_way"() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "at" timestamptz := "database_clock"();
  -- Accounts and proposals that are deleted are forgotten here too, see below.
  "may_differ" text[] := ARRAY['state', 'reminded_at', 'authors_told_at', 'drafted_by_id', 'checked_by_id', 'proposal_id'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."state" = 'DRAFT' OR OLD."is_test" THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'a poll that was scheduled stays' USING ERRCODE = 'check_violation';
  ELSIF TG_OP = 'INSERT' THEN
    IF NEW."state" = 'DRAFT' THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'a poll begins as a draft' USING ERRCODE = 'check_violation';
  ELSIF OLD."state" = 'DRAFT' AND NEW."state" = 'DRAFT' THEN
    RETURN NEW;
  END IF;

  CASE OLD."state"::text || ' ' || NEW."state"::text
    WHEN 'DRAFT SCHEDULED' THEN
      -- What everybody reads of the times is what the close goes by.
      IF (NEW."frozen_rule" ->> 'opensAt')::timestamptz IS DISTINCT FROM NEW."opens_at"
        OR (NEW."frozen_rule" ->> 'closesAt')::timestamptz IS DISTINCT FROM NEW."closes_at"
      THEN
        RAISE EXCEPTION 'the rule says other times' USING ERRCODE = 'check_violation';
      END IF;
      -- Whoever hears of it needs time to come to it; hands are raised by those who are there.
      IF NOT NEW."is_test" AND NEW."channels" <> '{HANDS}'
        AND NEW."closes_at" - NEW."opens_at" < interval '30 minutes'
      THEN
        RAISE EXCEPTION 'this poll is too short' USING ERRCODE = 'check_violation';
      END IF;
      RETURN NEW;
    WHEN 'SCHEDULED CLOSED' THEN
      IF "at" < OLD."closes_at" AND NOT OLD."is_test" THEN
        RAISE EXCEPTION 'this poll is not over' USING ERRCODE = 'check_violation';
      END IF;
      NEW."sealed_at" := "at";
      "may_differ" := "may_differ" || ARRAY['sealed_at'];
    WHEN 'SCHEDULED CANCELLED' THEN
      IF "at" >= OLD."closes_at" OR OLD."is_test" THEN
        RAISE EXCEPTION 'this poll is over' USING ERRCODE = 'check_violation';
      END IF;
      NEW."cancelled_at" := "at";
      "may_differ" := "may_differ" || ARRAY['cancelled_at', 'cancel_reason'];
    WHEN 'CLOSED CANCELLED' THEN
      NEW."cancelled_at" := "at";
      "may_differ" := "may_differ" || ARRAY['cancelled_at', 'cancel_reason'];
    WHEN 'CANCELLED CANCELLED' THEN
      -- Other words for why, see "polls_keep_earlier_words".
      "may_differ" := "may_differ" || ARRAY['cancel_reason', 'version'];
    WHEN 'CLOSED CLOSED' THEN
      -- A count found that the numbers do not fit together, or somebody lets it look again.
      IF NEW."disputed_at" IS NOT NULL AND OLD."disputed_at" IS NULL THEN
        NEW."disputed_at" := "at";
      END IF;
      "may_differ" := "may_differ" || ARRAY['disputed_at'];
    WHEN 'CLOSED COUNTED' THEN
      IF NOT ("is_all_counted"(OLD."id") AND "do_rights_fit"(OLD."id")) THEN
        RAISE EXCEPTION 'the numbers of this poll do not fit together' USING ERRCODE = 'check_violation';
      END IF;
      NEW."counted_at" := "at";
      "may_differ" := "may_differ" || ARRAY['counted_at', 'result'];
    WHEN 'COUNTED PUBLISHED' THEN
      NEW."published_at" := "at";
      "may_differ" := "may_differ" || ARRAY['published_at'];
    WHEN 'PUBLISHED ARCHIVED' THEN
      NEW."archived_at" := "at";
      "may_differ" := "may_differ" || ARRAY['archived_at'];
    WHEN 'ARCHIVED PUBLISHED' THEN
      -- Pressed by mistake: numbers and page are the same, so for a day it goes back as it was.
      IF ("at" - OLD."archived_at" <= interval '24 hours') IS NOT TRUE THEN
        RAISE EXCEPTION 'it lies in the archive for too long' USING ERRCODE = 'check_violation';
      END IF;
      NEW."archived_at" := NULL;
      "may_differ" := "may_differ" || ARRAY['archived_at'];
    ELSE
      IF OLD."state" <> NEW."state" THEN
        RAISE EXCEPTION 'a poll does not go back' USING ERRCODE = 'check_violation';
      END IF;
  END CASE;

  IF to_jsonb(NEW) - "may_differ" IS DISTINCT FROM to_jsonb(OLD) - "may_differ"
    OR NEW."drafted_by_id" IS NOT NULL AND NEW."drafted_by_id" IS DISTINCT FROM OLD."drafted_by_id"
    OR NEW."checked_by_id" IS NOT NULL AND NEW."checked_by_id" IS DISTINCT FROM OLD."checked_by_id"
    OR NEW."proposal_id" IS NOT NULL AND NEW."proposal_id" IS DISTINCT FROM OLD."proposal_id"
  THEN
    RAISE EXCEPTION 'the rule of this poll is frozen' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

DROP TRIGGER IF EXISTS "polls_go_their_way" ON "polls";
CREATE TRIGGER "polls_go_their_way" BEFORE INSERT OR UPDATE OR DELETE ON "polls"
  FOR EACH ROW EXECUTE FUNCTION "poll_goes_its_way"();

-- Closing shuffles and calling off destroys, whoever does it: the box follows its poll.
CREATE OR REPLACE FUNCTION "box_follows_its_poll"() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF NEW."state" = 'CLOSED' THEN
    PERFORM "shuffle_box"(NEW."id");
  ELSE
    DELETE FROM "ballots" WHERE "poll_id" = NEW."id";
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS "polls_move_their_box" ON "polls";
CREATE TRIGGER "polls_move_their_box" AFTER UPDATE OF "state" ON "polls" FOR EACH ROW
  WHEN (OLD."state" = 'SCHEDULED' AND NEW."state" IN ('CLOSED', 'CANCELLED'))
  EXECUTE FUNCTION "box_follows_its_poll"();

-- Options belong to the rule. Whoever schedules waits for a change of them and the reverse.
CREATE OR REPLACE FUNCTION "poll_options_are_frozen"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "poll" "polls";
BEGIN
  SELECT * INTO "poll" FROM "polls"
  WHERE "id" = coalesce(NEW."poll_id", OLD."poll_id") FOR SHARE;
  IF "poll"."id" IS NULL OR "poll"."state" = 'DRAFT' AND (TG_OP <> 'UPDATE' OR NEW."poll_id" = OLD."poll_id") THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  IF TG_OP = 'UPDATE' AND "poll"."result" IS NULL AND "poll"."state" IN ('SCHEDULED', 'CLOSED')
    AND to_jsonb(NEW) - 'withdrawn_at' = to_jsonb(OLD) - 'withdrawn_at'
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the rule of this poll is frozen' USING ERRCODE = 'check_violation';
END $$;

DROP TRIGGER IF EXISTS "poll_options_are_frozen" ON "poll_options";
CREATE TRIGGER "poll_options_are_frozen" BEFORE INSERT OR UPDATE OR DELETE ON "poll_options"
  FOR EACH ROW EXECUTE FUNCTION "poll_options_are_frozen"();
