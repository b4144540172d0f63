-- The roll. Locks the poll, so that closing waits for whoever is just casting and the reverse; the clock
-- is asked after that. A try-out is the only poll that can be closed before its time: nobody votes in it.
CREATE OR REPLACE FUNCTION "poll_takes_votes"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  PERFORM 1 FROM "polls" WHERE "id" IN (SELECT "poll_id" FROM "added") FOR SHARE;
  IF EXISTS (
    SELECT 1 FROM "added" JOIN "polls" ON "polls"."id" = "added"."poll_id"
    WHERE "state" <> 'SCHEDULED' OR "database_clock"() < "opens_at" OR "database_clock"() >= "closes_at"
  ) THEN
    RAISE EXCEPTION 'this poll takes no votes' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT 1 FROM "added" JOIN "polls" ON "polls"."id" = "added"."poll_id"
    WHERE ("user_id" IS NULL) <> "is_test"
  ) THEN
    RAISE EXCEPTION 'a line of the roll is for somebody' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS "roll_entries_only_while_open" ON "roll_entries";
CREATE TRIGGER "roll_entries_only_while_open" AFTER INSERT ON "roll_entries"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "poll_takes_votes"();

CREATE OR REPLACE FUNCTION "roll_entries_stay"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  -- Only the deletion of the account takes the name away.
  IF NEW."user_id" IS NULL AND to_jsonb(NEW) - 'user_id' = to_jsonb(OLD) - 'user_id' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the roll is not rewritten' USING ERRCODE = 'check_violation';
END $$;

DROP TRIGGER IF EXISTS "roll_entries_stay" ON "roll_entries";
CREATE TRIGGER "roll_entries_stay" BEFORE UPDATE ON "roll_entries"
  FOR EACH ROW EXECUTE FUNCTION "roll_entries_stay"();

-- A new account could vote again.
CREATE OR REPLACE FUNCTION "voters_stay_while_open"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "roll_entries" JOIN "polls" ON "polls"."id" = "roll_entries"."poll_id"
    WHERE "user_id" = OLD."id" AND "state" = 'SCHEDULED' AND "database_clock"() < "closes_at"
  ) THEN
    RAISE EXCEPTION 'somebody voted who shall be deleted' USING ERRCODE = 'check_violation';
  END IF;
  RETURN OLD;
END $$;

DROP TRIGGER IF EXISTS "users_stay_while_open" ON "users";
CREATE TRIGGER "users_stay_while_open" BEFORE DELETE ON "users"
  FOR EACH ROW EXECUTE FUNCTION "voters_stay_while_open"();

-- Strikes somebody off who gave their paper back, while the poll is open; tells whether there was one.
CREATE OR REPLACE FUNCTION "take_back_paper"("of_poll" uuid, "of_user" uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  PERFORM 1 FROM "polls" WHERE "id" = "of_poll" FOR SHARE;
  DELETE FROM "roll_entries" USING "polls"
  WHERE "poll_id" = "of_poll" AND "user_id" = "of_user" AND "channel" = 'PAPER' AND "polls"."id" = "of_poll"
    AND "state" = 'SCHEDULED' AND "opens_at" <= "database_clock"() AND "database_clock"() < "closes_at";
  RETURN FOUND;
END $$;

-- Forgets who voted, thirty days after the count or the cancelling.
CREATE OR REPLACE FUNCTION "forget_rolls"() RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  DELETE FROM "roll_entries" USING "polls" WHERE "polls"."id" = "poll_id"
    AND least("counted_at", "cancelled_at") < "database_clock"() - interval '30 days'
$$;

-- Forgets who drafted, checked, counted and stopped a poll, twelve months after the count or the cancelling: as
-- what somebody counted stands in the sheets, and everything else was done for the office.
CREATE OR REPLACE FUNCTION "forget_poll_makers"() RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  UPDATE "polls" SET "drafted_by_id" = NULL, "checked_by_id" = NULL
  WHERE least("counted_at", "cancelled_at") < "database_clock"() - interval '12 months'
    AND num_nonnulls("drafted_by_id", "checked_by_id") > 0;
  UPDATE "count_sheets" SET "entered_by_id" = NULL FROM "polls" WHERE "polls"."id" = "poll_id"
    AND least("counted_at", "cancelled_at") < "database_clock"() - interval '12 months' AND "entered_by_id" IS NOT NULL;
  UPDATE "poll_stops" SET "asked_by_id" = NULL, "settled_by_id" = NULL FROM "polls" WHERE "polls"."id" = "poll_id"
    AND least("counted_at", "cancelled_at") < "database_clock"() - interval '12 months'
    AND num_nonnulls("asked_by_id", "settled_by_id") > 0
$$;
