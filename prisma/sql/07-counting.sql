-- Whether everything is in a closed box that belongs there: each way that people count was agreed on by two.
CREATE OR REPLACE FUNCTION "is_all_counted"("of_poll" uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT NOT EXISTS (
    SELECT 1 FROM "polls", unnest("channels") AS "way"
    WHERE "polls"."id" = "of_poll" AND "way" IN ('PAPER', 'HANDS') AND NOT EXISTS (
      SELECT 1 FROM "count_sheets"
      WHERE "poll_id" = "of_poll" AND "channel" = "way" AND "agreed_at" IS NOT NULL))
$$;

-- Whether every right used on the web, in the kiosk or by phone left one paper and one receipt.
CREATE OR REPLACE FUNCTION "do_rights_fit"("of_poll" uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
  SELECT "rights" = "receipts" AND "rights" = "papers" - "by_hand" FROM (SELECT
    (SELECT count(*) FROM "roll_entries"
      WHERE "poll_id" = "of_poll" AND "channel" IN ('WEB', 'KIOSK', 'PHONE')) AS "rights",
    (SELECT count(*) FROM "ballot_receipts" WHERE "poll_id" = "of_poll") AS "receipts",
    (SELECT count(*) FROM "ballots" WHERE "poll_id" = "of_poll") AS "papers",
    (SELECT coalesce(sum(("papers" ->> 'number')::integer), 0) FROM "count_sheets"
      WHERE "poll_id" = "of_poll" AND "entry" = 1 AND "agreed_at" IS NOT NULL) AS "by_hand") AS "numbers"
$$;

-- Count sheets: entered after the close, each by one person, changed until both are equal.
CREATE OR REPLACE FUNCTION "count_sheets_stay"() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "poll" "polls";
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT * INTO "poll" FROM "polls" WHERE "id" = NEW."poll_id" FOR SHARE;
    IF "poll"."state" = 'CLOSED' AND NEW."channel" = ANY ("poll"."channels") AND NEW."entered_by_id" IS NOT NULL
      AND NEW."agreed_at" IS NULL
    THEN
      RETURN NEW;
    END IF;
  ELSIF OLD."agreed_at" IS NULL THEN
    RETURN coalesce(NEW, OLD);
  ELSIF TG_OP = 'UPDATE' THEN
    -- Only the deletion of the account takes the name away.
    IF NEW."entered_by_id" IS NULL AND to_jsonb(NEW) - 'entered_by_id' = to_jsonb(OLD) - 'entered_by_id' THEN
      RETURN NEW;
    END IF;
  ELSIF NOT EXISTS (SELECT 1 FROM "polls" WHERE "id" = OLD."poll_id" AND "state" <> 'CANCELLED') THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'what two people agreed on stays' USING ERRCODE = 'check_violation';
END $$;

DROP TRIGGER IF EXISTS "count_sheets_stay" ON "count_sheets";
CREATE TRIGGER "count_sheets_stay" BEFORE INSERT OR UPDATE OR DELETE ON "count_sheets"
  FOR EACH ROW EXECUTE FUNCTION "count_sheets_stay"();

-- Two sheets that are equal: their papers come into the box, shuffled with all others, and the sheets
-- keep how many. More papers than people who were given one need a word of both.
CREATE OR REPLACE FUNCTION "agree_on_count"("of_poll" uuid, "way" "BallotChannel") RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  "first" "count_sheets";
  "second" "count_sheets";
  "number" integer;
BEGIN
  PERFORM 1 FROM "polls" WHERE "id" = "of_poll" AND "state" = 'CLOSED' AND "way" = ANY ("channels") FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'nothing is counted here' USING ERRCODE = 'check_violation'; END IF;
  SELECT * INTO "first" FROM "count_sheets" WHERE "poll_id" = "of_poll" AND "channel" = "way" AND "entry" = 1 FOR UPDATE;
  SELECT * INTO "second" FROM "count_sheets" WHERE "poll_id" = "of_poll" AND "channel" = "way" AND "entry" = 2 FOR UPDATE;
  IF "first"."id" IS NULL OR "second"."id" IS NULL OR num_nonnulls("first"."agreed_at", "second"."agreed_at") > 0
    OR "first"."entered_by_id" IS NOT DISTINCT FROM "second"."entered_by_id"
    OR ("first"."papers", "first"."spoiled") IS DISTINCT FROM ("second"."papers", "second"."spoiled")
  THEN
    RAISE EXCEPTION 'two people did not count the same' USING ERRCODE = 'check_violation';
  END IF;
  -- Only now: sheets that were agreed on say no more than how many.
  SELECT coalesce(sum(("paper" ->> 'count')::integer), 0) INTO "number"
  FROM jsonb_array_elements("first"."papers") AS "paper";
  IF "way" = 'PAPER' AND ("first"."remark" = '' OR "second"."remark" = '') AND "number" + "first"."spoiled" > (
      SELECT count(*) FROM "roll_entries" WHERE "poll_id" = "of_poll" AND "channel" = "way")
  THEN
    RAISE EXCEPTION 'more papers than people need a word of both' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM "lay_papers"("of_poll", "first"."papers");
  UPDATE "count_sheets" SET "papers" = jsonb_build_object('number', "number"), "agreed_at" = "database_clock"()
  WHERE "poll_id" = "of_poll" AND "channel" = "way";
  PERFORM "shuffle_box"("of_poll");
END $$;
