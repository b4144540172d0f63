-- What the counselling's role may ask for besides its own rows: narrow, and each for itself.

CREATE OR REPLACE FUNCTION "counselling"."still_counsels"("p_user" uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT EXISTS (SELECT FROM "role_grants" WHERE "user_id" = "p_user" AND "role" = 'COUNSELLOR')
$$;

-- A clock nobody knows would stand in everybody's way: appointments of all are made at once.
CREATE OR REPLACE FUNCTION "counselling"."hours_have_a_clock"() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  PERFORM "database_clock"() AT TIME ZONE NEW."time_zone";
  RETURN NEW;
EXCEPTION WHEN invalid_parameter_value THEN
  RAISE EXCEPTION 'hours follow a clock of the world' USING ERRCODE = 'check_violation';
END $$;
DROP TRIGGER IF EXISTS "hours_follow_a_clock" ON "counselling"."hours";
CREATE TRIGGER "hours_follow_a_clock" BEFORE INSERT OR UPDATE ON "counselling"."hours"
  FOR EACH ROW EXECUTE FUNCTION "counselling"."hours_have_a_clock"();

-- How long before its time an appointment can still be taken. Whoever counsels sees at once what they take themselves.
CREATE OR REPLACE FUNCTION "counselling"."notice_of"("p_kind" text, "p_via" text) RETURNS interval
  LANGUAGE sql IMMUTABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT CASE
    WHEN "p_via" IN ('PHONE', 'COUNTER') THEN interval '0' WHEN "p_kind" = 'HOME_VISIT' THEN interval '24 hours' ELSE interval '1 hour' END
$$;

-- Whether somebody does not counsel on a day.
CREATE OR REPLACE FUNCTION "counselling"."is_off"("p_counsellor" uuid, "p_day" date) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT EXISTS (
    SELECT FROM "counselling"."days_off" WHERE "counsellor_id" = "p_counsellor" AND "p_day" BETWEEN "from_day" AND "until_day"
  )
$$;

-- Whether an appointment is one: its hours stand, nobody took it back, and that day is none without counselling.
CREATE OR REPLACE FUNCTION "counselling"."stands"("p_slot" uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT EXISTS (
    SELECT FROM "counselling"."slots" WHERE "id" = "p_slot" AND "hours_id" IS NOT NULL AND NOT "withdrawn"
      AND NOT "counselling"."is_off"("counsellor_id", "local_date")
  )
$$;

-- Whether an appointment of somebody's can be had: it stands, and its counsellor counsels. Whoever takes it alone has to
-- leave time for it to be seen: nobody is sent a message.
CREATE OR REPLACE FUNCTION "counselling"."is_offered"("p_slot" uuid, "p_via" text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT EXISTS (
    SELECT FROM "counselling"."slots" "s" WHERE "s"."id" = "p_slot"
      AND "s"."starts_at" > "database_clock"() + "counselling"."notice_of"("s"."kind", "p_via")
      AND "counselling"."still_counsels"("s"."counsellor_id") AND "counselling"."stands"("s"."id")
  )
$$;

-- Makes what can be booked until a day out of everybody's hours. Anybody may: it follows from what is there.
-- An hour that a clock leaves out has no appointment, one that comes twice has one. Of hours that are no more only what
-- somebody has stands in the way. Answers how many are new, at a desk how many of those are one's own.
CREATE OR REPLACE FUNCTION "counselling"."fill_slots"("p_until" date, "p_holidays" date[]) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_wanted" record;
  "v_made" integer := 0;
  "v_me" uuid := "counselling"."me"();
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
      AND NOT "counselling"."is_off"("h"."counsellor_id", "day"::date)
  LOOP
    CONTINUE WHEN "v_wanted"."at" <= "database_clock"()
      OR "v_wanted"."at" AT TIME ZONE "v_wanted"."time_zone" <> "v_wanted"."local"
      OR EXISTS (
        SELECT FROM "counselling"."slots" "s" WHERE "counsellor_id" = "v_wanted"."counsellor_id"
          AND "starts_at" < "v_wanted"."at" + make_interval(mins => "v_wanted"."minutes")
          AND "ends_at" > "v_wanted"."at"
          AND ("hours_id" IS NOT NULL OR EXISTS (
            SELECT FROM "counselling"."bookings" "b" WHERE "b"."slot_id" = "s"."id" AND "b"."state" <> 'CANCELLED_BY_VISITOR'
          ))
      );
    INSERT INTO "counselling"."slots" ("counsellor_id", "hours_id", "local_date", "local_start", "time_zone",
      "starts_at", "ends_at", "kind", "place", "step_free", "languages")
    VALUES ("v_wanted"."counsellor_id", "v_wanted"."id", "v_wanted"."local_date", "v_wanted"."local"::time,
      "v_wanted"."time_zone", "v_wanted"."at", "v_wanted"."at" + make_interval(mins => "v_wanted"."minutes"),
      "v_wanted"."kind", "v_wanted"."place", "v_wanted"."step_free", "v_wanted"."languages")
    ON CONFLICT ("counsellor_id", "starts_at") DO UPDATE SET "withdrawn" = false, "hours_id" = EXCLUDED."hours_id", "ends_at" = EXCLUDED."ends_at",
      "local_date" = EXCLUDED."local_date", "local_start" = EXCLUDED."local_start", "time_zone" = EXCLUDED."time_zone", "kind" = EXCLUDED."kind", "place" = EXCLUDED."place", "step_free" = EXCLUDED."step_free", "languages" = EXCLUDED."languages";
    IF "v_me" IS NULL OR "v_me" = "v_wanted"."counsellor_id" THEN "v_made" := "v_made" + 1; END IF;
  END LOOP;
  RETURN "v_made";
END $$;

-- What everybody may see: appointments nobody has, until when each can be taken, and not who gives them.
DROP FUNCTION IF EXISTS "counselling"."free_slots"();
CREATE OR REPLACE FUNCTION "counselling"."free_appointments"() RETURNS TABLE (
  "id" uuid, "starts_at" timestamptz, "ends_at" timestamptz, "time_zone" text, "kind" text, "place" text,
  "step_free" boolean, "languages" text[], "bookable_until" timestamptz
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT "s"."id", "s"."starts_at", "s"."ends_at", "s"."time_zone", "s"."kind", "s"."place", "s"."step_free", "s"."languages",
    "s"."starts_at" - "counselling"."notice_of"("s"."kind", 'WEB')
  FROM "counselling"."slots" "s"
  WHERE "s"."starts_at" > "database_clock"() AND "counselling"."is_offered"("s"."id", 'WEB')
    AND NOT EXISTS (
      SELECT FROM "counselling"."bookings" "b" WHERE "b"."slot_id" = "s"."id" AND "b"."state" <> 'CANCELLED_BY_VISITOR'
    )
  ORDER BY "s"."starts_at", "s"."place", "s"."id"
$$;

-- The same of one appointment, whether or not it is free: what a page says of it that was made before.
CREATE OR REPLACE FUNCTION "counselling"."slot_of"("p_slot" uuid) RETURNS TABLE (
  "id" uuid, "starts_at" timestamptz, "ends_at" timestamptz, "time_zone" text, "kind" text, "place" text,
  "step_free" boolean, "languages" text[]
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT "s"."id", "s"."starts_at", "s"."ends_at", "s"."time_zone", "s"."kind", "s"."place", "s"."step_free", "s"."languages"
  FROM "counselling"."slots" "s" WHERE "s"."id" = "p_slot" AND "s"."starts_at" > "database_clock"()
$$;

-- When everybody may come without an appointment, day by day; not to whom.
DROP FUNCTION IF EXISTS "counselling"."open_hours"();
CREATE OR REPLACE FUNCTION "counselling"."open_hours"("p_until" date, "p_holidays" date[]) RETURNS TABLE (
  "day" text, "starts" text, "ends" text, "place" text, "step_free" boolean, "languages" text[]
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT DISTINCT to_char("at", 'YYYY-MM-DD'), to_char("h"."starts", 'HH24:MI'), to_char("h"."ends", 'HH24:MI'), "h"."place",
    "h"."step_free", "h"."languages"
  FROM "counselling"."hours" "h"
  CROSS JOIN LATERAL generate_series(
    greatest("h"."from_day", ("database_clock"() AT TIME ZONE "h"."time_zone")::date)::timestamp,
    least("p_until", "database_clock"()::date + 120, "h"."until_day")::timestamp, interval '1 day') AS "at"
  WHERE "h"."kind" = 'WALK_IN' AND extract(isodow FROM "at") = "h"."weekday"
    AND ("at" + "h"."ends") AT TIME ZONE "h"."time_zone" > "database_clock"()
    AND NOT "at"::date = ANY ("p_holidays") AND "counselling"."still_counsels"("h"."counsellor_id")
    AND NOT "counselling"."is_off"("h"."counsellor_id", "at"::date)
  ORDER BY 1, 2, 4
$$;

-- The weeks as they hang at the door: when there is counselling as a rule in the coming days, and not whose.
CREATE OR REPLACE FUNCTION "counselling"."weekly_hours"("p_until" date) RETURNS TABLE (
  "weekday" integer, "starts" text, "ends" text, "kind" text, "place" text, "step_free" boolean, "languages" text[]
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT DISTINCT "h"."weekday"::integer, to_char("h"."starts", 'HH24:MI'), to_char("h"."ends", 'HH24:MI'), "h"."kind", "h"."place",
    "h"."step_free", "h"."languages"
  FROM "counselling"."hours" "h"
  WHERE "h"."from_day" <= "p_until" AND coalesce("h"."until_day", 'infinity') >= ("database_clock"() AT TIME ZONE "h"."time_zone")::date
    AND "counselling"."still_counsels"("h"."counsellor_id")
  ORDER BY 1, 2, 3, 4, 5
$$;

-- Why an appointment is none for somebody; NULL: it is one. PHONE: they have to be reached for it, LANGUAGE: nobody
-- speaks theirs there, where that is asked, STEPS: they cannot get in.
CREATE OR REPLACE FUNCTION "counselling"."misfit"(
  "p_slot" uuid, "p_phone" text, "p_language" text, "p_step_free" boolean
) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT CASE
    WHEN "kind" <> 'PERSONAL' AND "p_phone" IS NULL THEN 'PHONE'
    WHEN NOT "p_language" = ANY ("languages") THEN 'LANGUAGE'
    WHEN "kind" = 'PERSONAL' AND "p_step_free" AND NOT "step_free" THEN 'STEPS' END
  FROM "counselling"."slots" WHERE "id" = "p_slot"
$$;

-- Takes an appointment. BOOKED, also when the same form comes again; TAKEN by somebody else, GONE or past,
-- or as `misfit` answers. That nobody has it twice is the index's business; that no days off begin meanwhile, the lock's.
-- By whom it was taken is a word only for everybody: whoever counsels proves it by the key, the office by its session.
DROP FUNCTION IF EXISTS "counselling"."book"(uuid, text, text, text, boolean, text, integer, text);
CREATE OR REPLACE FUNCTION "counselling"."book"(
  "p_slot" uuid, "p_name" text, "p_phone" text, "p_language" text, "p_step_free" boolean, "p_via" text,
  "p_number" integer, "p_code_hash" text, "p_session" uuid
) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_counsellor" uuid;
  "v_misfit" text;
BEGIN
  LOCK TABLE "counselling"."bookings" IN ROW EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM "counselling"."bookings" WHERE "code_hash" = "p_code_hash") THEN RETURN 'BOOKED'; END IF;
  SELECT "counsellor_id" INTO "v_counsellor" FROM "counselling"."slots"
  WHERE "id" = "p_slot" AND "counselling"."is_offered"("id", "p_via");
  IF NOT FOUND OR NOT "counselling"."is_up"() THEN RETURN 'GONE'; END IF;
  IF "p_via" IN ('PHONE', 'COUNTER') AND "counselling"."me"() IS DISTINCT FROM "v_counsellor" THEN RETURN 'GONE'; END IF;
  IF "p_via" = 'OFFICE' AND "counselling"."works_in"("p_session", 'OFFICE') IS NULL THEN RETURN 'GONE'; END IF;
  -- A language nobody speaks there is a need to be said: whoever counsels sees it and looks for somebody.
  "v_misfit" := "counselling"."misfit"("p_slot", "p_phone", NULL, "p_step_free");
  IF "v_misfit" IS NOT NULL THEN RETURN "v_misfit"; END IF;
  INSERT INTO "counselling"."bookings" ("slot_id", "counsellor_id", "name", "phone", "language", "step_free", "via", "number", "code_hash")
    VALUES ("p_slot", "v_counsellor", "p_name", "p_phone", "p_language", "p_step_free", "p_via", "p_number", "p_code_hash");
  RETURN 'BOOKED';
EXCEPTION
  WHEN unique_violation THEN
    RETURN CASE WHEN EXISTS (SELECT FROM "counselling"."bookings" WHERE "code_hash" = "p_code_hash") THEN 'BOOKED' ELSE 'TAKEN' END;
  WHEN foreign_key_violation THEN
    RETURN 'GONE';
END $$;

-- Whether a number is closed: a thousand wrong codes in an hour close it for that hour. Far too few for whoever guesses one
-- of 23^8, and more than one network may try, so that nobody locks out whose it is.
CREATE OR REPLACE FUNCTION "counselling"."is_closed"("p_number" integer) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT EXISTS (
    SELECT FROM "counselling"."tries" WHERE "number" = "p_number" AND "wrong" >= 1000
      AND "since" > "database_clock"() - interval '1 hour'
  )
$$;

-- The booking a number and its code open. Wrong codes count for numbers nobody has, too: a number that closes says nothing
-- of whether there is one. What nobody can have is not counted, so there are at most as many rows as numbers.
CREATE OR REPLACE FUNCTION "counselling"."opened"("p_number" integer, "p_hashes" text[]) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_id" uuid;
BEGIN
  IF "counselling"."is_closed"("p_number") THEN RETURN NULL; END IF;
  SELECT "id" INTO "v_id" FROM "counselling"."bookings" WHERE "number" = "p_number" AND "code_hash" = ANY ("p_hashes");
  IF "v_id" IS NULL AND "p_number" BETWEEN 100000 AND 999999 THEN
    INSERT INTO "counselling"."tries" ("number", "wrong", "since") VALUES ("p_number", 1, "database_clock"())
      ON CONFLICT ("number") DO UPDATE SET
        "wrong" = CASE WHEN "tries"."since" > "database_clock"() - interval '1 hour' THEN "tries"."wrong" + 1 ELSE 1 END,
        "since" = CASE WHEN "tries"."since" > "database_clock"() - interval '1 hour' THEN "tries"."since" ELSE "database_clock"() END;
  END IF;
  RETURN "v_id";
END $$;

-- One's own appointment, by number and code. What nobody keeps any more, because who counselled left, is off.
DROP FUNCTION IF EXISTS "counselling"."own_appointment"(integer, text[]);
CREATE OR REPLACE FUNCTION "counselling"."appointment_of"("p_number" integer, "p_hashes" text[]) RETURNS TABLE (
  "state" text, "name" text, "phone" text, "language" text, "needs_step_free" boolean, "slot_id" uuid,
  "starts_at" timestamptz, "ends_at" timestamptz, "time_zone" text, "kind" text, "place" text, "step_free" boolean,
  "is_open" boolean, "is_running" boolean, "is_spoken" boolean
) LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT "kept"."state", "b"."name", "b"."phone", "b"."language", "b"."step_free", "s"."id", "s"."starts_at", "s"."ends_at",
    "s"."time_zone", "s"."kind", "s"."place", "s"."step_free",
    "kept"."state" = 'BOOKED' AND "s"."starts_at" > "database_clock"(),
    "kept"."state" = 'BOOKED' AND "s"."starts_at" <= "database_clock"() AND "s"."ends_at" > "database_clock"(),
    coalesce("b"."language" = ANY ("s"."languages"), true)
  FROM "counselling"."bookings" "b" JOIN "counselling"."slots" "s" ON "s"."id" = "b"."slot_id"
  CROSS JOIN LATERAL (SELECT CASE
    WHEN "b"."state" = 'BOOKED' AND "s"."ends_at" > "database_clock"() AND NOT "counselling"."still_counsels"("b"."counsellor_id")
    THEN 'CANCELLED_BY_OFFICE' ELSE "b"."state" END AS "state") AS "kept"
  WHERE "b"."id" = (SELECT "counselling"."opened"("p_number", "p_hashes"))
$$;

-- Why an appointment could not be changed: CHANGED, it is at another time than the page showed; else PAST.
CREATE OR REPLACE FUNCTION "counselling"."not_as_seen"("p_id" uuid, "p_seen" uuid) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT CASE WHEN EXISTS (
    SELECT FROM "counselling"."bookings" WHERE "id" = "p_id" AND "state" = 'BOOKED' AND "slot_id" IS DISTINCT FROM "p_seen"
  ) THEN 'CHANGED' ELSE 'PAST' END
$$;

-- Gives an appointment back, and with it everything that was said of oneself. CANCELLED, also when it was before; PAST;
-- NULL where they open nothing.
DROP FUNCTION IF EXISTS "counselling"."give_back"(integer, text[]);
CREATE OR REPLACE FUNCTION "counselling"."give_back"("p_number" integer, "p_hashes" text[], "p_seen" uuid) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_id" uuid := "counselling"."opened"("p_number", "p_hashes");
BEGIN
  IF "v_id" IS NULL THEN RETURN NULL; END IF;
  IF EXISTS (SELECT FROM "counselling"."bookings" WHERE "id" = "v_id" AND "state" = 'CANCELLED_BY_VISITOR') THEN
    RETURN 'CANCELLED';
  END IF;
  UPDATE "counselling"."bookings" "b"
  SET "state" = 'CANCELLED_BY_VISITOR'
  FROM "counselling"."slots" "s"
  WHERE "b"."id" = "v_id" AND "s"."id" = "b"."slot_id" AND "b"."slot_id" = "p_seen" AND "b"."state" = 'BOOKED'
    AND "s"."starts_at" > "database_clock"();
  IF FOUND THEN RETURN 'CANCELLED'; END IF;
  RETURN "counselling"."not_as_seen"("v_id", "p_seen");
END $$;

-- Another time for the same booking: both or neither; also instead of one that was called off, as long as what was said is
-- kept. That one is given to nobody else by it. MOVED, PAST, or as `misfit` answers; NULL where they open nothing. A language
-- is asked for where it was spoken before.
DROP FUNCTION IF EXISTS "counselling"."move"(integer, text[], uuid);
CREATE OR REPLACE FUNCTION "counselling"."move"("p_number" integer, "p_hashes" text[], "p_slot" uuid, "p_seen" uuid) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_id" uuid := "counselling"."opened"("p_number", "p_hashes");
  "v_mine" "counselling"."bookings"%ROWTYPE;
  "v_spoken" text;
  "v_counsellor" uuid;
  "v_misfit" text;
BEGIN
  LOCK TABLE "counselling"."bookings" IN ROW EXCLUSIVE MODE;
  IF "v_id" IS NULL THEN RETURN NULL; END IF;
  SELECT "b".* INTO "v_mine" FROM "counselling"."bookings" "b" JOIN "counselling"."slots" "s" ON "s"."id" = "b"."slot_id"
  WHERE "b"."id" = "v_id" AND CASE "b"."state"
    WHEN 'BOOKED' THEN "s"."starts_at" > "database_clock"()
    WHEN 'CANCELLED_BY_OFFICE' THEN "b"."name" IS NOT NULL
    ELSE false END;
  IF NOT FOUND THEN RETURN 'PAST'; END IF;
  -- The same form again, or the very time that is off.
  IF "v_mine"."slot_id" = "p_slot" THEN RETURN CASE "v_mine"."state" WHEN 'BOOKED' THEN 'MOVED' ELSE 'GONE' END; END IF;
  IF "v_mine"."slot_id" IS DISTINCT FROM "p_seen" THEN RETURN 'CHANGED'; END IF;
  SELECT "v_mine"."language" INTO "v_spoken" FROM "counselling"."slots"
  WHERE "id" = "v_mine"."slot_id" AND "v_mine"."language" = ANY ("languages");
  SELECT "counsellor_id" INTO "v_counsellor" FROM "counselling"."slots"
  WHERE "id" = "p_slot" AND "counselling"."is_offered"("id", 'WEB');
  IF NOT FOUND THEN RETURN 'GONE'; END IF;
  "v_misfit" := "counselling"."misfit"("p_slot", "v_mine"."phone", "v_spoken", "v_mine"."step_free");
  IF "v_misfit" IS NOT NULL THEN RETURN "v_misfit"; END IF;
  UPDATE "counselling"."bookings" SET "slot_id" = "p_slot", "counsellor_id" = "v_counsellor", "state" = 'BOOKED'
  WHERE "id" = "v_id" AND "slot_id" = "p_seen" AND "state" = "v_mine"."state" AND "name" IS NOT NULL;
  IF NOT FOUND THEN RETURN "counselling"."not_as_seen"("v_id", "p_seen"); END IF;
  IF "v_mine"."state" = 'CANCELLED_BY_OFFICE' THEN
    UPDATE "counselling"."slots" SET "withdrawn" = true WHERE "id" = "v_mine"."slot_id";
  END IF;
  RETURN 'MOVED';
EXCEPTION
  WHEN unique_violation THEN RETURN 'TAKEN';
  WHEN foreign_key_violation THEN RETURN 'GONE';
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
      -- Another time instead of the one that is off.
      WHEN 'BOOKED' THEN OLD."state" = 'CANCELLED_BY_OFFICE' AND OLD."name" IS NOT NULL AND NEW."slot_id" <> OLD."slot_id"
      ELSE false
    END
  ) THEN
    RAISE EXCEPTION 'a booking does not go that way' USING ERRCODE = 'check_violation';
  END IF;
  -- Whoever left a number is told; afterwards nobody needs it any more.
  IF OLD."state" = 'BOOKED' AND NEW."state" = 'CANCELLED_BY_OFFICE' THEN NEW."to_call" := NEW."phone" IS NOT NULL; END IF;
  IF NEW."state" = 'BOOKED' THEN NEW."to_call" := false;
  ELSIF NEW."state" = 'CANCELLED_BY_VISITOR' OR (OLD."to_call" AND NOT NEW."to_call") THEN NEW."name" := NULL; NEW."phone" := NULL; NEW."language" := NULL; NEW."step_free" := false; END IF;
  RETURN NEW;
END $$;
DROP TRIGGER IF EXISTS "bookings_go_their_way" ON "counselling"."bookings";
CREATE TRIGGER "bookings_go_their_way" BEFORE UPDATE ON "counselling"."bookings"
  FOR EACH ROW EXECUTE FUNCTION "counselling"."booking_goes_its_way"();

-- Days without counselling of somebody: what nobody has goes, what somebody has is called off; also what has begun or is
-- over where nobody was there at all. How many are off, also when the same form comes again. The lock comes first: whoever
-- is just taking, moving or giving back something is waited for, so that nothing is taken unseen.
CREATE OR REPLACE FUNCTION "counselling"."call_off"(
  "p_counsellor" uuid, "p_from" date, "p_until" date, "p_whole" boolean, "p_by_office" boolean
) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_from" date;
  "v_until" date;
  "v_off" integer;
BEGIN
  -- Before anybody waits for it. Of days without an end there is no difference, and that is refused, too.
  IF "p_until" - "p_from" > 400 THEN
    RAISE EXCEPTION 'nobody is away for so many days' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('counselling.slots', 0));
  LOCK TABLE "counselling"."bookings" IN SHARE ROW EXCLUSIVE MODE;
  -- Days that meet are one entry, so that a form sent twice leaves one, and taking that back leaves none behind. More
  -- than an entry may be long are several that do not meet. What the office called off and what somebody took off
  -- themselves stay two: each goes alone, and says truly who did it.
  SELECT least("p_from", min("from_day")), greatest("p_until", max("until_day")) INTO "v_from", "v_until"
  FROM "counselling"."days_off" WHERE "counsellor_id" = "p_counsellor" AND "by_office" = "p_by_office"
    AND "from_day" <= "p_until" AND "until_day" >= "p_from";
  DELETE FROM "counselling"."days_off" WHERE "counsellor_id" = "p_counsellor" AND "by_office" = "p_by_office"
    AND "from_day" >= "v_from" AND "until_day" <= "v_until";
  -- Without anybody it is refused here.
  INSERT INTO "counselling"."days_off" ("counsellor_id", "from_day", "until_day", "by_office")
  SELECT "p_counsellor", "day"::date, least("day"::date + 366, "v_until"), "p_by_office"
  FROM generate_series("v_from"::timestamp, "v_until"::timestamp, interval '367 days') AS "day";
  UPDATE "counselling"."bookings" "b" SET "state" = 'CANCELLED_BY_OFFICE'
  FROM "counselling"."slots" "s" WHERE "s"."id" = "b"."slot_id" AND "b"."state" = 'BOOKED'
    AND "s"."counsellor_id" = "p_counsellor" AND "s"."local_date" BETWEEN "p_from" AND "p_until"
    AND ("p_whole" OR "s"."starts_at" > "database_clock"());
  SELECT count(*) INTO "v_off" FROM "counselling"."bookings" "b" JOIN "counselling"."slots" "s" ON "s"."id" = "b"."slot_id"
  WHERE "b"."state" = 'CANCELLED_BY_OFFICE' AND "s"."counsellor_id" = "p_counsellor"
    AND "s"."local_date" BETWEEN "p_from" AND "p_until" AND ("p_whole" OR "s"."starts_at" > "database_clock"());
  PERFORM "counselling"."drop_free"("p_counsellor", NULL, "p_from", "p_until");
  RETURN "v_off";
END $$;

-- One's own days.
DROP FUNCTION IF EXISTS "counselling"."take_off"(date, date);
CREATE OR REPLACE FUNCTION "counselling"."take_off"("p_from" date, "p_until" date, "p_whole" boolean) RETURNS integer
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT "counselling"."call_off"("counselling"."me"(), "p_from", "p_until", "p_whole", false)
$$;

-- Days of somebody who cannot say so: the office may, for as long as a month, from yesterday on. It hears whether it was
-- done, not how many had an appointment, and who that was stays where it is.
CREATE OR REPLACE FUNCTION "call_off_counselling"(
  "p_session" uuid, "p_counsellor" uuid, "p_from" date, "p_until" date, "p_whole" boolean
) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF "counselling"."works_in"("p_session", 'OFFICE') IS NULL OR NOT "counselling"."still_counsels"("p_counsellor")
    OR ("p_until" BETWEEN "p_from" AND "p_from" + 31 AND "p_from" >= "database_clock"()::date - 1) IS NOT TRUE THEN
    RETURN false;
  END IF;
  PERFORM "counselling"."call_off"("p_counsellor", "p_from", "p_until", "p_whole", true);
  RETURN true;
END $$;

-- What nobody keeps, because whoever counselled there left, is off for good.
CREATE OR REPLACE FUNCTION "counselling"."call_off_left"() RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  UPDATE "counselling"."bookings" "b" SET "state" = 'CANCELLED_BY_OFFICE'
  FROM "counselling"."slots" "s" WHERE "s"."id" = "b"."slot_id" AND "b"."state" = 'BOOKED'
    AND "s"."ends_at" > "database_clock"() AND NOT "counselling"."still_counsels"("b"."counsellor_id")
$$;

-- Whether anybody else counsels who could ring.
CREATE OR REPLACE FUNCTION "counselling"."others_counsel"("p_user" uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT EXISTS (SELECT FROM "role_grants" WHERE "role" = 'COUNSELLOR' AND "user_id" <> "p_user")
$$;

-- How many have an appointment to come with somebody or have to be rung; where nobody else counsels, also those whom others
-- left behind.
CREATE OR REPLACE FUNCTION "counselling"."waiting_for"("p_user" uuid) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT count(*)::integer FROM "counselling"."bookings" "b" JOIN "counselling"."slots" "s" ON "s"."id" = "b"."slot_id"
  WHERE ("b"."to_call" OR ("b"."state" = 'BOOKED' AND "s"."ends_at" > "database_clock"()))
    AND ("b"."counsellor_id" = "p_user"
      OR NOT ("counselling"."still_counsels"("b"."counsellor_id") OR "counselling"."others_counsel"("p_user")))
$$;

-- Whoever counsels may stop, however it comes: their account goes, or the role does. What they had is off, and whoever else
-- counsels has it on their list to ring. Is there nobody else, somebody would wait before a closed door, and it is refused.
-- Whoever is just taking something is waited for.
CREATE OR REPLACE FUNCTION "counselling"."counsellor_leaves"() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF NOT "counselling_may_be_left"(OLD."user_id") THEN
    RAISE EXCEPTION 'somebody has to ring who has an appointment' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM "counselling"."call_off_left"();
  RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS "counsellors_leave_nobody_waiting" ON "role_grants";
CREATE TRIGGER "counsellors_leave_nobody_waiting" AFTER DELETE ON "role_grants"
  FOR EACH ROW WHEN (OLD."role" = 'COUNSELLOR') EXECUTE FUNCTION "counselling"."counsellor_leaves"();

-- The same, asked before: yes or no, and no only of somebody who is the last one. What is so then stays so until the
-- transaction ends.
CREATE OR REPLACE FUNCTION "counselling_may_be_left"("p_user" uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('counselling.slots', 0));
  LOCK TABLE "counselling"."bookings" IN SHARE ROW EXCLUSIVE MODE;
  RETURN "counselling"."others_counsel"("p_user") OR "counselling"."waiting_for"("p_user") = 0;
END $$;

-- What whoever counsels leaves behind: of oneself alone, by one's session, and nothing but a count. No row: does not counsel.
CREATE OR REPLACE FUNCTION "counselling_left_behind"("p_session" uuid) RETURNS TABLE ("waiting" integer, "others" boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT "counselling"."waiting_for"("user_id"), "counselling"."others_counsel"("user_id") FROM "user_sessions"
  WHERE "id" = "p_session" AND "expires_at" > "database_clock"() AND "second_factor_at" IS NOT NULL
    AND "counselling"."still_counsels"("user_id")
$$;

-- Who does not know yet that nobody keeps their appointment any more, for whoever still counsels: when it was, what they are
-- called, and the number they left for that; without one they are known of until it is over.
CREATE OR REPLACE FUNCTION "counselling"."left_to_ring"() RETURNS TABLE (
  "booking" uuid, "slot" uuid, "starts_at" timestamptz, "ends_at" timestamptz, "time_zone" text, "kind" text, "place" text,
  "name" text, "phone" text, "language" text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT "b"."id", "s"."id", "s"."starts_at", "s"."ends_at", "s"."time_zone", "s"."kind", "s"."place", "b"."name", "b"."phone",
    "b"."language"
  FROM "counselling"."bookings" "b" JOIN "counselling"."slots" "s" ON "s"."id" = "b"."slot_id"
  WHERE (SELECT "counselling"."me"()) IS NOT NULL AND "b"."state" = 'CANCELLED_BY_OFFICE' AND "b"."name" IS NOT NULL
    AND ("b"."to_call" OR ("b"."phone" IS NULL AND "s"."ends_at" > "database_clock"()))
    AND NOT "counselling"."still_counsels"("b"."counsellor_id")
  ORDER BY "s"."starts_at", "b"."id"
$$;

-- Somebody was told: of one's own, or whom somebody left behind. Once more is the same; false: none of those.
CREATE OR REPLACE FUNCTION "counselling"."told"("p_booking" uuid, "p_slot" uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_me" uuid := "counselling"."me"();
BEGIN
  UPDATE "counselling"."bookings" SET "to_call" = false
  WHERE "id" = "p_booking" AND "slot_id" = "p_slot" AND "state" = 'CANCELLED_BY_OFFICE' AND "v_me" IS NOT NULL
    AND ("counsellor_id" = "v_me" OR NOT "counselling"."still_counsels"("counsellor_id"));
  RETURN FOUND;
END $$;

-- Takes away what nobody has. Whoever is just booking is waited for, and keeps the appointment. What somebody took back
-- for itself stays so after days off, as long as its hours stand.
CREATE OR REPLACE FUNCTION "counselling"."drop_free"("p_counsellor" uuid, "p_hours" uuid, "p_from" date, "p_until" date) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  LOCK TABLE "counselling"."bookings" IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM "counselling"."slots" "s" WHERE "counsellor_id" = "p_counsellor" AND "starts_at" > "database_clock"()
    AND CASE WHEN "p_hours" IS NULL THEN NOT "withdrawn" ELSE "hours_id" = "p_hours" END
    AND ("p_from" IS NULL OR "local_date" BETWEEN "p_from" AND "p_until")
    AND NOT EXISTS (SELECT FROM "counselling"."bookings" "b" WHERE "b"."slot_id" = "s"."id");
END $$;

-- A single time of one's own that nobody has: is taken back, or given again. Whoever is just booking it is waited for.
-- False: somebody has it, it has begun, its hours are no more, or it is not one's own.
CREATE OR REPLACE FUNCTION "counselling"."withdraw_slot"("p_slot" uuid, "p_withdrawn" boolean) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('counselling.slots', 0));
  LOCK TABLE "counselling"."bookings" IN SHARE ROW EXCLUSIVE MODE;
  UPDATE "counselling"."slots" "s" SET "withdrawn" = "p_withdrawn"
  WHERE "id" = "p_slot" AND "counsellor_id" = "counselling"."me"() AND "hours_id" IS NOT NULL
    AND "starts_at" > "database_clock"() AND NOT EXISTS (
      SELECT FROM "counselling"."bookings" "b" WHERE "b"."slot_id" = "s"."id" AND "b"."state" <> 'CANCELLED_BY_VISITOR'
    );
  RETURN FOUND;
END $$;

-- Hours that are no more. What somebody has of them stays. How many those are; NULL: none of one's own.
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
  RETURN CASE WHEN FOUND THEN "v_left" END;
END $$;

-- Forgets what has been kept long enough: contacts a day after the appointment, the booking and the
-- appointment a week after, hours with the account of whose they are; talks stay counted, as nobody's. What nobody keeps
-- any more, because who counselled left, is called off for good. Anybody may call it, it only does what is due.
CREATE OR REPLACE FUNCTION "counselling"."purge"() RETURNS TABLE ("contacts" integer, "slots" integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_week_ago" timestamptz := "database_clock"() - interval '7 days';
  "v_nobody" constant uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  -- As whoever makes appointments or takes days off: nobody waits for each other.
  PERFORM pg_advisory_xact_lock(hashtextextended('counselling.slots', 0));
  PERFORM "counselling"."call_off_left"();
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
  DELETE FROM "counselling"."days_off" "o" WHERE "until_day" < "v_week_ago"::date
    OR NOT EXISTS (SELECT FROM "users" "u" WHERE "u"."id" = "o"."counsellor_id");
  DELETE FROM "counselling"."hours" "h" WHERE NOT EXISTS (SELECT FROM "users" "u" WHERE "u"."id" = "h"."counsellor_id");
  WITH "gone" AS (
    DELETE FROM "counselling"."tallies" "t" WHERE "counsellor_id" <> "v_nobody"
      AND NOT EXISTS (SELECT FROM "users" "u" WHERE "u"."id" = "t"."counsellor_id")
    RETURNING "month", "topic", "band", "first_contact", "talks"
  )
  INSERT INTO "counselling"."tallies" ("counsellor_id", "month", "topic", "band", "first_contact", "talks")
  SELECT "v_nobody", "month", "topic", "band", "first_contact", sum("talks") FROM "gone" GROUP BY 2, 3, 4, 5
  ON CONFLICT ("counsellor_id", "month", "topic", "band", "first_contact")
    DO UPDATE SET "talks" = "tallies"."talks" + EXCLUDED."talks";
  DELETE FROM "counselling"."tries" WHERE "since" <= "database_clock"() - interval '1 hour';
  DELETE FROM "counselling"."walk_ins" WHERE "day" < ("database_clock"() - interval '24 hours')::date;
  RETURN NEXT;
END $$;

-- Deleting needs no wall: the program asks for it over its own connection, also where the wall does not stand, and learns
-- two counts.
CREATE OR REPLACE FUNCTION "forget_counselling"() RETURNS TABLE ("contacts" integer, "slots" integer)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT * FROM "counselling"."purge"()
$$;

-- What the office may know: talks of whole months, all counsellors together, and nothing below five.
CREATE OR REPLACE FUNCTION "counselling"."talks_by_month"() RETURNS TABLE ("month" date, "talks" integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT "month", CASE WHEN sum("talks") >= 5 THEN sum("talks")::integer END FROM "counselling"."tallies"
  WHERE "month" < date_trunc('month', "database_clock"())::date GROUP BY 1 ORDER BY 1 DESC LIMIT 24
$$;

-- Whether whoever counsels has said something of each month: of those their hours were in, and of a whole quarter of which
-- they counted any. Whoever counsels no more can say nothing any more, and is not waited for.
CREATE OR REPLACE FUNCTION "counselling"."all_counted"("p_from" date, "p_to" date) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT NOT EXISTS (
    SELECT FROM generate_series("p_from"::timestamp, "p_to"::timestamp - interval '1 day', interval '1 month') AS "first"
    JOIN "role_grants" "r" ON "r"."role" = 'COUNSELLOR'
    WHERE NOT EXISTS (
        SELECT FROM "counselling"."tallies" "t" WHERE "t"."counsellor_id" = "r"."user_id" AND "t"."month" = "first"::date
      )
      AND (EXISTS (
        SELECT FROM "counselling"."hours" "h" WHERE "h"."counsellor_id" = "r"."user_id"
          AND "h"."from_day" < "first" + interval '1 month' AND coalesce("h"."until_day", 'infinity') >= "first"
      ) OR EXISTS (
        SELECT FROM "counselling"."tallies" "t" WHERE "t"."counsellor_id" = "r"."user_id"
          AND "t"."month" >= "p_from" AND "t"."month" < "p_to"
      ))
  )
$$;

-- What the report may tell: all talks of a quarter that is over. Not where one of its months is small: that month would
-- follow from the others. What somebody has not counted is not nought: each month has a line of each who counsels, if it is
-- that there was none. NULL for what may not be told or is not known, and for what is no such quarter.
CREATE OR REPLACE FUNCTION "counselling"."talks_of_quarter"("p_from" date, "p_to" date) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT CASE
    WHEN ("p_from" = date_trunc('quarter', "p_from")::date AND "p_to" = ("p_from" + interval '3 months')::date
      AND "p_to" <= "database_clock"()::date) IS NOT TRUE OR count(*) < 3 OR bool_or("talks" BETWEEN 1 AND 4)
      OR NOT "counselling"."all_counted"("p_from", "p_to") THEN NULL
    ELSE sum("talks")::integer END
  FROM (
    SELECT sum("talks") AS "talks" FROM "counselling"."tallies" WHERE "month" >= "p_from" AND "month" < "p_to" GROUP BY "month"
  ) AS "months"
$$;

-- Whether a day is a public holiday of a Land, as `publicHolidays` of the settings says; Easter by Meeus, Jones and Butcher.
CREATE OR REPLACE FUNCTION "counselling"."is_holiday"("p_day" date, "p_region" text) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_year" integer := extract(year FROM "p_day");
  a integer := "v_year" % 19;
  b integer := "v_year" / 100;
  c integer := "v_year" % 100;
  h integer := (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  l integer := (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  m integer := h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
  "v_easter" date := make_date("v_year", m / 31, m % 31 + 1);
  "v_date" text := to_char("p_day", 'MM-DD');
BEGIN
  RETURN "v_date" IN ('01-01', '05-01', '10-03', '12-25', '12-26')
    OR "p_day" - "v_easter" IN (-2, 1, 39, 50)
    OR "p_day" - "v_easter" = 60 AND "p_region" IN ('BW', 'BY', 'HE', 'NW', 'RP', 'SL')
    OR "v_date" = '01-06' AND "p_region" IN ('BW', 'BY', 'ST')
    OR "v_date" = '03-08' AND "p_region" IN ('BE', 'MV')
    OR "v_date" = '08-15' AND "p_region" = 'SL'
    OR "v_date" = '09-20' AND "p_region" = 'TH'
    OR "v_date" = '10-31' AND "p_region" IN ('BB', 'HB', 'HH', 'MV', 'NI', 'SN', 'ST', 'SH', 'TH')
    OR "v_date" = '11-01' AND "p_region" IN ('BW', 'BY', 'NW', 'RP', 'SL')
    OR "v_date" BETWEEN '11-16' AND '11-22' AND extract(isodow FROM "p_day") = 3 AND "p_region" = 'SN';
END $$;

-- The day of open hours that run now or begin within half an hour, no holiday; NULL: there are none.
CREATE OR REPLACE FUNCTION "counselling"."open_today"() RETURNS date
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT "local"::date FROM "counselling"."hours" "h"
  CROSS JOIN LATERAL (SELECT "database_clock"() AT TIME ZONE "h"."time_zone" AS "local") AS "clock"
  WHERE "h"."kind" = 'WALK_IN' AND extract(isodow FROM "local") = "h"."weekday"
    AND "local"::date BETWEEN "h"."from_day" AND coalesce("h"."until_day", 'infinity')
    AND "local" BETWEEN "local"::date + "h"."starts" - interval '30 minutes' AND "local"::date + "h"."ends"
    AND "counselling"."still_counsels"("h"."counsellor_id") AND NOT "counselling"."is_off"("h"."counsellor_id", "local"::date)
    AND NOT EXISTS (SELECT FROM "office_settings" WHERE "counselling"."is_holiday"("local"::date, "holiday_region"))
  ORDER BY 1 LIMIT 1
$$;

-- Hands out the number a page named, if it is the next one of today: pressed twice, or in two windows, it is one. DRAWN;
-- BEFORE: it was already; FULL: all of that day are; CLOSED: there are no open hours now; OTHER: that page is of another day.
CREATE OR REPLACE FUNCTION "counselling"."hand_out"("p_number" integer) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "v_day" date := "counselling"."open_today"();
  "v_next" integer;
BEGIN
  IF "v_day" IS NULL THEN RETURN 'CLOSED'; END IF;
  SELECT coalesce(max("number"), 0) + 1 INTO "v_next" FROM "counselling"."walk_ins" WHERE "day" = "v_day";
  IF "p_number" IS DISTINCT FROM "v_next" THEN RETURN CASE WHEN "p_number" BETWEEN 1 AND "v_next" THEN 'BEFORE' ELSE 'OTHER' END; END IF;
  IF "v_next" > 200 THEN RETURN 'FULL'; END IF;
  INSERT INTO "counselling"."walk_ins" ("day", "number") VALUES ("v_day", "v_next");
  RETURN 'DRAWN';
END $$;

-- A number for whoever comes in open hours. NULL: nobody counsels here; else as above.
DROP FUNCTION IF EXISTS "counselling"."draw_number"(date);
CREATE OR REPLACE FUNCTION "counselling"."draw_number"("p_number" integer) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('counselling.walk_ins', 0));
  IF "counselling"."me"() IS NULL THEN RETURN NULL; END IF;
  RETURN "counselling"."hand_out"("p_number");
END $$;

-- The same at the counter, while somebody counsels behind a closed door: the office may, by its session. It hears that the
-- number is given out; nothing stands behind it. NULL: it may not.
DROP FUNCTION IF EXISTS "draw_counselling_number"(uuid);
CREATE OR REPLACE FUNCTION "draw_counselling_number"("p_session" uuid, "p_number" integer) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('counselling.walk_ins', 0));
  IF "counselling"."works_in"("p_session", 'OFFICE') IS NULL THEN RETURN NULL; END IF;
  RETURN "counselling"."hand_out"("p_number");
END $$;

-- Asks one in once more who was called and did not come, to where they were called or to another place; NULL: that one was
-- not called.
CREATE OR REPLACE FUNCTION "counselling"."call_again"("p_day" date, "p_number" integer, "p_place" text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF "counselling"."me"() IS NULL THEN RETURN NULL; END IF;
  UPDATE "counselling"."walk_ins" SET "called_at" = "database_clock"(), "place" = coalesce(nullif("p_place", ''), "place")
  WHERE "day" = "p_day" AND "number" = "p_number" AND "called_at" IS NOT NULL;
  RETURN CASE WHEN FOUND THEN "p_number" END;
END $$;

-- Asks in whom the page named: pressed twice, or in two windows, one is called. CALLED; BEFORE: that one was already; NULL:
-- nobody has that number today, or nobody counsels here.
DROP FUNCTION IF EXISTS "counselling"."call_next"(date, text);
CREATE OR REPLACE FUNCTION "counselling"."call_number"("p_day" date, "p_number" integer, "p_place" text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF "counselling"."me"() IS NULL THEN RETURN NULL; END IF;
  UPDATE "counselling"."walk_ins" SET "called_at" = "database_clock"(), "place" = "p_place"
  WHERE "day" = "p_day" AND "number" = "p_number" AND "called_at" IS NULL;
  IF FOUND THEN RETURN 'CALLED'; END IF;
  RETURN (SELECT 'BEFORE' FROM "counselling"."walk_ins" WHERE "day" = "p_day" AND "number" = "p_number");
END $$;

-- What hangs in the waiting room: numbers and where to go.
CREATE OR REPLACE FUNCTION "counselling"."numbers_of"("p_day" date) RETURNS TABLE ("number" integer, "place" text, "called" boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT "number"::integer, "place", "called_at" IS NOT NULL FROM "counselling"."walk_ins"
  WHERE "day" = "p_day" ORDER BY "called_at" DESC NULLS LAST, "number"
$$;
