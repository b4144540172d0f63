-- The box. Papers come in while the poll is open, papers counted by hand after the close; they change
-- places until the count; they are destroyed only with a poll that is called off.

CREATE OR REPLACE FUNCTION "box_takes_ballots"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  PERFORM 1 FROM "polls" WHERE "id" IN (SELECT "poll_id" FROM "added") FOR SHARE;
  IF EXISTS (
    SELECT 1 FROM "polls" WHERE "id" IN (SELECT "poll_id" FROM "added") AND NOT (
      "state" = 'SCHEDULED' AND "opens_at" <= "database_clock"() AND "database_clock"() < "closes_at"
      -- A voter's paper is one that is still to be mixed.
      OR "state" = 'CLOSED' AND "channels" && ARRAY['PAPER', 'HANDS']::"BallotChannel"[]
        AND NOT EXISTS (SELECT 1 FROM "added" WHERE "unmixed"))
  ) THEN
    RAISE EXCEPTION 'this poll takes no votes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS "ballots_only_while_open" ON "ballots";
CREATE TRIGGER "ballots_only_while_open" AFTER INSERT ON "ballots"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "box_takes_ballots"();

-- Each choice is of this poll and stands once; not more than allowed; points stand beside their choices.
CREATE OR REPLACE FUNCTION "ballots_are_valid"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
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

DROP TRIGGER IF EXISTS "ballots_are_valid" ON "ballots";
CREATE TRIGGER "ballots_are_valid" AFTER INSERT ON "ballots"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "ballots_are_valid"();

-- Receipts come with their paper, and are laid anew at the close.
CREATE OR REPLACE FUNCTION "box_takes_receipts"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "polls" WHERE "id" IN (SELECT "poll_id" FROM "added") AND "state" NOT IN ('SCHEDULED', 'CLOSED')
  ) THEN
    RAISE EXCEPTION 'this poll takes no votes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS "ballot_receipts_only_with_papers" ON "ballot_receipts";
CREATE TRIGGER "ballot_receipts_only_with_papers" AFTER INSERT ON "ballot_receipts"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "box_takes_receipts"();
DROP TRIGGER IF EXISTS "ballots_mixed_before_count" ON "ballots";
CREATE TRIGGER "ballots_mixed_before_count" AFTER UPDATE ON "ballots"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "box_takes_receipts"();

-- Papers may change places, but what lies in the box as a whole stays the same.
CREATE OR REPLACE FUNCTION "ballots_are_only_mixed"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF (SELECT array_agg("paper" ORDER BY "paper" COLLATE "C") FROM (
        SELECT "poll_id"::text || "choices"::text || "points"::text AS "paper" FROM "before") AS "b")
    IS DISTINCT FROM
    (SELECT array_agg("paper" ORDER BY "paper" COLLATE "C") FROM (
        SELECT "poll_id"::text || "choices"::text || "points"::text AS "paper" FROM "added") AS "a")
  THEN
    RAISE EXCEPTION 'mixing the box changed a ballot' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS "ballots_are_only_mixed" ON "ballots";
CREATE TRIGGER "ballots_are_only_mixed" AFTER UPDATE ON "ballots"
  REFERENCING OLD TABLE AS "before" NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "ballots_are_only_mixed"();

CREATE OR REPLACE FUNCTION "ballots_stay"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  -- A try-out that is thrown away is gone by now.
  IF EXISTS (
    SELECT 1 FROM "polls" WHERE "id" = OLD."poll_id" AND ("state" <> 'CANCELLED' OR "sealed_at" IS NOT NULL)
  ) THEN
    RAISE EXCEPTION 'nothing is taken out of the ballot box' USING ERRCODE = 'check_violation';
  END IF;
  RETURN OLD;
END $$;

DROP TRIGGER IF EXISTS "ballots_stay" ON "ballots";
CREATE TRIGGER "ballots_stay" BEFORE DELETE ON "ballots"
  FOR EACH ROW EXECUTE FUNCTION "ballots_stay"();

CREATE OR REPLACE FUNCTION "ballot_receipts_stay"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM "polls" WHERE "id" = OLD."poll_id" AND "state" <> 'CLOSED') THEN
    RAISE EXCEPTION 'a receipt stays' USING ERRCODE = 'check_violation';
  END IF;
  RETURN OLD;
END $$;

DROP TRIGGER IF EXISTS "ballot_receipts_stay" ON "ballot_receipts";
CREATE TRIGGER "ballot_receipts_stay" BEFORE UPDATE OR DELETE ON "ballot_receipts"
  FOR EACH ROW EXECUTE FUNCTION "ballot_receipts_stay"();
