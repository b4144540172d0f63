-- What the counselling's role may ask for besides its own rows: narrow, and each for itself.

CREATE OR REPLACE FUNCTION "counselling"."still_counsels"("p_user" uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT EXISTS (SELECT FROM "role_grants" WHERE "user_id" = "p_user" AND "role" = 'COUNSELLOR')
$$;

-- Makes what can be booked until a day out of everybody's hours. Anybody may: it follows from what is there.
-- An hour that a clock leaves out has no appointment, one that comes twice has one.
CREATE OR REPLACE FUNCTION "counselling"."fill_slots"("p_until" date, "p_holidays" date[]) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_wanted" record;
  "v_made" integer := 0;
  -- Nobody fills years.
  "v_until" date := least("p_until", "database_clock"()::date + 120);
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('counselling.slots', 0));
  FOR "v_wanted" IN
    SELECT "h".*, "day"::date AS "local_date", "local", "local" AT TIME ZONE "h"."time_zone" AS "at"
    FROM "counselling"."hours" "h"
    CROSS JOIN LATERAL generate_series(
      greatest("h"."from_day", ("database_clock"() AT TIME ZONE "h"."time_zone")::date)::timestamp,
      least("v_until", coalesce("h"."until_day", "v_until"))::timestamp, interval '1 day') AS "day"
    CROSS JOIN LATERAL generate_series(
      "day" + "h"."starts", "day" + "h"."ends" - make_interval(mins => "h"."minutes"),
      make_interval(mins => "h"."minutes")) AS "local"
    WHERE "h"."kind" <> 'WALK_IN' AND extract(isodow FROM "day") = "h"."weekday"
      AND NOT "day"::date = ANY ("p_holidays") AND "counselling"."still_counsels"("h"."counsellor_id")
      AND NOT EXISTS (
        SELECT FROM "counselling"."days_off" "o" WHERE "o"."counsellor_id" = "h"."counsellor_id"
          AND "day"::date BETWEEN "o"."from_day" AND "o"."until_day"
      )
  LOOP
    CONTINUE WHEN "v_wanted"."at" <= "database_clock"()
      OR "v_wanted"."at" AT TIME ZONE "v_wanted"."time_zone" <> "v_wanted"."local"
      OR EXISTS (
        SELECT FROM "counselling"."slots" WHERE "counsellor_id" = "v_wanted"."counsellor_id"
          AND "starts_at" < "v_wanted"."at" + make_interval(mins => "v_wanted"."minutes")
          AND "ends_at" > "v_wanted"."at"
      );
    INSERT INTO "counselling"."slots" ("counsellor_id", "hours_id", "local_date", "local_start", "time_zone",
      "starts_at", "ends_at", "kind", "place", "step_free", "languages")
    VALUES ("v_wanted"."counsellor_id", "v_wanted"."id", "v_wanted"."local_date", "v_wanted"."local"::time,
      "v_wanted"."time_zone", "v_wanted"."at", "v_wanted"."at" + make_interval(mins => "v_wanted"."minutes"),
      "v_wanted"."kind", "v_wanted"."place", "v_wanted"."step_free", "v_wanted"."languages");
    "v_made" := "v_made" + 1;
  END LOOP;
  RETURN "v_made";
END $$;

