-- What the running program may not do, held by the database against whoever has its connection:
-- `lib/decisions/0008-what-the-database-holds.md`.

-- Nobody calls a function of ours unless `lib/tooling/rights.mjs` gives it to the role of the program.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- The one clock all of this goes by. The program has no say in it; a test lets the owner replace it.
CREATE FUNCTION "database_clock"() RETURNS timestamptz LANGUAGE sql RETURN clock_timestamp();

-- AlterTable
ALTER TABLE "audit_entries" ALTER COLUMN "at" SET DEFAULT database_clock();

-- AlterTable
ALTER TABLE "ballots" ADD COLUMN     "unmixed" BOOLEAN NOT NULL DEFAULT false;

-- A table of the same name in the session's own schema would be asked instead of ours.
ALTER FUNCTION "check_forum_capacity"() SET search_path = public, pg_temp;
ALTER FUNCTION "ballots_are_valid"() SET search_path = public, pg_temp;

DROP TRIGGER "polls_rule_is_frozen" ON "polls";
DROP TRIGGER "polls_result_is_frozen" ON "polls";
DROP FUNCTION "poll_rule_is_frozen"();
DROP TRIGGER "ballot_receipts_only_while_open" ON "ballot_receipts";
DROP TRIGGER "ballots_mixed_only_while_open" ON "ballots";
DROP TRIGGER "ballots_are_mixed" ON "ballots";
DROP TRIGGER "ballots_stay" ON "ballots";
DROP TRIGGER "ballot_receipts_stay" ON "ballot_receipts";
DROP TRIGGER "poll_options_are_frozen" ON "poll_options";
DROP FUNCTION "ballot_box_stays_as_it_is"();
DROP FUNCTION "poll_options_are_frozen"();
DROP FUNCTION "put_into_box"(uuid, uuid[], integer[], integer);
DROP FUNCTION "add_counted_papers"(uuid, jsonb);
DROP FUNCTION "empty_box"(uuid);

-- Polls: one way forward. When a step was taken is written by the database, and nothing that the step
-- does not bring changes, whatever columns a poll will have.

ALTER TABLE "polls" ADD CONSTRAINT "polls_draft_is_blank" CHECK ("state" <> 'DRAFT' OR num_nonnulls(
  "frozen_rule", "result", "sealed_at", "counted_at", "published_at", "cancelled_at") = 0);

