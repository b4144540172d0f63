-- CreateEnum
CREATE TYPE "PollMethod" AS ENUM ('YES_NO', 'ONE', 'UP_TO', 'POINTS', 'RANKING', 'BUDGET');

-- CreateEnum
CREATE TYPE "BallotChannel" AS ENUM ('WEB', 'KIOSK', 'PHONE', 'PAPER', 'HANDS');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "PollState" ADD VALUE 'COUNTED';
ALTER TYPE "PollState" ADD VALUE 'ARCHIVED';

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "forum_right" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "poll_reminders" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "polls" ADD COLUMN     "budget_cents" INTEGER,
ADD COLUMN     "card_batch_id" UUID,
ADD COLUMN     "channels" "BallotChannel"[] DEFAULT ARRAY['WEB']::"BallotChannel"[],
ADD COLUMN     "checked_alone" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "checked_by_id" UUID,
ADD COLUMN     "count_rule" TEXT NOT NULL DEFAULT 'approval',
ADD COLUMN     "counted_at" TIMESTAMPTZ(3),
ADD COLUMN     "drafted_by_id" UUID,
ADD COLUMN     "is_test" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "method" "PollMethod" NOT NULL DEFAULT 'UP_TO',
ADD COLUMN     "needs_forum_right" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "points_per_option" INTEGER,
ADD COLUMN     "points_total" INTEGER,
ADD COLUMN     "published_at" TIMESTAMPTZ(3),
ADD COLUMN     "quorum" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "ready_at" TIMESTAMPTZ(3),
ADD COLUMN     "seats" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "poll_options" ADD COLUMN     "cost_cents" INTEGER,
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "roll_entries" ADD COLUMN     "channel" "BallotChannel" NOT NULL DEFAULT 'WEB';