-- What everybody may see: appointments nobody has, and not who gives them.
CREATE OR REPLACE FUNCTION "counselling"."free_slots"() RETURNS TABLE (
  "id" uuid, "starts_at" timestamptz, "ends_at" timestamptz, "time_zone" text, "kind" text, "place" text,
  "step_free" boolean, "languages" text[]
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT "s"."id", "s"."starts_at", "s"."ends_at", "s"."time_zone", "s"."kind", "s"."place", "s"."step_free", "s"."languages"
  FROM "counselling"."slots" "s"
  WHERE "s"."starts_at" > "database_clock"() AND "counselling"."still_counsels"("s"."counsellor_id")
    AND NOT EXISTS (
      SELECT FROM "counselling"."bookings" "b" WHERE "b"."slot_id" = "s"."id" AND "b"."state" <> 'CANCELLED_BY_VISITOR'
    )
  ORDER BY "s"."starts_at", "s"."place", "s"."id"
$$;

-- When everybody may come without an appointment; not to whom.
CREATE OR REPLACE FUNCTION "counselling"."open_hours"() RETURNS TABLE (
  "weekday" integer, "starts" text, "ends" text, "place" text, "step_free" boolean, "languages" text[]
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT DISTINCT "h"."weekday"::integer, to_char("h"."starts", 'HH24:MI'), to_char("h"."ends", 'HH24:MI'), "h"."place",
    "h"."step_free", "h"."languages"
  FROM "counselling"."hours" "h"
  WHERE "h"."kind" = 'WALK_IN' AND "counselling"."still_counsels"("h"."counsellor_id")
    AND ("database_clock"() AT TIME ZONE "h"."time_zone")::date BETWEEN "h"."from_day" AND coalesce("h"."until_day", 'infinity')
  ORDER BY 1, 2, 4
$$;

-- Takes an appointment. BOOKED, also when the same form comes again; TAKEN by somebody else, GONE or past,
-- PHONE: somebody has to be reached for it. That nobody has it twice is the index's business.
CREATE OR REPLACE FUNCTION "counselling"."book"(
  "p_slot" uuid, "p_name" text, "p_phone" text, "p_language" text, "p_step_free" boolean, "p_via" text,
  "p_number" integer, "p_code_hash" text
) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_slot" "counselling"."slots"%ROWTYPE;
BEGIN
  IF EXISTS (SELECT FROM "counselling"."bookings" WHERE "code_hash" = "p_code_hash") THEN RETURN 'BOOKED'; END IF;
  SELECT * INTO "v_slot" FROM "counselling"."slots" WHERE "id" = "p_slot" AND "starts_at" > "database_clock"()
    AND "counselling"."still_counsels"("counsellor_id");
  IF NOT FOUND OR NOT "counselling"."is_up"() THEN RETURN 'GONE'; END IF;
  IF "p_via" <> 'WEB' AND "counselling"."me"() IS DISTINCT FROM "v_slot"."counsellor_id" THEN RETURN 'GONE'; END IF;
  IF "v_slot"."kind" <> 'PERSONAL' AND "p_phone" IS NULL THEN RETURN 'PHONE'; END IF;
  INSERT INTO "counselling"."bookings" ("slot_id", "counsellor_id", "name", "phone", "language", "step_free", "via", "number", "code_hash")
    VALUES ("p_slot", "v_slot"."counsellor_id", "p_name", "p_phone", "p_language", "p_step_free", "p_via", "p_number", "p_code_hash");
  RETURN 'BOOKED';
EXCEPTION WHEN unique_violation THEN
  RETURN CASE WHEN EXISTS (SELECT FROM "counselling"."bookings" WHERE "code_hash" = "p_code_hash") THEN 'BOOKED' ELSE 'TAKEN' END;
END $$;

-- The booking a number and its code open. Ten wrong codes in an hour close the number for that hour.
CREATE OR REPLACE FUNCTION "counselling"."opened"("p_number" integer, "p_hashes" text[]) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_id" uuid;
BEGIN
  IF EXISTS (
    SELECT FROM "counselling"."tries" WHERE "number" = "p_number" AND "wrong" >= 10
      AND "since" > "database_clock"() - interval '1 hour'
  ) THEN RETURN NULL; END IF;
  SELECT "id" INTO "v_id" FROM "counselling"."bookings" WHERE "number" = "p_number" AND "code_hash" = ANY ("p_hashes");
  IF "v_id" IS NULL AND EXISTS (SELECT FROM "counselling"."bookings" WHERE "number" = "p_number") THEN
    INSERT INTO "counselling"."tries" ("number", "wrong", "since") VALUES ("p_number", 1, "database_clock"())
      ON CONFLICT ("number") DO UPDATE SET
        "wrong" = CASE WHEN "tries"."since" > "database_clock"() - interval '1 hour' THEN "tries"."wrong" + 1 ELSE 1 END,
        "since" = CASE WHEN "tries"."since" > "database_clock"() - interval '1 hour' THEN "tries"."since" ELSE "database_clock"() END;
  END IF;
  RETURN "v_id";
END $$;

-- One's own appointment, by number and code.
CREATE OR REPLACE FUNCTION "counselling"."own_booking"("p_number" integer, "p_hashes" text[]) RETURNS TABLE (
  "state" text, "name" text, "phone" text, "language" text, "needs_step_free" boolean, "slot_id" uuid,
  "starts_at" timestamptz, "ends_at" timestamptz, "time_zone" text, "kind" text, "place" text, "step_free" boolean, "is_open" boolean
) LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT "b"."state", "b"."name", "b"."phone", "b"."language", "b"."step_free", "s"."id", "s"."starts_at", "s"."ends_at",
    "s"."time_zone", "s"."kind", "s"."place", "s"."step_free", "b"."state" = 'BOOKED' AND "s"."starts_at" > "database_clock"()
  FROM "counselling"."bookings" "b" JOIN "counselling"."slots" "s" ON "s"."id" = "b"."slot_id"
  WHERE "b"."id" = (SELECT "counselling"."opened"("p_number", "p_hashes"))
$$;

-- Gives an appointment back, and with it everything that was said of oneself. CANCELLED, WRONG or PAST.
CREATE OR REPLACE FUNCTION "counselling"."give_back"("p_number" integer, "p_hashes" text[]) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_id" uuid := "counselling"."opened"("p_number", "p_hashes");
BEGIN
  IF "v_id" IS NULL THEN RETURN 'WRONG'; END IF;
  UPDATE "counselling"."bookings" "b"
  SET "state" = 'CANCELLED_BY_VISITOR'
  FROM "counselling"."slots" "s"
  WHERE "b"."id" = "v_id" AND "s"."id" = "b"."slot_id" AND "b"."state" = 'BOOKED' AND "s"."starts_at" > "database_clock"();
  RETURN CASE WHEN FOUND THEN 'CANCELLED' ELSE 'PAST' END;
END $$;

-- Another time for the same booking: both or neither. MOVED, WRONG, PAST, or as `book` answers.
CREATE OR REPLACE FUNCTION "counselling"."move"("p_number" integer, "p_hashes" text[], "p_slot" uuid) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_id" uuid := "counselling"."opened"("p_number", "p_hashes");
  "v_slot" "counselling"."slots"%ROWTYPE;
  "v_phone" text;
BEGIN
  IF "v_id" IS NULL THEN RETURN 'WRONG'; END IF;
  SELECT "b"."phone" INTO "v_phone" FROM "counselling"."bookings" "b" JOIN "counselling"."slots" "s" ON "s"."id" = "b"."slot_id"
  WHERE "b"."id" = "v_id" AND "b"."state" = 'BOOKED' AND "s"."starts_at" > "database_clock"();
  IF NOT FOUND THEN RETURN 'PAST'; END IF;
  SELECT * INTO "v_slot" FROM "counselling"."slots" WHERE "id" = "p_slot" AND "starts_at" > "database_clock"()
    AND "counselling"."still_counsels"("counsellor_id");
  IF NOT FOUND THEN RETURN 'GONE'; END IF;
  IF "v_slot"."kind" <> 'PERSONAL' AND "v_phone" IS NULL THEN RETURN 'PHONE'; END IF;
  UPDATE "counselling"."bookings" SET "slot_id" = "p_slot", "counsellor_id" = "v_slot"."counsellor_id"
  WHERE "id" = "v_id" AND "state" = 'BOOKED';
  RETURN CASE WHEN FOUND THEN 'MOVED' ELSE 'PAST' END;
EXCEPTION WHEN unique_violation THEN
  RETURN 'TAKEN';
END $$;

-- What the counsellor may make of a booking, whose words nobody can change.
CREATE OR REPLACE FUNCTION "counselling"."booking_goes_its_way"() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_begun" boolean := (SELECT "starts_at" <= "database_clock"() FROM "counselling"."slots" WHERE "id" = NEW."slot_id");
BEGIN
  IF OLD."state" <> NEW."state" AND NOT (
    CASE NEW."state"
      WHEN 'HELD' THEN OLD."state" IN ('BOOKED', 'NO_SHOW') AND "v_begun"
      WHEN 'NO_SHOW' THEN OLD."state" IN ('BOOKED', 'HELD') AND "v_begun"
      WHEN 'CANCELLED_BY_OFFICE' THEN OLD."state" = 'BOOKED'
      WHEN 'CANCELLED_BY_VISITOR' THEN OLD."state" = 'BOOKED'
      ELSE false
    END
  ) THEN
    RAISE EXCEPTION 'a booking does not go that way' USING ERRCODE = 'check_violation';
  END IF;
  -- Whoever left a number is told; afterwards nobody needs it any more.
  IF OLD."state" = 'BOOKED' AND NEW."state" = 'CANCELLED_BY_OFFICE' THEN NEW."to_call" := NEW."phone" IS NOT NULL; END IF;
  IF NEW."state" = 'CANCELLED_BY_VISITOR' OR (OLD."to_call" AND NOT NEW."to_call") THEN NEW."name" := NULL; NEW."phone" := NULL; NEW."language" := NULL; NEW."step_free" := false; END IF;
  RETURN NEW;
END $$;
DROP TRIGGER IF EXISTS "bookings_go_their_way" ON "counselling"."bookings";
CREATE TRIGGER "bookings_go_their_way" BEFORE UPDATE ON "counselling"."bookings"
  FOR EACH ROW EXECUTE FUNCTION "counselling"."booking_goes_its_way"();

-- Days without counselling: what nobody has goes, what somebody has is called off. How many that were.
CREATE OR REPLACE FUNCTION "counselling"."take_off"("p_from" date, "p_until" date) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_me" uuid := "counselling"."me"();
  "v_off" integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('counselling.slots', 0));
  -- Without anybody it is refused here.
  INSERT INTO "counselling"."days_off" ("counsellor_id", "from_day", "until_day") VALUES ("v_me", "p_from", "p_until");
  UPDATE "counselling"."bookings" "b" SET "state" = 'CANCELLED_BY_OFFICE'
  FROM "counselling"."slots" "s" WHERE "s"."id" = "b"."slot_id" AND "b"."state" = 'BOOKED'
    AND "s"."counsellor_id" = "v_me" AND "s"."local_date" BETWEEN "p_from" AND "p_until" AND "s"."starts_at" > "database_clock"();
  GET DIAGNOSTICS "v_off" = ROW_COUNT;
  PERFORM "counselling"."drop_free"("v_me", NULL, "p_from", "p_until");
  RETURN "v_off";
END $$;

-- Takes away what nobody has. Whoever is just booking is waited for, and keeps the appointment.
CREATE OR REPLACE FUNCTION "counselling"."drop_free"("p_counsellor" uuid, "p_hours" uuid, "p_from" date, "p_until" date) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  LOCK TABLE "counselling"."bookings" IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM "counselling"."slots" "s" WHERE "counsellor_id" = "p_counsellor" AND "starts_at" > "database_clock"()
    AND ("p_hours" IS NULL OR "hours_id" = "p_hours")
    AND ("p_from" IS NULL OR "local_date" BETWEEN "p_from" AND "p_until")
    AND NOT EXISTS (SELECT FROM "counselling"."bookings" "b" WHERE "b"."slot_id" = "s"."id");
END $$;

-- Hours that are no more. What somebody has of them stays. How many those are.
CREATE OR REPLACE FUNCTION "counselling"."close_hours"("p_hours" uuid) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_me" uuid := "counselling"."me"();
  "v_left" integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('counselling.slots', 0));
  PERFORM "counselling"."drop_free"("v_me", "p_hours", NULL, NULL);
  SELECT count(*) INTO "v_left" FROM "counselling"."bookings" "b" JOIN "counselling"."slots" "s" ON "s"."id" = "b"."slot_id"
  WHERE "s"."hours_id" = "p_hours" AND "s"."counsellor_id" = "v_me" AND "b"."state" = 'BOOKED'
    AND "s"."starts_at" > "database_clock"();
  DELETE FROM "counselling"."hours" WHERE "id" = "p_hours" AND "counsellor_id" = "v_me";
  RETURN "v_left";