-- Whether everything is in a closed box that belongs there: each way that people count was agreed on by two.
CREATE FUNCTION "is_all_counted"("of_poll" uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (
    SELECT 1 FROM "polls", unnest("channels") AS "way"
    WHERE "polls"."id" = "of_poll" AND "way" IN ('PAPER', 'HANDS') AND NOT EXISTS (
      SELECT 1 FROM "count_sheets"
      WHERE "poll_id" = "of_poll" AND "channel" = "way" AND "agreed_at" IS NOT NULL))
$$;

-- Whether every right used on the web, in the kiosk or by phone left one paper and one receipt.
CREATE FUNCTION "do_rights_fit"("of_poll" uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT "rights" = "receipts" AND "rights" = "papers" - "by_hand" FROM (SELECT
    (SELECT count(*) FROM "roll_entries"
      WHERE "poll_id" = "of_poll" AND "channel" IN ('WEB', 'KIOSK', 'PHONE')) AS "rights",
    (SELECT count(*) FROM "ballot_receipts" WHERE "poll_id" = "of_poll") AS "receipts",
    (SELECT count(*) FROM "ballots" WHERE "poll_id" = "of_poll") AS "papers",
    (SELECT coalesce(sum(("papers" ->> 'number')::integer), 0) FROM "count_sheets"
      WHERE "poll_id" = "of_poll" AND "entry" = 1 AND "agreed_at" IS NOT NULL) AS "by_hand") AS "numbers"
$$;

CREATE FUNCTION "poll_goes_its_way"() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  "at" timestamptz := "database_clock"();
  -- Accounts and proposals that are deleted are forgotten here too, see below.
  "may_differ" text[] := ARRAY['state', 'reminded_at', 'drafted_by_id', 'checked_by_id', 'proposal_id'];
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
      NULL;
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
CREATE TRIGGER "polls_go_their_way" BEFORE INSERT OR UPDATE OR DELETE ON "polls"
  FOR EACH ROW EXECUTE FUNCTION "poll_goes_its_way"();

-- Closing shuffles and calling off destroys, whoever does it: the box follows its poll.
CREATE FUNCTION "box_follows_its_poll"() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."state" = 'CLOSED' THEN
    PERFORM "shuffle_box"(NEW."id");
  ELSE
    DELETE FROM "ballots" WHERE "poll_id" = NEW."id";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "polls_move_their_box" AFTER UPDATE OF "state" ON "polls" FOR EACH ROW
  WHEN (OLD."state" = 'SCHEDULED' AND NEW."state" IN ('CLOSED', 'CANCELLED'))
  EXECUTE FUNCTION "box_follows_its_poll"();

-- Set once and never again: named by the trigger.
CREATE FUNCTION "stays_once_set"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF to_jsonb(OLD) ->> TG_ARGV[0] IS NOT NULL
    AND to_jsonb(NEW) ->> TG_ARGV[0] IS DISTINCT FROM to_jsonb(OLD) ->> TG_ARGV[0]
  THEN
    RAISE EXCEPTION 'this was settled before' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- Options belong to the rule. Whoever schedules waits for a change of them and the reverse.
CREATE FUNCTION "poll_options_are_frozen"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
CREATE TRIGGER "poll_options_are_frozen" BEFORE INSERT OR UPDATE OR DELETE ON "poll_options"
  FOR EACH ROW EXECUTE FUNCTION "poll_options_are_frozen"();
CREATE TRIGGER "poll_options_withdrawn_once" BEFORE UPDATE OF "withdrawn_at" ON "poll_options"
  FOR EACH ROW EXECUTE FUNCTION "stays_once_set"('withdrawn_at');

-- The roll. Locks the poll, so that closing waits for whoever is just casting and the reverse; the clock
-- is asked after that. A try-out is the only poll that can be closed before its time: nobody votes in it.
CREATE OR REPLACE FUNCTION "poll_takes_votes"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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

CREATE FUNCTION "roll_entries_stay"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  -- Only the deletion of the account takes the name away.
  IF NEW."user_id" IS NULL AND to_jsonb(NEW) - 'user_id' = to_jsonb(OLD) - 'user_id' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the roll is not rewritten' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "roll_entries_stay" BEFORE UPDATE ON "roll_entries"
  FOR EACH ROW EXECUTE FUNCTION "roll_entries_stay"();

-- A new account could vote again.
CREATE FUNCTION "voters_stay_while_open"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "roll_entries" JOIN "polls" ON "polls"."id" = "roll_entries"."poll_id"
    WHERE "user_id" = OLD."id" AND "state" = 'SCHEDULED' AND "database_clock"() < "closes_at"
  ) THEN
    RAISE EXCEPTION 'somebody voted who shall be deleted' USING ERRCODE = 'check_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "users_stay_while_open" BEFORE DELETE ON "users"
  FOR EACH ROW EXECUTE FUNCTION "voters_stay_while_open"();

-- The box. Papers come in while the poll is open, papers counted by hand after the close; they change
-- places until the count; they are destroyed only with a poll that is called off.

CREATE OR REPLACE FUNCTION "box_takes_ballots"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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

-- Receipts come with their paper, and are laid anew at the close.
CREATE FUNCTION "box_takes_receipts"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "polls" WHERE "id" IN (SELECT "poll_id" FROM "added") AND "state" NOT IN ('SCHEDULED', 'CLOSED')
  ) THEN
    RAISE EXCEPTION 'this poll takes no votes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "ballot_receipts_only_with_papers" AFTER INSERT ON "ballot_receipts"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "box_takes_receipts"();
CREATE TRIGGER "ballots_mixed_before_count" AFTER UPDATE ON "ballots"
  REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "box_takes_receipts"();

CREATE OR REPLACE FUNCTION "ballots_are_only_mixed"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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

CREATE FUNCTION "ballots_stay"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  -- A try-out that is thrown away is gone by now.
  IF EXISTS (
    SELECT 1 FROM "polls" WHERE "id" = OLD."poll_id" AND ("state" <> 'CANCELLED' OR "sealed_at" IS NOT NULL)
  ) THEN
    RAISE EXCEPTION 'nothing is taken out of the ballot box' USING ERRCODE = 'check_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "ballots_stay" BEFORE DELETE ON "ballots" FOR EACH ROW EXECUTE FUNCTION "ballots_stay"();

CREATE FUNCTION "ballot_receipts_stay"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR EXISTS (SELECT 1 FROM "polls" WHERE "id" = OLD."poll_id" AND "state" <> 'CLOSED') THEN
    RAISE EXCEPTION 'a receipt stays' USING ERRCODE = 'check_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER "ballot_receipts_stay" BEFORE UPDATE OR DELETE ON "ballot_receipts"
  FOR EACH ROW EXECUTE FUNCTION "ballot_receipts_stay"();

-- What the program calls instead of looking into the box. Each asks only for what it needs; how many
-- papers change places, and that they do, is not for the caller to say.