-- AlterTable
ALTER TABLE "ballots" ADD COLUMN     "points" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- CreateTable
CREATE TABLE "count_sheets" (
    "id" UUID NOT NULL,
    "poll_id" UUID NOT NULL,
    "channel" "BallotChannel" NOT NULL,
    "entry" INTEGER NOT NULL,
    "entered_by_id" UUID,
    "papers" JSONB NOT NULL,
    "spoiled" INTEGER NOT NULL DEFAULT 0,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "agreed_at" TIMESTAMPTZ(3),

    CONSTRAINT "count_sheets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poll_notes" (
    "id" UUID NOT NULL,
    "poll_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "poll_notes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "count_sheets_entered_by_id_idx" ON "count_sheets"("entered_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "count_sheets_poll_id_channel_entry_key" ON "count_sheets"("poll_id", "channel", "entry");

-- CreateIndex
CREATE UNIQUE INDEX "count_sheets_poll_id_channel_entered_by_id_key" ON "count_sheets"("poll_id", "channel", "entered_by_id");

-- CreateIndex
CREATE INDEX "poll_notes_poll_id_idx" ON "poll_notes"("poll_id");

-- CreateIndex
CREATE INDEX "polls_card_batch_id_idx" ON "polls"("card_batch_id");

-- CreateIndex
CREATE INDEX "polls_drafted_by_id_idx" ON "polls"("drafted_by_id");

-- CreateIndex
CREATE INDEX "polls_checked_by_id_idx" ON "polls"("checked_by_id");

-- AddForeignKey
ALTER TABLE "count_sheets" ADD CONSTRAINT "count_sheets_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "polls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "count_sheets" ADD CONSTRAINT "count_sheets_entered_by_id_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poll_notes" ADD CONSTRAINT "poll_notes_poll_id_fkey" FOREIGN KEY ("poll_id") REFERENCES "polls"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "polls" ADD CONSTRAINT "polls_card_batch_id_fkey" FOREIGN KEY ("card_batch_id") REFERENCES "access_card_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "polls" ADD CONSTRAINT "polls_drafted_by_id_fkey" FOREIGN KEY ("drafted_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "polls" ADD CONSTRAINT "polls_checked_by_id_fkey" FOREIGN KEY ("checked_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What must hold even if a program forgets it. States added above are compared as text, because a
-- new value cannot be used in the transaction that adds it.

ALTER TABLE "polls" DROP CONSTRAINT "polls_counted_means_sealed";
DROP TRIGGER "polls_rule_is_frozen" ON "polls";
DROP TRIGGER "polls_result_is_frozen" ON "polls";

UPDATE "polls" SET
  "frozen_rule" = "frozen_rule" || jsonb_build_object(
    'version', 2, 'method', 'UP_TO', 'countRule', 'approval', 'pointsTotal', NULL, 'pointsPerOption', NULL,
    'seats', 1, 'budgetCents', NULL, 'quorum', 0, 'channels', jsonb_build_array('WEB'),
    'needsForumRight', false, 'cardBatch', NULL, 'options', (
      SELECT jsonb_agg("option" || jsonb_build_object('costCents', NULL, 'lot', "place") ORDER BY "place")
      FROM jsonb_array_elements("frozen_rule" -> 'options') WITH ORDINALITY AS "o"("option", "place")))
WHERE "frozen_rule" IS NOT NULL;
UPDATE "polls" SET "counted_at" = "sealed_at", "published_at" = "sealed_at",
  "result" = jsonb_build_object(
    'version', 2, 'ballots', "result" -> 'ballots', 'abstentions', "result" -> 'abstentions', 'spoiled', 0,
    'usedRights', "result" -> 'usedRights', 'channels', jsonb_build_object('WEB', "result" -> 'ballots'),
    'quorumReached', true, 'winners', "result" -> 'leaders', 'head', '',
    'counts', "result" -> 'counts', 'ties', '[]'::jsonb)
WHERE "result" IS NOT NULL;

ALTER TABLE "polls"
  ADD CONSTRAINT "polls_over_means_sealed"
    CHECK ("state"::text NOT IN ('CLOSED', 'COUNTED', 'PUBLISHED', 'ARCHIVED') OR "sealed_at" IS NOT NULL),
  ADD CONSTRAINT "polls_counted_has_result"
    CHECK ("state"::text NOT IN ('COUNTED', 'PUBLISHED', 'ARCHIVED') OR ("result" IS NOT NULL AND "counted_at" IS NOT NULL)),
  ADD CONSTRAINT "polls_published_has_time"
    CHECK ("state"::text NOT IN ('PUBLISHED', 'ARCHIVED') OR "published_at" IS NOT NULL),
  ADD CONSTRAINT "polls_checked_by_somebody_else"
    CHECK ("checked_alone" OR "checked_by_id" IS NULL OR "checked_by_id" IS DISTINCT FROM "drafted_by_id"),
  ADD CONSTRAINT "polls_some_channel" CHECK (cardinality("channels") >= 1),
  -- Hands are not on the roll: beside another way somebody could vote twice.
  ADD CONSTRAINT "polls_hands_stand_alone" CHECK (NOT 'HANDS' = ANY ("channels") OR cardinality("channels") = 1),
  ADD CONSTRAINT "polls_numbers" CHECK (
    "seats" >= 1 AND "quorum" >= 0 AND "points_total" > 0 AND "points_per_option" > 0 AND "budget_cents" >= 0),
  ADD CONSTRAINT "polls_budget_has_amount" CHECK (("method" = 'BUDGET') = ("budget_cents" IS NOT NULL)),
  ADD CONSTRAINT "polls_points_have_limit" CHECK (("method" = 'POINTS') = ("points_per_option" IS NOT NULL));
ALTER TABLE "poll_options" ADD CONSTRAINT "poll_options_cost" CHECK ("cost_cents" >= 0);
ALTER TABLE "count_sheets"
  ADD CONSTRAINT "count_sheets_two_entries" CHECK ("entry" IN (1, 2)),
  ADD CONSTRAINT "count_sheets_counted_channels" CHECK ("channel" IN ('PAPER', 'HANDS')),
  ADD CONSTRAINT "count_sheets_spoiled" CHECK ("spoiled" >= 0);

-- Papers counted by hand come into the box after the close; everything else only while it is open.
CREATE FUNCTION "box_takes_ballots"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "polls" WHERE "id" IN (SELECT "poll_id" FROM "added") FOR SHARE;
  IF EXISTS (
    SELECT 1 FROM "polls"
    WHERE "id" IN (SELECT "poll_id" FROM "added") AND "result" IS NOT NULL
      OR "id" IN (SELECT "poll_id" FROM "added") AND "state"::text <> 'SCHEDULED'
        AND NOT ("state"::text = 'CLOSED' AND "channels" && ARRAY['PAPER', 'HANDS']::"BallotChannel"[])
      OR "id" IN (SELECT "poll_id" FROM "added") AND "state"::text = 'SCHEDULED' AND "sealed_at" IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'this poll takes no votes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER "ballots_only_while_open" ON "ballots";
CREATE TRIGGER "ballots_only_while_open" AFTER INSERT ON "ballots"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "box_takes_ballots"();
-- Only receipts that are taken out and put back when the box is shuffled at the close.
DROP TRIGGER "ballot_receipts_only_while_open" ON "ballot_receipts";
CREATE TRIGGER "ballot_receipts_only_while_open" AFTER INSERT ON "ballot_receipts"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "box_takes_ballots"();

-- Each choice is of this poll and stands once; not more than allowed; points stand beside their choices.
CREATE OR REPLACE FUNCTION "ballots_are_valid"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "added" JOIN "polls" ON "polls"."id" = "added"."poll_id"
    WHERE cardinality("added"."choices") > "polls"."max_choices"
      OR cardinality("added"."choices") <> (
        SELECT count(DISTINCT "options"."id") FROM "poll_options" "options"
        WHERE "options"."poll_id" = "added"."poll_id" AND "options"."id" = ANY ("added"."choices")
      )
      OR cardinality("added"."points") <> CASE
        WHEN "polls"."method" = 'POINTS' THEN cardinality("added"."choices") ELSE 0 END
      OR EXISTS (
        SELECT 1 FROM unnest("added"."points") AS "given"
        WHERE "given" IS NULL OR "given" < 1 OR "given" > "polls"."points_per_option")
      OR (SELECT coalesce(sum("given"), 0) FROM unnest("added"."points") AS "given") > "polls"."points_total"
  ) THEN
    RAISE EXCEPTION 'a ballot holds something this poll does not offer' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- Until the count the box may be shuffled; nothing is taken out of a counted one.
CREATE OR REPLACE FUNCTION "ballot_box_stays_as_it_is"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR EXISTS (
    SELECT 1 FROM "polls" WHERE "id" = OLD."poll_id" AND "result" IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'the ballot box is sealed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN OLD;
END $$;

CREATE OR REPLACE FUNCTION "ballots_are_only_mixed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT array_agg("paper" ORDER BY "paper") FROM (
        SELECT "poll_id"::text || "choices"::text || "points"::text AS "paper" FROM "before") AS "b")
    IS DISTINCT FROM
    (SELECT array_agg("paper" ORDER BY "paper") FROM (
        SELECT "poll_id"::text || "choices"::text || "points"::text AS "paper" FROM "added") AS "a")
  THEN
    RAISE EXCEPTION 'mixing the box changed a ballot' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- From the scheduling on nobody changes the rule, after the count nobody the result.
CREATE TRIGGER "polls_rule_is_frozen" BEFORE UPDATE ON "polls" FOR EACH ROW
  WHEN (OLD."state" <> 'DRAFT' AND (
    NEW."state" = 'DRAFT'
    OR (NEW."question", NEW."method", NEW."count_rule", NEW."max_choices", NEW."points_total", NEW."points_per_option",
        NEW."seats", NEW."budget_cents", NEW."quorum", NEW."channels", NEW."district_id", NEW."min_age",
        NEW."needs_forum_right", NEW."card_batch_id", NEW."opens_at", NEW."closes_at", NEW."is_test", NEW."frozen_rule")
      IS DISTINCT FROM
      (OLD."question", OLD."method", OLD."count_rule", OLD."max_choices", OLD."points_total", OLD."points_per_option",
        OLD."seats", OLD."budget_cents", OLD."quorum", OLD."channels", OLD."district_id", OLD."min_age",
        OLD."needs_forum_right", OLD."card_batch_id", OLD."opens_at", OLD."closes_at", OLD."is_test", OLD."frozen_rule")
  )) EXECUTE FUNCTION "poll_rule_is_frozen"();
CREATE TRIGGER "polls_result_is_frozen" BEFORE UPDATE ON "polls" FOR EACH ROW
  WHEN (OLD."sealed_at" IS NOT NULL AND NEW."sealed_at" IS DISTINCT FROM OLD."sealed_at"
    OR OLD."result" IS NOT NULL AND (NEW."result", NEW."counted_at") IS DISTINCT FROM (OLD."result", OLD."counted_at"))
  EXECUTE FUNCTION "poll_rule_is_frozen"();
-- A withdrawn option stays withdrawn; what an option says is frozen with the rule.
CREATE FUNCTION "poll_options_are_frozen"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "polls" WHERE "id" = OLD."poll_id" AND "state" <> 'DRAFT')
    AND ((NEW."label", NEW."position", NEW."cost_cents", NEW."poll_id")
      IS DISTINCT FROM (OLD."label", OLD."position", OLD."cost_cents", OLD."poll_id")
      OR OLD."withdrawn_at" IS NOT NULL AND NEW."withdrawn_at" IS DISTINCT FROM OLD."withdrawn_at")
  THEN
    RAISE EXCEPTION 'the rule of this poll is frozen' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "poll_options_are_frozen" BEFORE UPDATE ON "poll_options"
  FOR EACH ROW EXECUTE FUNCTION "poll_options_are_frozen"();

-- The functions of the box. They run with the rights of the owner, and know nothing of the roll; the
-- role the application works under has no right to look into the table itself.

-- Puts a paper into the box and mixes: the new paper and a random part of the box (a small box: all
-- of it) change places, so all of them have the same writer and the table shows no order.
CREATE FUNCTION "put_into_box"("of_poll" uuid, "chosen" uuid[], "given" integer[], "mixed" integer) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  "mine" uuid := gen_random_uuid();
BEGIN
  -- One at a time per box, or two voters would mix past each other.
  PERFORM pg_advisory_xact_lock(hashtextextended('ballot-box ' || "of_poll", 0));
  INSERT INTO "ballots" ("id", "poll_id", "choices", "points") VALUES ("mine", "of_poll", "chosen", "given");
  WITH "part" AS MATERIALIZED (
    SELECT "id", "choices", "points" FROM "ballots" WHERE "id" = "mine"
    UNION ALL (
      SELECT "id", "choices", "points" FROM "ballots" WHERE "poll_id" = "of_poll" AND "id" <> "mine"
      ORDER BY random() LIMIT "mixed" - 1
    )
  ),
  "places" AS (SELECT "id", row_number() OVER (ORDER BY "id") AS "place" FROM "part"),
  "papers" AS (SELECT "choices", "points", row_number() OVER (ORDER BY gen_random_uuid()) AS "place" FROM "part")
  UPDATE "ballots" SET "choices" = "papers"."choices", "points" = "papers"."points"
  FROM "places" JOIN "papers" USING ("place") WHERE "ballots"."id" = "places"."id";
END $$;

-- New ids and row positions in random order for everything in the box, all by the same writer.
CREATE FUNCTION "shuffle_box"("of_poll" uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- The sorting makes sure that everything is taken out before anything is put back.
  WITH "taken" AS (DELETE FROM "ballots" WHERE "poll_id" = "of_poll" RETURNING "choices", "points")
  INSERT INTO "ballots" ("id", "poll_id", "choices", "points")
  SELECT gen_random_uuid(), "of_poll", "choices", "points" FROM "taken" ORDER BY gen_random_uuid();
  WITH "taken" AS (DELETE FROM "ballot_receipts" WHERE "poll_id" = "of_poll" RETURNING "receipt")
  INSERT INTO "ballot_receipts" ("receipt", "poll_id")
  SELECT "receipt", "of_poll" FROM "taken" ORDER BY gen_random_uuid();
END $$;

-- Papers two people agreed on, as [{"choices": [...], "points": [...], "count": n}]; shuffled with the others.
CREATE FUNCTION "add_counted_papers"("of_poll" uuid, "counted" jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "ballots" ("id", "poll_id", "choices", "points")
  SELECT gen_random_uuid(), "of_poll",
    ARRAY(SELECT jsonb_array_elements_text("paper" -> 'choices')::uuid),
    ARRAY(SELECT jsonb_array_elements_text("paper" -> 'points')::integer)
  FROM jsonb_array_elements("counted") AS "paper", generate_series(1, ("paper" ->> 'count')::integer);
  PERFORM "shuffle_box"("of_poll");
END $$;

-- Destroys what lies in a box that is called off before its close.
CREATE FUNCTION "empty_box"("of_poll" uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "polls" WHERE "id" = "of_poll" AND "sealed_at" IS NOT NULL) THEN
    RAISE EXCEPTION 'the ballot box is sealed' USING ERRCODE = 'check_violation';
  END IF;
  DELETE FROM "ballots" WHERE "poll_id" = "of_poll";
END $$;

-- What lies in a sealed box, in its random order. An open one stays shut for everybody.
CREATE FUNCTION "open_box"("of_poll" uuid) RETURNS TABLE ("choices" uuid[], "points" integer[])
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "polls" WHERE "id" = "of_poll" AND "sealed_at" IS NOT NULL) THEN
    RAISE EXCEPTION 'the ballot box is not sealed yet' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY SELECT "b"."choices", "b"."points" FROM "ballots" AS "b" WHERE "b"."poll_id" = "of_poll" ORDER BY "b"."id";
END $$;

REVOKE ALL ON FUNCTION "put_into_box"(uuid, uuid[], integer[], integer), "shuffle_box"(uuid),
  "add_counted_papers"(uuid, jsonb), "empty_box"(uuid), "open_box"(uuid) FROM PUBLIC;
