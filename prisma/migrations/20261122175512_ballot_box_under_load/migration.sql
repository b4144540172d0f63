-- DropIndex
DROP INDEX "ballots_poll_id_idx";

-- CreateIndex
CREATE INDEX "ballots_poll_id_id_idx" ON "ballots"("poll_id", "id");

-- A paper goes into the box at once, but is mixed at the very end of its transaction: a box takes one
-- voter after the other, and who comes next shall not wait for anything but the mixing itself.
CREATE OR REPLACE FUNCTION "put_into_box"("of_poll" uuid, "chosen" uuid[], "given" integer[], "mixed" integer) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  "mine" uuid := gen_random_uuid();
BEGIN
  PERFORM set_config('ballot_box.arriving', "mine"::text, true), set_config('ballot_box.mixed', "mixed"::text, true);
  INSERT INTO "ballots" ("id", "poll_id", "choices", "points") VALUES ("mine", "of_poll", "chosen", "given");
END $$;

-- The new paper and a random part of the box (a small box: all of it) change places, so all of them
-- have the same writer and the table shows no order. Ids are random and say nothing of what stands
-- beside them, so papers that follow a random id are a random part; and finding them costs the same
-- in a large box as in a small one.
CREATE FUNCTION "mix_box"() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  "from" uuid := gen_random_uuid();
  "others" integer := current_setting('ballot_box.mixed')::integer - 1;
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
  UPDATE "ballots" SET "choices" = "papers"."choices", "points" = "papers"."points"
  FROM "places" JOIN "papers" USING ("place") WHERE "ballots"."id" = "places"."id";
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION "mix_box"() FROM PUBLIC;

-- Only papers of voters: what is shuffled as a whole needs no mixing.
CREATE CONSTRAINT TRIGGER "ballots_are_mixed" AFTER INSERT ON "ballots"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."id"::text = current_setting('ballot_box.arriving', true)) EXECUTE FUNCTION "mix_box"();