CREATE FUNCTION "put_into_box"("of_poll" uuid, "with_receipt" text, "chosen" uuid[], "given" integer[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "ballots" ("id", "poll_id", "choices", "points", "unmixed")
  VALUES (gen_random_uuid(), "of_poll", "chosen", "given", true);
  INSERT INTO "ballot_receipts" ("receipt", "poll_id") VALUES ("with_receipt", "of_poll");
END $$;

-- The new paper and up to 255 others (a small box: all of it) change places, so all of them have the same
-- writer and the table shows no order. Ids are random and say nothing of what stands beside them, so
-- papers that follow a random id are a random part; finding them costs the same in every box.
CREATE OR REPLACE FUNCTION "mix_box"() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
CREATE CONSTRAINT TRIGGER "ballots_are_mixed" AFTER INSERT ON "ballots"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."unmixed") EXECUTE FUNCTION "mix_box"();

-- Papers change places at random and get new ids, receipts new row positions, all by the same writer.
CREATE OR REPLACE FUNCTION "shuffle_box"("of_poll" uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

-- Papers of the same kind, as [{"choices": [...], "points": [...], "count": n}], for the two below.
CREATE FUNCTION "lay_papers"("of_poll" uuid, "counted" jsonb) RETURNS void
  LANGUAGE sql SET search_path = public, pg_temp AS $$
  INSERT INTO "ballots" ("id", "poll_id", "choices", "points")
  SELECT gen_random_uuid(), "of_poll",
    ARRAY(SELECT jsonb_array_elements_text("paper" -> 'choices')::uuid),
    ARRAY(SELECT jsonb_array_elements_text("paper" -> 'points')::integer)
  FROM jsonb_array_elements("counted") AS "paper", generate_series(1, ("paper" ->> 'count')::integer)
$$;

-- Made-up papers for a try-out, with their receipts.
CREATE FUNCTION "fill_trial_box"("of_poll" uuid, "counted" jsonb, "receipts" text[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "polls" WHERE "id" = "of_poll" AND "is_test" AND "state" = 'SCHEDULED') THEN
    RAISE EXCEPTION 'this poll takes no votes' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM "lay_papers"("of_poll", "counted");
  INSERT INTO "ballot_receipts" ("receipt", "poll_id") SELECT unnest("receipts"), "of_poll";
END $$;

-- Two sheets that are equal: their papers come into the box, shuffled with all others, and the sheets
-- keep how many. More papers than people who were given one need a word of both.
CREATE FUNCTION "agree_on_count"("of_poll" uuid, "way" "BallotChannel") RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  "first" "count_sheets";
  "second" "count_sheets";
  "number" integer;
BEGIN
  PERFORM 1 FROM "polls" WHERE "id" = "of_poll" AND "state" = 'CLOSED' AND "way" = ANY ("channels") FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'nothing is counted here' USING ERRCODE = 'check_violation'; END IF;
  SELECT * INTO "first" FROM "count_sheets" WHERE "poll_id" = "of_poll" AND "channel" = "way" AND "entry" = 1 FOR UPDATE;
  SELECT * INTO "second" FROM "count_sheets" WHERE "poll_id" = "of_poll" AND "channel" = "way" AND "entry" = 2 FOR UPDATE;
  SELECT sum(("paper" ->> 'count')::integer) INTO "number" FROM jsonb_array_elements("first"."papers") AS "paper";
  "number" := coalesce("number", 0);
  IF "first"."id" IS NULL OR "second"."id" IS NULL OR num_nonnulls("first"."agreed_at", "second"."agreed_at") > 0
    OR "first"."entered_by_id" IS NOT DISTINCT FROM "second"."entered_by_id"
    OR ("first"."papers", "first"."spoiled") IS DISTINCT FROM ("second"."papers", "second"."spoiled")
    OR "way" = 'PAPER' AND ("first"."remark" = '' OR "second"."remark" = '') AND "number" + "first"."spoiled" > (
      SELECT count(*) FROM "roll_entries" WHERE "poll_id" = "of_poll" AND "channel" = "way")
  THEN
    RAISE EXCEPTION 'two people did not count the same' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM "lay_papers"("of_poll", "first"."papers");
  UPDATE "count_sheets" SET "papers" = jsonb_build_object('number', "number"), "agreed_at" = "database_clock"()
  WHERE "poll_id" = "of_poll" AND "channel" = "way";
  PERFORM "shuffle_box"("of_poll");
END $$;

-- What lies in a sealed box in which everything is, in its random order. Every other stays shut.
CREATE OR REPLACE FUNCTION "open_box"("of_poll" uuid) RETURNS TABLE ("choices" uuid[], "points" integer[])
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "polls" WHERE "id" = "of_poll" AND "state" IN ('CLOSED', 'COUNTED', 'PUBLISHED', 'ARCHIVED')
  ) OR NOT "is_all_counted"("of_poll") THEN
    RAISE EXCEPTION 'the ballot box is shut' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY SELECT "b"."choices", "b"."points" FROM "ballots" AS "b" WHERE "b"."poll_id" = "of_poll" ORDER BY "b"."id";
END $$;

-- Strikes somebody off who gave their paper back, while the poll is open; tells whether there was one.
CREATE FUNCTION "take_back_paper"("of_poll" uuid, "of_user" uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM "polls" WHERE "id" = "of_poll" FOR SHARE;
  DELETE FROM "roll_entries" USING "polls"
  WHERE "poll_id" = "of_poll" AND "user_id" = "of_user" AND "channel" = 'PAPER' AND "polls"."id" = "of_poll"
    AND "state" = 'SCHEDULED' AND "opens_at" <= "database_clock"() AND "database_clock"() < "closes_at";
  RETURN FOUND;
END $$;

-- Forgets who voted, thirty days after the count or the cancelling.
CREATE FUNCTION "forget_rolls"() RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM "roll_entries" USING "polls" WHERE "polls"."id" = "poll_id"
    AND least("counted_at", "cancelled_at") < "database_clock"() - interval '30 days'
$$;

-- Count sheets: entered after the close, each by one person, changed until both are equal.
CREATE FUNCTION "count_sheets_stay"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
CREATE TRIGGER "count_sheets_stay" BEFORE INSERT OR UPDATE OR DELETE ON "count_sheets"
  FOR EACH ROW EXECUTE FUNCTION "count_sheets_stay"();

-- The audit goes after twelve months and not before.
CREATE FUNCTION "forget_audit"() RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM "audit_entries" WHERE "at" < "database_clock"() - interval '365 days'
$$;

-- Minutes: what was handed over is not rewritten, what everybody reads is not taken back.
CREATE FUNCTION "minutes_go_their_way"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (OLD."minutes_state", NEW."minutes_state") NOT IN (
      ('NONE', 'DRAFT'), ('DRAFT', 'SUBMITTED'), ('DRAFT', 'UNCONFIRMED'), ('SUBMITTED', 'DRAFT'),
      ('SUBMITTED', 'CONFIRMED'), ('UNCONFIRMED', 'CONFIRMED'))
    AND OLD."minutes_state" <> NEW."minutes_state"
    OR OLD."minutes_state" NOT IN ('NONE', 'DRAFT')
      AND (NEW."attended", NEW."voting_residents") IS DISTINCT FROM (OLD."attended", OLD."voting_residents")
  THEN
    RAISE EXCEPTION 'the minutes are handed over' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "forum_sessions_minutes_go_their_way" BEFORE UPDATE ON "forum_sessions"
  FOR EACH ROW EXECUTE FUNCTION "minutes_go_their_way"();

CREATE FUNCTION "agenda_stays_in_minutes"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM "forum_sessions"
  WHERE "id" IN (OLD."session_id", NEW."session_id") AND "minutes_state" NOT IN ('NONE', 'DRAFT') FOR SHARE;
  IF FOUND THEN
    RAISE EXCEPTION 'the minutes are handed over' USING ERRCODE = 'check_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER "agenda_items_stay_in_minutes" BEFORE INSERT OR UPDATE OR DELETE ON "agenda_items"
  FOR EACH ROW EXECUTE FUNCTION "agenda_stays_in_minutes"();

-- Proposals: what was public stays, with its history.
CREATE FUNCTION "published_stays"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."published_at" IS NULL THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'what was published stays' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "proposals_published_stay" BEFORE DELETE ON "proposals"
  FOR EACH ROW EXECUTE FUNCTION "published_stays"();
CREATE TRIGGER "proposals_published_once" BEFORE UPDATE OF "published_at" ON "proposals"
  FOR EACH ROW EXECUTE FUNCTION "stays_once_set"('published_at');
CREATE TRIGGER "handovers_closed_once" BEFORE UPDATE OF "closed_at" ON "handovers"
  FOR EACH ROW EXECUTE FUNCTION "stays_once_set"('closed_at');
CREATE TRIGGER "signature_lists_struck_once" BEFORE UPDATE OF "struck_at" ON "signature_lists"
  FOR EACH ROW EXECUTE FUNCTION "stays_once_set"('struck_at');

CREATE FUNCTION "notes_are_only_emptied"() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."note" = '' AND to_jsonb(NEW) - 'note' = to_jsonb(OLD) - 'note' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'history is not rewritten' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "proposal_steps_stay" BEFORE UPDATE ON "proposal_steps"
  FOR EACH ROW EXECUTE FUNCTION "notes_are_only_emptied"();

-- Functions that were there before.
REVOKE ALL ON FUNCTION "check_forum_capacity"(), "ballots_are_valid"(), "poll_takes_votes"(), "box_takes_ballots"(),
  "ballots_are_only_mixed"(), "mix_box"(), "shuffle_box"(uuid), "open_box"(uuid) FROM PUBLIC;