END $$;

-- Forgets what has been kept long enough: contacts a day after the appointment, the booking and the
-- appointment a week after. Anybody may call it, it only does what is due.
CREATE OR REPLACE FUNCTION "counselling"."purge"() RETURNS TABLE ("contacts" integer, "slots" integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_week_ago" timestamptz := "database_clock"() - interval '7 days';
BEGIN
  UPDATE "counselling"."bookings" "b"
  SET "name" = NULL, "phone" = NULL, "language" = NULL, "step_free" = false, "to_call" = false
  FROM "counselling"."slots" "s"
  WHERE "s"."id" = "b"."slot_id" AND "s"."ends_at" <= "database_clock"() - interval '24 hours'
    AND ("b"."name" IS NOT NULL OR "b"."phone" IS NOT NULL OR "b"."language" IS NOT NULL OR "b"."step_free");
  GET DIAGNOSTICS "contacts" = ROW_COUNT;
  DELETE FROM "counselling"."bookings" "b" USING "counselling"."slots" "s"
  WHERE "s"."id" = "b"."slot_id" AND "s"."ends_at" <= "v_week_ago";
  DELETE FROM "counselling"."slots" WHERE "ends_at" <= "v_week_ago";
  GET DIAGNOSTICS "slots" = ROW_COUNT;
  DELETE FROM "counselling"."days_off" WHERE "until_day" < "v_week_ago"::date;
  DELETE FROM "counselling"."tries" WHERE "since" <= "database_clock"() - interval '24 hours';
  DELETE FROM "counselling"."walk_ins" WHERE "day" < ("database_clock"() - interval '24 hours')::date;
  RETURN NEXT;
END $$;

-- What the office may know: talks of whole months, all counsellors together, and nothing below five.
CREATE OR REPLACE FUNCTION "counselling"."talks_by_month"() RETURNS TABLE ("month" date, "talks" integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT "month", CASE WHEN sum("talks") >= 5 THEN sum("talks")::integer END FROM "counselling"."tallies"
  WHERE "month" < date_trunc('month', "database_clock"())::date GROUP BY 1 ORDER BY 1 DESC LIMIT 24
$$;

-- A number for whoever comes in open hours; the next one of that day.
CREATE OR REPLACE FUNCTION "counselling"."draw_number"("p_day" date) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_number" integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('counselling.walk_ins', 0));
  IF "counselling"."me"() IS NULL THEN RETURN NULL; END IF;
  SELECT coalesce(max("number"), 0) + 1 INTO "v_number" FROM "counselling"."walk_ins" WHERE "day" = "p_day";
  INSERT INTO "counselling"."walk_ins" ("day", "number") VALUES ("p_day", "v_number");
  RETURN "v_number";
END $$;

-- Asks the next one in; NULL when nobody waits.
CREATE OR REPLACE FUNCTION "counselling"."call_next"("p_day" date, "p_place" text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_number" integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('counselling.walk_ins', 0));
  IF "counselling"."me"() IS NULL THEN RETURN NULL; END IF;
  UPDATE "counselling"."walk_ins" SET "called_at" = "database_clock"(), "place" = "p_place"
  WHERE "day" = "p_day" AND "number" = (
    SELECT "number" FROM "counselling"."walk_ins" WHERE "day" = "p_day" AND "called_at" IS NULL
    ORDER BY "number" LIMIT 1
  ) RETURNING "number" INTO "v_number";
  RETURN "v_number";
END $$;

-- What hangs in the waiting room: numbers and where to go.
CREATE OR REPLACE FUNCTION "counselling"."numbers_of"("p_day" date) RETURNS TABLE ("number" integer, "place" text, "called" boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT "number"::integer, "place", "called_at" IS NOT NULL FROM "counselling"."walk_ins"
  WHERE "day" = "p_day" ORDER BY "called_at" DESC NULLS LAST, "number"
$$;
