-- What the program calls instead of looking into the box. Each asks only for what it needs; how many
-- papers change places, and that they do, is not for the caller to say.

CREATE OR REPLACE FUNCTION "put_into_box"("of_poll" uuid, "with_receipt" text, "chosen" uuid[], "given" integer[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  INSERT INTO "ballots" ("id", "poll_id", "choices", "points", "unmixed")
  VALUES (gen_random_uuid(), "of_poll", "chosen", "given", true);
  INSERT INTO "ballot_receipts" ("receipt", "poll_id") VALUES ("with_receipt", "of_poll");
END $$;

-- The new paper and up to 255 others (a small box: all of it) change places, so all of them have the same
-- writer and the table shows no order. Ids are random and say nothing of what stands beside them, so
-- papers that follow a random id are a random part; finding them costs the same in every box.
CREATE OR REPLACE FUNCTION "mix_box"() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "from" uuid := gen_random_uuid();
  "others" CONSTANT integer := 255;
BEGIN
  -- One at a time per box, or two voters would mix past each other.
  PERFORM pg_advisory_xact_lock(hashtextextended('ballot-box ' || NEW."poll_id", 0));
  WITH "part" AS MATERIALIZED (
    SELECT "id", "choices", "points" FROM "ballots" WHERE "id" = NEW."id"
    UNION ALL (
      SELECT "id", "choices", "points" FROM (
        (SELECT "id", "choices", "points" FROM "ballots"
          WHERE "poll_id" = NEW."poll_id" AND "id" >= "from" AND "id" <> NEW."id" ORDER BY "id" LIMIT "others")
        UNION ALL
        (SELECT "id", "choices", "points" FROM "ballots"
          WHERE "poll_id" = NEW."poll_id" AND "id" < "from" AND "id" <> NEW."id" ORDER BY "id" LIMIT "others")
      ) AS "around" LIMIT "others"
    )
  ),
  "places" AS (SELECT "id", row_number() OVER (ORDER BY "id") AS "place" FROM "part"),
  "papers" AS (SELECT "choices", "points", row_number() OVER (ORDER BY gen_random_uuid()) AS "place" FROM "part")
  UPDATE "ballots" SET "choices" = "papers"."choices", "points" = "papers"."points", "unmixed" = false
  FROM "places" JOIN "papers" USING ("place") WHERE "ballots"."id" = "places"."id";
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS "ballots_are_mixed" ON "ballots";
CREATE CONSTRAINT TRIGGER "ballots_are_mixed" AFTER INSERT ON "ballots"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."unmixed") EXECUTE FUNCTION "mix_box"();

-- Papers change places at random and get new ids, receipts new row positions, all by the same writer.
CREATE OR REPLACE FUNCTION "shuffle_box"("of_poll" uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  WITH "places" AS (
    SELECT "id", row_number() OVER (ORDER BY "id") AS "place" FROM "ballots" WHERE "poll_id" = "of_poll"
  ), "papers" AS (
    SELECT "choices", "points", row_number() OVER (ORDER BY gen_random_uuid()) AS "place"
    FROM "ballots" WHERE "poll_id" = "of_poll"
  )
  UPDATE "ballots" SET "id" = gen_random_uuid(), "choices" = "papers"."choices", "points" = "papers"."points",
    "unmixed" = false
  FROM "places" JOIN "papers" USING ("place") WHERE "ballots"."id" = "places"."id";
  -- The sorting makes sure that everything is taken out before anything is put back.
  WITH "taken" AS (DELETE FROM "ballot_receipts" WHERE "poll_id" = "of_poll" RETURNING "receipt")
  INSERT INTO "ballot_receipts" ("receipt", "poll_id")
  SELECT "receipt", "of_poll" FROM "taken" ORDER BY gen_random_uuid();
$$;

-- Papers of the same kind, as [{"choices": [...], "points": [...], "count": n}].
CREATE OR REPLACE FUNCTION "lay_papers"("of_poll" uuid, "counted" jsonb) RETURNS void
  LANGUAGE sql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  INSERT INTO "ballots" ("id", "poll_id", "choices", "points")
  SELECT gen_random_uuid(), "of_poll",
    ARRAY(SELECT jsonb_array_elements_text("paper" -> 'choices')::uuid),
    ARRAY(SELECT jsonb_array_elements_text("paper" -> 'points')::integer)
  FROM jsonb_array_elements("counted") AS "paper", generate_series(1, ("paper" ->> 'count')::integer)
$$;

-- Made-up papers for a try-out, with their receipts.
CREATE OR REPLACE FUNCTION "fill_trial_box"("of_poll" uuid, "counted" jsonb, "receipts" text[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "polls" WHERE "id" = "of_poll" AND "is_test" AND "state" = 'SCHEDULED') THEN
    RAISE EXCEPTION 'this poll takes no votes' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM "lay_papers"("of_poll", "counted");
  INSERT INTO "ballot_receipts" ("receipt", "poll_id") SELECT unnest("receipts"), "of_poll";
END $$;

-- What lies in a sealed box in which everything is, in its random order. Every other stays shut.
CREATE OR REPLACE FUNCTION "open_box"("of_poll" uuid) RETURNS TABLE ("choices" uuid[], "points" integer[])
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "polls" WHERE "id" = "of_poll" AND "state" IN ('CLOSED', 'COUNTED', 'PUBLISHED', 'ARCHIVED')
  ) OR NOT "is_all_counted"("of_poll") THEN
    RAISE EXCEPTION 'the ballot box is shut' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY SELECT "b"."choices", "b"."points" FROM "ballots" AS "b" WHERE "b"."poll_id" = "of_poll" ORDER BY "b"."id";
END $$;
